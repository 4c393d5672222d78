import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { messageOf } from '../text/messageOf.ts';
import { type Finding, type Problem, severityOf, type SeveritySettings } from '../text/problem.ts';
import type { Located } from '../text/span.ts';
import type { StoryMemory } from './documentMemory.ts';
import { rules } from './index.ts';
import { mergeConflict } from './mergeConflict.ts';
import type { Rule, RuleContext } from './rule.ts';
import { findSuppressions } from './suppressions.ts';
import { documentProblems } from './unreadDocument.ts';

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
	/** What is remembered of each story of the document. */
	readonly known?: readonly StoryMemory[];
	/** Whether the problems are reported without their fixes. */
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
	{ known = [], withoutFixes = false }: RuleOptions = {},
): RuleRun {
	const problems: Problem[] = [];
	const failures: RuleFailure[] = [];
	// The stories of a bank share their front matter: what is wrong there is reported once, for the first of them.
	const reported = new Set<string>();
	const suppressions = findSuppressions(document);
	const isTagged = document.kind === 'story' || document.kind === 'bank';
	const ruleIds = [...registry, ...documentProblems].map(({ id }) => id);
	// What else is wrong in a half-merged file may be gone with one of its versions.
	const isHalfMerged = document.conflicts.length > 0 && severityOf(mergeConflict, settings) !== 'off';
	for (const rule of registry) {
		const severity = severityOf(rule, settings);
		if (severity === 'off' || (isHalfMerged && isTagged && rule.id !== mergeConflict.id)) continue;
		try {
			for (const { finding, story } of findingsIn(document, rule, { ...context, ruleIds }, known)) {
				const key = `${rule.id} ${finding.span.start} ${finding.span.end} ${finding.message}`;
				if (reported.has(key) || suppressions.covers(rule.id, finding.span.start)) continue;
				reported.add(key);
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
	return { problems, failures, namedRules: [...suppressions.ignored, ...suppressions.inComments.flat()] };
}

/** What a rule finds in a document, and in which of its stories. */
function* findingsIn(
	document: Document,
	rule: Rule,
	context: RuleContext,
	known: readonly StoryMemory[],
): Generator<{ finding: Finding; story?: number }> {
	const isTagged = document.kind === 'story' || document.kind === 'bank';
	const isOfCandidates = rule.on === 'candidate' || (rule.on === 'document' && rule.alsoOfCandidates === true);
	if (!(isTagged && rule.on !== 'candidate') && !(document.kind === 'candidate' && isOfCandidates)) return;
	if (rule.on === 'document') {
		for (const finding of rule.check(document, context)) yield { finding };
		return;
	}
	for (const [story, parsed] of document.stories.entries()) {
		for (const finding of findingsOf(parsed, document, rule, context, known[story])) yield { finding, story };
	}
}

function* findingsOf(
	story: ParsedStory,
	document: Document,
	rule: Exclude<Rule, { readonly on: 'document' }>,
	context: RuleContext,
	known: StoryMemory | undefined,
): Generator<Finding> {
	if (rule.on === 'story' && rule.checkFields) yield* rule.checkFields(story, document, context);
	const check = () => rule.check(story, document, context);
	const isRemembered = known && rule.on === 'story' && rule.isLocal;
	yield* isRemembered ? known.findings(rule.id, story.span.start, () => [...check()]) : check();
}
