import { basename, join } from 'node:path';
import { analyseLazily } from '../core/rules/analyseLazily.ts';
import { type AnalysisContext, type FullAnalysis, nothing } from '../core/rules/analysis.ts';
import type { RuleOptions } from '../core/rules/run.ts';
import { intricateDocument } from '../core/rules/unreadDocument.ts';
import { localDay } from '../core/text/day.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import { LineMap } from '../core/text/lines.ts';
import { FileLister, selectFiles, type Unread } from './findFiles.ts';
import { readText } from './readText.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Progress, tell } from './terminal.ts';
import { eachWithin, within } from './within.ts';

/** A Markdown file with its analysis. */
export interface AnalysedFile {
	/** Path from the folder, with `/`. */
	readonly path: string;
	/** Worked out as far as it is asked for. */
	readonly analysis: FullAnalysis;
	readonly lines: LineMap;
}

/** The files that were read, and those that could not be. */
export interface ReadStories {
	readonly files: readonly AnalysedFile[];
	/** So far: what is worked out of a file when it is asked for can fail too. */
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
	options: RuleOptions,
): Promise<ReadStories> {
	const files: AnalysedFile[] = [];
	const unread: Unread[] = [];
	const readBatch = (start: number) =>
		Promise.all(
			paths
				.slice(start, start + batchSize)
				.map(async (path) => [path, await readText(join(folder.path, path))] as const),
		);
	let nextReadings = readBatch(0);
	for (let next = 0; next < paths.length; next += batchSize) {
		const readings = await nextReadings;
		// Read while these are analysed.
		nextReadings = readBatch(next + batchSize);
		const texts = readings.flatMap(([path, reading]) => {
			// A file that is no text holds no story.
			if (reading === 'binary') return [];
			if ('text' in reading) return [{ path, text: reading.text }];
			unread.push({ path, reason: reading.notRead });
			return [];
		});
		let at = 0;
		for (const analysis of analyseWithin(folder, texts, options)) {
			const { path = '', text = '' } = texts[at++] ?? {};
			files.push(analysedFile(path, text, analysis));
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
export function analyseFile(folder: StoryFolder, path: string, text: string): AnalysedFile {
	const [analysis = nothing] = analyseWithin(folder, [{ path, text }]);
	return analysedFile(path, text, analysis);
}

function analysedFile(path: string, text: string, analysis: FullAnalysis): AnalysedFile {
	let lines: LineMap | undefined;
	return {
		path,
		analysis,
		get lines() {
			return (lines ??= LineMap.of(text));
		},
	};
}

/**
 * Finds, reads and analyses the files that paths and patterns name. Says on standard error how far it is, and what it
 * leaves out.
 *
 * @param named as typed; the whole folder where empty
 * @param options whether problems are wanted with their fixes
 * @throws Refusal where one names nothing, or something outside the folder
 */
export async function readNamed(
	folder: StoryFolder,
	named: readonly string[],
	options: RuleOptions = {},
): Promise<ReadStories> {
	const progress = new Progress();
	try {
		const lister = new FileLister(folder);
		const selection = await selectFiles(folder, lister, named, progress);
		const { files, unread } = await readStories(folder, selection.files, progress, options);
		progress.end();
		for (const name of selection.leftOut) tellLeftOut(name);
		return {
			files,
			get unread() {
				const failed = files.flatMap(({ path, analysis: { failures } }) =>
					failures.map(({ rule, message }) => ({ path, reason: `rule ${rule} failed: ${message}` })),
				);
				return [...lister.unread, ...unread, ...failed];
			},
		};
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
 * Analyses documents, and gives up on those that take too long: then their analyses say just that. What is worked out
 * later has the same time.
 *
 * @param options whether problems are wanted with their fixes
 * @param limit for one of them, in milliseconds
 */
export function* analyseWithin(
	folder: Pick<StoryFolder, 'settings' | 'lookups'>,
	documents: readonly NamedText[],
	options: RuleOptions = {},
	limit?: number,
): Generator<FullAnalysis> {
	const contextOf = contextIn(folder);
	const givenUp = ({ path, text }: NamedText) => intricateDocument(text, contextOf(path).severities);
	yield* eachWithin(
		documents,
		(document) =>
			analyseLazily(document.text, contextOf(document.path), {
				...options,
				workOut: (part) => within(part, limit),
				givenUp: () => givenUp(document),
			}),
		givenUp,
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
