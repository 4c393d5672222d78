import { type FullStory, type ParsedStory, plainStory, type Story } from '../story/model.ts';
import { mightContainStoryBy } from '../story/mightContainStory.ts';
import { type Document, readDocument } from '../story/document.ts';
import { messageOf } from '../text/messageOf.ts';
import { type Analysis, type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';
import type { DocumentMemory } from './documentMemory.ts';
import { toldText } from './english/spokenTime.ts';
import { rules } from './index.ts';
import { type RuleOptions, runRules } from './run.ts';
import { longDocumentProblems } from './unreadDocument.ts';

/**
 * Longest document, in UTF-16 code units, that is read in full. remark takes 0.85 s for 1 MB of plain prose on a
 * 2-core machine with Node 20, so this keeps an analysis well below a second. A spoken story has 3 to 4 KB.
 */
export const maxDocumentLength = 512 * 1024;

/**
 * Reads a Markdown document and finds what is wrong with its stories: the front door of the core.
 *
 * @param text the whole document; any string is accepted, nothing is thrown
 * @param context see {@link AnalysisContext}
 * @param memory of the document as it was before an edit; it changes nothing but the time that the analysis takes
 */
export function analyse(text: string, context: AnalysisContext, memory?: DocumentMemory): FullAnalysis {
	return orFailure<FullAnalysis>(() => {
		const { found, document } = examine(text, context, memory ? { memory } : {});
		return document
			? { ...found, stories: document.stories.map((story) => toFullStory(story, document, memory)) }
			: found;
	});
}

/** The same for a file that no editor holds: without the sections of its stories and the fixes of its problems. */
export function analyseClosed(text: string, context: AnalysisContext): Analysis {
	return orFailure<Analysis>(() => {
		const { found, document } = examine(text, context, { withoutFixes: true });
		return document ? { ...found, stories: document.stories.map((story) => toStory(story, document)) } : found;
	});
}

function orFailure<Found>(read: () => Found): Found | FullAnalysis {
	try {
		return read();
	} catch (error) {
		// A defect of ours or of the parser; whoever called has other documents to go on with.
		return { ...nothing, failures: [{ rule: 'analyse', message: messageOf(error) }] };
	}
}

/** @returns what is found besides stories, and the document where it may hold some */
function examine(
	text: string,
	context: AnalysisContext,
	options: RuleOptions,
): { readonly found: FullAnalysis; readonly document?: Document } {
	if (!context.lookups.derive(mightContainStoryBy)(text)) return { found: nothing };
	const { memory } = options;
	memory?.begin(context);
	if (text.length > maxDocumentLength)
		return {
			found: { ...nothing, ...longDocumentProblems(text, maxDocumentLength, context, memory?.caches) },
		};
	const document = readDocument(text, context, memory?.caches);
	if (document.kind === 'other') return { found: nothing };
	const { problems, failures, namedRules } = runRules(document, context, context.severities, rules, options);
	return {
		found: { kind: document.kind, stories: [], problems, failures, ...(namedRules.length > 0 && { namedRules }) },
		document,
	};
}

function toStory(parsed: ParsedStory, document: Document): Story {
	return { ...plainStory(parsed), words: sumOf(parsed.sections.map((section) => document.passages.of(section))) };
}

function sumOf(parts: readonly { readonly words: number }[]): number {
	return parts.reduce((sum, { words }) => sum + words, 0);
}

function toFullStory(parsed: ParsedStory, document: Document, memory: DocumentMemory | undefined): FullStory {
	const read = () =>
		parsed.sections.map((section) => ({
			words: document.passages.of(section).words,
			told: toldText(document, section),
		}));
	const told = memory ? memory.told(parsed, document, read) : read();
	const sections = parsed.sections.map((section, index) => ({
		...section,
		...(told[index] ?? { words: 0, told: '' }),
	}));
	return { ...plainStory(parsed), words: sumOf(sections), sections };
}
