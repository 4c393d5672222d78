import type { Analysis } from '../../core/analysis.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { Story, StoryDetails, Tag } from '../../core/story/model.ts';
import { type SectionKind, sectionKinds } from '../../core/story/sectionKind.ts';
import type { Located, Span } from '../../core/text/span.ts';

/** More different values than this are no longer few; then it begins anew. */
const mostWords = 5000;

/** A longer text, such as a metric, is seldom the same twice; in UTF-16 code units. */
const longestWord = 40;

const words = new Map<string, string>();

const kindSets: (readonly SectionKind[])[] = [];

const none: readonly never[] = [];

/**
 * Makes a copy of an analysis that comes from a worker which takes two thirds of its memory: objects that were read from a
 * message have room to grow, and strings of their own where thousands of stories say the same.
 */
export function compactAnalysis({ kind, stories, problems, failures, namedRules }: Analysis): Analysis {
	return {
		kind: shared(kind),
		stories: stories.map(compactStory),
		problems: problems.length === 0 ? none : problems.map(compactProblem),
		failures: failures.length === 0 ? none : failures,
		...(namedRules && { namedRules: namedRules.map(compactText) }),
	};
}

function compactStory({ title, titleSpan, span, anchor, level, tags, details, named, told, words: spoken }: Story): Story {
	const at = compactSpan(anchor);
	const place = { title, span: compactSpan(span), anchor: at, level, tags: tags.map(compactTag), details: compactDetails(details), named: kindsFor(named), told: kindsFor(told) };
	const story = spoken === undefined ? place : { ...place, words: spoken };
	if (!titleSpan) return story;
	return { ...story, titleSpan: titleSpan.start === at.start && titleSpan.end === at.end ? at : compactSpan(titleSpan) };
}

function compactTag({ text, span, competency }: Tag): Tag {
	const tag = { text: shared(text), span: compactSpan(span) };
	return competency === undefined ? tag : { ...tag, competency: shared(competency) };
}

function compactDetails(details: StoryDetails): StoryDetails {
	const compact: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(details) as readonly [string, StoryDetails[keyof StoryDetails]][]) {
		if (typeof value === 'string') compact[name] = shared(value);
		else if (isTexts(value)) compact[name] = value.map(compactText);
		else compact[name] = typeof value === 'object' && 'span' in value ? compactText(value) : value;
	}
	return compact as unknown as StoryDetails;
}

function isTexts(value: StoryDetails[keyof StoryDetails]): value is readonly Located<string>[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

function compactProblem({ rule, severity, message, span, story, ...rest }: Problem): Problem {
	const problem = { rule: shared(rule), severity: shared(severity), message: shared(message, Number.POSITIVE_INFINITY), span: compactSpan(span), ...rest };
	return story === undefined ? problem : { ...problem, story };
}

function compactText({ value, span }: Located<string>): Located<string> {
	return { value: shared(value), span: compactSpan(span) };
}

function compactSpan({ start, end }: Span): Span {
	return { start, end };
}

/** One array for each of the few sets of sections that there are. */
function kindsFor(named: readonly SectionKind[]): readonly SectionKind[] {
	const key = named.reduce((sum, kind) => sum + 2 ** sectionKinds.indexOf(kind), 0);
	return (kindSets[key] ??= sectionKinds.filter((kind) => named.includes(kind)));
}

/** The one string for a text that recurs. */
function shared<Text extends string>(text: Text, longest = longestWord): Text {
	if (text.length > longest) return text;
	const known = words.get(text);
	if (known !== undefined) return known as Text;
	if (words.size >= mostWords) words.clear();
	words.set(text, text);
	return text;
}
