import { otherTeamIn } from '../english/otherTeams.ts';
import { isEnglishStory } from '../english/storyLanguage.ts';
import type { ProbeTrigger } from './trigger.ts';

export const otherTeam: ProbeTrigger = {
	id: 'other-team',
	summary: 'Another team that is named, and no word of what it says of the outcome.',
	explanation:
		'An interviewer checks a story from the other side, and a reference may do so as well. Have ready what they gained, ' +
		'what they would complain of, and what one of them said.',
	asked: [
		{
			story:
				'# One customer record\n\n## Situation\n\nEvery invoice was wrong twice a year.\n\n## Action\n\n' +
				'I sat down with «the Ledger team» and wrote the fields out. I built the check that both of us run.\n\n' +
				'## Result\n\nNo invoice was wrong in the 14 months after.\n',
			question: 'What would the Ledger team say about it today?',
		},
	],
	silent: [
		'# One customer record\n\n## Situation\n\nEvery invoice was wrong twice a year.\n\n## Action\n\n' +
			'I sat down with the Ledger team and wrote the fields out. I built the check that both of us run.\n\n' +
			'## Result\n\nNo invoice was wrong in the 14 months after, and the Ledger team asked for a second one.\n',
		'# One customer record\n\n## Situation\n\nI was on the Ledger team, and every invoice was wrong twice a year.\n\n' +
			'## Action\n\nI wrote the fields out with the Ledger team.\n\n## Result\n\nNo invoice was wrong in 14 months.\n',
	],
	find(story, document) {
		if (story.prompts || !isEnglishStory(document, story)) return undefined;
		const passages = story.sections.filter(({ empty }) => !empty).map((section) => document.passages.of(section));
		const found = otherTeamIn(
			passages.map(({ tokens }) => tokens),
			story.details.team?.value,
		);
		const passage = found && passages[found.passage];
		if (!found || !passage) return undefined;
		return { question: `What would ${found.name} say about it today?`, span: passage.spanOf(found.range) };
	},
	isAnsweredBy: (tokens) =>
		tokens.some(
			({ lower, quoted }) => quoted || /^(?:they|say|says|said|told|thank\p{L}*|glad|happy)$/u.test(lower),
		),
};
