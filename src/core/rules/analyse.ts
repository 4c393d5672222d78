import type { Lookups } from '../framework/lookups.ts';
import { type Document, readDocument } from '../story/document.ts';
import { documentNames } from '../story/documentNames.ts';
import { mightContainStoryBy } from '../story/mightContainStory.ts';
import {
	type FullStory,
	type ParsedStory,
	plainStory,
	type Section,
	type SideSection,
	type Story,
} from '../story/model.ts';
import type { Probe } from '../story/probe.ts';
import { spokenText } from '../story/spokenText.ts';
import { messageOf } from '../text/messageOf.ts';
import { unreadNames } from '../text/names/hideable.ts';
import type { Problem } from '../text/problem.ts';
import { type Analysis, type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';
import { type DocumentMemory, type SpokenSection, StoryMemory } from './documentMemory.ts';
import { spokenWords } from './english/spokenTime.ts';
import { rules } from './index.ts';
import { storyProbes } from './probes/storyProbes.ts';
import type { Rule, RuleContext } from './rule.ts';
import { type RuleOptions, runRules } from './run.ts';
import { longDocument, maxDocumentLength } from './unreadDocument.ts';

/**
 * Reads a Markdown document and finds what is wrong with its stories: the front door of the core.
 *
 * @param text the whole document; any string is accepted, nothing is thrown
 * @param context see {@link AnalysisContext}
 * @param memory of the document as it was before an edit; it changes nothing but the time that the analysis takes
 * @param options how rules are applied
 */
export function analyse(
	text: string,
	context: AnalysisContext,
	memory?: DocumentMemory,
	options?: RuleOptions,
): FullAnalysis {
	return orFailure(() => analysisOf(text, context, toFullStory, memory, options));
}

/**
 * The stories of a document with their words, for whoever only searches them: without problems and probes, which take
 * most of the time of an analysis.
 */
export function readStoryWords(text: string, context: AnalysisContext): FullAnalysis {
	return orFailure(() => analysisOf(text, context, toStoryWords, undefined, { registry: [] }));
}

/** The same for a file that no editor holds: without the sections of its stories and the fixes of its problems. */
export function analyseClosed(text: string, context: AnalysisContext): Analysis {
	return orFailure<Analysis>(() => analysisOf(text, context, toStory, undefined, { withoutFixes: true }));
}

function orFailure<Found extends Analysis>(read: () => Found): Found | FullAnalysis {
	try {
		return read();
	} catch (error) {
		// A defect of ours or of the parser; whoever called has other documents to go on with.
		return {
			...nothing,
			failures: [{ rule: 'analyse', message: messageOf(error) }],
			names: unreadNames('its analysis failed'),
		};
	}
}

/** @param toResult makes of a story what leaves the core */
function analysisOf<Result extends Story>(
	text: string,
	context: AnalysisContext,
	toResult: (story: ParsedStory, document: Document, known: StoryMemory, lookups: Lookups) => Result,
	memory?: DocumentMemory,
	{ registry = rules, ...options }: RuleOptions & { readonly registry?: readonly Rule[] } = {},
): (Analysis & { readonly stories: readonly Result[] }) | FullAnalysis {
	if (!context.lookups.derive(mightContainStoryBy)(text)) return nothing;
	memory?.begin(context);
	if (text.length > maxDocumentLength) return longDocument(text, context, memory?.caches);
	const document = readDocument(text, context, memory?.caches);
	if (document.kind === 'other') return nothing;
	const known = document.stories.map((story) => [story, memory?.of(story, document) ?? new StoryMemory()] as const);
	const memories = new Map(known);
	const ruleContext: RuleContext = {
		...context,
		probesOf: (story) => probesOf(story, document, memories.get(story) ?? new StoryMemory(), context.lookups),
	};
	const { problems, failures, namedRules } = runRules(document, ruleContext, context.severities, registry, {
		...options,
		...(memory && { known: known.map(([, each]) => each) }),
	});
	const stories = known.map(([story, each]) => toResult(story, document, each, context.lookups));
	const names = documentNames(document);
	return {
		kind: document.kind,
		stories,
		problems: document.kind === 'bank' ? problems.map(numbered) : problems,
		failures,
		...(namedRules.length > 0 && { namedRules }),
		...(names && { names }),
	};
}

/** In a list of problems nothing but the message tells of which story of a bank it speaks. */
function numbered(problem: Problem): Problem {
	const { message, story } = problem;
	return story === undefined ? problem : { ...problem, message: `${message} (Story ${story + 1})` };
}

function toStory(story: ParsedStory, document: Document): Story {
	return { ...plainStory(story), words: spokenWords(document, story).total };
}

function toStoryWords(story: ParsedStory, document: Document): FullStory {
	const sections = story.sections.map((section) => ({ ...section, ...spokenSection(section, document) }));
	const words = sections.reduce((sum, section) => sum + section.words, 0);
	return { ...plainStory(story), words, sections, sides: [], probes: [] };
}

function spokenSection(section: Section | SideSection, document: Document): SpokenSection {
	return { words: document.passages.of(section).words, spoken: spokenText(document, section) };
}

function toFullStory(story: ParsedStory, document: Document, known: StoryMemory, lookups: Lookups): FullStory {
	const spoken = known.sections(() => story.sections.map((section) => spokenSection(section, document)));
	const sections = story.sections.map((section, index) => ({
		...section,
		...(spoken[index] ?? { words: 0, spoken: '' }),
	}));
	const sides = story.sides.map((side) => ({ ...side, ...spokenSection(side, document) }));
	const words = sections.reduce((sum, section) => sum + section.words, 0);
	return { ...plainStory(story), words, sections, sides, probes: probesOf(story, document, known, lookups) };
}

function probesOf(story: ParsedStory, document: Document, known: StoryMemory, lookups: Lookups): readonly Probe[] {
	return known.probes(story, () => storyProbes(story, document, lookups));
}
