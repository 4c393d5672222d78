import type { Analysis } from '../../core/analysis.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { Story, StoryDetails, Tag } from '../../core/story/model.ts';
import { type SectionKind, sectionKinds } from '../../core/story/sectionKind.ts';
import type { Located, Span } from '../../core/text/span.ts';
import type { SharedValues } from './sharedValues.ts';

const kindSets: (readonly SectionKind[])[] = [];

const none: readonly never[] = [];

/**
 * Makes a copy of an analysis that comes from a worker which takes less memory: objects that were read from a message have
 * room to grow, and strings of their own where thousands of stories say the same.
 * @param shared what other analyses that come with it hold
 */
export function compactAnalysis({ kind, stories, problems, failures, namedRules }: Analysis, shared: SharedValues): Analysis {
	const compact = stories.map((story) => compactStory(story, shared));
	return {
		kind: shared.text(kind),
		stories: compact,
		problems: problems.length === 0 ? none : problems.map((problem) => compactProblem(problem, compact, shared)),
		failures: failures.length === 0 ? none : failures,
		...(namedRules && { namedRules: namedRules.map((rule) => compactText(rule, shared)) }),
	};
}

/** Each shape is written out, as a property that is added to an object later takes more room. */
function compactStory(story: Story, shared: SharedValues): Story {
	const { title, titleSpan, level } = story;
	const [span, anchor, tags, details, named, told] = [compactSpan(story.span), compactSpan(story.anchor), story.tags.map((tag) => compactTag(tag, shared)), compactDetails(story.details, shared), kindsFor(story.named), kindsFor(story.told)];
	const words = story.words;
	if (!titleSpan) return words === undefined ? { title, span, anchor, level, tags, details, named, told } : { title, span, anchor, level, tags, details, named, told, words };
	const at = titleSpan.start === anchor.start && titleSpan.end === anchor.end ? anchor : compactSpan(titleSpan);
	if (words === undefined) return { title, titleSpan: at, span, anchor, level, tags, details, named, told };
	return { title, titleSpan: at, span, anchor, level, tags, details, named, told, words };
}

function compactTag({ text, span, competency }: Tag, shared: SharedValues): Tag {
	if (competency === undefined) return { text: shared.text(text), span: compactSpan(span) };
	return { text: shared.text(text), span: compactSpan(span), competency: shared.text(competency) };
}

function compactDetails({ status, strength, date, ...others }: StoryDetails, shared: SharedValues): StoryDetails {
	const compact: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(others) as readonly [string, StoryDetails[keyof StoryDetails]][]) {
		if (isTexts(value)) compact[name] = value.map((text) => compactText(text, shared));
		else compact[name] = typeof value === 'object' && 'span' in value ? compactText(value, shared) : value;
	}
	// Most stories say these three, and no more.
	if (strength !== undefined && date !== undefined && Object.keys(compact).length === 0) return shared.value(`${status} ${strength} ${date}`, () => ({ status: shared.text(status), strength, date: shared.text(date) }));
	return { status: shared.text(status), ...(strength !== undefined && { strength }), ...(date !== undefined && { date: shared.text(date) }), ...compact };
}

function isTexts(value: StoryDetails[keyof StoryDetails]): value is readonly Located<string>[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

function compactProblem({ rule, severity, message, span, story, ...rest }: Problem, stories: readonly Story[], shared: SharedValues): Problem {
	const at = spanIn(stories[story ?? -1], span) ?? compactSpan(span);
	const [known, said] = [shared.text(rule), shared.text(message, Number.POSITIVE_INFINITY)];
	if (Object.keys(rest).length > 0) return { rule: known, severity: shared.text(severity), message: said, span: at, ...(story !== undefined && { story }), ...rest };
	if (story === undefined) return { rule: known, severity: shared.text(severity), message: said, span: at };
	return { rule: known, severity: shared.text(severity), message: said, span: at, story };
}

/** The span of a story that is the same, as where a problem stands at its heading or a tag. */
function spanIn(story: Story | undefined, { start, end }: Span): Span | undefined {
	return [story?.anchor, ...(story?.tags ?? []).map((tag) => tag.span)].find((span) => span?.start === start && span.end === end);
}

function compactText({ value, span }: Located<string>, shared: SharedValues): Located<string> {
	return { value: shared.text(value), span: compactSpan(span) };
}

function compactSpan({ start, end }: Span): Span {
	return { start, end };
}

/** One array for each of the few sets of sections that there are. */
function kindsFor(named: readonly SectionKind[]): readonly SectionKind[] {
	const key = named.reduce((sum, kind) => sum + 2 ** sectionKinds.indexOf(kind), 0);
	return (kindSets[key] ??= sectionKinds.filter((kind) => named.includes(kind)));
}
