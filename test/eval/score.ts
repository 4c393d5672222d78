import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { actionOwnership } from '../../src/core/rules/actionOwnership.ts';
import { actionPassive } from '../../src/core/rules/actionPassive.ts';
import { balance } from '../../src/core/rules/balance.ts';
import { learningUnused } from '../../src/core/rules/learningUnused.ts';
import { length } from '../../src/core/rules/length.ts';
import { metricBaseline } from '../../src/core/rules/metricBaseline.ts';
import { placeholder } from '../../src/core/rules/placeholder.ts';
import { promptUnanswered } from '../../src/core/rules/promptUnanswered.ts';
import { resultUnquantified } from '../../src/core/rules/resultUnquantified.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { taskAssigned } from '../../src/core/rules/taskAssigned.ts';
import { type Document, readDocument } from '../../src/core/story/document.ts';
import type { Finding } from '../../src/core/text/problem.ts';
import { type Case, readCases, type Split, type Verdict } from './cases.ts';

/** The rules that read language, and so can be wrong. */
export const languageRules: readonly Rule[] = [
	resultUnquantified,
	actionOwnership,
	actionPassive,
	balance,
	length,
	promptUnanswered,
	placeholder,
	metricBaseline,
	taskAssigned,
	learningUnused,
];

/** How one rule did on the cases that carry a verdict on it. */
export interface Score {
	readonly rule: string;
	readonly cases: number;
	readonly truePositives: number;
	readonly falsePositives: number;
	readonly falseNegatives: number;
	readonly trueNegatives: number;
	readonly precision: number;
	readonly recall: number;
	/** Each misjudged case as its id and what was reported. */
	readonly wrong: readonly string[];
}

const frameworks = [staff];
const lookups = new Lookups(frameworks);

/**
 * Judges every rule by the labelled cases.
 *
 * @param split one part of them; all when left out
 */
export function scores(split?: Split): readonly Score[] {
	const cases = readCases().filter((one) => split === undefined || one.split === split);
	return languageRules.map((rule) => scoreOf(rule, cases));
}

/**
 * Judges one rule by some of the cases.
 *
 * @throws Error where no rule that reads language has this id
 */
export function scoreAmong(id: string, cases: readonly Case[]): Score {
	const rule = languageRules.find((each) => each.id === id);
	if (!rule) throw new Error(`No rule ${id} reads language.`);
	return scoreOf(rule, cases);
}

function scoreOf(rule: Rule, cases: readonly Case[]): Score {
	const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
	const wrong: string[] = [];
	let judged = 0;
	for (const one of cases) {
		const verdict = one.verdicts.find((candidate) => candidate.rule === rule.id);
		if (!verdict) continue;
		judged++;
		const findings = findingsOf(rule, one);
		const outcome = judge(verdict, findings, one.document);
		counts[outcome]++;
		if (outcome.startsWith('false'))
			wrong.push(
				`${one.id}: ${findings.map(({ span }) => JSON.stringify(one.document.slice(span.start, span.end))).join(', ') || 'nothing'}`,
			);
	}
	const { truePositives, falsePositives, falseNegatives } = counts;
	const precision = share(truePositives, truePositives + falsePositives);
	return {
		rule: rule.id,
		cases: judged,
		...counts,
		precision,
		recall: share(truePositives, truePositives + falseNegatives),
		wrong,
	};
}

function share(part: number, whole: number): number {
	return whole === 0 ? 1 : part / whole;
}

/** A finding at another place than the coach's is a wrong finding, also where the coach finds something. */
function judge(
	{ found, at, saying }: Verdict,
	findings: readonly Finding[],
	text: string,
): 'truePositives' | 'falsePositives' | 'falseNegatives' | 'trueNegatives' {
	if (findings.length === 0) return found ? 'falseNegatives' : 'trueNegatives';
	const agrees = ({ span, message }: Finding) =>
		(at.length === 0 || at.includes(text.slice(span.start, span.end))) &&
		(saying === undefined || message.includes(saying));
	return found && findings.every(agrees) ? 'truePositives' : 'falsePositives';
}

/** By their texts, as each is judged by many rules, and once more among all. */
const documents = new Map<string, Document>();

function readCase(text: string): Document {
	const known = documents.get(text);
	if (known) return known;
	const document = readDocument(text, { fileName: 'case.md', lookups });
	documents.set(text, document);
	return document;
}

function findingsOf(rule: Rule, { document: text, wordsPerMinute }: Case): readonly Finding[] {
	const document = readCase(text);
	const context = { lookups, ...(wordsPerMinute !== undefined && { wordsPerMinute }) };
	if (rule.on !== 'story') return [];
	return document.stories.flatMap((story) => [...rule.check(story, document, context)]);
}
