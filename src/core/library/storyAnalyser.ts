import type { Analysis, AnalysisContext, FullAnalysis } from '../rules/analysis.ts';

/** A call took more time than it may, and was ended. */
export class OverBudget extends Error {}

/** How an analysis is to be treated. */
export interface AnalysisOptions {
	/** Whether somebody waits for it; it then goes before others. */
	readonly urgent?: boolean;
	/** Names a document that took too long before: it is analysed apart from all others. */
	readonly apart?: string;
}

/** Analyses texts, off this thread. */
export interface StoryAnalyser {
	/** @throws OverBudget where it took too long; Error where it failed */
	analyse(text: string, context: AnalysisContext, options: AnalysisOptions): Promise<FullAnalysis>;
	/**
	 * Analyses a document that is being written, by what has changed in it since the last time.
	 *
	 * @param document names it, the same after every edit
	 * @throws OverBudget where it took too long; Error where it failed
	 */
	analyseDocument(
		document: string,
		text: string,
		context: AnalysisContext,
		options: AnalysisOptions,
	): Promise<FullAnalysis>;
}

/** What the analyses of a list of files depend on besides their texts and names. */
export type FilesContext = Omit<AnalysisContext, 'fileName'>;

/** What a file on the disk holds. */
export interface FileAnalysis {
	/**
	 * Without fixes, which are made for the text in an editor, and without words, which are seldom wanted. Absent where
	 * there is nothing to say of the file.
	 */
	readonly analysis?: Analysis;
	/** How long its lines are, where it has an analysis, as `lineLengthsOf` tells. */
	readonly lineLengths?: string;
	/** Where the file is, links followed; absent where it has no analysis, or that is not known. */
	readonly realPath?: string;
	/** Why it has none: it is gone, it is there and could not be read, or its bytes are not UTF-8. */
	readonly unread?: 'gone' | 'failed' | 'encoding';
}

/** Is handed what was read, as it comes; undefined for a file that took too long. */
export type TakeFiles = (files: readonly (readonly [file: string, read: FileAnalysis | undefined])[]) => void;

/** Reads and analyses files where they lie, many times faster than through the editor. */
export interface DiskReader {
	/** Whether it can read a file of the workspace. */
	reaches(uri: string): boolean;
	/**
	 * Analyses files that it reaches, each once.
	 *
	 * @param take is handed the results as they come
	 * @param isWanted whether to go on
	 */
	read(uris: readonly string[], context: FilesContext, take: TakeFiles, isWanted: () => boolean): Promise<void>;
}
