import { isOfKind } from '../../story/model.ts';
import { Phrases, phrase } from '../english/phrases.ts';
import { mayShowUse } from '../english/usedLearnings.ts';
import { unusedLearnings } from '../learningUnused.ts';
import type { ProbeTrigger } from './trigger.ts';

/** Where a Result tells of a habit, or of what was taken over for later work. */
const inUse =
	/ (?:(?:i|we) (?:now|always) [a-z]+|now (?:, )?(?:i|we) [a-z]+|(?:became|become|turned into) (?:the|our|an?) (?:[a-z-]+ ){0,3}(?:standard|template|default|playbook|practice|process)|subsequent (?:[a-z]+ )?(?:projects?|migrations?|releases?|rollouts?|launch(?:es)?)|(?:was|were|been) reused|(?:has|have) (?:also )?since (?:then )?been [a-z]+|since been used|(?:has|have) (?:been )?(?:nicked|copied|adopted|borrowed)) /u;

const deeds =
	'(?:measure|ask|read|start|write|test|show|tell|check|begin|draw|count|go|put|take|split|ship|automate|document|bring|sit|' +
	'find|plan|set|give|let|name|pair|define|do|involve|make|look|wait|argue|talk|speak|call|meet|send|invite|review|agree|' +
	'decide|say|cut|drop|stop|share|explain|listen|escalate|prepare|practise|practice|rehearse|log|record|keep|use|try|build|get)';

/** What somebody can do the next time, rather than what is always so: “communication is key” was never used. */
const practice = phrase(
	`(?<=(?:¶|[,;:]|and|then|so|first) )(?:(?:never|always|do not|don't) )?${deeds}|(?:to|by|should|must|would) (?:(?:not|never|always|also|have) )?(?:${deeds}|` +
		'(?:measur|ask|read|start|writ|test|show|tell|check|begin|draw|count|talk|shar|explain|listen|involv)ing)|(?<=¶ )(?:measur|ask|read|start|writ|test|show|tell|check|begin|draw|count|talk|shar|explain|listen|involv)ing',
);

export const usedSince: ProbeTrigger = {
	id: 'used-since',
	summary: 'Learnings that name a practice, with no trace of what is done differently since.',
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
		'# The wrong cache\n\n## Situation\n\nThe shop was slow on Mondays.\n\n## Action\n\nI put a cache before it.\n\n' +
			'## Result\n\nIt was as slow as before, 4 seconds a page.\n\n## Learnings\n\n' +
			'Communication is key. Quality is not negotiable.\n',
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
		for (const section of unusedLearnings(story, document)) {
			const { tokens } = document.passages.of(section);
			if (!new Phrases(tokens).has(practice)) continue;
			return { question: 'Where have you used what you learned here since?', span: section.name };
		}
		return undefined;
	},
	isAnsweredBy: mayShowUse,
};
