import type { Framework } from '../model.ts';
import { probe } from './probe.ts';
import { sharedProbes } from './sharedProbes.ts';
import { handedOn, leftUndone, nextTime } from './storyWords.ts';

/**
 * GitLab's six CREDIT values, in the order of the acronym. The names follow its public handbook; the R is spelled
 * "Results" in older versions. GitLab retired CREDIT on 11 May 2026 ("GitLab Act 2") in favour of three operating
 * principles (Speed with Quality, Ownership Mindset, Customer Outcomes), so this list stands as of that day; compared
 * with stored copies of the handbook on 2026-11-22. Everything but the names is this project's own.
 */
export const gitlabValues: Framework = {
	id: 'gitlab-values',
	name: 'GitLab Values (CREDIT)',
	version: '1.2.0',
	asOf: '2026-05-11',
	competencies: [
		{
			id: 'collaboration',
			name: 'Collaboration',
			aliases: ['collaborating', 'teamwork'],
			description:
				'Helps others reach their goals, asks for help with their own, and assumes that everyone means well.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who worked on it, and where did they need each other?'],
				task: ['What was your share?'],
				action: ['How did you help others, and when did you ask for help?'],
				result: ['What did you achieve together that none could alone?'],
				learnings: ['How do you work with people differently now?'],
			},
			probes: [
				sharedProbes.doLess,
				probe('Whom would you have asked sooner?', {
					unless: `${nextTime}, asked too late, should have asked, sooner`,
				}),
				probe('When did working together slow you down?', {
					unless: 'slow*, took longer, longer than, delay*, waited, meetings',
				}),
			],
			questions: [
				{
					id: 'gitlab-collaboration-help',
					text: 'Tell me about a time you helped with something that was not your goal.',
					signal: 'You helped because it was needed, and took no credit.',
				},
				{
					id: 'gitlab-collaboration-feedback',
					text: 'Describe how you gave somebody feedback that was hard to give.',
					signal: 'Kind, clear and soon.',
					also: 'transparency',
				},
			],
		},
		{
			id: 'results-for-customers',
			name: 'Results for Customers',
			aliases: ['results', 'customer results'],
			description: 'Keeps promises, and measures them by what changed for customers rather than by the effort.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which customers were waiting, and for what?'],
				task: ['What did you commit to?'],
				action: ['What did you do to get there when it became difficult?'],
				result: ['What changed for them, and by how much?'],
				learnings: ['Which part of the effort made no difference?'],
			},
			probes: [
				probe('What would they miss if it were gone?', {
					unless: 'would miss, if it were gone, when it was down, was gone, switched off',
				}),
				sharedProbes.whoGainedNothing,
				sharedProbes.doNext,
			],
			questions: [
				{
					id: 'gitlab-results-impact',
					text: 'Tell me about work of yours whose effect on customers you measured.',
					signal: 'A measure chosen beforehand, from the customer’s side.',
				},
				{
					id: 'gitlab-results-ambition',
					text: 'When did you set yourself a goal you were not sure you could reach?',
					signal: 'Ambition with a plan, and candour on how far you got.',
					also: 'iteration',
				},
			],
		},
		{
			id: 'efficiency',
			name: 'Efficiency',
			aliases: ['working efficiently'],
			description:
				"Prefers the plain solution that works, and spends the company's and other people's time with care.",
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What took more time or money than it should?'],
				task: ['What did you want to save, and for whom?'],
				action: ['Which simple solution did you choose, and what did you drop?'],
				result: ['How much was saved?'],
				learnings: ['What do you no longer do at all?'],
			},
			probes: [
				probe('Whose time does it still cost?', {
					unless: `${handedOn}, still cost*, still takes, still need*, minutes a, hours a, by hand`,
				}),
				sharedProbes.takeAway,
				probe('When would the longer way have been right?', {
					unless: 'longer way, proper way, shortcut*, if we had, would have been right, had we',
				}),
			],
			questions: [
				{
					id: 'gitlab-efficiency-boring',
					text: 'Describe a time you solved a problem with something plain and well known.',
					signal: 'You spent your cleverness where it mattered.',
				},
				{
					id: 'gitlab-efficiency-stop',
					text: 'Tell me about work that you got your team to stop doing.',
					signal: 'What it freed, and that no one missed it.',
				},
			],
		},
		{
			id: 'diversity-inclusion-belonging',
			name: 'Diversity, Inclusion & Belonging',
			shortName: 'Diversity',
			aliases: ['diversity inclusion and belonging', 'DIB', 'diversity and inclusion', 'diversity'],
			description:
				'Makes room for people who are unlike each other, so that all of them can contribute and feel they belong.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Whose voice was missing, or went unheard?'],
				task: ['What did you want to be different for them?'],
				action: ['What did you change in how people met, wrote or decided?'],
				result: ['Who takes part now, and what has the work gained?'],
				learnings: ['Which assumption of yours did not hold?'],
			},
			probes: [
				probe('What would somebody say whom it left out?', {
					unless: 'left out, left them out, excluded, not everybody, not everyone, except',
				}),
				probe('Who was not in the room?', {
					unless: 'not in the room, absent, missing, remote, were not asked, was not asked, nobody asked, left out, invited',
				}),
				sharedProbes.slippedBack,
			],
			questions: [
				{
					id: 'gitlab-dib-voice',
					text: 'Tell me about a time you made sure that a quiet voice was heard.',
					signal: 'You made room without making a show of it.',
					also: 'collaboration',
				},
				{
					id: 'gitlab-dib-habit',
					text: 'Describe a habit of your team that shut people out. What did you do about it?',
					signal: 'You saw it from the side of those shut out.',
				},
			],
		},
		{
			id: 'iteration',
			name: 'Iteration',
			aliases: ['iterating', 'small steps'],
			description: 'Ships the smallest thing that helps, looks at what happens, and goes on from there.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What looked too big to begin?'],
				task: ['What was the smallest step that would help somebody?'],
				action: ['What did you ship first, and what did you leave for later?'],
				result: ['What did the first step show you, and where did it lead?'],
				learnings: ['What could have been smaller still?'],
			},
			probes: [
				probe('What would you have shipped with a week less?', {
					unless: 'week less, days less, smallest, first slice, even smaller',
				}),
				probe('What did you leave unfinished on purpose?', {
					unless: `${leftUndone}, by hand, without the, not yet, no login, first version, later`,
				}),
				probe('When is a small step the wrong one?', {
					unless: 'small steps, wrong step, big step, one go, all at once',
				}),
			],
			questions: [
				{
					id: 'gitlab-iteration-smallest',
					text: 'Tell me about a large change that you brought in by small steps.',
					signal: 'Every step was of use by itself.',
				},
				{
					id: 'gitlab-iteration-unfinished',
					text: 'When did you show work before you felt it was finished?',
					signal: 'Early eyes changed what you made.',
					also: 'transparency',
				},
			],
		},
		{
			id: 'transparency',
			name: 'Transparency',
			aliases: ['openness'],
			description:
				'Works in the open: shares the reasons as well as the result, and admits what is not going well.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What did people not know that concerned them?'],
				task: ['What did you think should be open, and why?'],
				action: ['What did you share, where, and what did it cost you?'],
				result: ['What could others do because they knew?'],
				learnings: ['Where would you draw the line?'],
			},
			probes: [
				probe('Where would you not share it?', {
					unless: "not share, did not share, didn't share, confidential, private, kept back, except, redact*, without names, names out",
				}),
				probe('What would you share sooner another time?', { unless: `${nextTime}, share sooner` }),
				probe('What could have gone wrong by sharing it?', {
					unless: 'risk*, fear*, afraid, could have, backfire*, against us, worr*, lawyer*, legal',
				}),
			],
			questions: [
				{
					id: 'gitlab-transparency-mistake',
					text: 'Tell me about a time you made a mistake of yours public.',
					signal: 'You went public before you had to.',
				},
				{
					id: 'gitlab-transparency-why',
					text: 'Describe a decision whose reasons you wrote down for everybody. What came of it?',
					signal: 'Reasons that let others disagree, and find their way later.',
					also: 'efficiency',
				},
			],
		},
	],
};
