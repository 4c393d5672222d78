import { isOfKind } from '../../story/model.ts';
import { ofOutcome } from '../english/glosses/ofOutcome.ts';
import { tellsHowMuch } from '../english/outcome.ts';
import { isEnglishSection } from '../english/storyLanguage.ts';
import type { Token } from '../../story/tokens.ts';
import { raisedBy } from './raisedBy.ts';
import type { ProbeTrigger } from './trigger.ts';

/** As many words go on after the ones that raise it, up to where their clause ends. */
const maxMore = 10;

/** Whether words say how much, or that something never happens any more. */
function tells(tokens: readonly Token[]): boolean {
	return (
		tellsHowMuch({ tokens, opaque: false }) ||
		tokens.some(({ lower }) => /^(?:nobody|none|nothing|never)$/u.test(lower))
	);
}

export const howMuch: ProbeTrigger = {
	id: 'how-much',
	summary: 'A Result that says “much more reliable”, with no figure.',
	explanation:
		'Everybody’s work made something much better. Have one figure ready, from before and after, or one thing that ' +
		'people do differently since.',
	asked: [
		{
			story:
				'# Red means broken\n\n## Situation\n\nThe builds were red about a third of the time.\n\n## Action\n\n' +
				'I replaced the sleeps with waits for what they waited for.\n\n## Result\n\n' +
				'«The builds became much more reliable» and the team was happy.\n',
			question: '“The builds became much more reliable”: how much, and how do you know?',
		},
	],
	silent: [
		'# Red means broken\n\n## Situation\n\nThe builds were red about a third of the time.\n\n## Action\n\n' +
			'I replaced the sleeps with waits for what they waited for.\n\n## Result\n\n' +
			'The builds became much more reliable: 2 % of them fail.\n',
		'# Red means broken\n\n## Situation\n\nThe builds were red about a third of the time.\n\n## Action\n\n' +
			'I replaced the sleeps with waits for what they waited for.\n\n## Result\n\n' +
			'The headquarters was very satisfied and we received the award for the year.\n',
	],
	find(story, document) {
		const results = story.sections.filter((section) => isOfKind(section, 'result') && !section.empty);
		const passages = results.map((section) => document.passages.of(section));
		if (passages.some(({ opaque }) => opaque)) return undefined;
		if (!results.every((section) => isEnglishSection(document, story, section))) return undefined;
		for (const passage of passages) {
			const raised = raisedBy(ofOutcome, document, passage, maxMore, tells);
			if (raised) return raised;
		}
		return undefined;
	},
	isAnsweredBy: (tokens) =>
		tokens.some(({ lower }) => /\d|^(?:half|halved|twice|doubled|percent|from)$/u.test(lower)),
};
