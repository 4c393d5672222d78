import type { Competency, Framework, Question } from '../framework/model.ts';
import { sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { targetText } from '../library/coverage.ts';
import { escapeMarkdown } from '../text/escape.ts';

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
	const { id, aliases, description, target, prompts, questions } = competency;
	const also = aliases.length > 0 ? `; also ${aliases.map(escapeMarkdown).join(', ')}` : '';
	const parts = [
		competencyHeading(competency),
		escapeMarkdown(description),
		`Tag: \`${id}\`${also}. Target: ${targetText(target)}.`,
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
