import type { SectionKind } from '../framework/sectionKind.ts';
import type { ParsedStory } from '../story/model.ts';
import { minTellingSeconds, shareOf, spokenSeconds, spokenWords } from './english/spokenTime.ts';
import { isEnglishStory } from './english/storyLanguage.ts';
import type { Rule } from './rule.ts';

/**
 * Shares of Situation, Task, Action and Result together, in percent. Career services teach 20, 10, 60 and 10
 * (University of Washington, "STAR Method of Interviewing"). The shares are those that every view shows, in whole
 * percent.
 */
const minAction = 50;
const maxBackground = 33;
const minResult = 10;

/** Of a story under 45 seconds a share is reported only below this part of what it should be. */
const shortened = 0.6;

/** A story of fewer words has no proportions yet. */
const minWords = 40;

export const balance: Rule = {
	id: 'balance',
	severity: 'hint',
	summary: 'Action under half of the story, Situation and Task over a third, or Result under a tenth.',
	explanation:
		'What you did is what is being judged; the rest is there so that it can be understood. ' +
		'A fifth for the Situation, a tenth for the Task, more than half for the Action and a tenth or ' +
		'more for the Result is what career services teach. ' +
		'Shares are counted in spoken words, Learnings and code blocks aside, once all four sections have ' +
		'text. One imbalance is said once, and nothing has to go from a story under 45 seconds. English only.',
	bad: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\n' +
			'Ines joined in May, when the team had just lost two people and the third was on leave, and nobody ' +
			'had onboarded anyone for more than a year.\n\n## Task\n\nI was to get her started.\n\n' +
			'## «Action»\n\nI paired with her every day and wrote down each thing that surprised her.\n\n' +
			'## Result\n\nShe shipped in week two instead of week nine.\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n## Situation\n\nInes joined in May.\n\n' +
			'## Task\n\nI was to get her started.\n\n## Action\n\n' +
			'I paired with her every day and wrote down each thing that surprised her. ' +
			'I fixed one of them every Friday, gave her the on-call phone with me as second, and let her lead ' +
			'the review of her first release.\n\n## Result\n\nShe shipped in week two instead of week nine.\n',
	],
	on: 'story',
	isLocal: true,
	*check(story, document, { wordsPerMinute }) {
		const parts = (['situation', 'task', 'action', 'result'] as const).map((kind) => firstOf(story, kind));
		const [situation, task, action, result] = parts;
		// A story with open questions is not written to its end.
		if (story.prompts || !situation || !task || !action || !result || !isEnglishStory(document, story)) return;
		const { of } = spokenWords(document, story);
		const all = of.situation + of.task + of.action + of.result;
		if (all < minWords) return;
		const background = shareOf(of, ['situation', 'task']);
		const done = shareOf(of, ['action']);
		const came = shareOf(of, ['result']);
		// Too much of one part is too little of another: it is said once.
		// A sentence more turns the shares of a short story, and nothing has to go from it.
		const isShort = spokenSeconds(all, wordsPerMinute) < minTellingSeconds;
		const needed = isShort ? shortened : 1;
		if (background > maxBackground && !isShort) {
			const message = `Situation and Task take ${background}% of the story: a third is plenty. What can go?`;
			yield { message, span: (of.task > of.situation ? task : situation).name };
		} else if (done < minAction * needed) {
			const message = `Action is ${done}% of the story, and half or more serves it: what else did you do?`;
			yield { message, span: action.name };
		} else if (came < minResult * needed) {
			const message = `Result is ${came}% of the story: it is what people remember. What came of it?`;
			yield { message, span: result.name };
		}
	},
};

function firstOf({ sections }: ParsedStory, kind: SectionKind) {
	return sections.find((section) => section.kind === kind && !section.empty);
}
