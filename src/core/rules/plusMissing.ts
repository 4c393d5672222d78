import { sectionTitles } from '../framework/sectionKind.ts';
import { isOfKind } from '../story/model.ts';
import { enclosedSections } from './enclosedSections.ts';
import { insertionFinding } from './insertionFinding.ts';
import { nearSections } from './nearSections.ts';
import type { Rule } from './rule.ts';

export const plusMissing: Rule = {
	id: 'plus-missing',
	severity: 'hint',
	summary: 'No Learnings: the plus of STAR+.',
	explanation:
		'“What would you do differently?” is asked after nearly every story, and a Result without it stops ' +
		'short. Two sentences are enough. ' +
		'The fix inserts the section with what the story’s competencies want to hear there.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# «Onboarding Ines»\n\n## Situation\n\n' +
			'Ines joined in May.\n\n## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her daily.\n\n## Result\n\nShe shipped in week two.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Result\n\n' +
			'She shipped in week two.\n\n## Takeaways\n\nI should have asked what she knew.\n',
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n',
	],
	on: 'story',
	*check(story, document, context) {
		// Where there is no section yet, those that a story can't do without come first.
		if (story.sections.length === 0 || story.sections.some((section) => isOfKind(section, 'learnings'))) return;
		const enclosed = enclosedSections(story, document);
		if (enclosed && (enclosed.isOpen || enclosed.kinds.includes('learnings'))) {
			// What takes in other sections too is said of them.
			if (enclosed.kinds.join() === 'learnings') yield enclosed.finding;
			return;
		}
		const near = nearSections(story, document, context).filter(({ kind }) => kind === 'learnings');
		if (near.length > 0) return yield* near.flatMap(({ finding }) => finding ?? []);
		const message = 'No Learnings yet: what would you do differently?';
		yield insertionFinding(message, `Insert ${sectionTitles.learnings}`, ['learnings'], story, document, context);
	},
};
