import { atWork } from '../english/glosses/atWork.ts';
import { withPeople } from '../english/glosses/withPeople.ts';
import { isEnglishSection } from '../english/storyLanguage.ts';
import { raisedBy } from './raisedBy.ts';
import type { ProbeTrigger } from './trigger.ts';

const glosses = [...withPeople, ...atWork];
const ofResult = glosses.filter(({ isOfAction }) => !isOfAction);

/** As many words go on after the ones that raise it, up to where their clause ends. */
const maxMore = 10;

export const hardPart: ProbeTrigger = {
	id: 'hard-part',
	summary: 'A sentence that passes over what was hard, such as “eventually they were convinced”.',
	explanation:
		'What convinced them, what was given up, what was said to the one who was angry: that is the story, and the sentence ' +
		'skips it. Tell it, or have two sentences ready: what you did, and what came of it.',
	asked: [
		{
			story:
				'# One repository\n\n## Situation\n\nEvery release needed changes in seven repositories.\n\n## Action\n\n' +
				'I presented the plan to the board. There was a lot of discussion. «Eventually they were convinced» and ' +
				'we began.\n\n## Result\n\n104 of 110 repositories were in after six months.\n',
			question: '“Eventually they were convinced”: what convinced them?',
		},
		{
			story:
				'# One interface\n\n## Situation\n\nTwo teams wrote to the same table.\n\n## Action\n\n' +
				'They wanted events, and I wanted calls. «We found a compromise» and I wrote the adapter.\n\n' +
				'## Result\n\nNo row was lost in the 14 months after.\n',
			question: '“We found a compromise”: what settled it, and who gave up what?',
		},
		{
			story:
				'# Kind reviews\n\n## Situation\n\nReviews felt like an exam.\n\n## Action\n\n' +
				'I spoke with our most senior engineer in private. «He took it badly» at first.\n\n' +
				'## Result\n\nReviews take 1 day instead of 3.\n',
			question: '“He took it badly”: what did you do about it?',
		},
	],
	silent: [
		'# Kind reviews\n\n## Situation\n\nReviews felt like an exam.\n\n## Action\n\n' +
			'I wrote to our most senior engineer that his reviews would wait for a second one. ' +
			"He wasn't happy, he accepted it for a month as a trial.\n\n## Result\n\nReviews take 1 day instead of 3.\n",
		'# One repository\n\n## Situation\n\nEvery release needed changes in seven repositories.\n\n## Action\n\n' +
			'There was a lot of discussion. I showed them what the last outage had cost. Eventually they were convinced.\n\n' +
			'## Result\n\n104 of 110 repositories were in after six months.\n',
		'# One interface\n\n## Situation\n\nTwo teams wrote to the same table.\n\n## Action\n\n' +
			'We found a compromise: they got their events, and I kept the calls for the till.\n\n' +
			'## Result\n\nNo row was lost in the 14 months after.\n',
	],
	find(story, document) {
		for (const section of story.sections) {
			if (!/^(?:action|result)$/u.test(section.kind) || section.empty) continue;
			if (!isEnglishSection(document, story, section)) continue;
			const passage = document.passages.of(section);
			const raised = raisedBy(section.kind === 'action' ? glosses : ofResult, document, passage, maxMore);
			if (raised) return raised;
		}
		return undefined;
	},
	isAnsweredBy: (tokens) =>
		tokens.some(({ lower }) => /^(?:because|showed|told|asked|explained|by|when)$/u.test(lower)),
};
