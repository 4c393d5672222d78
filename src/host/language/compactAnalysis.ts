import type { Analysis } from '../../core/analysis.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { Story, StoryDetails, Tag } from '../../core/story/model.ts';
import { type SectionKind, sectionKinds } from '../../core/story/sectionKind.ts';
import type { Located, Span } from '../../core/text/span.ts';

/** More different values than this are no longer few; then it begins anew. */
const mostTexts = 5000;

/** A longer text, such as a metric, is seldom the same twice; in UTF-16 code units. */
const longestWord = 40;

const knownTexts = new Map<string, string>();

const kindSets: (readonly SectionKind[])[] = [];

const none: readonly never[] = [];

/**
 * Makes a copy of an analysis that comes from a worker which takes less memory: objects that were read from a message have
 * room to grow, and strings of their own where thousands of stories say the same.
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

/** Each shape is written out, as a property that is added to an object later takes more room. */
function compactStory(story: Story): Story {
	const { title, titleSpan, level } = story;
	const [span, anchor, tags, details, named, told] = [compactSpan(story.span), compactSpan(story.anchor), story.tags.map(compactTag), compactDetails(story.details), kindsFor(story.named), kindsFor(story.told)];
	const words = story.words;
	if (!titleSpan) return words === undefined ? { title, span, anchor, level, tags, details, named, told } : { title, span, anchor, level, tags, details, named, told, words };
	const at = titleSpan.start === anchor.start && titleSpan.end === anchor.end ? anchor : compactSpan(titleSpan);
	if (words === undefined) return { title, titleSpan: at, span, anchor, level, tags, details, named, told };
	return { title, titleSpan: at, span, anchor, level, tags, details, named, told, words };
}

function compactTag({ text, span, competency }: Tag): Tag {
	if (competency === undefined) return { text: shared(text), span: compactSpan(span) };
	return { text: shared(text), span: compactSpan(span), competency: shared(competency) };
}

function compactDetails({ status, strength, date, ...others }: StoryDetails): StoryDetails {
	const compact: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(others) as readonly [string, StoryDetails[keyof StoryDetails]][]) {
		if (isTexts(value)) compact[name] = value.map(compactText);
		else compact[name] = typeof value === 'object' && 'span' in value ? compactText(value) : value;
	}
	// Most stories say these three, and no more.
	if (strength !== undefined && date !== undefined && Object.keys(compact).length === 0) return { status: shared(status), strength, date: shared(date) };
	return { status: shared(status), ...(strength !== undefined && { strength }), ...(date !== undefined && { date: shared(date) }), ...compact };
}

function isTexts(value: StoryDetails[keyof StoryDetails]): value is readonly Located<string>[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

function compactProblem({ rule, severity, message, span, story, ...rest }: Problem): Problem {
	const [known, said, at] = [shared(rule), shared(message, Number.POSITIVE_INFINITY), compactSpan(span)];
	if (Object.keys(rest).length > 0) return { rule: known, severity: shared(severity), message: said, span: at, ...(story !== undefined && { story }), ...rest };
	if (story === undefined) return { rule: known, severity: shared(severity), message: said, span: at };
	return { rule: known, severity: shared(severity), message: said, span: at, story };
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
	const known = knownTexts.get(text);
	if (known !== undefined) return known as Text;
	if (knownTexts.size >= mostTexts) knownTexts.clear();
	knownTexts.set(text, text);
	return text;
}
