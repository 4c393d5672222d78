import { Lookups } from '../core/framework/lookups.ts';
import type { Framework } from '../core/framework/model.ts';
import type { TargetLevel } from '../core/framework/targetLevel.ts';
import type { LanguageService } from '../core/languageService.ts';
import type { FileAnalysis, FilesContext } from '../core/library/storyAnalyser.ts';
import type { FullLibraryStory, StoryLocation } from '../core/library/storyIndex.ts';
import type { Found, FoundStory } from '../core/questions/recall/findStories.ts';
import type { AnalysisContext, FullAnalysis } from '../core/rules/analysis.ts';

/** The functions that the worker answers: the language service, those with state, and in Node the reading of files. */
export interface WorkerService extends LanguageService {
	/**
	 * Analyses an open document. What did not change since its previous analysis is not read again.
	 *
	 * @param document its name, the same after every edit
	 */
	analyseDocument(document: string, text: string, context: AnalysisContext): FullAnalysis;
	/**
	 * Analyses files of the disk, as many as fit a turn of the worker; ask again for the others.
	 *
	 * @param paths in the file system, of files without unsaved changes
	 * @throws Error in a browser
	 */
	analyseFiles(paths: readonly string[], context: FilesContext): FileBatch;
	/**
	 * Takes in changes of the stories that are searched for questions.
	 *
	 * @param revision how many changes were taken in before; 0 replaces all stories
	 * @returns false where this worker has taken in other ones, as after a worker was replaced: send all stories then
	 */
	takeSearched(revision: number, changes: SearchChanges): boolean;
	/**
	 * Finds the stories for a question.
	 *
	 * @param revision how many changes this worker is expected to have taken in
	 * @returns undefined where it has taken in other ones, as after a worker was replaced
	 */
	findSearched(
		revision: number,
		question: string,
		context: Pick<AnalysisContext, 'lookups'>,
		maxFound: number,
	): FoundPlaces | undefined;
}

/** Changes of the stories that are searched. */
export interface SearchChanges {
	readonly gone: readonly StoryLocation[];
	/** Stories that are new or changed. */
	readonly stories: readonly FullLibraryStory[];
}

/** The stories for a question, by their places: the host has the stories. */
export interface FoundPlaces extends Omit<Found, 'stories'> {
	readonly stories: readonly (StoryLocation & Omit<FoundStory, 'entry'>)[];
}

/** The first files of a list. */
export interface FileBatch {
	/** In the order of the paths; the missing ones at the end were not reached. */
	readonly files: readonly FileAnalysis[];
}

export type Method = keyof WorkerService;

/** Makes frameworks known to the worker under a number, before the first call that refers to them. */
export interface Definition {
	readonly form: 'definition';
	readonly id: number;
	readonly frameworks: readonly Framework[];
	readonly level: TargetLevel;
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
