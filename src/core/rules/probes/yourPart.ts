import { sharedActions } from '../actionOwnership.ts';
import { isI } from '../english/subjects.ts';
import { quotedWords } from './quoted.ts';
import type { ProbeTrigger } from './trigger.ts';

/** A quotation of fewer words, such as “we started”, names no work that could have parts. */
const minWords = 5;

/** As many words go on after “we” and its verb, up to where their clause ends. */
const maxMore = 9;

/** Verbs that say of no work what it was. */
const unspecific =
	/^(?:be|is|was|were|are|been|have|has|had|do|did|start|started|begin|began|begun|know|knew|need|needed|want|wanted|felt|feel|think|thought|go|went|come|came|get|got|agree|agreed|decide|decided|talk|talked|discuss|discussed|meet|met|see|saw|noticed|realised|realized|learned|learnt|hoped|tried|try|could|can|kept|stayed)$/u;

/** Verbs that say of work that it could have parts. */
const making =
	/^(?:built|designed|wrote|rewrote|migrated|implemented|created|developed|introduced|moved|replaced|automated|launched|deployed|shipped|refactored|restructured|reorgani[sz]ed|redesigned|rebuilt|extracted|established|rolled|split|fixed|trained|negotiated|delivered|drew|produced|installed|tested|analy[sz]ed|collected|interviewed)$/u;

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
			question: '“We wrote one build for all of them”: which part of it was yours?',
		},
		{
			story:
				'# One build\n\n## Situation\n\nEvery team had its own build, and each of them broke weekly.\n\n## Action\n\n' +
				'We started in March. «We created» a branch and moved the services over.\n\n' +
				'## Result\n\nNo build has been broken since March.\n',
			question: '“We created a branch and moved the services over”: which part of it was yours?',
		},
	],
	silent: [
		'# One build\n\n## Situation\n\nEvery team had its own build, and each of them broke weekly.\n\n## Action\n\n' +
			'I wrote one build for all of them. We moved the services over, and I taught the teams to use it.\n\n' +
			'## Result\n\nNo build has been broken since March.\n',
	],
	find(story, document) {
		for (const { passage, all } of sharedActions(story, document)) {
			const quoted = all.map((we) => {
				const words = quotedWords(document, passage, we.first, we.last, maxMore, minWords);
				const verb = passage.tokens[we.last]?.lower ?? '';
				return { we, words, isWork: !unspecific.test(verb), isMaking: making.test(verb) };
			});
			const says = (words: string, least: number) => words.split(' ').length >= least;
			const best =
				quoted.find(({ words, isMaking }) => isMaking && says(words, minWords - 1)) ??
				quoted.find(({ words, isWork }) => isWork && says(words, minWords)) ??
				quoted.find(({ words, isWork }) => isWork && says(words, minWords - 1)) ??
				quoted.find(({ words }) => says(words, minWords));
			const [first] = all;
			if (best) return { question: `${best.words}: which part of it was yours?`, span: passage.spanOf(best.we) };
			if (first)
				return { question: 'Your Action says “we”: which part of it was yours?', span: passage.spanOf(first) };
		}
		return undefined;
	},
	isAnsweredBy: (tokens) => tokens.some((token) => !token.quoted && isI(token)),
};
