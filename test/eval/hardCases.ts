import { type Case, readCases } from './cases.ts';
import { type Score, scoreAmong } from './score.ts';

/**
 * What a reader would go by who knows the rule by its key words only. A case that this reader judges wrongly is a hard
 * one: nobody's opinion decides which are, neither that of the rule's author nor of the case's.
 */
const byKeyWords: Readonly<Record<string, (text: string) => boolean>> = {
	'metric-baseline': (text) =>
		!/\b(?:from|before|was|were|than|previously|used to|instead|against|measured)\b/iu.test(text),
	'task-assigned': (text) =>
		/\b(?:asked|told|assigned|ordered|given|gave|handed|instructed|directed|tasked|wanted me|boss|manager|ticket)\b/iu.test(
			text,
		),
	'learning-unused': (text) => !/\b(?:since|now|next|later|again|every|always|then|today|still|first)\b/iu.test(text),
};

/** How a rule did on its hard cases and on the others. */
export interface HardScore {
	readonly rule: string;
	readonly hard: Score;
	readonly easy: Score;
}

/** Scores the rules that look for what is missing anywhere in a story, on hard and easy cases apart. */
export function hardScores(): readonly HardScore[] {
	const cases = readCases();
	return Object.keys(byKeyWords).map((rule) => {
		const judged = cases.filter((one) => one.verdicts.some((verdict) => verdict.rule === rule));
		return {
			rule,
			hard: scoreAmong(
				rule,
				judged.filter((one) => isHard(one, rule)),
			),
			easy: scoreAmong(
				rule,
				judged.filter((one) => !isHard(one, rule)),
			),
		};
	});
}

function isHard({ document, verdicts }: Case, rule: string): boolean {
	const text = document.replace(/^---\n[\s\S]*?\n---\n/u, '');
	return verdicts.some((verdict) => verdict.rule === rule && byKeyWords[rule]?.(text) !== verdict.found);
}
