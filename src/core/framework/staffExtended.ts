import type { Framework } from './model.ts';
import { staff } from './staff.ts';

/**
 * What interviews for staff and senior engineers ask about besides the four qualities of {@link staff}. The nine names
 * are those of the project's own definition of the list; no other source has it, so it has nothing to go out of date with.
 */
export const staffExtended: Framework = {
	id: 'staff-extended',
	name: 'Staff Engineer, extended',
	version: '1.0.0',
	asOf: '2026-11-22',
	competencies: [
		...staff.competencies,
		{
			id: 'conflict',
			name: 'Conflict',
			aliases: ['conflict resolution', 'disagreement', 'handling conflict', 'difficult conversations'],
			description: 'Works through a disagreement with people so that both the work and the relationship come out of it well.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who disagreed with whom, and about what?', 'What would have happened if nobody had dealt with it?'],
				task: ['What did you want for the work, and what for the relationship?'],
				action: ['How did you find out what the other side needed?', 'What did you say, and what did you give way on?'],
				result: ['What was agreed, and did it hold?', 'How do you work together today?'],
				learnings: ['What would you say sooner next time?'],
			},
			questions: [
				{ id: 'conflict-colleague', text: 'Tell me about a serious disagreement with a colleague. How did it end?' },
				{ id: 'conflict-manager', text: 'Describe a time you disagreed with your manager. What did you do?' },
				{ id: 'conflict-feedback', text: 'When did you have to tell somebody something they did not want to hear?' },
			],
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
			questions: [
				{ id: 'failure-mistake', text: 'Tell me about a mistake of yours that had consequences.' },
				{ id: 'failure-project', text: 'Describe a project that failed. What was your part in it?' },
				{ id: 'failure-changed', text: 'What have you changed about the way you work because something went wrong?' },
			],
		},
		{
			id: 'ambiguity',
			name: 'Ambiguity',
			aliases: ['dealing with ambiguity', 'uncertainty', 'navigating ambiguity'],
			description: 'Turns an unclear problem into one that can be worked on, and moves before everything is known.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was unclear: the goal, the way or the owner?', 'Why could it not wait until it was clear?'],
				task: ['What had to be decided, and by when?'],
				action: ['How did you find the questions that mattered most?', 'What did you try, assume or leave open?'],
				result: ['What came of it, and how far off were your assumptions?'],
				learnings: ['What would you find out earlier, or stop waiting for?'],
			},
			questions: [
				{ id: 'ambiguity-vague', text: 'Tell me about a time you were handed a vague problem. Where did you begin?' },
				{ id: 'ambiguity-data', text: 'Describe a decision you made without the information you would have liked.' },
				{ id: 'ambiguity-shift', text: 'When did the goal move while you were working towards it?' },
			],
		},
		{
			id: 'delivery',
			name: 'Delivery',
			aliases: ['execution', 'getting things done', 'project delivery', 'delivering results'],
			description: 'Brings work of some size to its end, on terms that were agreed and in spite of what got in the way.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What had to be delivered, for whom and by when?', 'What stood in the way?'],
				task: ['What did you promise?'],
				action: ['How did you break it down and put it in order?', 'What did you cut, and how did you keep people informed?'],
				result: ['What was delivered, when, and how well did it serve?'],
				learnings: ['What would you plan differently?'],
			},
			questions: [
				{ id: 'delivery-deadline', text: 'Tell me about a deadline that looked impossible. What did you do?' },
				{ id: 'delivery-scope', text: 'Describe a time you had to cut scope. How did you choose?' },
				{ id: 'delivery-rescue', text: 'When did you bring a project back on track?' },
			],
		},
		{
			id: 'technical-judgement',
			name: 'Technical Judgement',
			aliases: ['technical judgment', 'technical decisions', 'trade-offs', 'technical depth', 'design decisions'],
			description: 'Weighs technical options against what is really needed, decides, and answers for the choice later.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which technical choice was before you, and what depended on it?'],
				task: ['What mattered most: cost, time, risk, reach?'],
				action: ['Which options did you compare, and how?', 'What did you give up, knowingly?'],
				result: ['How has the choice held up?', 'What do the numbers say?'],
				learnings: ['Would you choose the same today? Why?'],
			},
			questions: [
				{ id: 'judgement-tradeoff', text: 'Tell me about the hardest technical trade-off you had to make.' },
				{ id: 'judgement-wrong', text: 'Describe a technical decision of yours that turned out wrong. How did you notice?' },
				{ id: 'judgement-simple', text: 'When did you choose the simpler design although another was more interesting?' },
			],
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
				action: ['How did you find the cause and limit the damage?', 'What did you change so that it stays fixed?'],
				result: ['How long did it last, and what did it cost?', 'How do the figures look since?'],
				learnings: ['What does the team see or practise now that it did not before?'],
			},
			questions: [
				{ id: 'operations-incident', text: 'Tell me about the worst incident you have handled.' },
				{ id: 'operations-prevent', text: 'Describe how you made a system more reliable.' },
				{ id: 'operations-toil', text: 'When did you take a burden off the people on call?' },
			],
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
			questions: [
				{ id: 'customer-focus-need', text: 'Tell me about a time a conversation with a customer changed what you built.' },
				{ id: 'customer-focus-beyond', text: 'When did you do more for a user than anybody had asked of you?' },
				{ id: 'customer-focus-no', text: 'Describe a time you turned down a request because it would not have helped the customer.' },
			],
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
				action: ['How did you choose the form and the words for them?', 'How did you check that it had arrived?'],
				result: ['What did they do with it?'],
				learnings: ['What would you leave out, or say first?'],
			},
			questions: [
				{ id: 'communication-explain', text: 'Tell me about a time you explained something technical to people outside engineering.' },
				{ id: 'communication-bad-news', text: 'Describe how you delivered bad news to people who counted on you.' },
				{ id: 'communication-written', text: 'When did something you wrote change what people did?' },
			],
		},
		{
			id: 'people-culture',
			name: 'People & Culture',
			aliases: ['culture', 'team culture', 'team building', 'hiring', 'inclusion'],
			description: 'Makes the team a place where people want to work and can do their best: hiring, habits, belonging.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was the team like, and for whom was it hard?'],
				task: ['What did you want people to be able to do, or stop having to do?'],
				action: ['What did you start, stop or stand up for?', 'How did you bring others along?'],
				result: ['What do people do differently, without you?', 'Who joined, stayed or grew because of it?'],
				learnings: ['What did you learn about what people need?'],
			},
			questions: [
				{ id: 'culture-better', text: 'Tell me about something you did that made your team a better place to work.' },
				{ id: 'culture-hiring', text: 'Describe how you have improved the way your team hires.' },
				{ id: 'culture-included', text: 'When did you notice that somebody was left out, and what did you do?' },
			],
		},
	],
};
