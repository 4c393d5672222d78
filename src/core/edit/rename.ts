import { type LoadedFramework, loadFramework } from '../framework/file/loadFramework.ts';
import { type CompetencyLookup, createLookup, type Lookups } from '../framework/lookups.ts';
import { normaliseName } from '../framework/nearness.ts';
import type { Framework } from '../framework/model.ts';
import { angleKeys } from '../story/angles.ts';
import { fieldNamed, type StoryField } from '../story/fields.ts';
import { type Document, readDocument } from '../story/document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { insideQuotes, yamlScalar } from '../text/yaml/yamlText.ts';
import { respellAngleKey } from './angles.ts';
import type { EditResult, Refusal } from './editResult.ts';
import { editableYaml, obstacleIn } from './frontMatterField.ts';
import { holdsTexts, respellItems } from './frontMatterSpelling.ts';
import { respellInLine } from './tagLine.ts';

/** A name of a competency, as it is spelled, that is to be spelled otherwise wherever it stands. */
export interface Renaming {
	readonly from: string;
	readonly to: string;
}

/** Whether a name as written is the one to be renamed. */
export function isRenamed(written: string, { from }: Renaming): boolean {
	return normaliseName(written) === normaliseName(from);
}

export interface TagRenaming {
	/** Every name under which the competency is tagged: id, name and aliases. */
	readonly names: readonly string[];
	/** How a tag is to be written from now on, by how it is written. */
	readonly spelling: (written: string) => string;
	/** The competencies as they will be: they tell where a line of tags is split. */
	readonly competencies: CompetencyLookup;
}

/**
 * Renames the tags of a document that name a competency, in front matter and in the lines of its stories, and the
 * names under `angles`. Each keeps its quotes and its place.
 *
 * @returns the edits, and what could not be renamed and why
 */
export function renameTags(
	document: Document,
	renaming: TagRenaming,
): { readonly edits: readonly TextEdit[]; readonly refusals: readonly Refusal[] } {
	const results = [
		...inFrontMatter(document, renaming),
		...inLines(document, renaming),
		...inAngles(document, renaming),
	];
	return {
		edits: results.flatMap(({ edits }) => edits),
		refusals: results.flatMap(({ refusal }) => refusal ?? []),
	};
}

function newSpelling({ names, spelling }: TagRenaming): (written: string) => string | undefined {
	const known = new Set(names.map(normaliseName));
	return (written) => (known.has(normaliseName(written)) ? spelling(written) : undefined);
}

function* inFrontMatter({ text, frontMatter }: Document, renaming: TagRenaming): Generator<EditResult> {
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

/** The competencies for which stories have angles, in front matter and in lines. */
function* inAngles(document: Document, renaming: TagRenaming): Generator<EditResult> {
	if (document.frontMatter && !document.frontMatter.intact) return;
	const renamed = newSpelling(renaming);
	const judged = new Set<StoryField['value']>();
	for (const field of document.stories.flatMap(({ fields }) => fields)) {
		if (judged.has(field.value)) continue;
		judged.add(field.value);
		for (const { key } of angleKeys([field])) {
			const name = renamed(key.text);
			if (name !== undefined && name !== key.text) yield respellAngleKey(document, field, key, name);
		}
	}
}

function* inLines(document: Document, renaming: TagRenaming): Generator<EditResult> {
	const renamed = newSpelling(renaming);
	for (const line of document.stories.flatMap((story) => story.lines)) {
		if (line.field.name !== 'competencies') continue;
		yield respellInLine(
			{ text: document.text, line, competencies: renaming.competencies, separator: '; ' },
			renamed,
		);
	}
}

/** A framework file, as far as a renaming needs to know it. */
export interface RenamedFramework {
	readonly text: string;
	readonly loaded: LoadedFramework;
}

/** Edits, or why there can be none. */
export type RenameResult = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/**
 * Renames an id, name or alias in a framework file, where it is defined and where it is referred to.
 *
 * @returns a refusal where the file would no longer be whole
 */
export function renameInFramework({ text, loaded }: RenamedFramework, renaming: Renaming): RenameResult {
	const places = [
		...loaded.entries.flatMap(({ id, name, aliases }) => [id, ...(name ? [name] : []), ...aliases]),
		...loaded.references.map(({ written }) => written),
	].filter(({ value }) => isRenamed(value, renaming));
	// An id `courage` and a name `Courage` are two names: only the one that was meant changes.
	const exact = places.filter(({ value }) => value === renaming.from);
	const edits = (exact.length > 0 ? exact : places).map(({ span, quote }): TextEdit => {
		return { span, newText: quote ? insideQuotes(renaming.to, quote) : yamlScalar(renaming.to) };
	});
	const error = loadFramework(applyEdits(text, edits)).problems.find(({ severity }) => severity === 'error');
	return error ? { refusal: error.message } : { edits };
}

/**
 * Renames the tags of a document that are spelled so.
 *
 * @param lookups of the frameworks that are active for the file now
 * @param framework the framework file's own, as it will be; undefined where it stays as it is
 */
export function renameInStories(
	text: string,
	fileName: string,
	lookups: Lookups,
	framework: Framework | undefined,
	renaming: Renaming,
): RenameResult {
	const document = readDocument(text, { fileName, lookups });
	const competencies = framework
		? createLookup([framework, ...lookups.frameworks.filter(({ id }) => id !== framework.id)])
		: lookups.competencies;
	// A tag in another case keeps its spelling where that is still understood.
	const spelling = (written: string) =>
		written !== renaming.from && framework && competencies.find(written) ? written : renaming.to;
	const { edits, refusals } = renameTags(document, { names: [renaming.from], spelling, competencies });
	const [refused] = refusals;
	return refused ? { refusal: refused.message } : { edits };
}
