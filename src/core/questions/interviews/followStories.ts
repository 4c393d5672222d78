import type { Lookups } from '../../framework/lookups.ts';
import { normaliseName } from '../../framework/nearness.ts';
import { isWithin } from '../../library/uris.ts';
import type { TextEdit } from '../../text/edit.ts';
import { escapeMarkdown, escapePath } from '../../text/escape.ts';
import { slugOf } from '../../text/slug.ts';
import type { Span } from '../../text/span.ts';
import type { InterviewContent, ToldStory } from './interview.ts';
import { readingBack } from './readingBack.ts';
import type { ListedQuestion } from './listedInterviews.ts';
import { type InterviewList, listInterviews } from './readInterviews.ts';
import { linkedPath } from './toldStory.ts';

/** A story that gets another title. */
export interface RetitledStory {
	readonly from: string;
	readonly to: string;
	/** Name of its file: a link has to lead there. */
	readonly fileName: string;
	/** Whether no other story goes by that title. */
	readonly isOnly: boolean;
}

/** The edits after which a list of interviews calls a story by its new title; none where that cannot be written. */
export function retitleInInterviews(text: string, lookups: Lookups, story: RetitledStory): readonly TextEdit[] {
	const { from, to, fileName, isOnly } = story;
	return followed(text, lookups, ({ text: title, link }) => {
		const path = link === undefined ? undefined : linkedPath(link);
		const isNamed = normaliseName(title) === normaliseName(from);
		if (path === undefined ? !isNamed || !isOnly : lastOf(path) !== fileName) return undefined;
		const anchor = `#${slugOf(from)}`;
		const hasAnchor = link !== undefined && decodedAnchor(link) === anchor;
		// In a bank the anchor says which story is meant, elsewhere the title does.
		if (link !== undefined && link.includes('#') ? !hasAnchor : !isNamed) return undefined;
		return {
			text: isNamed ? to : title,
			...(link !== undefined && {
				link: hasAnchor ? `${link.slice(0, link.indexOf('#'))}#${encodeURIComponent(slugOf(to))}` : link,
			}),
		};
	});
}

/** A file or folder that is moved: paths from the root of the file system, with `/`. */
export interface MovedFile {
	readonly from: string;
	readonly to: string;
}

/**
 * The edits after which a list of interviews leads to stories where they are by then.
 *
 * @param list path of the list's file as it is now
 * @param folder path of the folder of the workspace, from which links that begin with `/` lead
 */
export function relinkInInterviews(
	text: string,
	lookups: Lookups,
	list: string,
	folder: string,
	moved: readonly MovedFile[],
): readonly TextEdit[] {
	const moveOf = (path: string): string => {
		const move = moved.find(({ from }) => isWithin(path, from));
		return move ? move.to + path.slice(move.from.length) : path;
	};
	return followed(text, lookups, ({ text: title, link }) => {
		const path = link === undefined ? undefined : linkedPath(link);
		if (link === undefined || path === undefined) return undefined;
		const isFromRoot = path.startsWith('/');
		const target = resolved(isFromRoot ? folder : parent(list), path);
		const now = moveOf(target);
		if (now === target && moveOf(list) === list) return undefined;
		// A link that leads out of the folder cannot begin at its root.
		const isRooted = isFromRoot && isWithin(now, folder);
		const way = isRooted ? now.slice(folder.replace(/\/$/u, '').length) : wayFrom(parent(moveOf(list)), now);
		const anchor = link.includes('#') ? link.slice(link.indexOf('#')) : '';
		const written = escapePath(way) + anchor;
		return linkedPath(written) === path ? undefined : { text: title, link: written };
	});
}

/** @param newFor what was told, as it is to read; undefined where it stays as it is */
function followed(
	text: string,
	lookups: Lookups,
	newFor: (told: ToldStory) => ToldStory | undefined,
): readonly TextEdit[] {
	const list = listInterviews(text, lookups);
	const changes = new Map<ListedQuestion, ToldStory>();
	for (const question of list.interviews.flatMap(({ questions }) => questions)) {
		const told = question.logged.told && newFor(question.logged.told);
		if (told) changes.set(question, told);
	}
	if (changes.size === 0) return [];
	const expected = contentAfter(list, changes);
	const written = [(title: string) => title, escapeMarkdown];
	const candidates = written.map((write) =>
		[...changes].flatMap(([{ told, logged }, now]) =>
			told && logged.told ? editsOf(text, told.span, logged.told, now, write) : [],
		),
	);
	return readingBack(text, lookups, expected, candidates) ?? [];
}

function contentAfter(
	{ interviews }: InterviewList,
	changes: ReadonlyMap<ListedQuestion, ToldStory>,
): readonly InterviewContent[] {
	return interviews.map(({ interview, questions }) => ({
		...interview,
		asked: questions.map((question) => {
			const told = changes.get(question);
			return told ? { ...question.logged, told } : question.logged;
		}),
	}));
}

/** Changes the title and the target of a link where they stand, and nothing between them. */
function editsOf(
	text: string,
	{ start, end }: Span,
	was: ToldStory,
	is: ToldStory,
	write: (title: string) => string,
): readonly TextEdit[] {
	const source = text.slice(start, end);
	const edits: TextEdit[] = [];
	if (was.text !== is.text) {
		const place = placeOf(source, [was.text, escapeMarkdown(was.text)]);
		if (place) edits.push({ span: shifted(place, start), newText: write(is.text) });
	}
	if (was.link !== undefined && is.link !== undefined && was.link !== is.link) {
		const from = source.lastIndexOf('](');
		const place = placeOf(source.slice(Math.max(from, 0)), [was.link]);
		if (place) edits.push({ span: shifted(place, start + Math.max(from, 0)), newText: is.link });
	}
	return edits;
}

function placeOf(source: string, spellings: readonly string[]): Span | undefined {
	for (const spelling of spellings) {
		const start = source.indexOf(spelling);
		if (start >= 0) return { start, end: start + spelling.length };
	}
	return undefined;
}

function shifted({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

function decodedAnchor(link: string): string {
	const anchor = link.slice(link.indexOf('#'));
	try {
		return decodeURIComponent(anchor);
	} catch {
		return anchor;
	}
}

function lastOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function parent(path: string): string {
	return path.slice(0, path.lastIndexOf('/'));
}

/** @param path with `/`; `.` and `..` are followed */
function resolved(folder: string, path: string): string {
	const segments: string[] = [];
	for (const segment of `${folder}/${path}`.split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	return `/${segments.join('/')}`;
}

/** The way from a folder to a file. */
function wayFrom(folder: string, file: string): string {
	const [from, to] = [folder, file].map((path) => path.split('/').filter(Boolean)) as [string[], string[]];
	let common = 0;
	while (common < Math.min(from.length, to.length - 1) && from[common] === to[common]) common++;
	return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
