import type { LoadedFramework } from '../framework/file/loadFramework.ts';
import { loadFramework } from '../framework/file/loadFramework.ts';
import { createLookup } from '../framework/lookup.ts';
import type { Framework } from '../framework/model.ts';
import { parseWith } from '../parseWith.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { renameTags } from './renameTags.ts';
import { isRenamed, type Renaming } from './renaming.ts';
import { insideQuotes, yamlScalar } from '../yaml/yamlText.ts';

/** A framework file, as far as a renaming needs to know it. */
export interface RenamedFramework {
	readonly text: string;
	readonly loaded: LoadedFramework;
}

/** Edits, or why there can be none. */
export type RenameResult = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/**
 * Renames an id, name or alias in a framework file, where it is defined and where it is referred to.
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
 * @param frameworks those that hold for the file now
 * @param framework the framework file's own, as it will be; undefined where it stays as it is
 */
export function renameInStories(
	text: string,
	fileName: string,
	frameworks: readonly Framework[],
	framework: Framework | undefined,
	renaming: Renaming,
): RenameResult {
	const document = parseWith(text, fileName, frameworks);
	const competencies = createLookup(framework ? [framework, ...frameworks.filter(({ id }) => id !== framework.id)] : frameworks);
	// A tag in another case keeps its spelling where that is still understood.
	const spelling = (written: string) => (written !== renaming.from && framework && competencies.find(written) ? written : renaming.to);
	const { edits, refusals } = renameTags(document, { names: [renaming.from], spelling, competencies });
	const [refused] = refusals;
	return refused ? { refusal: refused.message } : { edits };
}
