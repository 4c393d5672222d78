import { basename } from 'node:path';
import { changeStories, type StoryChange } from '../core/edit/changeStories.ts';
import type { FullLibraryStory } from '../core/library/storyIndex.ts';
import { applyEdits } from '../core/text/edit.ts';
import type { OpenLibrary } from './answering.ts';
import { namesToHide, withNamesOf } from './hideNames.ts';
import type { AnswerOptions, DryRunOption } from './options.ts';
import { printChanges } from './printChanges.ts';
import { analyseFile } from './readStories.ts';
import { type ExitCode, exitCodes, Refusal } from './terminal.ts';
import { within } from './within.ts';
import { editableIn, makeChanges } from './writeChanges.ts';

/**
 * Makes changes to one story in its file, all of them or none, and prints what was done.
 *
 * @throws Refusal where one of them cannot be made
 */
export async function changeStory(
	{ folder, stories }: Pick<OpenLibrary, 'folder' | 'stories'>,
	{ file: path, index, story: { title } }: FullLibraryStory,
	changes: readonly { readonly change: StoryChange; readonly what: string }[],
	options: AnswerOptions & DryRunOption,
): Promise<ExitCode> {
	// Nothing is said where a name may be missing, not even why the change cannot be made.
	const listed = await namesToHide(options, folder, { stories });
	const file = await editableIn(folder, path);
	const requests = changes.map(({ change }) => ({ story: { index, title }, change }));
	const changed = within(() => changeStories(file.text, basename(path), folder.lookups, requests));
	if (!changed) throw new Refusal(`${path} is too intricate to be changed.`);
	if (changed.refusals.length > 0)
		throw new Refusal(`“${title}” was left as it is. ${changed.refusals.map(({ message }) => message).join(' ')}`);
	const after = applyEdits(file.text, changed.edits);
	// The change itself may name somebody.
	const names = listed && withNamesOf(listed, analyseFile(folder, path, after), options);
	const result = await makeChanges([{ path, what: changes.map(({ what }) => what), after, file }], !!options.dryRun);
	return printChanges(result, options.format, names, exitCodes.ok);
}
