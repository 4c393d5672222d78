import type { Framework } from './model.ts';
import { staffQuestions } from './staffQuestions.ts';

/**
 * The framework that is active by default: the four qualities asked of engineers who lead without being managers.
 * The four names, what each section should answer and the targets follow the project's course page, "Demonstrating
 * Technical Influence and Leadership" (its exercises 1 to 4 ask for 1–2, 1–2, 2–3 and 1–2 stories).
 */
export const staff: Framework = {
	id: 'staff',
	name: 'Staff Engineer',
	version: '1.1.0',
	asOf: '2026-11-25',
	competencies: [
		{
			id: 'technical-initiative',
			name: 'Technical Initiative',
			aliases: ['initiative', 'technical initiatives', 'ownership'],
			description: 'Sees a technical problem nobody assigned, and carries the fix through to a measured result.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which problem or opportunity did you spot?', 'Why did it matter, and to whom?'],
				task: ['What did you decide had to be done?', 'Which goal did you set yourself?'],
				action: [
					'How did you propose it and win people or resources for it?',
					'What did you design and build yourself?',
					'How did you keep it going until it was finished?',
				],
				result: ['What changed, and by how much?', 'How did you measure it?'],
				learnings: ['What would you do sooner, or differently, next time?'],
			},
			questions: staffQuestions.initiative,
		},
		{
			id: 'technical-influence',
			name: 'Technical Influence',
			aliases: ['influence', 'influencing technical decisions', 'influencing decisions', 'influence without authority'],
			description: 'Shapes a technical decision by analysis and persuasion, without being the one who decides.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which technical decision was open?', 'Which options or views competed?'],
				task: ['What did you want the decision to achieve?', 'Why was it yours to influence?'],
				action: [
					'Which research, analysis or prototype did you do?',
					'How did you present it, and to whom?',
					'How did you meet the counter-arguments?',
				],
				result: ['What was decided in the end?', 'What did your part change, and what came of the choice?'],
				learnings: ['What did you learn about persuading by technical merit?'],
			},
			questions: staffQuestions.influence,
		},
		{
			id: 'mentorship',
			name: 'Mentorship & Knowledge Sharing',
			aliases: ['mentoring', 'mentor', 'coaching', 'knowledge sharing', 'mentorship and knowledge sharing'],
			description: 'Makes other engineers better, one at a time and as a team.',
			target: { min: 2, max: 3 },
			prompts: {
				situation: ['Whom did you mentor or teach?', 'What was the need?'],
				task: ['What should they be able to do afterwards?'],
				action: [
					'How did you explain, pair, review or give feedback?',
					'What did you write, run or set up for others to learn from?',
				],
				result: ['What can they do now that they could not do before?', 'How did the team benefit?'],
				learnings: ['What did teaching this teach you?'],
			},
			questions: staffQuestions.mentorship,
		},
		{
			id: 'cross-team-alignment',
			name: 'Cross-Team Alignment',
			aliases: ['alignment', 'cross-team collaboration', 'cross team alignment and collaboration', 'cross-functional alignment'],
			description: 'Brings several teams to one technical outcome, across their different goals.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which goal needed more than one team?', 'Which teams, and where did they pull apart?'],
				task: ['What was your own part in bringing them together?'],
				action: [
					"How did you learn each side's view?",
					'How did you find common ground and negotiate?',
					'How did you keep everyone moving towards it?',
				],
				result: ['Did the teams agree, and was the goal met?', 'What did it bring, and how were disagreements settled?'],
				learnings: ['What would you do earlier to align teams?'],
			},
			questions: staffQuestions.alignment,
		},
	],
};
