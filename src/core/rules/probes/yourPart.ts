import { sharedActions } from '../actionOwnership.ts';
import { isI } from '../english/subjects.ts';
import { quotedWords } from './quoted.ts';
import type { ProbeTrigger } from './trigger.ts';

export const yourPart: ProbeTrigger = {
	id: 'your-part',
	summary: 'An Action in which “we” does the work and “I” does not.',
	explanation:
		'“We” may be modest, and an interviewer hears that it was somebody else. Have one sentence ready that begins with ' +
		'“I”: what would not have happened without you, and what others did.',
	asked: [
		{
			story:
				'# One build\n\n## Situation\n\nEvery team had its own build, and each of them broke weekly.\n\n## Action\n\n' +
				'«We wrote» one build for all of them. We moved the services over, and we taught the teams to use it.\n\n' +
				'## Result\n\nNo build has been broken since March.\n',
			question: '“We wrote one build”: which part of it was yours?',
		},
	],
	silent: [
		'# One build\n\n## Situation\n\nEvery team had its own build, and each of them broke weekly.\n\n## Action\n\n' +
			'I wrote one build for all of them. We moved the services over, and I taught the teams to use it.\n\n' +
			'## Result\n\nNo build has been broken since March.\n',
	],
	find(story, document) {
		for (const { passage, first } of sharedActions(story, document)) {
			const words = quotedWords(document, passage, first.first, first.last, 5);
			return { question: `${words}: which part of it was yours?`, span: passage.spanOf(first) };
		}
		return undefined;
	},
	isAnsweredBy: (tokens) => tokens.some((token) => !token.quoted && isI(token)),
};
