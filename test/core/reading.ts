import { applyEdits } from '../../src/core/text/edit.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Competency, Framework } from '../../src/core/framework/model.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { AnalysisContext, FullAnalysis } from '../../src/core/rules/analysis.ts';
import { type Document, readDocument } from '../../src/core/story/document.ts';
import type { Span } from '../../src/core/text/span.ts';
import { defaultContext } from './context.ts';

/** Front matter that makes whatever follows a story. */
export const tagged = '---\ncompetencies: [mentorship]\n---\n\n';

/** Reads a document as {@link analyse} does, past the gate and the limit of length. */
export function read(text: string, frameworks: readonly Framework[] = [staff]): Document {
	return readDocument(text, { fileName: 'a-story.md', lookups: new Lookups(frameworks) });
}

export function analysed(text: string, context: Partial<AnalysisContext> = {}): FullAnalysis {
	return analyse(text, { ...defaultContext, ...context });
}

/** The source text of a span. */
export function at(text: string, { start, end }: Span): string {
	return text.slice(start, end);
}

/** The kinds of the sections of each story, such as `situation task`. */
export function kindsIn(text: string, frameworks?: readonly Framework[]): string[] {
	return read(text, frameworks).stories.map(({ sections }) => sections.map(({ kind }) => kind).join(' '));
}

/** Each problem as its rule and the source text it points at. */
export function problemsIn(text: string, context?: Partial<AnalysisContext>): string[] {
	return analysed(text, context).problems.map(({ rule, span }) => `${rule} ${JSON.stringify(at(text, span))}`);
}

/** Switches off what is said of every story that is not told to its end, for texts that are about something else. */
export const unfinished: Partial<AnalysisContext> = {
	severities: {
		'plus-missing': 'off',
		length: 'off',
		balance: 'off',
		'result-unquantified': 'off',
		'prompt-unanswered': 'off',
	},
};

/** A framework with competencies of these names, for what the built-in ones have no example of. */
export function frameworkOf(names: readonly string[], more: Partial<Framework> = {}): Framework {
	const prompts = { situation: [], task: [], action: [], result: [], learnings: [] };
	const competencies = names.map((name): Competency => {
		const id = name.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
		return { id, name, aliases: [], description: name, target: { min: 1, max: 2 }, prompts, questions: [] };
	});
	return { id: 'made-up', name: 'Made up', version: '1.0.0', asOf: '2026-01-01', competencies, ...more };
}

/** What is said of sections that are missing, with the place and what the preferred fix makes of the text. */
export function saidOfMissing(text: string): readonly { place: string; message: string; after: string }[] {
	return analysed(text)
		.problems.filter(({ rule }) => rule === 'section-missing' || rule === 'plus-missing')
		.map(({ span, message, fixes = [] }) => {
			const edits = fixes.find(({ preferred }) => preferred)?.edits ?? [];
			return { place: at(text, span), message, after: applyEdits(text, edits) };
		});
}
