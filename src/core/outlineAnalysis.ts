import { type Analysis, type AnalysisContext, nothing } from './analysis.ts';
import { longestDocument } from './analyse.ts';
import { deriveFrom } from './derived.ts';
import { mayHoldStories } from './story/gate.ts';
import { readStories } from './story/outline.ts';
import { scanOutline } from './story/outlineScan.ts';
import { plainStory } from './story/parsedStory.ts';

/**
 * The stories of a document without their problems and words, in little of the time that an analysis takes: enough
 * for the rows of a tree and for coverage. Where it says that there are none, an analysis says so too.
 * @param text the whole document
 * @returns undefined where only an analysis can tell
 */
export function outlineAnalysis(text: string, context: Pick<AnalysisContext, 'fileName' | 'frameworks'>): Analysis | undefined {
	const { sectionNames, competencies } = deriveFrom(context.frameworks);
	if (!mayHoldStories(text, sectionNames)) return nothing;
	const outline = text.length > longestDocument ? undefined : scanOutline(text, sectionNames);
	if (!outline) return undefined;
	const { kind, stories } = readStories(text, outline, { fileName: context.fileName, sectionNames, competencies });
	return kind === 'other' ? nothing : { kind, stories: stories.map(plainStory), problems: [], failures: [] };
}
