import type { Nodes, Root } from 'mdast';
import { type NearSectionName, nearSectionName } from '../framework/nearSectionName.ts';
import { type SectionKind, sectionKinds } from '../framework/sectionKind.ts';
import { sectionNamesOf } from '../framework/sectionNames.ts';
import { type Document, readDocument } from '../story/document.ts';
import { type LineText, linesOfParagraph } from '../story/lineText.ts';
import { containers, walk } from '../story/markdown.ts';
import type { LabelMarker, Marker } from '../story/markers.ts';
import { isOfKind, type ParsedStory } from '../story/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Finding } from '../text/problem.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';
import type { RuleContext } from './rule.ts';
import { tableNames } from './tableNames.ts';

/** A name that was meant for a section which the story lacks. */
export interface NearSection {
	readonly kind: SectionKind;
	/** Absent where another story of the same table has it. */
	readonly finding?: Finding;
}

/** Where a name could stand: a heading or label that names nothing, or a line that nearly is one. */
interface Place {
	/** The words of the name. */
	readonly name: Span;
	/** Headings of one depth, and labels of one look, are names of one story. */
	readonly company: string;
	/** The marks of a heading without the space that it needs. */
	readonly marks?: Span & { readonly depth: number };
	/** Whether it stands before the sections of every kind, as a name above the columns of a table. */
	readonly isAbove?: boolean;
}

/** A story is looked through for no more of them; each is tried out. */
const maxPlaces = 20;

/** Words between what may stand around a name: numbers and emoji before it, a share or a colon behind it. */
const core = /^([^\p{L}]*)(\p{L}[^([{（［]*?)(?:\s*[([{（［][^()[\]{}（）［］]*[)\]}）］])?[\s:：.*_#]*$/u;

/**
 * Finds misspelt names of sections that a story lacks: in the form of its other sections, in the place where the
 * section belongs, and so that the story has the section once it is spelt right.
 */
export function nearSections(story: ParsedStory, document: Document, context: RuleContext): readonly NearSection[] {
	const kinds = sectionKinds.filter((kind) => !story.sections.some((section) => isOfKind(section, kind)));
	if (kinds.length === 0) return [];
	const names = context.lookups.derive(sectionNamesOf);
	const company = companyOf(story, document);
	const table = tableNames(story, document, names);
	const cells = (table?.cells ?? []).map((name): Place => ({
		name,
		company: 'cell',
		isAbove: table?.areShared === true,
	}));
	const near: { readonly place: Place; readonly meant: NearSectionName; readonly core: Span }[] = [];
	for (const place of [...cells, ...placesIn(story, document, company)]) {
		const written = document.text.slice(place.name.start, place.name.end);
		const [, before = '', words = ''] = core.exec(written) ?? [];
		const start = place.name.start + before.length;
		const exact = place.marks && names.readHeading(written);
		const meant =
			exact?.kinds[0] && !exact.isLetter && kinds.includes(exact.kinds[0])
				? { kind: exact.kinds[0], name: words }
				: nearSectionName(words, names, kinds);
		if (meant) near.push({ place, meant, core: { start, end: start + words.length } });
		if (near.length === maxPlaces) break;
	}
	return kinds.flatMap((kind): NearSection[] => {
		const fitting = near.find(
			({ place, meant }) =>
				meant.kind === kind &&
				(place.isAbove || isInOrder(kind, place.name.start, story)) &&
				(company.has(place.company) ||
					near.some((other) => other.meant.kind !== kind && other.place.company === place.company)),
		);
		if (!fitting) return [];
		const finding = findingAt(fitting.place, fitting.meant, fitting.core, document);
		const edits = finding.fixes?.()[0]?.edits ?? [];
		if (!brings(kind, edits, story, document, context)) return [];
		const isTold = fitting.place.company === 'cell' && table?.isFirst === false;
		return [{ kind, ...(!isTold && { finding }) }];
	});
}

/** The markers of a story. */
function* markersOf({ span }: ParsedStory, { markers }: Document): Generator<Marker> {
	for (let index = firstEndingAfter(markers, span.start, (marker) => marker.span); index < markers.length; index++) {
		const marker = markers[index];
		if (!marker || marker.span.start >= span.end) return;
		yield marker;
	}
}

/** How the sections that a story has are written. */
function companyOf(story: ParsedStory, document: Document): ReadonlySet<string> {
	const starts = new Set(story.sections.map(({ name }) => name.start));
	return new Set([...markersOf(story, document)].filter(({ name }) => starts.has(name.start)).map(companyOfMarker));
}

function companyOfMarker(marker: Marker): string {
	if (marker.form === 'heading') return `heading ${marker.depth}`;
	return marker.form === 'label' ? companyOfLabel(marker.style, marker.inList) : marker.form;
}

function companyOfLabel(style: LabelMarker['style'], inList: boolean): string {
	return `${style}${inList ? ' in a list' : ''}`;
}

function* placesIn(story: ParsedStory, document: Document, company: ReadonlySet<string>): Generator<Place> {
	const { heading, titleSpan, span } = story;
	const known = new Set<number>();
	for (const marker of markersOf(story, document)) {
		known.add(marker.name.start);
		const isTitle = marker.span.start === heading?.start || marker.name.start === titleSpan?.start;
		if (!marker.kind && !isTitle) yield { name: marker.name, company: companyOfMarker(marker) };
	}
	const isPlain = [...company].some((look) => look.startsWith('plain'));
	// Most stories have neither, and need not be read once more.
	if (!isPlain && !/^[ \t>]*#{1,6}[^\S \r\n]*\p{L}/mu.test(document.text.slice(span.start, span.end))) return;
	const { children } = document.tree.root;
	for (let index = firstEndingAfter(children, span.start, document.tree.spanOf); index < children.length; index++) {
		const block = children[index];
		if (!block || document.tree.spanOf(block).start >= span.end) return;
		yield* placesInBlock({ type: 'root', children: [block] }, document, known);
	}
}

/** The lines of a block that are nearly headings, and those that begin with a word and a colon. */
function* placesInBlock(block: Root, { text, tree }: Document, known: ReadonlySet<number>): Generator<Place> {
	const opening = new Set<Nodes>();
	for (const node of walk(block, ({ type }) => containers.has(type))) {
		const [first] = node.type === 'listItem' ? node.children : [];
		if (first) opening.add(first);
		if (node.type !== 'paragraph') continue;
		for (const [index, line] of linesOfParagraph(tree, text, node).entries()) {
			const place = tightHeading(line) ?? plainLabel(line, index === 0 && opening.has(node));
			if (place && !known.has(place.name.start)) yield place;
		}
	}
}

/** A line such as `##Situation`, or with a space behind the marks that is none to Markdown. */
function tightHeading({ text, offsets, isWhole }: LineText): Place | undefined {
	const [whole, signs] = /^(#{1,6})[^\S ]*(?=\p{L})/u.exec(text) ?? [];
	const [start, last] = [offsets[0], offsets.at(-1)];
	if (whole === undefined || signs === undefined || !isWhole || start === undefined || last === undefined)
		return undefined;
	const from = offsets[whole.length] ?? start;
	const marks = { start, end: from, depth: signs.length };
	return { name: { start: from, end: last + 1 }, company: `heading ${signs.length}`, marks };
}

function plainLabel({ text, offsets, emphasisEnds }: LineText, inList: boolean): Place | undefined {
	const [whole, words] = /^(?:[^\p{L}\p{N}[(<`]|\d+[.)])*(\p{L}[\p{L} ]{2,30})(?=\s*[:：](?:\s|$))/u.exec(text) ?? [];
	if (whole === undefined || words === undefined) return undefined;
	const at = whole.length - words.length;
	const [start, last] = [offsets[at], offsets[whole.length - 1]];
	if (start === undefined || last === undefined || emphasisEnds[at]) return undefined;
	return { name: { start, end: last + 1 }, company: companyOfLabel('plain', inList) };
}

/** Whether a section belongs between those that stand around an offset. */
function isInOrder(kind: SectionKind, offset: number, { sections }: ParsedStory): boolean {
	const rank = sectionKinds.indexOf(kind);
	return sections.every(({ kind: other, name }) => name.start < offset === sectionKinds.indexOf(other) < rank);
}

function findingAt({ name, marks }: Place, meant: NearSectionName, word: Span, { text }: Document): Finding {
	const edits: TextEdit[] = [];
	const written = text.slice(word.start, word.end);
	if (written !== meant.name) edits.push({ span: word, newText: meant.name });
	if (!marks) {
		const message = `“${written}” names no section: did you mean ${meant.name}?`;
		const fixes = () => [{ title: `Change to ${meant.name}`, edits, preferred: true }];
		return { message, span: word, fixes };
	}
	const signs = '#'.repeat(marks.depth);
	edits.unshift({ span: marks, newText: `${signs} ` });
	const is = marks.end > marks.start + marks.depth ? 'that stands there is none to Markdown' : 'is missing';
	const message = `The space behind ${signs} ${is}: did you mean \`${signs} ${meant.name}\`?`;
	const fixes = () => [{ title: `Change to ${signs} ${meant.name}`, edits, preferred: true }];
	return { message, span: { start: marks.start, end: name.end }, fixes };
}

/** Whether the story has a section after edits, and the document as many stories as before. */
function brings(
	kind: SectionKind,
	edits: readonly TextEdit[],
	story: ParsedStory,
	{ text, stories }: Document,
	{ lookups }: RuleContext,
): boolean {
	const after = readDocument(applyEdits(text, edits), { fileName: '', lookups }).stories;
	const mended = after[stories.indexOf(story)];
	return after.length === stories.length && mended?.sections.some((section) => isOfKind(section, kind)) === true;
}
