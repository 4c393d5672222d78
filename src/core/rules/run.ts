import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { messageOf } from '../text/messageOf.ts';
import {
	type Finding,
	type Problem,
	type RuleDescription,
	severityOf,
	type SeveritySettings,
} from '../text/problem.ts';
import type { Located } from '../text/span.ts';
import type { DocumentMemory } from './documentMemory.ts';
import { rules } from './index.ts';
import type { CandidateRule, Rule, RuleContext, StoryRule } from './rule.ts';
import { findSuppressions } from './suppressions.ts';

/** What the rules say of a document, and which of them failed to say anything. */
export interface RuleRun {
	readonly problems: readonly Problem[];
	readonly failures: readonly RuleFailure[];
	/** The rules that the author names in order to switch them off or on, as written. */
	readonly namedRules: readonly Located<string>[];
}

/** A rule that threw: a defect of ours, to be logged; the other rules still report. */
export interface RuleFailure {
	readonly rule: string;
	readonly message: string;
}

/** How rules are applied; none of it changes what they find. */
export interface RuleOptions {
	/** Of the document. */
	readonly memory?: DocumentMemory;
	/** Whether nobody wants to know how to mend it. */
	readonly withoutFixes?: boolean;
}

/**
 * Applies every rule that is not switched off.
 *
 * @param document a parsed document of any kind; other than stories, banks and candidates have no problems
 * @param registry the rules
 * @returns problems in the order of their places
 */
export function runRules(
	document: Document,
	context: RuleContext,
	settings: SeveritySettings,
	registry: readonly Rule[] = rules,
	{ memory, withoutFixes = false }: RuleOptions = {},
): RuleRun {
	const problems: Problem[] = [];
	const failures: RuleFailure[] = [];
	// The stories of a bank share their front matter: what is wrong there is said once, of the first of them.
	const said = new Set<string>();
	const suppressions = findSuppressions(document);
	for (const rule of registry) {
		const severity = severityOf(rule.id, settings, rule.severity);
		if (severity === 'off') continue;
		try {
			for (const { finding, story } of findingsOf(rule, document, context, memory)) {
				const saying = `${rule.id} ${finding.span.start} ${finding.span.end} ${finding.message}`;
				if (said.has(saying) || suppressions.covers(rule.id, finding.span.start)) continue;
				said.add(saying);
				const { fixes, ...found } = finding;
				problems.push({
					rule: rule.id,
					severity,
					...found,
					...(fixes && !withoutFixes && { fixes: fixes() }),
					...(story !== undefined && { story }),
				});
			}
		} catch (error) {
			failures.push({ rule: rule.id, message: messageOf(error) });
		}
	}
	problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	return { problems, failures, namedRules: suppressions.named };
}

function* findingsOf(
	rule: Rule,
	document: Document,
	context: RuleContext,
	memory: DocumentMemory | undefined,
): Generator<{ finding: Finding; story?: number }> {
	const tagged = document.kind === 'story' || document.kind === 'bank';
	if (rule.on === 'document') {
		if (tagged) for (const finding of rule.check(document, context)) yield { finding };
		return;
	}
	if (rule.on === 'story' ? !tagged : document.kind !== 'candidate') return;
	for (const [story, parsed] of document.stories.entries()) {
		for (const finding of findingsIn(parsed, rule, document, context, memory)) yield { finding, story };
	}
}

function* findingsIn(
	story: ParsedStory,
	rule: RuleDescription & (StoryRule | CandidateRule),
	document: Document,
	context: RuleContext,
	memory: DocumentMemory | undefined,
): Generator<Finding> {
	if (rule.on === 'story' && rule.checkFields) yield* rule.checkFields(story, document, context);
	const check = () => rule.check(story, document, context);
	const isRemembered = memory && rule.on === 'story' && rule.isLocal;
	yield* isRemembered ? memory.findings(rule.id, story, document, () => [...check()]) : check();
}
