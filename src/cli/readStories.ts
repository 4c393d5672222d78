import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { analyse } from '../core/rules/analyse.ts';
import type { Analysis, AnalysisContext } from '../core/rules/analysis.ts';
import { intricateDocument } from '../core/rules/unreadDocument.ts';
import { localDay } from '../core/text/day.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import { LineMap } from '../core/text/lines.ts';
import { FileLister, selectFiles, type Unread } from './findFiles.ts';
import { readText } from './readText.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Progress, tell } from './terminal.ts';

/** A Markdown file with its analysis. */
export interface AnalysedFile {
	/** Path from the folder, with `/`. */
	readonly path: string;
	readonly analysis: Analysis;
	readonly lines: LineMap;
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
async function readStories(folder: StoryFolder, paths: readonly string[], progress: Progress): Promise<ReadStories> {
	const files: AnalysedFile[] = [];
	const unread: Unread[] = [];
	for (let next = 0; next < paths.length; next += batchSize) {
		const batch = paths.slice(next, next + batchSize);
		const readings = await Promise.all(
			batch.map(async (path) => [path, await readText(join(folder.path, path))] as const),
		);
		for (const [path, reading] of readings) {
			// A file that is no text holds no story.
			if (reading === 'binary') continue;
			if ('notRead' in reading) {
				unread.push({ path, reason: reading.notRead });
				continue;
			}
			const file = analyseFile(folder, path, reading.text);
			unread.push(
				...file.analysis.failures.map(({ rule, message }) => ({
					path,
					reason: `rule ${rule} failed: ${message}`,
				})),
			);
			files.push(file);
			progress.tell(() => `Reading stories: ${files.length} of ${paths.length} Markdown files`);
		}
	}
	return { files, unread };
}

/**
 * Analyses the text of a file.
 *
 * @param path from the folder, with `/`
 */
export function analyseFile({ settings, lookups }: StoryFolder, path: string, text: string): AnalysedFile {
	const { severities, wordsPerMinute, staleAfterYears } = settings;
	const context = {
		fileName: basename(path),
		lookups,
		severities,
		wordsPerMinute,
		staleAfterYears,
		today: localDay(new Date()),
	};
	const analysis = analyseWithin(text, context);
	// Only problems and stories have positions; most Markdown files have neither.
	return { path, analysis, lines: LineMap.of(analysis.problems.length + analysis.stories.length > 0 ? text : '') };
}

/**
 * Finds, reads and analyses the files that paths and patterns name. Says on standard error how far it is, and what it
 * leaves out.
 *
 * @param named as typed; the whole folder where empty
 * @throws Refusal where one names nothing, or something outside the folder
 */
export async function readNamed(folder: StoryFolder, named: readonly string[]): Promise<ReadStories> {
	const progress = new Progress();
	try {
		const lister = new FileLister(folder);
		const selection = await selectFiles(folder, lister, named, progress);
		const { files, unread } = await readStories(folder, selection.files, progress);
		progress.end();
		for (const name of selection.leftOut)
			tell(
				`${escapeTerminal(name)} was left out: ` +
					'settings or ignore files exclude it, it is no Markdown, or it lists opportunities.',
			);
		return { files, unread: [...lister.unread, ...unread] };
	} finally {
		progress.end();
	}
}

/** Says on standard error what could not be read. */
export function tellUnread(unread: readonly Unread[]): void {
	for (const { path, reason } of unread)
		tell(`${escapeTerminal(path === '' ? '.' : path)} was not read: ${escapeTerminal(reason)}.`);
}

/**
 * How long one document may take, in milliseconds. Nobody waits to type, so it is more than in an editor.
 */
const maxTime = 10_000;

const job = new Script('globalThis[Symbol.for("star-stories.job")]()');

/**
 * Analyses a document, and gives up on one that takes too long: then its analysis says just that.
 *
 * @param limit in milliseconds
 */
export function analyseWithin(text: string, context: AnalysisContext, limit = maxTime): Analysis {
	return within(() => analyse(text, context), limit) ?? intricateDocument(text, context.severities);
}

/**
 * Does something with one document, and gives up where it takes too long.
 *
 * @param limit in milliseconds
 * @returns undefined where it was given up
 */
export function within<T>(work: () => T, limit = maxTime): T | undefined {
	Object.assign(globalThis, { [Symbol.for('star-stories.job')]: work });
	try {
		return job.runInThisContext({ timeout: limit }) as T;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
		throw error;
	}
}
