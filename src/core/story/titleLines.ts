import { starKinds } from '../framework/sectionKind.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { LabelMarker, Marker } from './markers.ts';
import { genericTitle, type Scope } from './scopes.ts';

/** A story is over where it has so many of the STAR sections, and another is begun by two. */
const minKinds = 3;
const minKindsOfNext = 2;

/** Above a scope without a heading stands the title of the document. */
const topLevel = 1;

/** Stories of a scope with the title lines they begin with. */
interface Run {
	/** Absent of a story that the heading gives its title. */
	readonly title: LabelMarker | undefined;
	/** Where a further one of those begins. */
	readonly start?: number;
	readonly sections: Marker[];
}

/**
 * Cuts a scope in which whole stories follow each other, each below a line of bold words, such as `**Q2: “When did you
 * …?”**`, a `<summary>`, or a question of a numbered list. Where no line stands between them they are one story that
 * has its sections twice, but where each is told in one paragraph: then they are answers to the same question.
 */
export function cutAtTitleLines(scope: Scope, text: string): readonly Scope[] {
	const runs = runsOf(scope, text);
	if (runs.filter(({ sections }) => kindsIn(sections) >= minKindsOfNext).length < 2) return [scope];
	const isTitled = runs[0]?.title !== undefined;
	return runs.map((run, index) => {
		const { title, sections } = run;
		const start = startOf(run) ?? scope.span.start;
		const end = startOf(runs[index + 1]) ?? scope.span.end;
		const isWithin = ({ span }: Marker) => span.start >= start && span.start < end;
		const first = sections[0]?.span.start ?? end;
		const labels = scope.labels.filter((label) => isWithin(label) && label !== title);
		const headings = scope.headings.filter(isWithin);
		const sides = scope.sides.filter(isWithin);
		const shared = { span: { start, end }, sections, sides, headings, labels };
		const lines = labels.filter((label) => label.span.start < first && label.field);
		if (run.start !== undefined) {
			const above = runs.slice(0, index).findLast((other) => other.title)?.title ?? scope.heading;
			const same = above && { title: { value: above.text, span: above.name } };
			const level = (scope.heading?.depth ?? topLevel) + 1;
			return { ...shared, heading: undefined, ...same, level, lines, sharedLines: scope.lines };
		}
		if (!title) return { ...scope, ...shared };
		return {
			...shared,
			heading: undefined,
			titleLine: { label: title, level: (scope.heading?.depth ?? topLevel) + 1 },
			lines,
			// What stands above the first story speaks for all of them.
			...(isTitled && {
				sharedLines: scope.lines.filter((line) => line.span.start < (runs[0]?.title?.span.start ?? 0)),
			}),
		};
	});
}

function startOf(run: Run | undefined): number | undefined {
	return run?.start ?? run?.title?.span.start;
}

function runsOf(scope: Scope, text: string): readonly Run[] {
	const [first] = scope.sections;
	if (!first || scope.sections.some(({ form }) => form !== 'label')) return [];
	const from = scope.span.start - 1;
	const title = titleBetween(scope, from, first, text) ?? numberedAbove(text, from, first.span.start)?.label;
	const runs: Run[] = [{ title, sections: [] }];
	for (const [index, marker] of scope.sections.entries()) {
		const sections = runs.at(-1)?.sections ?? [];
		const isNext = marker.kind === first.kind && kindsIn(sections) >= minKinds;
		const next = isNext && nextTitle(scope, text, runs.at(-1)?.title, sections.at(-1)?.span.start ?? 0, marker);
		const behind = scope.sections[index + 1];
		if (next) runs.push({ title: next, sections: [marker] });
		else if (isNext && behind?.form === 'label' && behind.isInline) {
			const last = sections.at(-1)?.span.start ?? 0;
			const lines = scope.labels.filter(({ span }) => span.start > last && span.start < marker.span.start);
			const start = (lines.find(({ field }) => field) ?? marker).span.start;
			runs.push({ title: undefined, start, sections: [marker] });
		} else sections.push(marker);
	}
	return runs;
}

/** The title of a story behind another, which goes by the next number where that one's is a line of a numbered list. */
function nextTitle(
	scope: Scope,
	text: string,
	last: LabelMarker | undefined,
	after: number,
	marker: Marker,
): LabelMarker | undefined {
	if (last?.style !== 'plain') return titleBetween(scope, after, marker, text);
	const number = numberedAbove(text, last.span.start - 1, last.span.end)?.number ?? 0;
	const counted = numberedAbove(text, after, marker.span.start, number + 1);
	if (counted) return counted.label;
	// A list that a page numbers may say `1.` in each line.
	const above = numberedAbove(text, after, marker.span.start)?.label;
	const isQuestion = above && question.test(above.text) && above.text !== last.text;
	return isQuestion && isRightAbove(above, marker, scope, text) ? above : undefined;
}

/** Whether nothing but lines of tags and the like stands between a title and the section below it. */
function isRightAbove(title: LabelMarker, section: Marker, { labels }: Scope, text: string): boolean {
	let at = title.span.end;
	for (const { field, span } of labels) {
		if (!field || span.start < at || span.start >= section.span.start) continue;
		if (text.slice(at, span.start).trim() !== '') return false;
		at = span.end;
	}
	return text.slice(at, section.span.start).trim() === '';
}

/** What an interviewer asks. */
const question =
	/[?？]\W*$|^(?:tell|give|describe|share|talk|walk|recall|think|provide|what|when|how|why|who|which|have|can)(?!\p{L})/iu;

/** A line of a numbered list, or a question with its number: `2. Tell me about …`, `Q2: When did you …?` */
const numbered = /^[ \t>]*(?:Q\s?)?(\d{1,3})[.):][ \t]+(?!\*\*|__|<)(\S.{0,240})$/gmu;

/** The last such line between two offsets, by its number where it has to have a certain one. */
function numberedAbove(
	text: string,
	after: number,
	before: number,
	wanted?: number,
): { readonly label: LabelMarker; readonly number: number } | undefined {
	const from = Math.max(0, after);
	const lines = [...text.slice(from, before).matchAll(numbered)].filter(
		({ 1: number }) => wanted === undefined || Number(number) === wanted,
	);
	const line = lines.at(-1);
	const [whole, number, words = ''] = line ?? [];
	if (!line || whole === undefined) return undefined;
	const start = from + line.index;
	const end = start + whole.length;
	const name = trimSpan(text, { start: end - words.length, end });
	return { label: titleLabel({ start, end }, name, text), number: Number(number) };
}

/** Marks of quotations, lists and emphasis before and behind the words of a line. */
const marksBefore = /^(?:[\s>*_+#-]|\d{1,3}[.)]\s)+/u;
const marksAfter = /[\s*_:：]+$/u;

/** A longer line is no title, in UTF-16 code units. */
const maxTitleLength = 240;

/** A line as the title of the story below it; undefined where it has no words, or too many. */
export function titleLineOf(text: string, line: Span): LabelMarker | undefined {
	const words = text.slice(line.start, line.end);
	const start = line.start + (marksBefore.exec(words)?.[0].length ?? 0);
	const end = line.end - (marksAfter.exec(words)?.[0].length ?? 0);
	if (end <= start || end - start > maxTitleLength || !/\p{L}/u.test(text.slice(start, end))) return undefined;
	return titleLabel(line, { start, end }, text);
}

function titleLabel(span: Span, name: Span, text: string): LabelMarker {
	return {
		form: 'label',
		span,
		name,
		text: text.slice(name.start, name.end),
		value: { start: span.end, end: span.end },
		field: undefined,
		style: 'plain',
		inList: true,
		quoteEnd: undefined,
		isAlone: true,
		kind: undefined,
		also: [],
		isOwn: false,
		isLetter: false,
		isWeak: false,
	};
}

function kindsIn(sections: readonly Marker[]): number {
	return starKinds.filter((kind) => sections.some((marker) => marker.kind === kind || marker.also.includes(kind)))
		.length;
}

/** The nearest line of bold words above a section that may be the title of its story. */
function titleBetween(
	{ labels, headings }: Scope,
	after: number,
	{ span }: Marker,
	text: string,
): LabelMarker | undefined {
	const heading = headings.findLast((each) => each.span.start > after && each.span.start < span.start);
	const from = heading?.span.start ?? after;
	return labels.findLast(
		(label) =>
			label.span.start > from &&
			label.span.start < span.start &&
			(label.isAlone || isDashedTitle(label, span.start, text)) &&
			(label.style === 'emphasis' || label.style === 'heading') &&
			!label.field &&
			!genericTitle.test(label.text.replace(/[\s:.]+$/u, '')),
	);
}

/** Whether it is such a line right above with more behind a dash: `**Payments outage** – Acme, 2022`. */
function isDashedTitle({ name, value, span }: LabelMarker, sectionStart: number, text: string): boolean {
	const separator = text.slice(name.end, value.start);
	return /^\W*[-–—]\s*$/u.test(separator) && text.slice(span.end, sectionStart).trim() === '';
}
