import { normaliseName } from '../../framework/nearness.ts';
import type { LibraryStory } from '../../library/storyIndex.ts';
import { nameOf, pathOf } from '../../library/uris.ts';
import { slugOf } from '../../text/slug.ts';
import { wordSet } from '../../text/words.ts';
import type { ToldStory } from './interview.ts';

/** Words of a title that tell no story from another. */
const common = wordSet('a an the my our one story project time when how that this of in on at to for and with about');

/** A word of a shortened title that may stand alone is no shorter, in letters. */
const minLength = 5;

/**
 * The story that a list of interviews means: by its link, its title, the name of its file, or words that only one title
 * has.
 *
 * @param list the list's file, named as the stories' files are: all by URIs, or all by paths
 * @returns undefined where none is meant for sure
 */
export function toldStory<T extends Pick<LibraryStory, 'file' | 'story'>>(
	{ text, link }: ToldStory,
	list: string,
	stories: readonly T[],
): T | undefined {
	if (link !== undefined) {
		const linked = linkedStory(link, text, list, stories);
		if (linked) return linked;
	}
	const wanted = normaliseName(text);
	if (wanted === '') return undefined;
	const titled = stories.filter(({ story }) => normaliseName(story.title) === wanted);
	if (titled.length > 0) return only(titled);
	const named = stories.filter(({ file }) => bareName(nameOf(file)) === bareName(lastOf(text)));
	if (named.length > 0) return only(named);
	const words = telling(text);
	if (!words.some((word) => word.length >= minLength) && words.length < 2) return undefined;
	return only(
		stories.filter(({ story }) => {
			const own = new Set(telling(story.title));
			return words.every((word) => own.has(word));
		}),
	);
}

/** The path of a link that leads to a file, decoded; undefined for an address of the web. */
export function linkedPath(link: string): string | undefined {
	const [path = ''] = link.split('#');
	return path === '' || /^(?:https?|mailto):/iu.test(path) ? undefined : pathOf(path);
}

function linkedStory<T extends Pick<LibraryStory, 'file' | 'story'>>(
	link: string,
	text: string,
	list: string,
	stories: readonly T[],
): T | undefined {
	const path = linkedPath(link);
	if (path === undefined) return undefined;
	const from = pathOf(list).split('/').slice(0, -1);
	const segments = path.startsWith('/') ? [] : from;
	for (const segment of path.split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	const wanted = segments.join('/').replace(/^\//u, '');
	// A path from the root may begin at the folder of the workspace.
	const isMeant = (file: string) => [file, `/${pathOf(file)}`].some((each) => each.endsWith(`/${wanted}`));
	const inFile = stories.filter(({ file }) => isMeant(file) || isMeant(file.replace(/\.md$/iu, '')));
	if (inFile.length < 2) return inFile[0];
	const anchor = decoded(link.split('#')[1] ?? '');
	return (
		only(inFile.filter(({ story }) => anchor !== '' && slugOf(story.title) === anchor)) ??
		only(inFile.filter(({ story }) => normaliseName(story.title) === normaliseName(text)))
	);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function only<T>(found: readonly T[]): T | undefined {
	return found.length === 1 ? found[0] : undefined;
}

function lastOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function bareName(name: string): string {
	return normaliseName(name.replace(/\.md$/iu, ''));
}

function telling(title: string): readonly string[] {
	return (normaliseName(title).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !common.has(word));
}
