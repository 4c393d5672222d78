import { isOfKind } from '../../story/model.ts';
import { mayShowUse } from '../english/usedLearnings.ts';
import { unusedLearnings } from '../learningUnused.ts';
import type { ProbeTrigger } from './trigger.ts';

/** Where a Result tells of a habit, or of what was taken over for later work. */
const inUse =
	/ (?:(?:i|we) (?:now|always) [a-z]+|now (?:, )?(?:i|we) [a-z]+|(?:became|become|turned into) (?:the|our|an?) (?:[a-z-]+ ){0,3}(?:standard|template|default|playbook|practice|process)|subsequent (?:[a-z]+ )?(?:projects?|migrations?|releases?|rollouts?|launch(?:es)?)|(?:was|were|been) reused|(?:has|have) (?:also )?since (?:then )?been [a-z]+|since been used|(?:has|have) (?:been )?(?:nicked|copied|adopted|borrowed)) /u;

export const usedSince: ProbeTrigger = {
	id: 'used-since',
	summary: 'Learnings with no trace of what is done differently since.',
	explanation:
		'A lesson that nobody has used is an opinion. Have the last time ready when you did it the new way, and what came ' +
		'of it.',
	asked: [
		{
			story:
				'# The wrong cache\n\n## Situation\n\nThe shop was slow on Mondays.\n\n## Action\n\nI put a cache before it.\n\n' +
				'## Result\n\nIt was as slow as before, 4 seconds a page.\n\n## «Learnings»\n\n' +
				'I learned that it is important to measure first.\n',
			question: 'Where have you used what you learned here since?',
		},
	],
	silent: [
		'# The wrong cache\n\n## Situation\n\nThe shop was slow on Mondays.\n\n## Action\n\nI put a cache before it.\n\n' +
			'## Result\n\nIt was as slow as before, 4 seconds a page.\n\n## Learnings\n\n' +
			'Measure first: I now take a profile before I touch anything.\n',
		'# The wrong cache\n\n## Situation\n\nThe shop was slow on Mondays.\n\n## Action\n\nI put a cache before it.\n\n' +
			'## Result\n\nIt was as slow as before, 4 seconds a page. I now always take a profile first.\n\n## Learnings\n\n' +
			'I learned that it is important to measure first.\n',
	],
	find(story, document) {
		const results = story.sections.filter((section) => isOfKind(section, 'result') && !section.empty);
		const told = results.map((section) =>
			document.passages
				.of(section)
				.tokens.map(({ lower }) => lower)
				.join(' '),
		);
		if (told.some((words) => inUse.test(` ${words} `))) return undefined;
		for (const { name } of unusedLearnings(story, document)) {
			return { question: 'Where have you used what you learned here since?', span: name };
		}
		return undefined;
	},
	isAnsweredBy: mayShowUse,
};
