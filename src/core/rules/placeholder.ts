import type { ParsedStory } from '../story/model.ts';
import type { Finding } from '../text/problem.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const placeholder: Rule = {
	id: 'placeholder',
	severity: 'warning',
	summary:
		'A gap left to be filled in: TODO, TBD, XX%, `<metric>`, `[team name]` or a question left in a story that is ready.',
	explanation:
		'A gap that is fine on paper stops you in the middle of a sentence when you tell it. ' +
		'Code and what stands behind the telling are not searched, and a bracket or tag counts only where its words ask for something to be ' +
		'filled in, or where another bracket of the story does. What is put into a quotation in brackets, such as ' +
		'“[the team] must ship”, is no gap.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'«TODO» ask her. Reviews fell by «XX%», from «<metric>» a week, at «[team name]».\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'We chose «[option A]», and «[N]» people use it for «[their daily work]».\n',
		'---\ncompetencies: mentorship\ncompany: «TBD»\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\nstatus: ready\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'Ines joined in May.\n«What was the need?»\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'I removed `TODO` and 300 TODO comments, <kbd>Ctrl</kbd> [sic], a `List<String>`, a Map<String>, ' +
			'see [the team page](x.md), docs/TODO.md and the XL size.\n\n- [x] done\n\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'The memo said that “[the team] must ship by Easter […] or be merged”. ' +
			"Ines’s answer was 'in [no time], if it's the teams' plan'.\n",
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'She shipped in week two.\n\n## To do\n\nTODO ask her for the numbers.\n',
	],
	on: 'story',
	isLocal: true,
	*checkFields(story, document) {
		yield* inFields(story);
		if (story.titleSpan) yield* inText(document.text, story.titleSpan);
		if (story.details.status !== 'ready') return;
		for (const { empty, openPrompts = [] } of story.sections) if (!empty) yield* openPrompts.map(unanswered);
	},
	*check(story, document) {
		const prompts = story.sections.flatMap(({ openPrompts = [] }) => openPrompts);
		const pieces = searchedSpans(story).flatMap((span) => document.pieces.within(span));
		const isForm = pieces.some((piece) => piece.form === 'text' && holdsBracketGap(document.text, piece, prompts));
		for (const piece of pieces) {
			if (piece.form === 'text') yield* outside(prompts, inText(document.text, piece, isForm));
			else if (piece.form === 'tag') yield* outside(prompts, inTag(document.text, piece));
		}
	},
};

/** A story with what stands above and beside its telling; what stands behind that is nobody's to tell. */
function searchedSpans({ span, sections, sides }: ParsedStory): readonly Span[] {
	const parts = [...sections, ...sides].map((part) => part.span).toSorted((a, b) => a.start - b.start);
	return [{ start: span.start, end: parts[0]?.start ?? span.end }, ...parts];
}

const words =
	'name|team|company|project|product|service|system|tool|technology|customer|client|colleague|mentee|' +
	'manager|role|title|metric|metrics|number|amount|figure|percentage|percent|result|outcome|date|year|month|' +
	'duration|time|xx';

/**
 * What asks for something: an order (`FILL IN: the figure`, `your company`), a letter in the place of a name or number
 * (`N`, `option A`, `person 1`), or a word alone or after up to three others (`metric`, `team name`).
 */
const asks = new RegExp(
	`^(?:(?:your|insert|add|fill in|enter|describe|todo|tbd|tbc)\\b[^\\]]{0,60}|n|x{1,3}|\\?{1,3}|_{2,}|` +
		`(?:option|tool|system|team|person|company|choice|alternative|approach|colleague|${words})s? (?:[a-dxyz]|\\d)|` +
		`(?:[\\p{L}-]+ ){0,3}(?:${words})s?)$`,
	'iu',
);

/** Who or what a quotation speaks of, put in by the one who quotes: `"[the team] must ship"`. */
const editorial = /^(?:sic|…|\.{3}|\p{L})$/iu;

/** The gaps people leave; TODO in the name of a file, path or tag is none. */
const marks =
	/(?<![\p{L}\p{N}_./#@-])(?:TODO|TBD|TBC|FIXME)(?![\p{L}\p{N}_/-]|\.\p{L})(?! (?:comments?|items?|lists?|apps?|markers?|notes?)\b)|(?<![\p{L}\p{N}])(?:X{1,3}|x{2,3}|N{1,2}) ?%|(?<![\p{L}\p{N}])[$€£]X{1,3}(?![\p{L}\p{N}])|(?<![!\]\p{L}\p{N}])\[[^[\]\n]{1,60}\](?![([:])/gu;

/** @param isForm whether another bracket of the story is a gap, so that this one is too */
function* inText(text: string, { start, end }: Span, isForm = false): Generator<Finding> {
	for (const match of text.slice(start, end).matchAll(marks)) {
		const found = match[0];
		const at = start + match.index;
		if (found.startsWith('[') && !isGap(text, at, found, isForm)) continue;
		yield finding(found, at);
	}
}

function isGap(text: string, at: number, found: string, isForm: boolean): boolean {
	const inner = found.slice(1, -1);
	if (!asks.test(inner) && !(isForm && /\p{L}/u.test(inner) && !editorial.test(inner))) return false;
	return !isQuoted(text, at, at + found.length);
}

function holdsBracketGap(text: string, piece: Span, prompts: readonly Span[]): boolean {
	return [...outside(prompts, inText(text, piece))].some(({ span }) => text.charAt(span.start) === '[');
}

const quotationMarks = [/"/u, /[“”„]/u, /[«»]/u];

/** Whether a place stands between quotation marks of its line: as many before it open none as close none behind it. */
function isQuoted(text: string, start: number, end: number): boolean {
	const before = text.slice(lineStart(text, start), start);
	const behind = text.slice(end, lineEnd(text, end));
	return (
		quotationMarks.some((mark) => before.split(mark).length % 2 === 0 && mark.test(behind)) ||
		(before.split(openingQuote).length > before.split(closingQuote).length && closingQuote.test(behind))
	);
}

/** A single quotation mark looks like an apostrophe, which stands within or behind a word. */
const openingQuote = /(?<![\p{L}\p{N}'‘’])['‘](?=\S)/u;
const closingQuote = /(?<=[^\s'‘’])['’](?![\p{L}\p{N}])/u;

/**
 * Markdown takes `<metric>` for HTML. A word that HTML knows, or that follows a letter as in `List<String>`, is none.
 */
function* inTag(text: string, { start, end }: Span): Generator<Finding> {
	const tag = text.slice(start, end);
	const inner = /^<([\p{L}][^<>="']{0,60})>$/u.exec(tag)?.[1];
	if (!inner || htmlElements.has(inner.toLowerCase()) || /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return;
	if (asks.test(inner.replaceAll(/[-_]/gu, ' '))) yield finding(tag, start);
}

/** Elements whose names are also words that ask for something. */
const htmlElements: ReadonlySet<string> = new Set(['title', 'time', 'data']);

/** Field values that are only a placeholder; within a longer value the author may quote one. */
function* inFields({ fields }: ParsedStory): Generator<Finding> {
	for (const { field, value } of fields) {
		// The title is searched as text, tags are looked up, and the other fields take no words.
		if (field.name === 'title' || field.name === 'competencies' || !field.type.startsWith('string')) continue;
		for (const scalar of value.kind === 'list' ? value.items : [value]) {
			if (scalar.kind !== 'scalar') continue;
			const text = scalar.text.trim();
			const whole = [...text.matchAll(marks)][0]?.[0] === text;
			const asked = /^[<[](.*)[\]>]$/u.exec(text)?.[1];
			if ((whole && !asked) || (asked && asks.test(asked))) yield finding(text, scalar.span.start);
		}
	}
}

/** What a prompt asks for in brackets is no gap of the author's. */
function* outside(prompts: readonly Span[], findings: Iterable<Finding>): Generator<Finding> {
	for (const found of findings)
		if (!prompts.some(({ start, end }) => start <= found.span.start && found.span.end <= end)) yield found;
}

function unanswered(span: Span): Finding {
	return { message: 'Not answered yet: what would you say, in your own words?', span };
}

function finding(found: string, start: number): Finding {
	return { message: `${found} is still to be filled in.`, span: { start, end: start + found.length } };
}
