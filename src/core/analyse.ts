import { deriveFrom } from './derived.ts';
import type { Framework } from './framework/model.ts';
import { readPassage } from './language/passage.ts';
import { longDocumentProblems } from './longDocument.ts';
import type { Problem } from './rules/rule.ts';
import { type RuleFailure, runRules, type SeveritySettings } from './rules/run.ts';
import { mayHoldStories } from './story/gate.ts';
import type { DocumentKind, Story } from './story/model.ts';
import { type ParsedDocument, parseDocument, type ParsedStory } from './story/parse.ts';
import type { Located } from './text/span.ts';

/** What an analysis depends on besides the text. Plain data. */
export interface AnalysisContext {
	/** The file's name without folders; it stands in for a missing title. */
	readonly fileName: string;
	/** The active frameworks, in order of precedence. Reuse the array: what is derived from it is kept with it. */
	readonly frameworks: readonly Framework[];
	readonly severities: SeveritySettings;
	/** How fast the author speaks; 150 when left out. */
	readonly wordsPerMinute?: number;
	/** Age in years beyond which a story is called stale; 5 when left out. */
	readonly staleAfterYears?: number;
	/** Today as `YYYY-MM-DD`, as the core has no clock; when left out nothing is called stale. */
	readonly today?: string;
}

/** Everything the tool knows about one document. Plain data: it crosses threads and holds no syntax tree. */
export interface Analysis {
	readonly kind: DocumentKind;
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly failures: readonly RuleFailure[];
	/** The rules that the author names in order to switch them off or on, as written; absent where there are none. */
	readonly namedRules?: readonly Located<string>[];
}

/** Nothing to say: what an analysis of any other Markdown file comes to. */
export const nothing: Analysis = { kind: 'other', stories: [], problems: [], failures: [] };

/**
 * Longest document, in UTF-16 code units, that is read in full. remark takes 0.85 s for 1 MB of plain prose on a
 * 2-core machine with Node 20, so this keeps an analysis well below a second. A spoken story has 3 to 4 KB.
 */
export const longestDocument = 512 * 1024;

/**
 * Reads a Markdown document and finds what is wrong with its stories: the front door of the core.
 * @param text the whole document; any string is accepted, nothing is thrown
 * @param context see {@link AnalysisContext}
 */
export function analyse(text: string, context: AnalysisContext): Analysis {
	try {
		return analyseOrThrow(text, context);
	} catch (error) {
		// A defect of ours or of the parser; whoever called has other documents to go on with.
		return { ...nothing, failures: [{ rule: 'analyse', message: error instanceof Error ? error.message : String(error) }] };
	}
}

function analyseOrThrow(text: string, context: AnalysisContext): Analysis {
	const derived = deriveFrom(context.frameworks);
	if (!mayHoldStories(text, derived.sectionNames)) return nothing;
	const parseContext = { fileName: context.fileName, ...derived };
	if (text.length > longestDocument) {
		const found = longDocumentProblems(text, longestDocument, parseContext, context.severities);
		return found ? { ...nothing, ...found } : nothing;
	}
	const document = parseDocument(text, parseContext);
	if (document.kind === 'other') return nothing;
	const ruleContext = { ...context, competencies: derived.competencies };
	const { problems, failures, namedRules } = runRules(document, ruleContext, context.severities);
	const stories = document.stories.map((story) => toPlainStory(story, document));
	return { kind: document.kind, stories, problems, failures, ...(namedRules.length > 0 && { namedRules }) };
}

function toPlainStory({ tagSource: _tagSource, fields: _fields, ...story }: ParsedStory, document: ParsedDocument): Story {
	const sections = story.sections.map((section) => ({ ...section, words: readPassage(document, section).words }));
	return { ...story, sections };
}
