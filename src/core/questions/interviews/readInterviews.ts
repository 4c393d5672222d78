import type { List, ListItem, Nodes, Paragraph, Table } from 'mdast';
import type { CompetencyLookup, Lookups } from '../../framework/lookups.ts';
import { readDocument } from '../../story/document.ts';
import { type MarkdownTree, visibleText, walk } from '../../story/markdown.ts';
import type { Span } from '../../text/span.ts';
import { trimSpan } from '../../text/span.ts';
import { competencyNameIn } from '../opportunities/opportunity.ts';
import { entryLabel, type EntryLabel, type EntryPart, entryParts } from './entryParts.ts';
import { type InterviewMeeting, interviewsName, type LoggedInterview } from './interview.ts';
import { findDate } from './interviewDate.ts';
import { labelledNames } from './interviewNames.ts';
import {
	type InterviewPlace,
	type ListedInterview,
	listedInterviews,
	type OpenInterview,
	type OpenQuestion,
} from './listedInterviews.ts';
import { meetingIn } from './meetingLine.ts';
import { ShownText } from './shownText.ts';
import { arrowIn, isNothing, isQuestion, unquoted, verdictIn } from './questionText.ts';
import { oneLine } from '../../text/words.ts';

/** The list as it stands in the file, for whoever edits it. */
export interface InterviewList {
	readonly tree: MarkdownTree;
	readonly interviews: readonly ListedInterview[];
	/** Whether the file holds stories, and no list of interviews. */
	readonly isStory: boolean;
}

/**
 * Reads which questions were asked in interviews, and what was told: under a heading or an item such as `2026-12-01,
 * Acme, round 1`, a list of `Asked: …` with `Told: …` and `Landed: …`, in the many ways in which people write that.
 * Whatever else the file holds is left alone; a file of stories holds no interviews.
 *
 * @param text the whole file
 */
export function readInterviews(text: string, lookups: Lookups): readonly LoggedInterview[] {
	return listInterviews(text, lookups).interviews.map(({ interview }) => interview);
}

/** Reads the interviews together with where they stand. */
export function listInterviews(text: string, lookups: Lookups): InterviewList {
	const { tree, kind } = readDocument(text, { fileName: interviewsName, lookups });
	if (kind === 'story' || kind === 'bank') return { tree, interviews: [], isStory: true };
	const interviews = new InterviewReader(text, tree, lookups.competencies).read();
	// Who keeps untagged stories under this name keeps no interviews in it.
	return { tree, interviews, isStory: kind === 'candidate' && interviews.length === 0 };
}

interface QuestionPlace extends Pick<OpenQuestion, 'question' | 'span'> {
	readonly item?: OpenQuestion['item'] | undefined;
}

interface HeadingAbove extends InterviewMeeting {
	readonly depth: number;
}

class InterviewReader {
	readonly #text: string;
	readonly #tree: MarkdownTree;
	readonly #competencies: CompetencyLookup;
	readonly #shown: ShownText;
	readonly #all: OpenInterview[] = [];
	#open: OpenInterview | undefined;
	/** The headings around what is read. */
	#above: HeadingAbove[] = [];

	constructor(text: string, tree: MarkdownTree, competencies: CompetencyLookup) {
		this.#text = text;
		this.#tree = tree;
		this.#competencies = competencies;
		this.#shown = new ShownText(text, tree);
	}

	read(): readonly ListedInterview[] {
		for (const node of walk(this.#tree.root, ({ type }) => type === 'root' || type === 'blockquote')) {
			if (node.type === 'heading') this.#heading(node);
			else if (node.type === 'list') this.#list(node);
			else if (node.type === 'paragraph') this.#paragraph(node);
			else if (node.type === 'table') this.#table(node);
		}
		return listedInterviews(this.#all);
	}

	#heading(node: Extract<Nodes, { type: 'heading' }>): void {
		const words = oneLine(visibleText(node));
		this.#above = this.#above.filter(({ depth }) => depth < node.depth);
		if (this.#open && isQuestion(words) && (this.#open.place.depth ?? 0) < node.depth) {
			this.#ask({ start: this.#contentStart(node), end: this.#tree.spanOf(node).end }, undefined, false);
			return;
		}
		const { isSure, people, ...own } = meetingIn(words);
		const around = this.#around();
		if (!isSure && this.#isWithin(node.depth)) return;
		this.#above.push({ ...around, ...own, depth: node.depth });
		this.#begin({ ...around, ...own }, people, isSure, { span: this.#tree.spanOf(node), depth: node.depth });
	}

	/** Whether a heading that says nothing of an interview is a part of the one that is open. */
	#isWithin(depth: number): boolean {
		const above = this.#open?.place.depth;
		if (!this.#open || above === undefined || depth <= above) return false;
		const { company, date, round } = this.#open;
		return company !== undefined && (date !== undefined || round !== undefined || above > 1);
	}

	#around(): InterviewMeeting {
		const found: { company?: string; date?: string; round?: string } = {};
		for (const { company, date, round } of this.#above)
			Object.assign(
				found,
				company !== undefined && { company },
				date !== undefined && { date },
				round !== undefined && { round },
			);
		return found;
	}

	#contentStart(node: Extract<Nodes, { type: 'heading' }>): number {
		const [first] = node.children;
		return this.#tree.spanOf(first ?? node).start;
	}

	#begin(
		{ company, date, round }: InterviewMeeting,
		people: readonly string[],
		isSure: boolean,
		place: InterviewPlace,
	): OpenInterview {
		this.#open = { company, date, round, people: [...people], questions: [], place, isSure };
		this.#all.push(this.#open);
		return this.#open;
	}

	#list(list: List): void {
		const outer = this.#open;
		let isInItem = false;
		for (const node of list.children) {
			const [first] = node.children;
			const span = first?.type === 'paragraph' ? this.#paragraphSpan(first) : undefined;
			const parts = span ? entryParts(this.#text, span) : [];
			const [head] = parts;
			const meeting = head && head.label === undefined ? this.#meetingOf(head.span) : undefined;
			if (meeting) {
				const { isSure, people, ...own } = meeting;
				// Under the heading of a company, an item may say the rest.
				const around = this.#around();
				this.#begin({ ...around, ...own }, people, isSure, {
					span: this.#tree.spanOf(first ?? node),
					item: { node, list },
				});
				isInItem = true;
				for (const part of parts.slice(1)) this.#take(part, undefined, false);
				for (const inner of node.children) if (inner.type === 'list') this.#list(inner);
				continue;
			}
			if (isInItem) this.#open = outer;
			isInItem = false;
			this.#item(node, list, parts);
		}
		if (isInItem) this.#open = outer;
	}

	/** The meeting that an item begins; undefined where it is anything else. */
	#meetingOf(span: Span): ReturnType<typeof meetingIn> | undefined {
		const words = this.#shown.of(span).text;
		if (isQuestion(words) || words.length > maxMeetingLength) return undefined;
		const date = findDate(words);
		if (!date?.isExact) return undefined;
		const meeting = meetingIn(words);
		return meeting.company !== undefined || meeting.round !== undefined ? meeting : undefined;
	}

	#item(node: ListItem, list: List, parts: readonly EntryPart[]): void {
		const item = { node, list };
		const rest: EntryPart[] = [];
		const inner: List[] = [];
		for (const child of node.children.slice(node.children[0]?.type === 'paragraph' ? 1 : 0)) {
			if (child.type === 'paragraph') rest.push(...entryParts(this.#text, this.#paragraphSpan(child)));
			else if (child.type === 'list') inner.push(child);
		}
		const nested = inner.flatMap(({ children }) => children.map((each) => this.#partsOf(each)));
		const labelled = [...parts, ...rest, ...nested.flat()];
		const isEntry = labelled.some(({ label }) => label === 'told' || label === 'landed');
		const [head] = parts;
		const words = head && head.label === undefined ? this.#shown.of(head.span).text : '';
		const isHead = head !== undefined && head.label === undefined;
		const holdsQuestions = nested.some(([first]) => first?.label === 'asked');
		if (isHead && !holdsQuestions && (isEntry || isQuestion(words) || arrowIn(words) !== undefined))
			this.#ask(head.span, item, isEntry);
		else if (isHead && !holdsQuestions) return;
		for (const part of isHead ? parts.slice(1) : parts) this.#take(part, item, true);
		for (const part of rest) if (part.label !== undefined) this.#take(part, item, true);
		for (const each of nested) for (const part of each) if (part.label !== undefined) this.#take(part, item, true);
	}

	#partsOf(node: ListItem): readonly EntryPart[] {
		return node.children.flatMap((child) =>
			child.type === 'paragraph' ? entryParts(this.#text, this.#paragraphSpan(child)) : [],
		);
	}

	/** A paragraph without the box of a task. */
	#paragraphSpan(node: Paragraph): Span {
		const span = trimSpan(this.#text, this.#tree.spanOf(node));
		const [box = ''] = /^\[[ xX]\]\s+/u.exec(this.#text.slice(span.start, span.end)) ?? [];
		return { start: span.start + box.length, end: span.end };
	}

	#paragraph(node: Paragraph): void {
		for (const part of entryParts(this.#text, this.#paragraphSpan(node)))
			if (part.label !== undefined) this.#take(part, undefined, false);
	}

	/** Takes in what a label says. */
	#take(part: EntryPart, item: OpenQuestion['item'], isInItem: boolean): void {
		const { label = 'other' } = part;
		const value = this.#shown.of(part.span).text;
		switch (label) {
			case 'asked':
				return this.#ask(part.span, item, true);
			case 'told': {
				const last = this.#open?.questions.at(-1);
				const question = last && !last.told ? last : this.#push({ question: '', span: part.span, item }, true);
				this.#setTold(question, part);
				return;
			}
			case 'landed': {
				const last = this.#open?.questions.at(-1);
				if (last && !last.landed) last.landed = { text: value, part };
				return;
			}
			case 'competency': {
				const last = this.#open?.questions.at(-1);
				const known = this.#competencies.find(value);
				if (!last || last.competencySpan || !known) return;
				last.competency = known.id;
				last.competencySpan = part.span;
				return;
			}
			case 'company':
			case 'date':
			case 'round':
			case 'people':
				return this.#describe(label, value, part, isInItem);
			case 'other':
				return;
		}
	}

	#describe(
		label: Extract<EntryLabel, 'company' | 'date' | 'round' | 'people'>,
		value: string,
		part: EntryPart,
		isInItem: boolean,
	): void {
		if (value === '') return;
		let open = this.#open;
		// A list of labels begins anew with each interview.
		const isNext = open && open.questions.length > 0 && label !== 'people' && open[label] !== undefined;
		if (!open || isNext) open = this.#begin(this.#around(), [], false, { span: part.span });
		if (label === 'people') open.people.push(...labelledNames(value));
		else if (label === 'date') {
			const date = findDate(value)?.date;
			if (date !== undefined && (open.date === undefined || !isInItem)) open.date = date;
			if (date !== undefined) open.isSure = true;
		} else {
			// A label says more clearly what it is than a heading does.
			if (label === 'company' || open.round === undefined) open[label] = value;
			if (label === 'round') open.round = /^\d+$/u.test(value) ? `round ${value}` : open.round;
			open.isSure = true;
		}
	}

	/** @param isSure whether a label says that it is a question */
	#ask(span: Span, item: OpenQuestion['item'], isSure: boolean): void {
		const { start, end } = span;
		const source = this.#text.slice(start, end);
		const arrow = arrowIn(source);
		const asked = arrow ? { start, end: start + arrow.index } : span;
		const named = competencyNameIn(this.#text.slice(asked.start, asked.end), this.#competencies);
		const bare = named ? this.#withoutName(asked, named.span) : asked;
		const question = this.#push(
			{ question: unquoted(this.#shown.of(bare).text), span: bare, item },
			isSure || arrow !== undefined,
		);
		const competency = named && this.#competencies.find(named.name)?.id;
		if (named && competency !== undefined) {
			question.competency = competency;
			question.competencySpan = { start: start + named.span.start, end: start + named.span.end };
		}
		if (arrow) {
			const from = start + arrow.index + arrow.length;
			this.#setTold(question, { label: 'told', from, span: trimSpan(this.#text, { start: from, end }) });
		}
	}

	/** A question without ` — Competency` behind it. */
	#withoutName({ start, end }: Span, name: Span): Span {
		const before = this.#text.slice(start, start + name.start).replace(/(?:\s|^)(?:—|–|--|-)\s*$/u, '');
		return before.trim() === '' ? { start, end } : trimSpan(this.#text, { start, end: start + before.length });
	}

	#push(question: QuestionPlace, isSure: boolean, isInTable = false): OpenQuestion {
		const open = this.#open ?? this.#begin(this.#around(), [], false, { span: question.span });
		const { item, ...rest } = question;
		const asked: OpenQuestion = { ...rest, ...(item && { item }), isInTable };
		open.questions.push(asked);
		open.isSure ||= isSure;
		return asked;
	}

	#setTold(question: OpenQuestion, part: EntryPart): void {
		const { start, end } = part.span;
		const source = this.#text.slice(start, end);
		const verdict = verdictIn(source);
		const span = verdict ? { start, end: start + verdict.index } : part.span;
		const story = this.#shown.of(span);
		question.told = { story: isNothing(story.text) ? undefined : story, part: { ...part, span } };
		if (!verdict) return;
		const from = start + verdict.index;
		question.landed ??= {
			text: verdict.text,
			part: {
				label: 'landed',
				from,
				span: { start: from + verdict.lead, end: from + verdict.lead + verdict.text.length },
			},
		};
	}

	#table(node: Table): void {
		const [header, ...rows] = node.children;
		const columns = (header?.children ?? []).map((cell) => entryLabel(oneLine(visibleText(cell))));
		if (!columns.includes('asked') && !columns.includes('told')) return;
		const outer = this.#open;
		let above = outer;
		for (const { children } of rows) {
			const cellOf = (label: EntryLabel): Span | undefined => {
				const cell = children[columns.indexOf(label)];
				const [first, last] = [cell?.children[0], cell?.children.at(-1)];
				if (!cell || columns.indexOf(label) < 0) return undefined;
				if (first && last) return { start: this.#tree.spanOf(first).start, end: this.#tree.spanOf(last).end };
				const { end } = this.#tree.spanOf(cell);
				const at = this.#text[end - 1] === '|' ? end - 1 : end;
				return { start: at, end: at };
			};
			const wordsOf = (label: EntryLabel) => {
				const cell = cellOf(label);
				const words = cell ? this.#shown.of(cell).text : '';
				return words === '' ? undefined : words;
			};
			const date = findDate(wordsOf('date') ?? '')?.date;
			const company = wordsOf('company');
			const round = wordsOf('round');
			const people = labelledNames(wordsOf('people') ?? '');
			if (date !== undefined || company !== undefined || round !== undefined || !above) {
				// An empty cell means what stands above it.
				const around = (company === undefined ? above : outer) ?? this.#around();
				above = this.#begin(
					{
						...(around.company !== undefined && { company: around.company }),
						...(around.date !== undefined && { date: around.date }),
						...(company !== undefined && { company }),
						...(date !== undefined && { date }),
						...(round !== undefined && { round: /^\d+$/u.test(round) ? `round ${round}` : round }),
					},
					people,
					true,
					{ span: this.#tree.spanOf(children[0] ?? node) },
				);
			} else {
				this.#open = above;
				above.people.push(...people);
			}
			const [asked, told, landed] = [cellOf('asked'), cellOf('told'), cellOf('landed')];
			const words = asked ? unquoted(this.#shown.of(asked).text) : '';
			if (words === '' && wordsOf('told') === undefined) continue;
			const question = this.#push({ question: words, span: asked ?? told ?? { start: 0, end: 0 } }, true, true);
			const competency = this.#competencies.find(wordsOf('competency') ?? '')?.id;
			const cell = cellOf('competency');
			if (cell && competency !== undefined) {
				question.competency = competency;
				question.competencySpan = cell;
			}
			if (told) this.#setTold(question, { label: 'told', from: told.start, span: told });
			if (landed && (wordsOf('landed') !== undefined || !question.landed)) {
				const part = { label: 'landed' as const, from: landed.start, span: landed };
				question.landed = { text: this.#shown.of(landed).text, part };
			}
		}
		this.#open = outer;
	}
}

/** A line that begins an interview is no longer, in UTF-16 code units: a longer one is a sentence. */
const maxMeetingLength = 120;
