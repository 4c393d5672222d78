import type { Framework } from '../model.ts';
import { probe } from './probe.ts';
import { sharedProbes } from './sharedProbes.ts';
import { leftUndone } from './storyWords.ts';

/**
 * What behavioural interviews at Meta are known to probe. Meta publishes no such list: the five names are those given
 * by people who have interviewed there, such as Austen McDonald, a former chair of its hiring committee ("Mastering the
 * Meta Behavioral Interview", Big Tech Careers), and repeated by several interview guides. Compared with stored copies
 * of these on the day below; how old the copies are is not known. Everything but the names is this project's own.
 */
export const meta: Framework = {
	id: 'meta',
	name: 'Meta',
	version: '1.2.0',
	asOf: '2026-11-22',
	competencies: [
		{
			id: 'resolving-conflict',
			name: 'Resolving Conflict',
			aliases: ['resolving conflicts'],
			description: 'Settles a disagreement by understanding the other side, without giving up on the outcome.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who saw it differently, and what was at stake?'],
				task: ['What did you need the two of you to agree on?'],
				action: ['How did you learn why they thought so?', 'How did you find a way both could go?'],
				result: ['What was decided, and how do you work together since?'],
				learnings: ['What do you now do before it comes to a conflict?'],
			},
			probes: [sharedProbes.otherSide, sharedProbes.gaveUp, sharedProbes.notMoved],
			questions: [
				{
					id: 'meta-conflict-peer',
					text: 'Tell me about a disagreement with somebody you had to go on working with.',
					signal: 'Both of you can still work together, and the work gained.',
				},
				{
					id: 'meta-conflict-wrong',
					text: 'Describe a conflict in which you turned out to be the one who was wrong.',
					signal: 'You say plainly that you were wrong, and when you saw it.',
					also: 'growing-continuously',
				},
			],
		},
		{
			id: 'growing-continuously',
			name: 'Growing Continuously',
			aliases: ['continuous growth', 'growth'],
			description: 'Looks for feedback, takes it in, and can show what changed because of it.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which feedback, mistake or gap showed you what you lacked?'],
				task: ['What did you want to become better at?'],
				action: ['What did you do about it, step by step?', 'Whom did you ask how you were doing?'],
				result: ['How did others notice the difference?'],
				learnings: ['What are you working on now?'],
			},
			probes: [
				probe('Which feedback do you still find hard to take?', {
					unless: 'hard to take, hard to hear, still hard, still find',
				}),
				probe('Which habit are you working on now?', {
					unless: 'working on, i am trying, i still have to, i am learning',
				}),
				probe('What would tell you that you had slipped back?', {
					unless: 'slip*, would tell me, tells me, i ask, keep asking, each quarter, every month, check myself',
				}),
			],
			questions: [
				{
					id: 'meta-growth-feedback',
					text: 'What is the hardest feedback you have been given, and what did you do with it?',
					signal: 'It was hard to hear, and something changed.',
				},
				{
					id: 'meta-growth-skill',
					text: 'Tell me about a skill you had to learn in order to do your job.',
					signal: 'How you went about it, and where it shows.',
					also: 'driving-results',
				},
			],
		},
		{
			id: 'embracing-ambiguity',
			name: 'Embracing Ambiguity',
			aliases: ['embrace ambiguity'],
			description:
				'Makes good progress while goals, owners or facts are still unclear, and adjusts when they change.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was missing: direction, data or an owner?'],
				task: ['What did you decide to be responsible for?'],
				action: ['How did you choose a first step?', 'How did you change course when you learned more?'],
				result: ['Where did it lead, and how soon?'],
				learnings: ['Which sign would make you turn earlier?'],
			},
			probes: [sharedProbes.leastSure, sharedProbes.changeCourse, sharedProbes.weekLess],
			questions: [
				{
					id: 'meta-ambiguity-priorities',
					text: 'Tell me about a time priorities changed halfway through your work.',
					signal: 'You let go of finished work without bitterness and re-planned.',
					also: 'driving-results',
				},
				{
					id: 'meta-ambiguity-unknown',
					text: 'Describe a project you began without knowing what success would look like.',
					signal: 'You made a measure of success yourself.',
				},
			],
		},
		{
			id: 'driving-results',
			name: 'Driving Results',
			aliases: ['drive results'],
			description: 'Pushes something that matters to its end on their own initiative, past what stops others.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was worth achieving, and why had it not happened yet?'],
				task: ['Which result did you set out for?'],
				action: [
					'What did you do when it got stuck?',
					'How did you decide what to do first and what to leave?',
				],
				result: ['What was the impact, in numbers?'],
				learnings: ['What would get you there sooner?'],
			},
			probes: [
				probe('How would it have gone without you?', { unless: 'without me, would have' }),
				sharedProbes.callOff,
				sharedProbes.halfTime,
			],
			questions: [
				{
					id: 'meta-results-proud',
					text: 'Which result of your work are you proudest of, and what was your own part in it?',
					signal: 'An effect that can be measured, and an honest account of who did what.',
				},
				{
					id: 'meta-results-obstacle',
					text: 'Tell me about a time you got something done although the odds were against it.',
					signal: 'You kept at it, and changed the way rather than the goal.',
				},
			],
		},
		{
			id: 'communicating-effectively',
			name: 'Communicating Effectively',
			shortName: 'Communicating',
			aliases: ['communicating', 'effective communication'],
			description: 'Chooses what to say, to whom and how, so that people across roles can work from it.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who had to be reached, and what did they know already?'],
				task: ['What did they need from you?'],
				action: ['How did you fit the message to them?', 'How did you listen, and to what?'],
				result: ['What happened because they understood?'],
				learnings: ['Which of your habits did this change?'],
			},
			probes: [
				probe('What would you leave out with half the time?', {
					when: 'talk*, presentation, presented, slides, meeting, session, workshop, page, pages, memo, document, report, explain*, minutes',
					unless: `${leftUndone}, left nothing out, half the time, shorten*, i cut`,
				}),
				probe('How would you say it to a director in one sentence?', {
					unless: 'one sentence, a sentence, single sentence, one line, headline',
				}),
				sharedProbes.notUnderstood,
				sharedProbes.tellFirst,
			],
			questions: [
				{
					id: 'meta-communication-roles',
					text: 'Tell me about working with people in a role very different from yours.',
					signal: 'You learned what they care about and spoke to that.',
					also: 'resolving-conflict',
				},
				{
					id: 'meta-communication-misread',
					text: 'Describe a time you were misunderstood. How did you put it right?',
					signal: 'You took the fault on yourself and checked that it was cleared up.',
				},
			],
		},
	],
};
