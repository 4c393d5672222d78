import { type FrontMatter, readFrontMatter } from '../story/frontMatter.ts';
import { applyEdits } from '../text/edit.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';

/**
 * Makes changes to front matter one after the other and sums them up as one edit of what differs.
 * @param steps each is given the text and the front matter that the one before left
 * @returns the first refusal where a step refuses
 */
export function inSteps(
	text: string,
	frontMatter: FrontMatter,
	steps: readonly ((text: string, frontMatter: FrontMatter) => EditResult)[],
): EditResult {
	const [only] = steps;
	if (only && steps.length === 1) return only(text, frontMatter);
	let now = text;
	let current = frontMatter;
	for (const step of steps) {
		const result = step(now, current);
		if (result.refusal) return result;
		now = applyEdits(now, result.edits);
		const after = readFrontMatter(now);
		if (!after) return refuse('shape', 'This front matter can’t be edited in steps: edit it by hand.', current.span);
		current = after;
	}
	return now === text ? noEdits : { edits: [differenceBetween(text, now)] };
}

/** The smallest single edit that makes one text of another. */
export function differenceBetween(before: string, after: string): { span: { start: number; end: number }; newText: string } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	while (splits(before, start) || splits(after, start)) start--;
	let tail = 0;
	while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	while (tail > 0 && (splits(before, before.length - tail) || splits(after, after.length - tail))) tail--;
	return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

/** Whether an offset lies inside a line ending or a character of two code units. */
function splits(text: string, offset: number): boolean {
	const pair = text.slice(Math.max(0, offset - 1), offset + 1);
	return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair);
}
