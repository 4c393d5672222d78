import type { Nodes, Paragraph } from 'mdast';
import { breakTag, type MarkdownTree } from './markdown.ts';

/** How much of a line is looked at for its label, in UTF-16 code units of the text that a reader sees. */
const maxLineStart = 140;

/** A line of a paragraph, or the beginning of one, as a reader sees it. */
export interface LineText {
	/** The visible text, without marks. */
	readonly text: string;
	/** For each code unit of {@link text}, where in the document it stands. */
	readonly offsets: readonly number[];
	/** For each code unit, where the emphasis around it ends in the document; 0 where there is none. */
	readonly emphasisEnds: readonly number[];
	/** Whether the whole line is in {@link text}. */
	readonly isWhole: boolean;
	/** Behind the `<br>` that it begins with, and where the one that ends it begins, as offsets into the document. */
	readonly behindTag: number | undefined;
	readonly tagBehind: number | undefined;
}

const emphasisTag = /^<(\/?)(?:b|strong|i|em|u)(?:\s[^<>]*)?>$/iu;

interface OpenLine {
	text: string;
	offsets: number[];
	emphasisEnds: number[];
	isWhole: boolean;
	behindTag: number | undefined;
	tagBehind: number | undefined;
}

/**
 * The lines of a paragraph as a reader sees them: marks of emphasis and HTML are looked through, hard breaks and `<br>`
 * begin a line; code, links and pictures count as one character.
 *
 * @param tree of `source`
 * @param source the whole document
 * @param maxLength of each line, in UTF-16 code units of its text
 */
export function linesOfParagraph(
	tree: MarkdownTree,
	source: string,
	paragraph: Paragraph,
	maxLength = maxLineStart,
): readonly LineText[] {
	const lines: OpenLine[] = [];
	let line: OpenLine | undefined;
	let tagEnd = 0;
	const begin = (behindTag?: number) =>
		lines.push(
			(line = { text: '', offsets: [], emphasisEnds: [], isWhole: true, behindTag, tagBehind: undefined }),
		);
	begin();
	const append = (character: string, offset: number, emphasisEnd: number) => {
		if (!line) return;
		if (line.text.length >= maxLength) {
			line.isWhole = false;
			return;
		}
		line.text += character;
		line.offsets.push(offset);
		line.emphasisEnds.push(emphasisEnd);
	};

	function read(nodes: readonly Nodes[], emphasisEnd: number): void {
		for (const [index, node] of nodes.entries()) {
			const { start, end } = tree.spanOf(node);
			switch (node.type) {
				case 'text':
					readText(node.value, start, end, emphasisEnd || tagEnd);
					break;
				case 'inlineCode':
				case 'image':
				case 'imageReference':
				case 'link':
				case 'linkReference':
					// No label begins in or behind one of these.
					append('`', start, 0);
					break;
				case 'break':
					begin();
					break;
				case 'html': {
					if (breakTag.test(node.value)) {
						if (line) line.tagBehind = start;
						begin(end);
					}
					const tag = emphasisTag.exec(node.value);
					if (tag) tagEnd = tag[1] === '/' ? 0 : closingTagEnd(nodes, index);
					break;
				}
				case 'strong':
				case 'emphasis':
					read(node.children, emphasisEnd || end);
					break;
				case 'delete':
					read(node.children, emphasisEnd);
					break;
				default:
					break;
			}
		}
	}

	function closingTagEnd(nodes: readonly Nodes[], from: number): number {
		const closing = nodes.slice(from + 1).find((node) => node.type === 'html' && node.value.startsWith('</'));
		return closing ? tree.spanOf(closing).end : 0;
	}

	/** Where each character of a text stands: escapes, entities and the marks of a quotation are in the source alone. */
	function readText(value: string, start: number, end: number, emphasisEnd: number): void {
		let at = start;
		for (let index = 0; index < value.length; index++) {
			const character = value.charAt(index);
			if (character === '\n' || character === '\r') {
				begin();
				at = source.indexOf(character, at) + 1 || end;
				continue;
			}
			if (line && line.text.length >= maxLength) {
				line.isWhole = false;
				const next = value.slice(index).search(/[\r\n]/u);
				if (next < 0) return;
				index += next - 1;
				at = Math.max(at, nextLineBreak(source, at, end));
				continue;
			}
			if (source[at] !== character) at = place(source, at, end, character);
			append(character, at, emphasisEnd);
			at++;
		}
	}

	read(paragraph.children, 0);
	return lines;
}

function nextLineBreak(source: string, from: number, end: number): number {
	const found = source.slice(from, end).search(/[\r\n]/u);
	return found < 0 ? end : from + found;
}

/** Where a character stands, or the entity that means it. */
function place(source: string, at: number, end: number, character: string): number {
	if (source[at] === '&') return (source.indexOf(';', at) + 1 || at + 1) - 1;
	const found = source.indexOf(character, at);
	return found >= 0 && found < end ? found : at;
}
