import type { LoadedFramework } from '../../framework/file/loadFramework.ts';
import { type KnownQuestion, writtenIdOf } from '../../framework/lookups.ts';
import type { Analysis } from '../../rules/analysis.ts';
import type { RuleSummary } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import type { Competency, Framework, Question } from '../../framework/model.ts';
import { sectionKinds, sectionTitles } from '../../framework/sectionKind.ts';
import { targetText } from '../coverage.ts';
import { escapeMarkdown } from '../../text/escape.ts';

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

/** A framework as a Markdown document, to be read where it has no file of its own. */
export function frameworkPage(framework: Framework): string {
	const { name, version, asOf } = framework;
	const edition = [version && `Version ${version}`, asOf && `as of ${asOf}`].filter(Boolean).join(', ');
	const head = [`# ${escapeMarkdown(name)}`, ...(edition === '' ? [] : [`${edition}.`])];
	return `${[...head, ...framework.competencies.flatMap(competencyParts)].join('\n\n')}\n`;
}

/** The heading of a competency in {@link frameworkPage}, on a line of its own. */
export function competencyHeading({ name }: Competency): string {
	return `## ${escapeMarkdown(name)}`;
}

/** A question in {@link frameworkPage}, on a line of its own, with the id by which stories name it. */
export function questionItem({ id, text, signal }: Question): string {
	return `${item(text)} (\`${id}\`)${signal === undefined ? '' : `: ${escapeMarkdown(signal)}`}`;
}

function competencyParts(competency: Competency): string[] {
	const { aliases, description, target, prompts, questions } = competency;
	const also = aliases.length > 0 ? `; also ${aliases.map(escapeMarkdown).join(', ')}` : '';
	const parts = [
		competencyHeading(competency),
		escapeMarkdown(description),
		`Tag: \`${writtenIdOf(competency)}\`${also}. Target: ${targetText(target)}.`,
	];
	for (const kind of sectionKinds) {
		if (prompts[kind].length > 0) parts.push(`**${sectionTitles[kind]}**\n\n${prompts[kind].map(item).join('\n')}`);
	}
	if (questions.length > 0) parts.push(`**Questions**\n\n${questions.map(questionItem).join('\n')}`);
	return parts;
}

function item(text: string): string {
	return `- ${escapeMarkdown(text)}`;
}
