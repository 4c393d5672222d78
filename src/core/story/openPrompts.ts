import { type KnownPrompts, promptsFor } from '../framework/prompts.ts';
import type { Competency } from '../framework/model.ts';
import { sectionKinds } from '../framework/sectionKind.ts';
import { nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './model.ts';
import type { ContentIndex, Piece, Pieces } from './pieces.ts';

/** How many of a story's prompts nobody has answered yet. */
export interface PromptCount {
	readonly open: number;
	readonly all: number;
}

/** What may stand before a prompt on its line: the marks of lists, tasks and block quotes. */
const marks = /[^\S\r\n]*(?:(?:[-*+>]|\d{1,3}[.)]|\[[ xX]\])[^\S\r\n]+|>)*/uy;

/** What may stand between two prompts and at the end of a line: blanks, and the marks of a hard break. */
const gap = /[^\S\r\n]*(?:\\(?=[\r\n]|$)|<br ?\/?>)?[^\S\r\n]*/uy;

/**
 * Finds the prompts of snippets that stand in a section as they were put there: lines that consist of nothing else. A
 * line on which an author went on is the author's.
 *
 * @param body of the section
 */
export function findOpenPrompts(text: string, body: Span, prompts: KnownPrompts): readonly Span[] {
	const found: Span[] = [];
	for (let line = body.start; line < body.end; line = nextLineStart(text, line)) {
		const onLine: Span[] = [];
		let at = after(marks, text, line);
		while (at < body.end && !/[\r\n]/u.test(text.charAt(at))) {
			const end = prompts.endAt(text, at, body.end);
			if (end === undefined) {
				onLine.length = 0;
				break;
			}
			onLine.push({ start: at, end });
			at = after(gap, text, end);
		}
		found.push(...onLine);
		const last = onLine.at(-1);
		// It may have begun on an earlier line than the one it ends on.
		if (last) line = last.end;
	}
	return found;
}

function after(pattern: RegExp, text: string, offset: number): number {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Whether a section says anything besides its open prompts. */
export function hasOwnText(text: string, body: Span, openPrompts: readonly Span[], content: ContentIndex): boolean {
	return besides(body, openPrompts).some((part) => {
		const inner = openPrompts.length > 0 ? withoutMarks(text, part) : part;
		return inner.start < inner.end && content.hasText(inner);
	});
}

/** The pieces of a section that are its author's. */
export function ownPieces(
	pieces: Pieces,
	{ body, openPrompts = [] }: Pick<Section, 'body' | 'openPrompts'>,
): readonly Piece[] {
	return besides(body, openPrompts).flatMap((part) => pieces.within(part));
}

/** The parts of a section around its open prompts. */
function besides(body: Span, openPrompts: readonly Span[]): readonly Span[] {
	const starts = [body.start, ...openPrompts.map(({ end }) => end)];
	return starts.map((start, index) => ({ start, end: openPrompts[index]?.start ?? body.end }));
}

/** A part without the marks of Markdown around it; between two prompts of one paragraph they are part of its text. */
function withoutMarks(text: string, { start, end }: Span): Span {
	const part = text.slice(start, end);
	const before = /^(?:[\s>*+\\-]|\[[ xX]\]|<br ?\/?>)*/u.exec(part)?.[0].length ?? 0;
	let to = end;
	while (to > start + before && /[\s>*+\\-]/u.test(text.charAt(to - 1))) to--;
	return { start: start + before, end: to };
}

/**
 * Counts the prompts of a story; undefined where none is open. A snippet asks what the story's competencies want to
 * hear, or, where it knows none, what every story answers.
 *
 * @param competencies those that the story is tagged with
 */
export function countPrompts(
	text: string,
	sections: readonly Section[],
	competencies: readonly Competency[],
): PromptCount | undefined {
	const open = sections
		.flatMap(({ openPrompts = [] }) => openPrompts)
		.map(({ start, end }) => text.slice(start, end));
	if (open.length === 0) return undefined;
	const asked = sectionKinds.flatMap((kind) => promptsFor(kind, competencies));
	const ofEveryStory = sectionKinds.flatMap((kind) => promptsFor(kind, []));
	const openOf = (prompts: readonly string[]) => open.filter((prompt) => prompts.includes(prompt)).length;
	const all = openOf(asked) >= openOf(ofEveryStory) ? asked : ofEveryStory;
	return { open: open.length, all: Math.max(open.length, all.length) };
}

/** Such as `8 of 10 questions open`. */
export function openQuestions({ open, all }: PromptCount): string {
	return `${open} of ${all} questions open`;
}
