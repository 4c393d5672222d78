import type { Nodes, Root } from 'mdast';
import { nearSectionName } from '../framework/nearSectionName.ts';
import type { SectionKind } from '../framework/sectionKind.ts';
import type { SectionNames } from '../framework/sectionNames.ts';
import type { Document } from '../story/document.ts';
import { type LineText, linesOfParagraph } from '../story/lineText.ts';
import { containers, walk } from '../story/markdown.ts';
import type { Marker } from '../story/markers.ts';
import type { ParsedStory } from '../story/model.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';

/** Where a name could stand: a heading, label or cell that names nothing, or a line that nearly is one. */
export interface Place {
	/** The words of the name as a reader sees them. */
	readonly text: string;
	/** For each code unit of {@link text}, where in the document it stands. */
	readonly offsets: readonly number[];
	readonly form: 'heading' | 'label' | 'cell';
	/** Headings of one depth, and labels, are names of one story. */
	readonly company: string;
	/** The marks of a heading without the space that it needs. */
	readonly marks?: Span & { readonly depth: number };
	/** Whether it stands before the sections of every kind, as a name above the columns of a table. */
	readonly isAbove?: boolean;
}

/** A name in a stretch of the document, without marks in it. */
export function placeAt(text: string, { start, end }: Span, more: Omit<Place, 'text' | 'offsets'>): Place {
	return {
		text: text.slice(start, end),
		offsets: Array.from({ length: end - start }, (_, at) => start + at),
		...more,
	};
}

/** How the name of a section is written. */
export function companyOf(marker: Marker): string {
	return marker.form === 'heading' ? headingCompany(marker.depth) : marker.form;
}

function headingCompany(depth: number): string {
	return `heading ${depth}`;
}

/** The markers of a story. */
export function* markersOf({ span }: ParsedStory, { markers }: Document): Generator<Marker> {
	for (let index = firstEndingAfter(markers, span.start, (marker) => marker.span); index < markers.length; index++) {
		const marker = markers[index];
		if (!marker || marker.span.start >= span.end) return;
		yield marker;
	}
}

/**
 * The headings and labels of a story that name nothing, and the lines that nearly are some.
 *
 * @param kinds of the sections that are looked for
 */
export function* placesIn(
	story: ParsedStory,
	document: Document,
	names: SectionNames,
	kinds: readonly SectionKind[],
): Generator<Place> {
	const { heading, titleSpan, span } = story;
	const known = new Set<number>();
	for (const marker of markersOf(story, document)) {
		known.add(marker.name.start);
		const isTitle = marker.span.start === heading?.start || marker.name.start === titleSpan?.start;
		if (marker.kind || isTitle || marker.form === 'cell') continue;
		yield placeAt(document.text, marker.name, { form: marker.form, company: companyOf(marker) });
	}
	// Few stories have such a line, and the others need not be read once more.
	if (!mightHoldPlaces(document.text.slice(span.start, span.end), names, kinds)) return;
	const { children } = document.tree.root;
	for (let index = firstEndingAfter(children, span.start, document.tree.spanOf); index < children.length; index++) {
		const block = children[index];
		if (!block || document.tree.spanOf(block).start >= span.end) return;
		yield* placesInBlock({ type: 'root', children: [block] }, document, known);
	}
}

const tightMarks = /^[ \t>]*#{1,6}[^\S \r\n]*\p{L}/u;
/** The words that a line begins with, before what may follow a name. */
const firstWords = /^[^\p{L}]*(\p{L}[\p{L}\p{M}'’ ]{2,40})(?=$|[^\p{L}\p{M}'’ ])/u;

function mightHoldPlaces(source: string, names: SectionNames, kinds: readonly SectionKind[]): boolean {
	return source.split(/[\r\n]/u).some((line) => {
		if (tightMarks.test(line)) return true;
		const plain = line.replaceAll(/<[^<>]*>/gu, '*');
		return [plain.replaceAll(/[*_]/gu, ''), plain].some((each) => {
			const words = firstWords.exec(each)?.[1]?.trimEnd();
			return words !== undefined && nearSectionName(words, names, kinds) !== undefined;
		});
	});
}

/** The lines of a block that are nearly headings or labels. */
function* placesInBlock(block: Root, { text, tree }: Document, known: ReadonlySet<number>): Generator<Place> {
	for (const node of walk(block, ({ type }: Nodes) => containers.has(type))) {
		if (node.type !== 'paragraph') continue;
		for (const line of linesOfParagraph(tree, text, node)) {
			for (const place of [tightHeading(line), labelUpToMark(line), emphasised(line)])
				if (place && !known.has(place.offsets[0] ?? 0)) yield place;
		}
	}
}

/** A line such as `##Situation`, or with a space behind the marks that is none to Markdown. */
function tightHeading({ text, offsets, isWhole }: LineText): Place | undefined {
	const [whole, signs] = /^(#{1,6})[^\S ]*(?=\p{L})/u.exec(text) ?? [];
	const start = offsets[0];
	if (whole === undefined || signs === undefined || !isWhole || start === undefined) return undefined;
	const marks = { start, end: offsets[whole.length] ?? start, depth: signs.length };
	return {
		...behind(text, offsets, whole.length, text.length),
		form: 'heading',
		company: headingCompany(marks.depth),
		marks,
	};
}

/** The words before a colon, a dash, a full stop, a bracket or the end of a line. */
function labelUpToMark({ text, offsets }: LineText): Place | undefined {
	const [whole, words] =
		/^[^\p{L}]*(\p{L}[\p{L}\p{M}'’ ]{2,40}?)(?=\s*(?:[:：.。)\]）］】〕」』》〉]|[-–—](?:\s|$)|$))/u.exec(text) ??
		[];
	if (whole === undefined || words === undefined) return undefined;
	return { ...behind(text, offsets, whole.length - words.length, whole.length), form: 'label', company: 'label' };
}

/** The emphasised words that a line begins with. */
function emphasised({ text, offsets, emphasisEnds }: LineText): Place | undefined {
	const from = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
	let end = from;
	while (emphasisEnds[end]) end++;
	if (end === from) return undefined;
	return { ...behind(text, offsets, from, end), form: 'label', company: 'label' };
}

function behind(text: string, offsets: readonly number[], from: number, end: number): Pick<Place, 'text' | 'offsets'> {
	return { text: text.slice(from, end), offsets: offsets.slice(from, end) };
}
