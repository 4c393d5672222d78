import { type AnalysisContext, type FullAnalysis, nothing } from './analysis.ts';
import { deriveFrom } from './derived.ts';
import type { DocumentMemory } from './documentMemory.ts';
import { readPassage } from './language/passage.ts';
import { toldText } from './language/toldText.ts';
import { longDocumentProblems } from './longDocument.ts';
import { messageOf } from './messageOf.ts';
import { rules } from './rules/index.ts';
import { runRules } from './rules/run.ts';
import { mayHoldStories } from './story/gate.ts';
import { type FullStory, kindsOf } from './story/model.ts';
import { type ParsedDocument, parseDocument, type ParsedStory } from './story/parse.ts';

/**
 * Longest document, in UTF-16 code units, that is read in full. remark takes 0.85 s for 1 MB of plain prose on a
 * 2-core machine with Node 20, so this keeps an analysis well below a second. A spoken story has 3 to 4 KB.
 */
export const longestDocument = 512 * 1024;

/**
 * Reads a Markdown document and finds what is wrong with its stories: the front door of the core.
 * @param text the whole document; any string is accepted, nothing is thrown
 * @param context see {@link AnalysisContext}
 * @param memory of the document as it was before an edit; it changes nothing but the time that the analysis takes
 */
export function analyse(text: string, context: AnalysisContext, memory?: DocumentMemory): FullAnalysis {
	try {
		return analyseOrThrow(text, context, memory);
	} catch (error) {
		// A defect of ours or of the parser; whoever called has other documents to go on with.
		return { ...nothing, failures: [{ rule: 'analyse', message: messageOf(error) }] };
	}
}

function analyseOrThrow(text: string, context: AnalysisContext, memory: DocumentMemory | undefined): FullAnalysis {
	const derived = deriveFrom(context.frameworks);
	if (!mayHoldStories(text, derived.sectionNames)) return nothing;
	const parseContext = { fileName: context.fileName, ...derived, ...(memory && { chunks: memory.chunks, blocks: memory.blocks }) };
	memory?.begin(context);
	if (text.length > longestDocument) {
		const found = longDocumentProblems(text, longestDocument, parseContext, context.severities);
		return found ? { ...nothing, ...found } : nothing;
	}
	const document = parseDocument(text, parseContext);
	if (document.kind === 'other') return nothing;
	const ruleContext = { ...context, competencies: derived.competencies };
	const { problems, failures, namedRules } = runRules(document, ruleContext, context.severities, rules, memory);
	const stories = document.stories.map((story) => toPlainStory(story, document, memory));
	return { kind: document.kind, stories, problems, failures, ...(namedRules.length > 0 && { namedRules }) };
}

function toPlainStory(parsed: ParsedStory, document: ParsedDocument, memory: DocumentMemory | undefined): FullStory {
	const { tagSource: _tagSource, fields: _fields, ...story } = parsed;
	const read = () => story.sections.map((section) => ({ words: readPassage(document, section).words, told: toldText(document, section) }));
	const told = memory ? memory.told(parsed, document, read) : read();
	const sections = story.sections.map((section, index) => ({ ...section, ...(told[index] ?? { words: 0, told: '' }) }));
	return { ...story, ...kindsOf(sections), words: sections.reduce((sum, { words }) => sum + words, 0), sections };
}
