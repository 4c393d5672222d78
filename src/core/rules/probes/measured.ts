import { namesBaseline } from '../english/baselines.ts';
import { figureWithoutBefore } from '../metricBaseline.ts';
import { leadingUpTo, quotedWords } from './quoted.ts';
import type { ProbeTrigger } from './trigger.ts';

/** As many words go on after the figure, up to where their clause ends. */
const maxMore = 3;

/** What a company has as a whole: nobody asks the author how that was measured. */
const ofCompany =
	/^(?:company|company's|business|firm|corporation|startup|start-up|market|industry|revenues?|turnover|profits?|valuation|arr|headcount)$/u;

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
		'# Faster reviews\n\n## Situation\n\nReviews waited, and people lost the thread.\n\n## Action\n\n' +
			'I wrote a bot that asks the right two people.\n\n## Result\n\nNobody waits for reviews any more. ' +
			'The company has doubled its revenue since.\n',
	],
	find(story, document) {
		const found = figureWithoutBefore(story, document);
		if (!found) return undefined;
		const { passage, figure } = found;
		const first = leadingUpTo(passage, figure.first);
		if (passage.tokens.slice(first, figure.last + maxMore + 1).some(({ lower }) => ofCompany.test(lower)))
			return undefined;
		const words = quotedWords(document, passage, first, figure.last, maxMore);
		return { question: `${words}: compared with what, and measured how?`, span: passage.spanOf(figure) };
	},
	isAnsweredBy: (tokens) =>
		namesBaseline(tokens) || tokens.some(({ lower }) => /^(?:before|measur\p{L}+|counted|timed)$/u.test(lower)),
};
