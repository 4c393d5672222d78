import { Lookups } from '../core/framework/lookups.ts';
import type { Framework } from '../core/framework/model.ts';
import type { LanguageService } from '../core/languageService.ts';
import type { FullLibraryStory, StoryLocation } from '../core/library/storyIndex.ts';
import type { Found, FoundStory } from '../core/questions/recall/findStories.ts';
import type { Analysis, AnalysisContext, FullAnalysis } from '../core/rules/analysis.ts';

/** What the worker does: the language service, and in Node the reading of files by itself. */
export interface WorkerService extends LanguageService {
	/**
	 * Analyses a document that is being written, by what has changed in it since the last time.
	 *
	 * @param document names it, the same after every edit
	 */
	analyseDocument(document: string, text: string, context: AnalysisContext): FullAnalysis;
	/**
	 * Analyses files of the disk, as many as fit a turn; whoever asks goes on with the others.
	 *
	 * @param paths of the file system, without any that an editor holds unsaved
	 * @throws Error in a browser
	 */
	analyseFiles(paths: readonly string[], context: FilesContext): FileBatch;
	/**
	 * Takes in changes of the stories that are searched for questions.
	 *
	 * @param revision how many changes were taken in before; 0 begins anew
	 * @returns false where that is not so, as after a worker was replaced: whoever asks begins anew
	 */
	takeSearched(revision: number, changes: SearchChanges): boolean;
	/**
	 * Finds the stories for a question, by what was taken in.
	 *
	 * @param revision how many changes were taken in
	 * @param most how many of them
	 * @returns undefined where it were others
	 */
	findSearched(
		revision: number,
		question: string,
		context: Pick<AnalysisContext, 'lookups'>,
		most: number,
	): FoundPlaces | undefined;
}

/** What has changed among the stories that are searched. */
export interface SearchChanges {
	readonly gone: readonly StoryLocation[];
	/** New ones, and those that are others than before. */
	readonly stories: readonly FullLibraryStory[];
}

/** What was found, with the places of the stories. */
export interface FoundPlaces extends Pick<Found, 'competencies'> {
	readonly stories: readonly (StoryLocation & Omit<FoundStory, 'entry'>)[];
}

/** What a file on the disk holds. */
export interface FileAnalysis {
	/**
	 * Without fixes, which are made for the text in an editor, and without words, which are seldom wanted. Absent where
	 * there is nothing to say of the file.
	 */
	readonly analysis?: Analysis;
	/** How long its lines are, where it has an analysis, as {@link lineLengthsOf} tells. */
	readonly lineLengths?: string;
	/** Why it has none: it is gone, it is there and could not be read, or its bytes are not UTF-8. */
	readonly unread?: 'gone' | 'failed' | 'encoding';
}

/** As much as was done of a list of files. */
export interface FileBatch {
	/** In the order of the paths; those that are missing at the end were not reached. */
	readonly files: readonly FileAnalysis[];
}

/** What the analyses of a list of files depend on besides their texts and names. */
export type FilesContext = Omit<AnalysisContext, 'fileName'>;

export type Method = keyof WorkerService;

/** Makes frameworks known to the worker under a number, before the first call that refers to them. */
export interface Definition {
	readonly form: 'definition';
	readonly id: number;
	readonly frameworks: readonly Framework[];
	/** Numbers that are not referred to any more. */
	readonly forget: readonly number[];
}

/** A call of the worker's service. In an argument with a property `lookups` that is the number of a definition. */
export interface Call {
	readonly form: 'call';
	readonly id: number;
	readonly method: Method;
	readonly args: readonly unknown[];
}

export type ToWorker = Definition | Call;

/** The first message says that the worker is loaded; each of the others answers a call. */
export type FromWorker =
	| { readonly form: 'ready'; /** By the system's clock, in milliseconds. */ readonly at: number }
	| { readonly form: 'result'; readonly id: number; readonly result: unknown }
	| { readonly form: 'failure'; readonly id: number; readonly message: string };

/** Puts numbers in the place of the look-ups that arguments carry, as those cannot be sent. */
export function numbersForLookups(
	args: readonly unknown[],
	numberOf: (lookups: Lookups) => number,
): readonly unknown[] {
	return args.map((arg) =>
		hasLookups(arg) && arg.lookups instanceof Lookups ? { ...arg, lookups: numberOf(arg.lookups) } : arg,
	);
}

/** Puts look-ups back in the place of their numbers. */
export function lookupsForNumbers(
	args: readonly unknown[],
	lookupsOf: (number: number) => Lookups | undefined,
): readonly unknown[] {
	return args.map((arg) =>
		hasLookups(arg) && typeof arg.lookups === 'number' ? { ...arg, lookups: lookupsOf(arg.lookups) } : arg,
	);
}

function hasLookups(arg: unknown): arg is { readonly lookups: unknown } {
	return typeof arg === 'object' && arg !== null && 'lookups' in arg;
}
