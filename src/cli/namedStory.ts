import { resolve } from 'node:path';
import type { FullLibraryStory } from '../core/library/storyIndex.ts';
import { storyNamed } from '../core/report/answers/storyNamed.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import type { OpenLibrary } from './answering.ts';
import { pathFrom } from './storyFolder.ts';
import { Refusal } from './terminal.ts';

/**
 * The story that was named by its title, its file or a line of it.
 *
 * @param candidates whether a story may be meant that has no tags yet
 * @throws Refusal where there is none, or several: it names those that may be meant
 */
export async function storyIn(
	{ folder, library }: OpenLibrary,
	name: string,
	{ candidates = false }: { readonly candidates?: boolean } = {},
): Promise<FullLibraryStory> {
	const direct = storyNamed(library, name, candidates);
	if ('story' in direct) return direct.story;
	// A path may be typed as `./stories/a.md`, from the root, or with a backslash.
	const path = pathFrom(folder.path, resolve(name));
	const found = direct.meant.length > 0 || path === undefined ? direct : storyNamed(library, path, candidates);
	if ('story' in found) return found.story;
	const meant = found.meant.map((entry) => {
		const { file, line } = library.placeOf(entry);
		return `\n  ${escapeTerminal(`${file}:${line}`)}  ${escapeTerminal(entry.story.title)}`;
	});
	throw new Refusal(
		`There is no one story “${escapeTerminal(name)}”.` +
			(meant.length > 0 ? ` Do you mean one of these?${meant.join('')}` : ' Name it by its title or its file.'),
	);
}
