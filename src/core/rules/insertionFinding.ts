import { insertionEdits, insertionObstacle, insertSection } from '../edit/insertSection.ts';
import { differenceBetween } from '../edit/verifiedEdit.ts';
import { promptsFor } from '../framework/prompts.ts';
import type { SectionKind } from '../framework/sectionKind.ts';
import type { Document } from '../story/document.ts';
import { type ParsedStory, taggedCompetencies } from '../story/model.ts';
import { applyEdits } from '../text/edit.ts';
import type { Finding, Fix } from '../text/problem.ts';
import type { RuleContext } from './rule.ts';

/** Each fix reads its story again, 4 ms for 2 KB: in a bank with more stories they would hold up what is typed. */
const maxStoriesWithFixes = 40;

/**
 * A finding whose fix inserts sections with their prompts, or which says why it can't.
 *
 * @param kinds in the order of STAR
 */
export function insertionFinding(
	message: string,
	title: string,
	kinds: readonly SectionKind[],
	story: ParsedStory,
	document: Document,
	context: RuleContext,
): Finding {
	const [first] = kinds;
	const obstacle = first && insertionObstacle(document, story, first);
	if (obstacle) return { message: `${message} ${obstacle.refusal.message}`, span: story.anchor };
	// Insert Section serves the others.
	if (document.stories.indexOf(story) >= maxStoriesWithFixes) return { message, span: story.anchor };
	return { message, span: story.anchor, fixes: () => insertionFixes(title, kinds, story, document, context) };
}

function insertionFixes(
	title: string,
	kinds: readonly SectionKind[],
	story: ParsedStory,
	document: Document,
	{ lookups }: RuleContext,
): readonly Fix[] {
	const tagged = taggedCompetencies(story.tags, lookups.competencies);
	const index = document.stories.indexOf(story);
	let now = document;
	let edits: Fix['edits'] = [];
	for (const kind of kinds) {
		const place = now.stories[index];
		if (!place) return [];
		const inserted = insertSection(now, place, kind, promptsFor(kind, tagged), lookups);
		if (inserted.refusal) return [];
		edits = insertionEdits(inserted);
		if (kinds.length > 1) now = now.reread(applyEdits(now.text, edits));
	}
	return [{ title, edits: kinds.length > 1 ? [differenceBetween(document.text, now.text)] : edits, preferred: true }];
}
