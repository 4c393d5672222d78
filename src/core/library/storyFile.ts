import type { Analysis } from '../rules/analysis.ts';
import { LineMap } from '../text/lines.ts';

/** What is known of one file, and how its offsets become positions. */
export interface StoryFile {
	readonly uri: string;
	readonly analysis: Analysis;
	readonly lines: LineMap;
}

/** What is known of a file that the worker read. There may be tens of thousands. */
export class DiskFile implements StoryFile {
	readonly uri: string;
	readonly analysis: Analysis;
	readonly #lineLengths: string;

	/** @param lineLengths how long its lines are, as `lineLengthsOf` tells */
	constructor(uri: string, analysis: Analysis, lineLengths: string) {
		this.uri = uri;
		this.analysis = analysis;
		this.#lineLengths = lineLengths;
	}

	get lines(): LineMap {
		return new LineMap(this.#lineLengths);
	}
}
