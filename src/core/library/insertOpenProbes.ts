import { insertFollowUps, questionsToInsert } from '../edit/insertFollowUps.ts';
import type { PossibleEdit, RefusedEdit } from '../edit/editResult.ts';
import type { Lookups } from '../framework/lookups.ts';
import { storyProbes } from '../rules/probes/storyProbes.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import { openProbes } from '../story/probe.ts';
import { applyEdits } from '../text/edit.ts';

/** The one question of a story that raises none. */
export const anyFollowUp = 'What would an interviewer ask next?';

/** An edit, with where the author goes on writing, as an offset into the text after it. */
export interface OpenProbesInsertion extends PossibleEdit {
	readonly caret: number;
}

/**
 * Puts the questions that nothing answers yet under Follow-ups; the caret goes behind the first, where its answer
 * belongs.
 *
 * @param story of the document
 */
export function insertOpenProbes(
	document: Document,
	story: ParsedStory,
	lookups: Lookups,
): OpenProbesInsertion | RefusedEdit {
	const open = openProbes(storyProbes(story, document, lookups));
	const [first = anyFollowUp, ...rest] = questionsToInsert(open, story, document);
	const inserted = insertFollowUps(document, story, [first, ...rest]);
	if (inserted.refusal) return inserted;
	const from = Math.min(...inserted.edits.map(({ span }) => span.start));
	const after = applyEdits(document.text, inserted.edits);
	return { ...inserted, caret: after.indexOf(first, from) + first.length };
}
