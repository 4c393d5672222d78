import { basename, join } from 'node:path';
import { analyse, readStoryWords } from '../core/rules/analyse.ts';
import { type AnalysisContext, type FullAnalysis, nothing } from '../core/rules/analysis.ts';
import { intricateDocument } from '../core/rules/unreadDocument.ts';
import { localDay } from '../core/text/day.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import { LineMap } from '../core/text/lines.ts';
import { FileLister, selectFiles, type Unread } from './findFiles.ts';
import { readText } from './readText.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Progress, tell } from './terminal.ts';
import { eachWithin } from './within.ts';

/** How much of stories is wanted: the less, the sooner it is there. */
export type Extent = 'words' | 'problems' | 'fixes';

/** A Markdown file with its analysis. */
export interface AnalysedFile {
	/** Path from the folder, with `/`. */
	readonly path: string;
	readonly analysis: FullAnalysis;
	readonly lines: LineMap;
	/** Analyses it with its problems, where only its words were wanted. */
	readonly withProblems?: () => FullAnalysis;
}

/** The files that were read, and those that could not be. */
export interface ReadStories {
	readonly files: readonly AnalysedFile[];
	readonly unread: readonly Unread[];
}

/** Files that are read at the same time. */
const batchSize = 32;

/**
 * Reads and analyses files.
 *
 * @param paths from the folder, with `/`
 */
async function readStories(
	folder: StoryFolder,
	paths: readonly string[],
	progress: Progress,
	extent: Extent,
): Promise<ReadStories> {
	const files: AnalysedFile[] = [];
	const unread: Unread[] = [];
	for (let next = 0; next < paths.length; next += batchSize) {
		const batch = paths.slice(next, next + batchSize);
		const readings = await Promise.all(
			batch.map(async (path) => [path, await readText(join(folder.path, path))] as const),
		);
		const texts = readings.flatMap(([path, reading]) => {
			// A file that is no text holds no story.
			if (reading === 'binary') return [];
			if ('text' in reading) return [{ path, text: reading.text }];
			unread.push({ path, reason: reading.notRead });
			return [];
		});
		let at = 0;
		for (const analysis of analyseWithin(folder, texts, extent)) {
			const { path = '', text = '' } = texts[at++] ?? {};
			const file = {
				...analysedFile(path, text, analysis),
				...(extent === 'words' && { withProblems: () => analyseFile(folder, path, text, 'problems').analysis }),
			};
			unread.push(
				...analysis.failures.map(({ rule, message }) => ({ path, reason: `rule ${rule} failed: ${message}` })),
			);
			files.push(file);
			progress.tell(() => `Reading stories: ${files.length} of ${paths.length} Markdown files`);
		}
	}
	return { files, unread };
}

/** A file that was read. */
interface NamedText {
	/** From the folder, with `/`. */
	readonly path: string;
	readonly text: string;
}

/**
 * Analyses the text of a file.
 *
 * @param path from the folder, with `/`
 */
export function analyseFile(folder: StoryFolder, path: string, text: string, extent?: Extent): AnalysedFile {
	const [analysis = nothing] = analyseWithin(folder, [{ path, text }], extent);
	return analysedFile(path, text, analysis);
}

function analysedFile(path: string, text: string, analysis: FullAnalysis): AnalysedFile {
	// Only problems and stories have positions; most Markdown files have neither.
	return { path, analysis, lines: LineMap.of(analysis.problems.length + analysis.stories.length > 0 ? text : '') };
}

/**
 * Finds, reads and analyses the files that paths and patterns name. Says on standard error how far it is, and what it
 * leaves out.
 *
 * @param named as typed; the whole folder where empty
 * @param extent how much of each is wanted
 * @throws Refusal where one names nothing, or something outside the folder
 */
export async function readNamed(
	folder: StoryFolder,
	named: readonly string[],
	extent: Extent = 'fixes',
): Promise<ReadStories> {
	const progress = new Progress();
	try {
		const lister = new FileLister(folder);
		const selection = await selectFiles(folder, lister, named, progress);
		const { files, unread } = await readStories(folder, selection.files, progress, extent);
		progress.end();
		for (const name of selection.leftOut) tellLeftOut(name);
		return { files, unread: [...lister.unread, ...unread] };
	} finally {
		progress.end();
	}
}

/** Says on standard error that what is named is not read. */
export function tellLeftOut(name: string): void {
	tell(`${escapeTerminal(name)} was left out: settings or ignore files exclude it, or it is no Markdown.`);
}

/** Says on standard error what could not be read. */
export function tellUnread(unread: readonly Unread[]): void {
	for (const { path, reason } of unread)
		tell(`${escapeTerminal(path === '' ? '.' : path)} was not read: ${escapeTerminal(reason)}.`);
}

/**
 * Analyses documents, and gives up on those that take too long: then their analyses say just that.
 *
 * @param extent how much of each is wanted
 * @param limit for one of them, in milliseconds
 */
export function* analyseWithin(
	folder: Pick<StoryFolder, 'settings' | 'lookups'>,
	documents: readonly NamedText[],
	extent: Extent = 'fixes',
	limit?: number,
): Generator<FullAnalysis> {
	const contextOf = contextIn(folder);
	yield* eachWithin(
		documents,
		({ path, text }) =>
			extent === 'words'
				? readStoryWords(text, contextOf(path))
				: analyse(text, contextOf(path), undefined, { withoutFixes: extent === 'problems' }),
		({ path, text }) => intricateDocument(text, contextOf(path).severities),
		limit,
	);
}

function contextIn({
	settings,
	lookups,
}: Pick<StoryFolder, 'settings' | 'lookups'>): (path: string) => AnalysisContext {
	const { severities, wordsPerMinute, staleAfterYears } = settings;
	const today = localDay(new Date());
	return (path) => ({ fileName: basename(path), lookups, severities, wordsPerMinute, staleAfterYears, today });
}
