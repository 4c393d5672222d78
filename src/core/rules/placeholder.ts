import { titlePrompt, type UntouchedPrompts, untouchedPrompts } from '../framework/prompts.ts';
import type { ParsedStory } from '../story/model.ts';
import type { Finding } from '../text/problem.ts';
import { type Span, trimSpan } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const placeholder: Rule = {
	id: 'placeholder',
	severity: 'warning',
	summary:
		'A gap left to be filled in: TODO, TBD, XX%, `<metric>`, `[team name]` or an untouched prompt of a snippet.',
	explanation:
		'A gap that is fine on paper stops you in the middle of a sentence when you tell it. ' +
		'Code is not searched, and a bracket or tag counts only where its words ask for something to be ' +
		'filled in.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'«TODO» ask her. Reviews fell by «XX%», from «<metric>» a week, at «[team name]».\n',
		'---\ncompetencies: mentorship\ncompany: «TBD»\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'«Whom did you mentor or teach?»\n«What was the need?»\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'I removed `TODO` and 300 TODO comments, <kbd>Ctrl</kbd> [sic], a `List<String>`, a Map<String>, ' +
			'see [the team page](x.md), docs/TODO.md and the XL size.\n\n- [x] done\n\n',
	],
	on: 'story',
	isLocal: true,
	*checkFields(story, document) {
		yield* inFields(story);
		if (story.titleSpan && story.title === titlePrompt) yield unanswered(story.titleSpan);
		else if (story.titleSpan) yield* inText(document.text, story.titleSpan);
	},
	*check(story, document, { lookups }) {
		for (const piece of document.pieces.within(story.span)) {
			if (piece.form === 'text') yield* inText(document.text, piece);
			else if (piece.form === 'tag') yield* inTag(document.text, piece);
		}
		const prompts = lookups.derive(untouchedPrompts);
		for (const { body } of story.sections) yield* promptsIn(document.text, body, prompts);
	},
};

const words =
	'name|team|company|project|product|service|system|tool|technology|customer|client|colleague|mentee|' +
	'manager|role|title|metric|metrics|number|amount|figure|percentage|percent|result|outcome|date|year|month|' +
	'duration|time|xx';

/** Words that ask for something, alone or after up to three others: `metric`, `team name`, `your company`. */
const asks = new RegExp(
	`^(?:(?:your|insert|add|fill in|describe)\\b[\\p{L}\\p{N} '’-]{0,60}|(?:[\\p{L}-]+ ){0,3}(?:${words})s?)$`,
	'iu',
);

/** The gaps people leave; TODO in the name of a file, path or tag is none. */
const marks =
	/(?<![\p{L}\p{N}_./#@-])(?:TODO|TBD|TBC|FIXME)(?![\p{L}\p{N}_/-]|\.\p{L})(?! (?:comments?|items?|lists?|apps?|markers?|notes?)\b)|(?<![\p{L}\p{N}])(?:X{1,3}|x{2,3}|N{1,2}) ?%|(?<![\p{L}\p{N}])[$€£]X{1,3}(?![\p{L}\p{N}])|(?<![!\]])\[[^[\]\n]{1,60}\](?![([:])/gu;

function* inText(text: string, { start, end }: Span): Generator<Finding> {
	for (const match of text.slice(start, end).matchAll(marks)) {
		const found = match[0];
		if (found.startsWith('[') && !asks.test(found.slice(1, -1))) continue;
		yield finding(found, start + match.index);
	}
}

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

function* promptsIn(text: string, body: Span, prompts: UntouchedPrompts): Generator<Finding> {
	let lineFrom = body.start;
	for (const line of text.slice(body.start, body.end).split(/\r?\n|\r/u)) {
		const place = trimSpan(text, { start: lineFrom, end: lineFrom + line.length });
		const bare = /^(?:[-*+>] )?(.*)$/u.exec(text.slice(place.start, place.end))?.[1] ?? '';
		let start = place.end - bare.length;
		for (const prompt of prompts.in(bare)) {
			yield unanswered({ start, end: start + prompt.length });
			start += prompt.length + 1;
		}
		lineFrom += line.length;
		if (text.startsWith('\r\n', lineFrom)) lineFrom += 2;
		else lineFrom += 1;
	}
}

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

function unanswered(span: Span): Finding {
	return { message: 'Answer this prompt in your own words.', span };
}

function finding(found: string, start: number): Finding {
	return { message: `${found} is still to be filled in.`, span: { start, end: start + found.length } };
}
