import { readDocument } from '../story/document.ts';
import { mightContainStoryBy } from '../story/mightContainStory.ts';
import { type FullStory, type ParsedStory, plainStory, type Story } from '../story/model.ts';
import { messageOf } from '../text/messageOf.ts';
import { unreadNames } from '../text/names/hideable.ts';
import { type Analysis, type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';
import type { DocumentMemory } from './documentMemory.ts';
import { spokenWords } from './english/spokenTime.ts';
import { Reading } from './reading.ts';
import type { RuleOptions } from './run.ts';
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
	return orFailure(() => {
		const reading = readingOf(text, context, memory);
		return reading instanceof Reading
			? analysisOf(reading, (story) => toFullStory(story, reading), options)
			: reading;
	});
}

/** The same for a file that no editor holds: without the sections of its stories and the fixes of its problems. */
export function analyseClosed(text: string, context: AnalysisContext): Analysis {
	return orFailure<Analysis>(() => {
		const reading = readingOf(text, context);
		return reading instanceof Reading
			? analysisOf(reading, (story) => toStory(story, reading), { withoutFixes: true })
			: reading;
	});
}

/** What `read` makes; the failure where it throws. */
export function orFailure<Found extends Analysis>(read: () => Found): Found | FullAnalysis {
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

/** Reads a document; gives its analysis at once where it holds no story, or is too long. */
export function readingOf(text: string, context: AnalysisContext, memory?: DocumentMemory): Reading | FullAnalysis {
	if (!context.lookups.derive(mightContainStoryBy)(text)) return nothing;
	memory?.begin(context);
	if (text.length > maxDocumentLength) return longDocument(text, context, memory?.caches);
	const document = readDocument(text, context, memory?.caches);
	return document.kind === 'other' ? nothing : new Reading(document, context, memory);
}

/** @param toResult makes of a story what leaves the core */
function analysisOf<Result extends Story>(
	reading: Reading,
	toResult: (story: ParsedStory) => Result,
	options?: RuleOptions,
): Analysis & { readonly stories: readonly Result[] } {
	const { document, names } = reading;
	const { problems, failures, namedRules } = reading.run(options);
	return {
		kind: document.kind,
		stories: document.stories.map(toResult),
		problems,
		failures,
		...(namedRules.length > 0 && { namedRules }),
		...(names && { names }),
	};
}

function toStory(story: ParsedStory, { document }: Reading): Story {
	return { ...plainStory(story), words: spokenWords(document, story).total };
}

function toFullStory(story: ParsedStory, reading: Reading): FullStory {
	const sections = reading.sectionsOf(story);
	return {
		...plainStory(story),
		words: wordsIn(sections),
		sections,
		sides: reading.sidesOf(story),
		probes: reading.probesOf(story),
	};
}

/** How many words sections have together. */
export function wordsIn(sections: FullStory['sections']): number {
	return sections.reduce((sum, section) => sum + section.words, 0);
}
