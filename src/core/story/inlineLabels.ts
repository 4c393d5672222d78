import { sectionKinds, sideKinds } from '../framework/sectionKind.ts';
import type { SectionNames } from '../framework/sectionNames.ts';
import { companyOf } from './confirmedMarkers.ts';
import { type Label, readLabel } from './labels.ts';
import type { LineText } from './lineText.ts';
import type { Marker } from './markers.ts';

/** A label that stands further on in a line, behind the text of another section. */
export interface InlineLabel {
	readonly label: Label;
	/** The rest of the line from the label on; it knows where the marks before the label begin. */
	readonly line: LineText;
}

/** No label is longer, with what stands around its name, in UTF-16 code units. */
const maxLabelLength = 140;

/** As far back as the end of a sentence is looked for. */
const maxLookBack = 8;

/** What a sentence ends with, or what parts two sections in one line: `S: … | T: …`. */
const sentenceEnd = /(?:[.!?…;|→·•/–—]|[。！？；])["”’'»」』)\]*_]*\s*$/u;

/** Where a label may begin: a bracket, or the first letter of a sentence. */
const opening = /[([（［【〔「『《〈\p{Lu}\p{Lo}]/u;

/** Where two sections are named, a letter in brackets names the next one within a sentence too. */
const minNamed = 3;

/**
 * Finds the labels within the lines of one paragraph: `(S) … (T) … (A) …`, `**Situation:** … **Task:** …`. They are
 * written like the label that a line begins with, name other sections, and begin a sentence each, but where bold type
 * or brackets set them apart.
 *
 * @param lines of a paragraph, whole
 * @param labels that they begin with
 * @returns for each line those within it, in order
 */
export function inlineLabels(
	lines: readonly LineText[],
	labels: readonly (Label | undefined)[],
	names: SectionNames,
): readonly (readonly InlineLabel[])[] {
	let shape = '';
	let isLetter: boolean | undefined;
	const named = new Set<number>();
	const add = (label: Label, rank: number) => {
		named.add(rank);
		if (rank < sectionKinds.length) isLetter = label.section?.isLetter;
	};
	return lines.map((line, index) => {
		const first = labels[index];
		const rank = rankOf(first);
		if (first && rank >= 0) {
			const own = shapeOf(first, line);
			if (own !== shape || named.has(rank)) {
				named.clear();
				isLetter = undefined;
			}
			shape = own;
			add(first, rank);
		}
		const found: InlineLabel[] = [];
		for (let at = first?.to ?? 1; named.size > 0 && at < line.text.length; at++) {
			if (!mayBegin(line, at)) continue;
			const rest = lineFrom(line, at);
			const label = readLabel(rest, names, 'none');
			const kind = rankOf(label);
			if (!label || kind < 0 || named.has(kind) || shapeOf(label, rest) !== shape) continue;
			const isAlike =
				kind >= sectionKinds.length || (isLetter ?? label.section?.isLetter) === label.section?.isLetter;
			if (!isAlike) continue;
			const isNext = isLetter && named.size >= minNamed && named.has(kind - 1) && isBracket(line.text[at]);
			if (!beginsSentence(line, at) && !isSetApart(line, at) && !isNext) continue;
			add(label, kind);
			found.push({ label: { ...label, isWeak: true, isAlone: false }, line: rest });
			at += label.to;
		}
		return found;
	});
}

/**
 * Leaves out the labels within a line that a later line repeats: `**Action:** … **Result:** it failed.` above the
 * story's `**Result:**` is part of the Action.
 *
 * @param markers of a document, in order
 */
export function withoutRepeated(markers: readonly Marker[]): readonly Marker[] {
	const isInline = (marker: Marker) => marker.form === 'label' && marker.isInline === true;
	if (!markers.some(isInline)) return markers;
	const rankOfKind = (marker: Marker | undefined) => (marker?.kind ? sectionKinds.indexOf(marker.kind) : -1);
	const next: (Marker | undefined)[] = [];
	for (let index = markers.length - 1; index >= 0; index--) {
		const behind = markers[index + 1];
		const isOwn = behind && !isInline(behind) && (behind.form === 'heading' || behind.kind !== undefined);
		next[index] = isOwn ? behind : next[index + 1];
	}
	let head: Marker | undefined;
	return markers.filter((marker, index) => {
		if (!isInline(marker)) {
			head = marker;
			return true;
		}
		const behind = next[index];
		if (behind?.form !== 'label' || companyOf(behind) !== companyOf(marker)) return true;
		const rank = rankOfKind(behind);
		return rank <= rankOfKind(head) || rank > rankOfKind(marker);
	});
}

/** The place of a section among those that a label may name, those beside the telling last; below 0 where it names none. */
function rankOf(label: Label | undefined): number {
	const { kinds: [kind] = [], side } = label?.section ?? {};
	if (kind) return sectionKinds.indexOf(kind);
	return side ? sectionKinds.length + sideKinds.indexOf(side) : -1;
}

/** How a label is written: emphasised or plain, in which brackets, with a colon or without. */
function shapeOf({ style, from, to }: Label, { text }: LineText): string {
	const bracket = text[from - 1] ?? '';
	const behind = /^[^\p{L}\p{N}]*/u.exec(text.slice(to, to + 8))?.[0] ?? '';
	const separator = /[:：]/u.test(text.slice(from, to) + behind) ? ':' : /[.–—-]/u.test(behind) ? '-' : '';
	return [style, isBracket(bracket) ? bracket : '', isBracket(bracket) ? '' : separator].join(' ');
}

function isBracket(character: string | undefined): boolean {
	return character !== undefined && /[([（［【〔「『《〈]/u.test(character);
}

function mayBegin({ text, emphasisEnds }: LineText, at: number): boolean {
	if (emphasisEnds[at] && !emphasisEnds[at - 1]) return true;
	if (emphasisEnds[at]) return false;
	const character = text[at] ?? '';
	if (!opening.test(character)) return false;
	return isBracket(character) || !/[\p{L}\p{M}\p{N}'’]/u.test(text[at - 1] ?? '');
}

function beginsSentence({ text }: LineText, at: number): boolean {
	return sentenceEnd.test(text.slice(Math.max(0, at - maxLookBack), at));
}

/** Whether bold type or a corner bracket says that no sentence goes on here: `… **Task:** …`, `…【任务】…`. */
function isSetApart({ text, emphasisEnds }: LineText, at: number): boolean {
	if (/[【〔「『《〈]/u.test(text[at] ?? '')) return true;
	return Boolean(emphasisEnds[at]) && /[\s\p{Lo}\p{P}]/u.test(text[at - 1] ?? '') && hasColon(text, emphasisEnds, at);
}

function hasColon(text: string, emphasisEnds: readonly number[], at: number): boolean {
	let end = at;
	while (end < text.length && emphasisEnds[end] === emphasisEnds[at]) end++;
	return /[:：]\s*$/u.test(text.slice(at, end)) || /^\s*[:：]/u.test(text.slice(end, end + maxLookBack));
}

function lineFrom({ text, offsets, emphasisEnds, tagBehind }: LineText, at: number): LineText {
	const end = at + maxLabelLength;
	return {
		text: text.slice(at, end),
		offsets: offsets.slice(at, end),
		emphasisEnds: emphasisEnds.slice(at, end),
		isWhole: end >= text.length,
		behindTag: undefined,
		tagBehind,
	};
}
