import type { LoadedFramework } from '../../framework/file/loadFramework.ts';
import type { KnownQuestion } from '../../framework/lookups.ts';
import type { Analysis } from '../../rules/analysis.ts';
import type { RuleSummary } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';

/** Words that lead elsewhere, and what they name there. */
export type LinkPlace =
	| { readonly kind: 'question'; readonly span: Span; readonly known: KnownQuestion }
	| { readonly kind: 'rule'; readonly span: Span; readonly rule: string; readonly summary: string }
	| { readonly kind: 'framework'; readonly span: Span; readonly framework: string };

/**
 * The links of a story file or a bank: the questions that it names by their ids, and the rules that it switches off.
 * Tags are none: they have a definition.
 *
 * @param questions of the active frameworks, by id
 * @param rules every rule
 */
export function linksInStories(
	{ stories, namedRules = [] }: Analysis,
	questions: ReadonlyMap<string, KnownQuestion>,
	rules: readonly RuleSummary[],
): readonly LinkPlace[] {
	const ofRules = namedRules.flatMap(({ value, span }): LinkPlace[] => {
		const rule = rules.find(({ id }) => id === value);
		return rule ? [{ kind: 'rule', span, rule: value, summary: rule.summary }] : [];
	});
	const ofQuestions = stories
		.flatMap(({ details }) => details.questions ?? [])
		.flatMap(({ value, span }): LinkPlace[] => {
			const known = questions.get(value);
			return known ? [{ kind: 'question', span, known }] : [];
		});
	// The stories of a bank share the questions of its front matter.
	return [...new Map([...ofQuestions, ...ofRules].map((link) => [link.span.start, link])).values()];
}

/** The links of a framework file: the built-in frameworks that it extends. */
export function linksInFramework({ presets }: LoadedFramework): readonly LinkPlace[] {
	return presets.map(({ value, span }) => ({ kind: 'framework', span, framework: value }));
}
