import { starKinds } from '../framework/sectionKind.ts';
import type { Analysis } from '../rules/analysis.ts';
import { promptOpenId } from '../rules/promptOpen.ts';
import { allFindingsOfStory } from './storyProblems.ts';

/**
 * Whether a draft can be marked as ready because nothing in it is open: no question of its snippet, none of the four
 * sections, and no error or warning. What rules merely ask about may stay.
 *
 * @param index of the story
 */
export function isFinishedDraft(analysis: Pick<Analysis, 'kind' | 'stories' | 'problems'>, index: number): boolean {
	const story = analysis.stories[index];
	if (!story || analysis.kind === 'candidate' || story.details.status !== 'draft' || story.prompts) return false;
	if (!starKinds.every((kind) => story.filled.includes(kind))) return false;
	return allFindingsOfStory(analysis, index).every(
		({ rule, severity }) => rule !== promptOpenId && severity !== 'error' && severity !== 'warning',
	);
}
