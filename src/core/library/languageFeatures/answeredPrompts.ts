import type { CompetencyLookup } from '../../framework/lookups.ts';
import { promptsFor } from '../../framework/prompts.ts';
import { type FullSection, type FullStory, taggedCompetencies } from '../../story/model.ts';
import { lineEnd, lineStart } from '../../text/lines.ts';

/** Questions that are shown beside a section, and where. */
export interface ShownPrompts {
	/** The end of the line behind which they stand. */
	readonly offset: number;
	readonly text: string;
}

/** As much as fits beside a heading, in UTF-16 code units; hovering over it shows all. */
const maxLength = 140;

/**
 * The questions of the section at an offset that its author has typed over, to be seen while the answers are written.
 *
 * @param text the whole document
 * @param stories of that text
 * @returns undefined where there is no section, none of its questions was typed over, or the story is no draft any more
 */
export function answeredPromptsAt(
	text: string,
	stories: readonly FullStory[],
	offset: number,
	competencies: CompetencyLookup,
): ShownPrompts | undefined {
	for (const { details, sections, tags } of stories) {
		const section = sections.find(
			({ span }) => span.start <= offset && offset < span.end + (span.end === text.length ? 1 : 0),
		);
		if (!section) continue;
		if (details.status !== 'draft' || section.form === 'cell') return undefined;
		const shown = answeredIn(section, text, taggedCompetencies(tags, competencies));
		return shown.length === 0 ? undefined : { offset: placeBeside(section, text), text: joined(shown) };
	}
	return undefined;
}

function answeredIn(
	{ kind, also = [], openPrompts = [] }: FullSection,
	text: string,
	competencies: Parameters<typeof promptsFor>[1],
): readonly string[] {
	const open = openPrompts.map(({ start, end }) => normalised(text.slice(start, end)));
	const kinds = [kind, ...also];
	const asked = kinds.flatMap((each) => promptsFor(each, competencies));
	// A snippet for any competency asks what every story answers.
	const own = open.every((prompt) => asked.map(normalised).includes(prompt));
	const prompts = own ? asked : kinds.flatMap((each) => promptsFor(each, []));
	return prompts.filter((prompt) => !open.includes(normalised(prompt)));
}

function normalised(prompt: string): string {
	return prompt
		.trim()
		.replaceAll(/\s+(?:>\s+)*/gu, ' ')
		.replaceAll('’', "'");
}

/** Behind a heading; above a label that is followed by text, so that nothing moves while that is typed. */
function placeBeside({ form, name, body }: FullSection, text: string): number {
	const start = lineStart(text, name.start);
	const end = lineEnd(text, name.end);
	if (form === 'heading' || start === 0 || text.slice(body.start, end).trim() === '') return end;
	const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
	const isBlank = text.slice(above, lineEnd(text, above)).trim() === '';
	return isBlank ? lineEnd(text, above) : end;
}

function joined(prompts: readonly string[]): string {
	const [first = '', ...others] = prompts.map((prompt) => prompt.trim().replaceAll(/\s+/gu, ' '));
	let shown = first;
	for (const prompt of others) {
		if (shown.length + prompt.length > maxLength) return `${shown} …`;
		shown += ` ${prompt}`;
	}
	return shown.length > maxLength ? `${shown.slice(0, maxLength)}…` : shown;
}
