import type { Framework } from '../model.ts';
import { probe } from './probe.ts';
import { sharedProbes } from './sharedProbes.ts';
import { otherwise, unmoved } from './storyWords.ts';

/**
 * The four attributes that Google says it looks for when hiring. The names and their order are those of its guide "Use
 * structured interviewing" (re:Work, "Define hiring attributes"). Compared with a stored copy of that page on the day
 * below; how old the copy is is not known. Everything but the names is this project's own.
 */
export const google: Framework = {
	id: 'google',
	name: 'Google',
	version: '1.2.0',
	asOf: '2026-11-22',
	competencies: [
		{
			id: 'general-cognitive-ability',
			name: 'General Cognitive Ability',
			shortName: 'Cognitive Ability',
			aliases: ['GCA', 'cognitive ability', 'problem solving'],
			description:
				'Takes a hard, real problem apart, learns what is missing, and explains how they got to the answer.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was the problem, and what made it hard?'],
				task: ['What did a good answer have to do?'],
				action: [
					'How did you break it down?',
					'What did you have to learn, and how did you test your thinking?',
				],
				result: ['What did you find, and what came of it?'],
				learnings: ['Where would you start if you met it again?'],
			},
			probes: [
				sharedProbes.leastSure,
				probe('How would somebody else have solved it?', {
					unless: 'somebody else, someone else, others would, usual way, others wanted, proposed, suggested, preferred, alternative*, option*',
				}),
				probe('What would you have done with half of the information?', {
					unless: "little to go on, did not know, didn't know, without data, no data, half of the information, could not know, nobody knew",
				}),
			],
			questions: [
				{
					id: 'google-gca-hard',
					text: 'Tell me about the hardest problem you have solved. How did you think it through?',
					signal: 'A problem taken apart in the open, step by step.',
					also: 'role-related-knowledge',
				},
				{
					id: 'google-gca-learn',
					text: 'Describe a time you had to learn something entirely new to get on.',
					signal: 'Quick, deliberate learning, and knowing what not to learn.',
				},
				{
					id: 'google-gca-data',
					text: 'When did the facts prove your first idea wrong?',
					signal: 'You were glad to be corrected, and quick.',
					also: 'googleyness',
				},
			],
		},
		{
			id: 'leadership',
			name: 'Leadership',
			aliases: ['emergent leadership', 'leading'],
			description: 'Steps up when the team needs it, with or without the title, and steps back when it does not.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What did the team lack at that moment?'],
				task: ['Why was it you who stepped in?'],
				action: ['How did you get people behind it?', 'When did you let somebody else lead?'],
				result: ['What did the team achieve, and how did the people fare?'],
				learnings: ['What did you learn about leading without a title?'],
			},
			probes: [
				probe('What would the others say you should do less of?', {
					unless: 'less of, told me to stop, too much, too often, complain*',
				}),
				probe('When did you last let somebody else lead?', {
					unless: 'let her lead, let him lead, let them lead, she led, he led, handed over, stepped back, step back, took over',
				}),
				probe('What would you have done had they not followed?', { unless: `${unmoved}, ${otherwise}` }),
			],
			questions: [
				{
					id: 'google-leadership-step-up',
					text: 'Tell me about a time you led without being in charge.',
					signal: 'You stepped in because it was needed, and others followed.',
				},
				{
					id: 'google-leadership-step-back',
					text: 'When did you hand the lead to somebody else, and why?',
					signal: 'You let somebody better placed lead, and stood behind them.',
					also: 'googleyness',
				},
			],
		},
		{
			id: 'googleyness',
			name: 'Googleyness',
			aliases: ['googliness'],
			description:
				'Is at ease with the unclear, would rather act than wait, and makes the people around them better.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was uncertain, or uncomfortable?'],
				task: ['What did you feel was right to do?'],
				action: [
					'What did you do that nobody expected of you?',
					'How did you work with people unlike yourself?',
				],
				result: ['What was better for others afterwards?'],
				learnings: ['What did you find out about yourself?'],
			},
			probes: [
				probe('What would you have done had they said no?', {
					when: 'ask*, propos*, suggest*, offer*, agreed, request*, invit*, said yes',
					unless: `${unmoved}, ${otherwise}`,
				}),
				probe('Who might see it otherwise, and why?', {
					unless: 'otherwise, disagree*, objected, saw it differently, not everybody, not everyone, critic*, complain*, some felt, some said',
				}),
				probe('When did you last get something like it wrong?', {
					unless: 'got it wrong, was wrong, my mistake, i had failed, got wrong',
				}),
			],
			questions: [
				{
					id: 'google-googleyness-right',
					text: 'Tell me about a time you did the right thing although it was not the easy one.',
					signal: 'A cost you bore, for a reason outside yourself.',
				},
				{
					id: 'google-googleyness-unlike',
					text: 'Describe working with somebody whose way of working was the opposite of yours.',
					signal: 'Interest in the difference, and something learned from it.',
					also: 'leadership',
				},
			],
		},
		{
			id: 'role-related-knowledge',
			name: 'Role-Related Knowledge',
			aliases: ['RRK', 'role-related knowledge and experience'],
			description:
				'Has the experience and the craft that the role asks for, and can show it in work they have done.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which work shows best what you know?'],
				task: ['What did it ask of somebody in your role?'],
				action: [
					'Which knowledge did you use, and where was its limit?',
					'Why did you do it this way and not another?',
				],
				result: ['How well did it work, measured how?'],
				learnings: ['What would an expert have done differently?'],
			},
			probes: [
				probe('Where does this approach break down?', {
					unless: "break* down, limit*, does not work, doesn't work, fails when, not for, only works, works only, does not hold, until",
				}),
				probe('What would you use for it today?', {
					unless: 'today i, today we, now i, now we, since moved, since replaced, newer, i would use, in hindsight',
				}),
				sharedProbes.tenfold,
			],
			questions: [
				{
					id: 'google-rrk-proud',
					text: 'Walk me through a piece of your work that you know inside out.',
					signal: 'Depth at any point where one asks on.',
				},
				{
					id: 'google-rrk-apply',
					text: 'When did your knowledge of the field save a project from a mistake?',
					signal: 'Knowledge put to use in time, and made plain to the others.',
					also: 'general-cognitive-ability',
				},
			],
		},
	],
};
