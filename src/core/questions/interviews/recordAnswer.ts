import { type EditResult, insertion, noEdits, refuse } from '../../edit/editResult.ts';
import type { Lookups } from '../../framework/lookups.ts';
import type { TextEdit } from '../../text/edit.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { lineEnd, lineEndingOf, lineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import {
	isSameMeeting,
	type InterviewContent,
	type LoggedQuestion,
	type SeenInterview,
	type ToldStory,
} from './interview.ts';
import { landingIn } from './landing.ts';
import { headingsFor, insertAtEnd } from './logInterview.ts';
import { holdsStories, readingBack } from './readingBack.ts';
import type { ListedInterview, ListedQuestion } from './listedInterviews.ts';
import { unquoted } from './questionText.ts';
import { type InterviewList, listInterviews } from './readInterviews.ts';
import { oneLine } from '../../text/words.ts';

/** What was asked, and what was told. */
export interface NewAnswer {
	/** May be empty where a story is named. */
	readonly question: string;
	/** Id or name. */
	readonly competency?: string;
	readonly told?: ToldStory;
	/** In free words. */
	readonly landed?: string;
}

/**
 * Adds a question to an interview, with the story that was told.
 *
 * @param text the whole file
 */
export function recordAnswer(text: string, lookups: Lookups, seen: SeenInterview, answer: NewAnswer): EditResult {
	const list = listInterviews(text, lookups);
	if (list.isStory) return holdsStories;
	const target = interviewAt(list, seen);
	if (!target) return gone;
	const question = unquoted(oneLine(answer.question));
	if (question === '' && !answer.told) return refuse('value', 'A question or a story is needed.');
	const competency = answer.competency === undefined ? undefined : lookups.competencies.find(answer.competency);
	const landed = oneLine(answer.landed ?? '');
	const logged: LoggedQuestion = {
		question,
		...(competency && question !== '' && { competency: competency.id }),
		...(answer.told && {
			told: { ...answer.told, text: oneLine(answer.told.text) },
		}),
		...(landed !== '' && { landed: { text: landed } }),
	};
	const expected = replaced(list, target, (interview) => ({ ...interview, asked: [...interview.asked, logged] }));
	const edits = readingBack(text, lookups, expected, additionsTo(text, list, target, logged, competency?.name));
	return edits
		? { edits }
		: refuse(
				'value',
				'This can’t be written into the list as it stands: leave out its marks, or write it by hand.',
			);
}

/** A question as somebody saw it. */
export interface SeenQuestion {
	/** Position among the interview's questions. */
	readonly index: number;
	readonly question: string;
}

/** Says how a story landed, in free words. */
export function setLanding(
	text: string,
	lookups: Lookups,
	seen: SeenInterview,
	{ index, question }: SeenQuestion,
	landed: string,
): EditResult {
	const list = listInterviews(text, lookups);
	const target = list.isStory ? undefined : interviewAt(list, seen);
	const asked = target?.questions[index];
	if (!target || !asked || asked.logged.question !== question) return gone;
	const words = oneLine(landed);
	if (words === '') return refuse('value', 'A word or two for how it landed are needed.');
	if (asked.logged.landed?.text === words) return noEdits;
	const how = landingIn(words);
	const expected = replaced(list, target, (interview) => ({
		...interview,
		asked: interview.asked.with(index, { ...asked.logged, landed: { text: words, ...(how && { how }) } }),
	}));
	const candidates = [words, escapeMarkdown(words)].flatMap((written) => [...landingsOf(text, list, asked, written)]);
	const edits = readingBack(text, lookups, expected, candidates);
	return edits ? { edits } : refuse('value', 'This can’t be written there: write it into the file by hand.');
}

const gone = refuse('not-found', 'The file has changed, and this is no longer where it was.');

function interviewAt({ interviews }: InterviewList, seen: SeenInterview): ListedInterview | undefined {
	const own = interviews[seen.index];
	if (own && isSameMeeting(own.interview, seen)) return own;
	const namesakes = interviews.filter(({ interview }) => isSameMeeting(interview, seen));
	return namesakes.length === 1 ? namesakes[0] : undefined;
}

function replaced(
	{ interviews }: InterviewList,
	target: ListedInterview,
	change: (interview: InterviewContent) => InterviewContent,
): readonly InterviewContent[] {
	return interviews.map((each) => (each === target ? change(each.interview) : each.interview));
}

/** The ways to add a question, the one that fits what stands there first. */
function* additionsTo(
	text: string,
	list: InterviewList,
	target: ListedInterview,
	logged: LoggedQuestion,
	competency: string | undefined,
): Generator<readonly TextEdit[]> {
	for (const written of [oneLine, escapeMarkdown]) {
		const lines = linesOf(logged, competency, written);
		const last = target.questions.at(-1);
		if (last?.item) yield [afterQuestion(text, list, last, lines)];
		const place = target.places.at(-1);
		if (place?.item) yield [withinItem(text, list, place.item.node, lines)];
		if (place?.depth !== undefined) yield [afterSection(text, list, place.span, lines)];
		for (const heading of headingsFor(target.interview))
			yield [
				insertAtEnd(
					text,
					`${heading}${heading.includes('\n') ? '\n' : '\n\n'}${nested(lines, '- ', '  - ')}`,
					list,
				),
			];
	}
}

/** What is said of a question, a line each: the first holds the others. */
function linesOf(
	{ question, told, landed }: LoggedQuestion,
	competency: string | undefined,
	written: (text: string) => string,
): readonly string[] {
	const asked = `Asked: ${written(question)}${competency === undefined || question === '' ? '' : ` — ${competency}`}`;
	return [
		...(question === '' ? [] : [asked]),
		...(told
			? [`Told: ${told.link === undefined ? written(told.text) : `[${escapeMarkdown(told.text)}](${told.link})`}`]
			: []),
		...(landed ? [`Landed: ${written(landed.text)}`] : []),
	];
}

function nested(lines: readonly string[], first: string, others: string): string {
	return lines.map((line, index) => `${index === 0 ? first : others}${line}`).join('\n');
}

/** Behind the last question, in its manner: what was told below it, or beside it. */
function afterQuestion(
	text: string,
	{ tree }: InterviewList,
	last: ListedQuestion,
	lines: readonly string[],
): TextEdit {
	const eol = lineEndingOf(text);
	const { node, list } = last.item as NonNullable<ListedQuestion['item']>;
	const own = tree.spanOf(node);
	const spans = [last.told?.span, last.landed?.span, last.competency];
	const parts = spans.flatMap((span) => (span ? [span.end] : []));
	const start = lineStart(text, own.start);
	const lead = leadOf(text, own.start).replace(/\d+(?=[.)])/u, (number) => String(Number(number) + 1));
	const isBeside = parts.some((end) => end > own.end);
	const gap =
		list.spread && list.children.length > 1 ? `${text.slice(start, own.start).replace(/[^>].*$/u, '')}${eol}` : '';
	const added = nested(lines, lead, isBeside ? lead : `${blank(lead)}- `).replaceAll('\n', eol);
	return insertion(lineEnd(text, Math.max(contentEnd(text, own), ...parts)), `${eol}${gap}${added}`);
}

/** Below an item that names the interview. */
function withinItem(
	text: string,
	{ tree }: InterviewList,
	item: NonNullable<ListedQuestion['item']>['node'],
	lines: readonly string[],
): TextEdit {
	const eol = lineEndingOf(text);
	const own = tree.spanOf(item);
	const indent = blank(leadOf(text, own.start));
	const added = nested(lines, `${indent}- `, `${indent}  - `).replaceAll('\n', eol);
	return insertion(lineEnd(text, contentEnd(text, own)), `${eol}${added}`);
}

/** Behind what stands below the heading of the interview. */
function afterSection(text: string, { tree }: InterviewList, heading: Span, lines: readonly string[]): TextEdit {
	const eol = lineEndingOf(text);
	const blocks = tree.root.children;
	const at = blocks.findIndex(
		(block) => tree.spanOf(block).start <= heading.start && heading.start < tree.spanOf(block).end,
	);
	const isQuoted = blocks[at]?.type === 'blockquote';
	const next = isQuoted ? at + 1 : blocks.findIndex((block, index) => index > at && block.type === 'heading');
	const last = blocks[(next < 0 ? blocks.length : next) - 1] ?? blocks[at];
	const span = last ? tree.spanOf(last) : heading;
	const quote = isQuoted ? '> ' : '';
	const added = nested(lines, `${quote}- `, `${quote}  - `).replaceAll('\n', eol);
	const end = lineEnd(text, contentEnd(text, span));
	const isEnd = text.slice(end).trim() === '' && !/[\r\n]/u.test(text.slice(end));
	return insertion(end, `${eol}${quote.trim()}${eol}${added}${isEnd ? eol : ''}`);
}

/** Where the last word of a block ends: an item may take in the empty lines behind it. */
function contentEnd(text: string, { start, end }: Span): number {
	return start + text.slice(start, end).trimEnd().length;
}

/** What stands before the first word of an item, from the beginning of its line. */
function leadOf(text: string, start: number): string {
	const line = text.slice(lineStart(text, start), lineEnd(text, start));
	const before = start - lineStart(text, start);
	const [marker = ''] = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/u.exec(line.slice(before)) ?? [];
	return line.slice(0, before) + (marker === '' ? '- ' : marker);
}

/** As wide as a lead, with nothing in it but the marks of a quotation. */
function blank(lead: string): string {
	return lead.replaceAll(/[^>\t]/gu, ' ');
}

/** The ways to say how a story landed. */
function* landingsOf(
	text: string,
	{ tree }: InterviewList,
	{ landed, told, item, span, isInTable }: ListedQuestion,
	words: string,
): Generator<readonly TextEdit[]> {
	const eol = lineEndingOf(text);
	if (landed) {
		const isEmpty = landed.span.start === landed.span.end;
		yield [
			{
				span: landed.span,
				newText: isEmpty ? `${/\s$/u.test(text.slice(0, landed.span.start)) ? '' : ' '}${words}` : words,
			},
		];
		if (isEmpty) yield [{ span: landed.span, newText: ` ${words} ` }];
	}
	if (isInTable) return;
	if (told) {
		const line = text.slice(lineStart(text, told.from), told.from);
		// Where what was told has an item of its own, this gets one beside it.
		const [lead] = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u.exec(line) ?? [];
		const isOwn =
			lead !== undefined &&
			!(lineStart(text, span.start) === lineStart(text, told.from) && span.start < told.from);
		if (isOwn) yield [insertion(lineEnd(text, told.span.end), `${eol}${lead}Landed: ${words}`)];
	}
	const end = lineEnd(text, Math.max(span.end, told?.span.end ?? 0));
	if (item) {
		const indent = blank(leadOf(text, tree.spanOf(item.node).start));
		yield [insertion(end, `${eol}${indent}- Landed: ${words}`)];
	}
	yield [insertion(end, `${eol}Landed: ${words}`)];
	yield [insertion(end, `${eol}${eol}Landed: ${words}`)];
}
