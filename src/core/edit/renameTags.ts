import { type CompetencyLookup, normaliseName } from '../framework/lookup.ts';
import { fieldNamed } from '../story/fields.ts';
import type { ParsedDocument } from '../story/parse.ts';
import type { TextEdit } from '../text/edit.ts';
import type { EditResult, Refusal } from './editResult.ts';
import { editableYaml, obstacleIn } from './frontMatterField.ts';
import { holdsTexts, respellItems } from './frontMatterItems.ts';
import { respellInLine } from './storyLineText.ts';
import { ownLines } from './storyPlace.ts';

export interface Renaming {
	/** Every name under which the competency is tagged: id, name and aliases. */
	readonly names: readonly string[];
	/** How a tag is to be written from now on, by how it is written. */
	readonly spelling: (written: string) => string;
	/** The competencies as they will be: they tell where a line of tags is split. */
	readonly competencies: CompetencyLookup;
}

/**
 * Renames the tags of a document that name a competency, in front matter and in the lines of its stories. Each keeps its
 * quotes and its place.
 * @returns the edits, and what could not be renamed and why
 */
export function renameTags(
	document: ParsedDocument,
	renaming: Renaming,
): { readonly edits: readonly TextEdit[]; readonly refusals: readonly Refusal[] } {
	const results = [...inFrontMatter(document, renaming), ...inLines(document, renaming)];
	return {
		edits: results.flatMap(({ edits }) => edits),
		refusals: results.flatMap(({ refusal }) => refusal ?? []),
	};
}

function newSpelling({ names, spelling }: Renaming): (written: string) => string | undefined {
	const known = new Set(names.map(normaliseName));
	return (written) => (known.has(normaliseName(written)) ? spelling(written) : undefined);
}

function* inFrontMatter({ text, frontMatter }: ParsedDocument, renaming: Renaming): Generator<EditResult> {
	if (!frontMatter) return;
	const yaml = editableYaml(frontMatter);
	const renamed = newSpelling(renaming);
	if ('refusal' in yaml) {
		const { start, end } = frontMatter.content;
		if (renaming.names.some((name) => text.slice(start, end).includes(name))) yield yaml;
		return;
	}
	for (const field of frontMatter.entries) {
		if (fieldNamed(field.key.value)?.name !== 'competencies') continue;
		const { value } = field;
		const texts = value.kind === 'list' ? value.items : [value];
		if (!texts.some((item) => item.kind === 'scalar' && renamed(item.text) !== undefined)) continue;
		const obstacle = holdsTexts(field) ? undefined : obstacleIn(field);
		yield obstacle ?? respellItems(text, frontMatter, field, (_index, present) => renamed(present));
	}
}

function* inLines(document: ParsedDocument, renaming: Renaming): Generator<EditResult> {
	const renamed = newSpelling(renaming);
	for (const line of document.stories.flatMap((story) => ownLines(document, story))) {
		if (line.field.name !== 'competencies') continue;
		yield respellInLine({ text: document.text, line, competencies: renaming.competencies, separator: '; ' }, renamed);
	}
}
