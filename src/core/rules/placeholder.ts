import type { ParsedStory } from '../story/model.ts';
import type { Finding } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

export const placeholder: Rule = {
	id: 'placeholder',
	severity: 'warning',
	summary:
		'A gap left to be filled in: TODO, TBD, XX%, `<metric>`, `[team name]` or a prompt that is left in a section.',
	explanation:
		'A gap that is fine on paper stops you in the middle of a sentence when you tell it. ' +
		'Code is not searched, and a bracket or tag counts only where its words ask for something to be ' +
		'filled in.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'«TODO» ask her. Reviews fell by «XX%», from «<metric>» a week, at «[team name]».\n',
		'---\ncompetencies: mentorship\ncompany: «TBD»\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'Ines joined in May.\n«What was the need?»\n',
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
		if (story.titleSpan) yield* inText(document.text, story.titleSpan);
	},
	*check(story, document) {
		const prompts = story.sections.flatMap(({ openPrompts = [] }) => openPrompts);
		for (const piece of document.pieces.within(story.span)) {
			if (piece.form === 'text') yield* outside(prompts, inText(document.text, piece));
			else if (piece.form === 'tag') yield* outside(prompts, inTag(document.text, piece));
		}
		for (const { empty, openPrompts = [] } of story.sections) if (!empty) yield* openPrompts.map(unanswered);
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
	return { message: 'Answer this prompt in your own words.', span };
}

function finding(found: string, start: number): Finding {
	return { message: `${found} is still to be filled in.`, span: { start, end: start + found.length } };
}
