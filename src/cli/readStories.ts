import { basename, join } from 'node:path';
import type { Analysis } from '../core/rules/analysis.ts';
import { localDay } from '../core/text/day.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import { LineMap } from '../core/text/lines.ts';
import { FileLister, type Unread } from './listFiles.ts';
import { analyseWithin, readText } from './readText.ts';
import { selectFiles } from './selectFiles.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Progress, tell } from './terminal.ts';

/** A Markdown file with what the core says of it. */
export interface ReadFile {
	/** Path from the folder, with `/`. */
	readonly path: string;
	readonly analysis: Analysis;
	readonly lines: LineMap;
}

/** What came of reading some files. */
export interface ReadStories {
	readonly files: readonly ReadFile[];
	readonly unread: readonly Unread[];
}

/** Files that are read at once, while the ones before are analysed one after the other. */
const batchSize = 32;

/**
 * Reads and analyses files.
 *
 * @param paths from the folder, with `/`
 */
async function readStories(folder: StoryFolder, paths: readonly string[], progress: Progress): Promise<ReadStories> {
	const files: ReadFile[] = [];
	const unread: Unread[] = [];
	for (let next = 0; next < paths.length; next += batchSize) {
		const batch = paths.slice(next, next + batchSize);
		const readings = await Promise.all(
			batch.map(async (path) => [path, await readText(join(folder.path, path))] as const),
		);
		for (const [path, reading] of readings) {
			// What is no text tells no story.
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

/** Analyses a text as that of a file. */
export function analyseFile({ settings, lookups }: StoryFolder, path: string, text: string): ReadFile {
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
	// Most Markdown holds no story, and needs no lines.
	return { path, analysis, lines: LineMap.of(analysis.problems.length + analysis.stories.length > 0 ? text : '') };
}

/**
 * Finds, reads and analyses what paths and patterns mean, and tells on the way what it is at and what it leaves out.
 *
 * @param named as typed; the whole folder where there are none
 * @throws Refusal where one means nothing, or something outside the folder
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
				`${escapeTerminal(name)} was left out: settings or ignore files exclude it, it is no Markdown, or it lists opportunities.`,
			);
		return { files, unread: [...lister.unread, ...unread] };
	} finally {
		progress.end();
	}
}

/** Says what could not be read. */
export function tellUnread(unread: readonly Unread[]): void {
	for (const { path, reason } of unread)
		tell(`${escapeTerminal(path === '' ? '.' : path)} was not read: ${escapeTerminal(reason)}.`);
}
