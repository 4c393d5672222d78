import type { Framework, Question } from '../model.ts';
import { question } from './question.ts';
import { staff } from './staff.ts';
import { probe } from './probe.ts';
import { sharedProbes } from './sharedProbes.ts';
import { handedOn, leftUndone, otherwise, told } from './storyWords.ts';

/**
 * What interviewers ask about the nine competencies that `staff-extended` adds, by competency; in the project's own
 * words.
 */
const staffExtendedQuestions = {
	conflict: [
		question(
			'conflict-colleague',
			'Tell me about a serious disagreement with a colleague. How did it end?',
			'You can tell their side fairly, and you still work together.',
		),
		question(
			'conflict-manager',
			'Describe a time you disagreed with your manager. What did you do?',
			'Said plainly and in private, with reasons; then carried what was decided.',
		),
		question(
			'conflict-feedback',
			'When did you have to tell somebody something they did not want to hear?',
			'Soon, face to face, about the work rather than the person.',
			'communication',
		),
		question(
			'conflict-between-others',
			'When did you step between two people who could not agree?',
			'Both felt heard, and the agreement was theirs.',
		),
		question(
			'conflict-difficult',
			'Tell me about somebody who was hard to work with. How did you go about it?',
			'Curiosity before judgement, and a change in what you did yourself.',
		),
		question(
			'conflict-overruled',
			'Describe a decision you argued against and lost. What came next?',
			'No sulking and no sabotage: you helped to make it work.',
		),
	],
	failure: [
		question(
			'failure-mistake',
			'Tell me about a mistake of yours that had consequences.',
			'You name your own part without excuses, and the repair.',
		),
		question(
			'failure-project',
			'Describe a project that failed. What was your part in it?',
			'A real failure, and insight that goes deeper than bad luck.',
		),
		question(
			'failure-changed',
			'What have you changed about the way you work because something went wrong?',
			'A habit that can be seen today.',
		),
		question(
			'failure-criticism',
			'Which criticism of you has hit home? What have you done about it?',
			'It stung, it was true, and something followed from it.',
		),
		question(
			'failure-again',
			'If you could do one piece of work over again, what would you do otherwise?',
			'Hindsight that is honest about what was known then.',
		),
		question(
			'failure-told',
			'When did you have to own up to an error before others had seen it?',
			'You said it early, and to those whom it touched.',
		),
	],
	ambiguity: [
		question(
			'ambiguity-vague',
			'Tell me about a time you were handed a vague problem. Where did you begin?',
			'You found the few questions that mattered, and their owners.',
		),
		question(
			'ambiguity-data',
			'Describe a decision you made without the information you would have liked.',
			'Assumptions named, risks bounded, a date on which to look again.',
		),
		question(
			'ambiguity-shift',
			'When did the goal move while you were working towards it?',
			'You re-planned without drama, and said what it cost.',
			'delivery',
		),
		question(
			'ambiguity-new',
			'Tell me about work for which there was no example to follow.',
			'Small experiments, and knowing which one to believe.',
		),
		question(
			'ambiguity-requirements',
			'How did you go on while nobody could tell you the requirements?',
			'You wrote down a proposal to disagree with.',
		),
		question(
			'ambiguity-chaos',
			'Describe getting your bearings where everything around you was changing.',
			'What you held fixed, and what you let go.',
		),
	],
	delivery: [
		question(
			'delivery-deadline',
			'Tell me about a deadline that looked impossible. What did you do?',
			'You changed the plan before you changed the hours.',
		),
		question(
			'delivery-scope',
			'Describe a time you had to cut scope. How did you choose?',
			'Choice by value to the user, agreed on with those concerned.',
			'technical-judgement',
		),
		question(
			'delivery-rescue',
			'When did you bring a project back on track?',
			'A sober look at where it stood, then few things in order.',
		),
		question(
			'delivery-large',
			'Tell me about the biggest piece of work you have brought to its end.',
			'How you cut it up, and how you knew each week where you were.',
		),
		question(
			'delivery-priorities',
			'How did you decide what to do first when all of it was urgent?',
			'A rule you can state, and a no that you said aloud.',
		),
		question(
			'delivery-late',
			'Describe how you told people that a date would not hold.',
			'Early, with options.',
			'communication',
		),
		question(
			'delivery-obstacle',
			'Tell me about a result you reached although something serious stood in its way.',
			'What you tried, in which order, and what it came to.',
		),
	],
	judgement: [
		question(
			'judgement-tradeoff',
			'Tell me about the hardest technical trade-off you had to make.',
			'What you gave up, knowingly, and for whom.',
		),
		question(
			'judgement-wrong',
			'Describe a technical decision of yours that turned out wrong. How did you notice?',
			'A sign you were watching for, and a way back.',
			'failure-learning',
		),
		question(
			'judgement-simple',
			'When did you choose the simpler design although another was more interesting?',
			'Fit to the need at hand rather than to what might come.',
		),
		question(
			'judgement-design',
			'Walk me through a system you designed. Why did it come out that way?',
			'Constraints first, then options, then the choice.',
		),
		question(
			'judgement-quality',
			'When did you give up some quality for speed, or speed for quality?',
			'A debt taken knowingly, with a day to pay it back.',
			'delivery',
		),
		question(
			'judgement-not-build',
			'Tell me about something you decided not to build, or not to rewrite.',
			'The cost of leaving it, weighed as carefully as that of doing it.',
		),
		question(
			'judgement-problem',
			'What is the hardest technical problem you have cracked?',
			'A line of thought that can be followed, dead ends included.',
		),
	],
	operations: [
		question(
			'operations-incident',
			'Tell me about the worst incident you have handled.',
			'Calm, the users first, the cause afterwards.',
		),
		question(
			'operations-prevent',
			'Describe how you made a system more reliable.',
			'A class of failures gone, shown by numbers.',
		),
		question(
			'operations-toil',
			'When did you take a burden off the people on call?',
			'Fewer pages, and people who sleep.',
			'people-culture',
		),
		question(
			'operations-cause',
			'Describe hunting down a fault in production that nobody could explain.',
			'Hypotheses tested one at a time, and a cause under the cause.',
		),
		question(
			'operations-review',
			'What came of an outage review that you led?',
			'No blame, few actions, all of them done.',
			'failure-learning',
		),
		question(
			'operations-alarms',
			'Tell me about monitoring of yours that caught something in time.',
			'It watches what users feel, and wakes people rarely.',
		),
		question(
			'operations-ready',
			'How did you make a service ready for a heavy load or the loss of a data centre?',
			'You rehearsed it before it counted.',
		),
	],
	customer: [
		question(
			'customer-focus-need',
			'Tell me about a time a conversation with a customer changed what you built.',
			'You listened for the need behind the wish.',
		),
		question(
			'customer-focus-beyond',
			'When did you do more for a user than anybody had asked of you?',
			'You felt their trouble as your own, and it scaled.',
			'technical-initiative',
		),
		question(
			'customer-focus-no',
			'Describe a time you turned down a request because it would not have helped the customer.',
			'A no with a better way.',
		),
		question(
			'customer-focus-complaint',
			'What did an unhappy customer teach you?',
			'You made it right for one, then for all.',
		),
		question(
			'customer-focus-observe',
			'How did you find out how people really use what you build?',
			'You watched, measured or sat beside them.',
		),
		question(
			'customer-focus-tension',
			'When did what users needed run against what the business wanted?',
			'Both sides put fairly, and a choice you can stand behind.',
			'conflict',
		),
	],
	communication: [
		question(
			'communication-explain',
			'Tell me about a time you explained something technical to people outside engineering.',
			'Their words, their stakes, and a decision they could take.',
		),
		question(
			'communication-bad-news',
			'Describe how you delivered bad news to people who counted on you.',
			'Plain, early, and with what happens next.',
		),
		question(
			'communication-written',
			'When did something you wrote change what people did?',
			'One reader in mind, and the point at the top.',
			'technical-influence',
		),
		question(
			'communication-executives',
			'Tell me about presenting to the leadership of a company.',
			'The answer first, and ready for the one hard question.',
		),
		question(
			'communication-misunderstood',
			'When did people understand you wrongly, and how did you set it right?',
			'You looked for the fault in what you had said.',
		),
		question(
			'communication-informed',
			'How do you keep everyone who depends on your work in the picture?',
			'A rhythm and a form that they would miss.',
			'delivery',
		),
	],
	culture: [
		question(
			'culture-better',
			'Tell me about something you did that made your team a better place to work.',
			'Others do it now without you.',
		),
		question(
			'culture-hiring',
			'Describe how you have improved the way your team hires.',
			'Fairer and sharper at once, and you can show it.',
		),
		question(
			'culture-included',
			'When did you notice that somebody was left out, and what did you do?',
			'You acted in the moment, then changed what let it happen.',
		),
		question(
			'culture-safe',
			'How have you made it easier for people to speak openly about doubts and errors?',
			'You went first.',
			'failure-learning',
		),
		question(
			'culture-wellbeing',
			'What did you do when your team was tired or its spirits were low?',
			'You saw it early, and took load away.',
		),
		question(
			'culture-remote',
			'How did you keep people together who work far apart, at home or in other time zones?',
			'Habits that serve the one who is not in the room.',
		),
		question(
			'culture-credit',
			'When did you see to it that somebody got the credit they had earned?',
			'You noticed quiet work, and said so where it counted.',
		),
		question(
			'culture-different',
			'Describe working well with people whose background or ways differ from yours.',
			'You adapted, too.',
			'communication',
		),
	],
} as const satisfies Readonly<Record<string, readonly Question[]>>;

/**
 * What interviews for staff and senior engineers ask about besides the four qualities of {@link staff}. The nine names
 * are those of the project's own definition of the list; no other source has it, so it has nothing to go out of date
 * with.
 */
export const staffExtended: Framework = {
	id: 'staff-extended',
	name: 'Staff Engineer, extended',
	version: '1.2.0',
	asOf: '2026-11-25',
	competencies: [
		...staff.competencies,
		{
			id: 'conflict',
			name: 'Conflict',
			aliases: ['conflict resolution', 'disagreement', 'handling conflict', 'difficult conversations'],
			description:
				'Works through a disagreement with people so that both the work and the relationship come out of it well.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: [
					'Who disagreed with whom, and about what?',
					'What would have happened if nobody had dealt with it?',
				],
				task: ['What did you want for the work, and what for the relationship?'],
				action: [
					'How did you find out what the other side needed?',
					'What did you say, and what did you give way on?',
				],
				result: ['What was agreed, and did it hold?', 'How do you work together today?'],
				learnings: ['What would you say sooner next time?'],
			},
			probes: [sharedProbes.otherSide, sharedProbes.gaveUp, sharedProbes.notMoved],
			questions: staffExtendedQuestions.conflict,
		},
		{
			id: 'failure-learning',
			name: 'Failure & Learning',
			aliases: ['failure', 'mistakes', 'learning from failure', 'setbacks'],
			description: 'Owns up to something that went wrong, puts it right, and does the next thing differently.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What went wrong, and what did it cost?', 'What had you known or assumed beforehand?'],
				task: ['What was yours to answer for?'],
				action: ['Whom did you tell, and how soon?', 'How did you put it right?'],
				result: ['How did it end for the people affected?', 'What has not happened again since?'],
				learnings: ['What do you do differently now, and where has it shown?'],
			},
			probes: [
				probe('What would have to happen for it to go wrong again?', {
					unless: 'cannot happen, could happen again, happened again, wrong again, can no longer, impossible',
				}),
				probe('At what point could somebody else have stopped you?', {
					unless: 'warned, had told me, stopped me, would have stopped, could have, should have asked, had asked, had warned, overruled, against my, doubted, nobody reviewed, unreviewed',
				}),
				probe('What did it cost you with the people who relied on you?', {
					unless: 'trust*, relied, rely, apolog*, forgave, forgiven, blamed, reputation, credit, faith, angry, upset',
				}),
			],
			questions: staffExtendedQuestions.failure,
		},
		{
			id: 'ambiguity',
			name: 'Ambiguity',
			aliases: ['dealing with ambiguity', 'uncertainty', 'navigating ambiguity'],
			description:
				'Turns an unclear problem into one that can be worked on, and moves before everything is known.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: [
					'What was unclear: the goal, the way or the owner?',
					'Why could it not wait until it was clear?',
				],
				task: ['What had to be decided, and by when?'],
				action: [
					'How did you find the questions that mattered most?',
					'What did you try, assume or leave open?',
				],
				result: ['What came of it, and how far off were your assumptions?'],
				learnings: ['What would you find out earlier, or stop waiting for?'],
			},
			probes: [sharedProbes.leastSure, sharedProbes.changeCourse, sharedProbes.assumption, sharedProbes.weekLess],
			questions: staffExtendedQuestions.ambiguity,
		},
		{
			id: 'delivery',
			name: 'Delivery',
			aliases: ['execution', 'getting things done', 'project delivery', 'delivering results'],
			description:
				'Brings work of some size to its end, on terms that were agreed and in spite of what got in the way.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What had to be delivered, for whom and by when?', 'What stood in the way?'],
				task: ['What did you promise?'],
				action: [
					'How did you break it down and put it in order?',
					'What did you cut, and how did you keep people informed?',
				],
				result: ['What was delivered, when, and how well did it serve?'],
				learnings: ['What would you plan differently?'],
			},
			probes: [sharedProbes.dropNext, sharedProbes.withoutYou, sharedProbes.halfTime],
			questions: staffExtendedQuestions.delivery,
		},
		{
			id: 'technical-judgement',
			name: 'Technical Judgement',
			aliases: ['technical judgment', 'technical decisions', 'trade-offs', 'technical depth', 'design decisions'],
			description:
				'Weighs technical options against what is really needed, decides, and answers for the choice later.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which technical choice was before you, and what depended on it?'],
				task: ['What mattered most: cost, time, risk, reach?'],
				action: ['Which options did you compare, and how?', 'What did you give up, knowingly?'],
				result: ['How has the choice held up?', 'What do the numbers say?'],
				learnings: ['Would you choose the same today? Why?'],
			},
			probes: [
				sharedProbes.leastSure,
				probe('What has surprised you about it since?', {
					unless: "surpris*, turned out, unexpected*, did not expect, didn't expect, to my amazement, i learned, i learnt, i had not",
				}),
				probe('What does this choice make harder today?', {
					unless: "harder, costs us, the price, we pay, trade-off*, tradeoff*, downside*, drawback*, gave up, give up, knowing that, disadvantage*, still miss, we miss, slower, would not do, wouldn't do, suffer*, worse, the ceiling, replaced, what it would not, what it wouldn't",
				}),
			],
			questions: staffExtendedQuestions.judgement,
		},
		{
			id: 'operations',
			name: 'Operations',
			aliases: ['operational excellence', 'incident response', 'on-call', 'reliability', 'production ownership'],
			description: 'Keeps systems running: handles the incident calmly and takes away its cause.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What broke or was about to, and who felt it?'],
				task: ['What was your role while it lasted?'],
				action: [
					'How did you find the cause and limit the damage?',
					'What did you change so that it stays fixed?',
				],
				result: ['How long did it last, and what did it cost?', 'How do the figures look since?'],
				learnings: ['What does the team see or practise now that it did not before?'],
			},
			probes: [
				probe('What could still go wrong tonight?', {
					unless: `${handedOn}, could still, can still, still go wrong, still fail*, remaining risk, risk that remains`,
				}),
				probe('What would have happened had you not been there?', {
					unless: `${otherwise}, without me, had i not, would have, would not have`,
				}),
				probe('Where would you expect the next incident?', {
					unless: 'next incident, next outage, could still, can still, remaining risk, weakest',
				}),
			],
			questions: staffExtendedQuestions.operations,
		},
		{
			id: 'customer-focus',
			name: 'Customer Focus',
			aliases: ['customer centricity', 'user focus', 'customer empathy', 'customers'],
			description: 'Knows the people who use the work, and lets what they need decide.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who was the customer, and what troubled them?', 'How did you know?'],
				task: ['What did you want to be different for them?'],
				action: ['How did you get close to them?', 'What did you change, or refuse to build, because of it?'],
				result: ['What can they do now, and how do you know they do?'],
				learnings: ['What did you learn about them that surprised you?'],
			},
			probes: [sharedProbes.nextWish, sharedProbes.sayOfIt, sharedProbes.whoGainedNothing],
			questions: staffExtendedQuestions.customer,
		},
		{
			id: 'communication',
			name: 'Communication',
			aliases: ['communicating', 'communication skills', 'presenting', 'writing'],
			description: 'Says what matters so that the people who need it understand it and act on it.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who had to understand what, and why was that hard?'],
				task: ['What should they know, decide or do afterwards?'],
				action: [
					'How did you choose the form and the words for them?',
					'How did you check that it had arrived?',
				],
				result: ['What did they do with it?'],
				learnings: ['What would you leave out, or say first?'],
			},
			probes: [
				probe('What did you leave out, and for whom?', {
					when: told,
					unless: `${leftUndone}, left nothing out, leave it out, cut it, i cut, for the board, shorten*, miscommunicat*, misunderst*`,
				}),
				sharedProbes.notUnderstood,
				probe('Which question did they ask that you had not expected?', {
					unless: 'question*, asked, ask, asking, listened, objection*, not expected, surprised, surprise',
				}),
			],
			questions: staffExtendedQuestions.communication,
		},
		{
			id: 'people-culture',
			name: 'People & Culture',
			aliases: ['culture', 'team culture', 'team building', 'hiring', 'inclusion'],
			description:
				'Makes the team a place where people want to work and can do their best: hiring, habits, belonging.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was the team like, and for whom was it hard?'],
				task: ['What did you want people to be able to do, or stop having to do?'],
				action: ['What did you start, stop or stand up for?', 'How did you bring others along?'],
				result: ['What do people do differently, without you?', 'Who joined, stayed or grew because of it?'],
				learnings: ['What did you learn about what people need?'],
			},
			probes: [
				probe('What of it is still there today?', {
					unless: 'still, to this day, today, goes on, has stayed, every month since, since then, ever since, has held, became the standard, became a standard, standard component, permanent, company-wide, became part, by default',
				}),
				sharedProbes.ofYou,
				sharedProbes.slippedBack,
			],
			questions: staffExtendedQuestions.culture,
		},
	],
};
