import { nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What a merge left in a document: two versions of a stretch between lines of marks. */
export interface MergeConflict {
	/** The line with the first marks. */
	readonly opening: Span;
	/** From the line of equals signs to the end of the last line of marks: the version that came in. */
	readonly incoming: Span;
}

const marks = /^(?:(<{7})(?: [^\r\n]*)?|(={7})|(>{7})(?: [^\r\n]*)?)$/gmu;

/** Finds the conflicts that Git marks when it cannot merge two versions. */
export function findMergeConflicts(text: string): readonly MergeConflict[] {
	if (!text.includes('<<<<<<<')) return [];
	const conflicts: MergeConflict[] = [];
	let opening: Span | undefined;
	let middle: number | undefined;
	for (const { index, 0: line, 1: begins, 2: parts } of text.matchAll(marks)) {
		if (begins !== undefined) [opening, middle] = [{ start: index, end: index + line.length }, undefined];
		else if (parts !== undefined) middle ??= opening && index;
		else {
			if (opening && middle !== undefined)
				conflicts.push({ opening, incoming: { start: middle, end: nextLineStart(text, index) } });
			[opening, middle] = [undefined, undefined];
		}
	}
	return conflicts;
}
