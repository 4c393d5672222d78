/** Lines around a change that are shown, as `diff -u` does. */
const around = 3;

/** Beyond so many pairs of lines to compare, what differs is replaced as a whole. */
const maxCompared = 4_000_000;

/** A line that stays, goes or comes, with its ending. */
interface DiffLine {
	readonly mark: ' ' | '-' | '+';
	readonly line: string;
}

/**
 * The difference of two texts in the unified form that `patch` and `git apply` read; empty where there is none.
 *
 * @param path of the file, with `/`
 */
export function unifiedDiff(path: string, before: string, after: string): string {
	if (before === after) return '';
	const lines = compared(linesOf(before), linesOf(after));
	const hunks = hunksIn(lines).map(({ start, end }) => hunkText(lines, start, end));
	return `--- ${nameOf('a', path)}\n+++ ${nameOf('b', path)}\n${hunks.join('')}`;
}

/** As git quotes what would end the name of a file early. */
function nameOf(side: string, path: string): string {
	const name = `${side}/${path}`;
	return /["\\\p{Cc}]/u.test(name) ? JSON.stringify(name) : / /u.test(name) ? `${name}\t` : name;
}

function linesOf(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
	let first = 0;
	while (first < before.length && first < after.length && before[first] === after[first]) first++;
	let last = 0;
	const most = Math.min(before.length, after.length) - first;
	while (last < most && before.at(-1 - last) === after.at(-1 - last)) last++;
	const kept = (lines: readonly string[]): readonly DiffLine[] => lines.map((line) => ({ mark: ' ', line }));
	return [
		...kept(before.slice(0, first)),
		...changed(before.slice(first, before.length - last), after.slice(first, after.length - last)),
		...kept(before.slice(before.length - last)),
	];
}

/** By the longest common subsequence of their lines. */
function changed(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
	const [rows, columns] = [before.length, after.length];
	const gone = (line: string): DiffLine => ({ mark: '-', line });
	const come = (line: string): DiffLine => ({ mark: '+', line });
	if (rows * columns > maxCompared) return [...before.map(gone), ...after.map(come)];
	const width = columns + 1;
	const lengths = new Uint32Array((rows + 1) * width);
	const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
	for (let row = rows - 1; row >= 0; row--)
		for (let column = columns - 1; column >= 0; column--)
			lengths[row * width + column] =
				before[row] === after[column]
					? at(row + 1, column + 1) + 1
					: Math.max(at(row + 1, column), at(row, column + 1));
	const lines: DiffLine[] = [];
	for (let [row, column] = [0, 0]; row < rows || column < columns;) {
		const [old, new_] = [before[row], after[column]];
		if (old !== undefined && old === new_) {
			lines.push({ mark: ' ', line: old });
			row++;
			column++;
		} else if (old !== undefined && (new_ === undefined || at(row + 1, column) >= at(row, column + 1))) {
			lines.push(gone(old));
			row++;
		} else if (new_ !== undefined) {
			lines.push(come(new_));
			column++;
		}
	}
	return lines;
}

/** Where lines change, with those around; those that meet are one. */
function hunksIn(lines: readonly DiffLine[]): readonly { readonly start: number; readonly end: number }[] {
	const hunks: { start: number; end: number }[] = [];
	for (const [index, { mark }] of lines.entries()) {
		if (mark === ' ') continue;
		const [start, end] = [Math.max(0, index - around), Math.min(lines.length, index + 1 + around)];
		const open = hunks.at(-1);
		if (open && start <= open.end) open.end = end;
		else hunks.push({ start, end });
	}
	return hunks;
}

function hunkText(lines: readonly DiffLine[], start: number, end: number): string {
	const shown = lines.slice(start, end);
	const range = (without: '+' | '-') => {
		const first = lines.slice(0, start).filter(({ mark }) => mark !== without).length;
		const count = shown.filter(({ mark }) => mark !== without).length;
		// Where a side has no lines, the one before is named.
		return `${count === 0 ? first : first + 1},${count}`;
	};
	const text = shown.map(
		({ mark, line }) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
	);
	return `@@ -${range('+')} +${range('-')} @@\n${text.join('')}`;
}
