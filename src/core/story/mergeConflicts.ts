import { nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What a merge left in a document: two versions of a stretch between lines of marks. */
export interface MergeConflict {
	/** The line with the first marks. */
	readonly opening: Span;
	/** From there to the end of the last line of marks. */
	readonly span: Span;
}

const marks = /^(?:(<{7})(?: [^\r\n]*)?|(={7})|(>{7})(?: [^\r\n]*)?)$/gmu;

/** Nobody merges more by hand; it keeps a hostile document linear. */
const maxConflicts = 100;

/** Finds the conflicts that Git marks when it cannot merge two versions. */
export function findMergeConflicts(text: string): readonly MergeConflict[] {
	if (!text.includes('<<<<<<<')) return [];
	const conflicts: MergeConflict[] = [];
	let opening: Span | undefined;
	let isParted = false;
	for (const { index, 0: line, 1: begins, 2: parts } of text.matchAll(marks)) {
		if (begins !== undefined) [opening, isParted] = [{ start: index, end: index + line.length }, false];
		else if (parts !== undefined) isParted = true;
		else {
			if (opening && isParted)
				conflicts.push({ opening, span: { start: opening.start, end: nextLineStart(text, index) } });
			[opening, isParted] = [undefined, false];
			if (conflicts.length === maxConflicts) break;
		}
	}
	return conflicts;
}
