import type { Analysis } from '../rules/analysis.ts';
import { LineMap } from '../text/lines.ts';

/** What is known of one file, and how its offsets become positions. */
export interface StoryFile {
	readonly uri: string;
	readonly analysis: Analysis;
	readonly lines: LineMap;
	/** Where the file is, links followed; undefined where that is not known. */
	readonly realPath?: string | undefined;
}

/** What is known of a file that the worker read. There may be tens of thousands. */
export class DiskFile implements StoryFile {
	readonly uri: string;
	readonly analysis: Analysis;
	readonly realPath: string | undefined;
	readonly #lineLengths: string;

	/** @param lineLengths how long its lines are, as `lineLengthsOf` tells */
	constructor(uri: string, analysis: Analysis, lineLengths: string, realPath: string | undefined) {
		this.uri = uri;
		this.realPath = realPath;
		this.analysis = analysis;
		this.#lineLengths = lineLengths;
	}

	get lines(): LineMap {
		return new LineMap(this.#lineLengths);
	}
}
