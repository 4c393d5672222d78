import { namesBaseline } from '../english/baselines.ts';
import { figureWithoutBefore } from '../metricBaseline.ts';
import { leadingUpTo, quotedWords } from './quoted.ts';
import type { ProbeTrigger } from './trigger.ts';

export const measured: ProbeTrigger = {
	id: 'measured',
	summary: 'A figure that tells a change, such as “40 % faster”, with no figure from before.',
	explanation:
		'“Faster than what?” is the first thing asked about a percentage, and “how do you know?” the second. Have the ' +
		'figure from before ready, and the place where you read both.',
	asked: [
		{
			story:
				'# Faster reviews\n\n## Situation\n\nReviews waited, and people lost the thread.\n\n## Action\n\n' +
				'I wrote a bot that asks the right two people.\n\n## Result\n\nReviews are «40 %» faster now.\n',
			question: '“Reviews are 40 % faster now”: compared with what, and measured how?',
		},
	],
	silent: [
		'# Faster reviews\n\n## Situation\n\nReviews waited three days, and people lost the thread.\n\n## Action\n\n' +
			'I wrote a bot that asks the right two people.\n\n## Result\n\nReviews are 40 % faster now.\n',
	],
	find(story, document) {
		const found = figureWithoutBefore(story, document);
		if (!found) return undefined;
		const { passage, figure } = found;
		const words = quotedWords(document, passage, leadingUpTo(passage, figure.first), figure.last, 3);
		return { question: `${words}: compared with what, and measured how?`, span: passage.spanOf(figure) };
	},
	isAnsweredBy: (tokens) =>
		namesBaseline(tokens) || tokens.some(({ lower }) => /^(?:before|measur\p{L}+|counted|timed)$/u.test(lower)),
};
