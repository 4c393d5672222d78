import type { Nodes } from 'mdast';
import { endOfText } from '../edit/insertSection.ts';
import { keepsTelling } from '../edit/sameTelling.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import { isOpenBlock } from '../story/isOpenBlock.ts';
import { walk } from '../story/markdown.ts';
import { isOfKind, type ParsedStory, type Section } from '../story/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLineStart } from '../text/lines.ts';
import type { Finding } from '../text/problem.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';
import { oncePerStory } from './oncePerStory.ts';

/** Sections that stand where nothing is read: in a block of code, or behind a comment that is never closed. */
export interface EnclosedSections {
	readonly kinds: readonly SectionKind[];
	/** Whether the block is never closed: then nothing can be inserted behind it. */
	readonly isOpen: boolean;
	readonly finding: Finding;
}

interface Block extends Span {
	readonly what: 'block of code' | 'comment';
	/** Whether it is never closed. */
	readonly isOpen: boolean;
	/** Its text without what stands before its lines. */
	readonly value: string;
}

/** A story is looked through for no more of them; each is tried out. */
const maxBlocks = 4;

/** A line in a sample of code may look like one section. */
const minKindsInSample = 2;

/** Finds the block that takes in sections which the story lacks. */
export const enclosedSections = oncePerStory(findEnclosedSections);

function findEnclosedSections(story: ParsedStory, document: Document): EnclosedSections | undefined {
	const { text } = document;
	const lacking = sectionKinds.filter((kind) => !story.sections.some((section) => isOfKind(section, kind)));
	if (lacking.length === 0) return undefined;
	const index = document.stories.indexOf(story);
	const sectionsIn = ({ start, end }: Block, edits: readonly TextEdit[]): readonly Section[] => {
		const after = document.reread(applyEdits(text, edits));
		const sections = keepsTelling(document, after) ? after.stories[index]?.sections : undefined;
		return (sections ?? []).filter(
			(section) =>
				lacking.some((kind) => isOfKind(section, kind)) &&
				start <= section.name.start &&
				section.name.start < end,
		);
	};
	let tried = 0;
	for (const block of blocksIn(story, document)) {
		const { markers } = document.reread(block.value);
		if (!markers.some(({ kind }) => kind && lacking.includes(kind))) continue;
		if (tried++ === maxBlocks) break;
		const removals = marksOf(text, block);
		const sections = sectionsIn(block, removals);
		const [first] = sections;
		const kinds = lacking.filter((kind) => sections.some((section) => isOfKind(section, kind)));
		if (!first || (!block.isOpen && kinds.length < minKindsInSample)) continue;
		const removed = block.isOpen ? applyEdits(text, removals).length - text.length : 0;
		const closing = block.isOpen ? closingEdit(text, block, first.span.start - removed) : undefined;
		const isClosable = closing && sectionsIn(block, [closing]).length > 0;
		const span = { start: block.start, end: Math.min(lineEnd(text, block.start), block.end) };
		const said = isClosable ? toClose(block, kinds, closing) : toUnmark(block, kinds, removals);
		return { kinds, isOpen: block.isOpen, finding: { ...said, span } };
	}
	return undefined;
}

/** The blocks of code in a story, and its comments that are never closed. */
function* blocksIn({ span: whole }: ParsedStory, { text, tree }: Document): Generator<Block> {
	const { children } = tree.root;
	for (let index = firstEndingAfter(children, whole.start, tree.spanOf); index < children.length; index++) {
		const child = children[index];
		if (!child || tree.spanOf(child).start >= whole.end) return;
		for (const node of walk({ type: 'root', children: [child] })) {
			const block = blockOf(node, tree.spanOf(node), text);
			if (block) yield block;
		}
	}
}

function blockOf(node: Nodes, span: Span, text: string): Block | undefined {
	if (node.type !== 'code' && node.type !== 'html') return undefined;
	const isOpen = isOpenBlock(node, text.slice(span.start, span.end));
	if (node.type === 'code') return { ...span, what: 'block of code', isOpen, value: node.value };
	const comment = /^<!--(?!>|->)/u.exec(node.value)?.[0];
	if (comment === undefined || !isOpen) return undefined;
	return { ...span, what: 'comment', isOpen, value: node.value.slice(comment.length) };
}

/** The edits that take away what makes a block of its lines. */
function marksOf(text: string, { start, end, what, isOpen }: Block): readonly TextEdit[] {
	const first = lineStart(text, start);
	if (what === 'block of code' && !/^(?:`{3}|~{3})/u.test(text.slice(start, end))) return indentsOf(text, first, end);
	const isWholeLine = /^[ \t>]*$/u.test(text.slice(first, start));
	const mark = what === 'comment' ? { start, end: start + '<!--'.length } : { start, end: lineEnd(text, start) };
	const isAlone = isWholeLine && text.slice(mark.end, lineEnd(text, start)).trim() === '';
	const opening = isAlone ? { start: first, end: nextLineStart(text, start) } : mark;
	const closing = isOpen ? [] : [{ start: lineStart(text, end), end: nextLineStart(text, end) }];
	return [opening, ...closing].map((span) => ({ span, newText: '' }));
}

function indentsOf(text: string, from: number, end: number): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	for (let start = from; start < end; start = nextLineStart(text, start)) {
		const indent = /^(?: {1,4}| {0,3}\t)/u.exec(text.slice(start, start + 4))?.[0].length ?? 0;
		if (indent > 0) edits.push({ span: { start, end: start + indent }, newText: '' });
		if (nextLineStart(text, start) === start) break;
	}
	return edits;
}

/**
 * The edit that ends an open block before its first section.
 *
 * @param sectionStart where that section begins
 * @returns undefined where the block has nothing of its own before it
 */
function closingEdit(text: string, { start, what }: Block, sectionStart: number): TextEdit | undefined {
	const from = what === 'comment' ? start + '<!--'.length : nextLineStart(text, start);
	if (text.slice(from, sectionStart).replaceAll(/[\s>]/gu, '') === '') return undefined;
	const at = endOfText(text, start, sectionStart);
	const quote = text.slice(lineStart(text, start), start).replaceAll(/[^\s>]/gu, ' ');
	const fence = /^(?:`{3,}|~{3,})/u.exec(text.slice(start))?.[0] ?? '';
	const newText = what === 'comment' ? ' -->' : `${lineEndingOf(text)}${quote}${fence}`;
	return { span: { start: at, end: at }, newText };
}

function toClose({ what }: Block, kinds: readonly SectionKind[], closing: TextEdit): Omit<Finding, 'span'> {
	const [first = 'situation'] = kinds;
	const message = `The ${what} that begins here is never closed and takes in ${listed(kinds)}: where should it end?`;
	const title = `Close the ${what} above ${sectionTitles[first]}`;
	return { message, fixes: () => [{ title, edits: [closing], preferred: true }] };
}

function toUnmark(
	{ what, isOpen }: Block,
	kinds: readonly SectionKind[],
	edits: readonly TextEdit[],
): Omit<Finding, 'span'> {
	const verb = kinds.length > 1 ? 'stand' : 'stands';
	const message = isOpen
		? `The ${what} that begins here is never closed and takes in ${listed(kinds)}: should it be there?`
		: `${listed(kinds)} ${verb} in a ${what}, where no section is read: should it be one?`;
	const title = `Take the ${kinds.length > 1 ? 'sections' : 'section'} out of the ${what}`;
	return { message, fixes: () => [{ title, edits, preferred: true }] };
}

function listed(kinds: readonly SectionKind[]): string {
	const titles = kinds.map((kind) => sectionTitles[kind]);
	return titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}` : titles.join('');
}
