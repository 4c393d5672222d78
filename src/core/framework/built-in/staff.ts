import type { Framework, Question } from '../model.ts';
import { question } from './question.ts';
import { probe } from './probe.ts';
import {
	assigned,
	begun,
	bet,
	deal,
	gaveUp,
	handedOn,
	leftUndone,
	losers,
	mindChange,
	noHelp,
	opposition,
	otherwise,
	someone,
	unmoved,
	noUndertaking,
} from './storyWords.ts';

/** What interviewers ask about the four competencies of `staff`, by competency; in the project's own words. */
const staffQuestions = {
	initiative: [
		question(
			'initiative-unasked',
			'Tell me about a technical improvement you drove that nobody had asked you for.',
			'You saw the problem yourself, made it your own, and can say what changed.',
		),
		question(
			'initiative-debt',
			'Describe a piece of technical debt you chose to pay down. How did you make the case?',
			'A case in costs and risks rather than in taste, and work that paid for itself.',
		),
		question(
			'initiative-bottleneck',
			'When did you find a bottleneck that others had learned to live with?',
			'You measured before you acted, and looked where nobody looked any more.',
		),
		question(
			'initiative-finish',
			'Tell me about something you started on your own and saw through to the end.',
			'Staying power: what nearly stopped it, and what you did then.',
		),
		question(
			'initiative-outside',
			'When did you fix something that lay outside your own area?',
			'Care for the whole, and respect for those whose area it was.',
		),
		question(
			'initiative-automate',
			'Tell me about a chore done by hand that you made disappear.',
			'The hours it cost, what you built, and that it stayed away.',
		),
		question(
			'initiative-cost',
			'Describe how you made a system cheaper or faster without being told to.',
			'A figure before and after, and what it cost to get there.',
		),
		question(
			'initiative-quality',
			'When did you make a build, a test suite or a release something people could trust again?',
			'You found why trust was lost, and won the people back as well as the machine.',
			'operations',
		),
		question(
			'initiative-resources',
			'How did you win time or people for an idea of yours?',
			'A small first proof, and an honest reckoning of what it would take.',
			'technical-influence',
		),
		question(
			'initiative-replace',
			'Tell me about replacing something old that no one dared to touch.',
			'A way back at every step, and users who hardly noticed.',
		),
		question(
			'initiative-tool',
			'Which tool have you built that your colleagues now use every day?',
			'A need you observed rather than assumed, and use without your pushing.',
		),
	],
	influence: [
		question(
			'influence-decision',
			'Describe how you influenced a technical decision that was not yours to make.',
			'Analysis and persuasion in place of rank, and a decision that you can trace to them.',
		),
		question(
			'influence-disagree',
			'Tell me about a time others preferred another design. How did you bring them round?',
			'You understood their reasons well enough to state them, and met them on the merits.',
			'conflict',
		),
		question(
			'influence-evidence',
			'When did a prototype or an analysis of yours change the direction of a project?',
			'Evidence chosen to test your own view, too.',
		),
		question(
			'influence-buy',
			'Tell me about a build-or-buy decision you helped to shape.',
			'Cost over years, who runs it, and what would make the choice wrong.',
			'technical-judgement',
		),
		question(
			'influence-against',
			'When did you keep people from adopting something that was in fashion?',
			'Respect for what it promises, and figures from your own systems.',
		),
		question(
			'influence-proposal',
			'Tell me about a design document of yours that people came to agree with.',
			'Early readers, objections written down, and a text that decided something.',
			'communication',
		),
		question(
			'influence-senior',
			'Describe how you won over somebody more senior than you on a technical question.',
			'Preparation, a listener taken seriously, and no going behind backs.',
		),
		question(
			'influence-options',
			'How did you help a group to choose between several architectures?',
			'Criteria agreed before the results, and every option given a fair trial.',
			'technical-judgement',
		),
		question(
			'influence-direction',
			'When did you set the technical direction for people who did not report to you?',
			'Others carried it on of their own accord.',
		),
		question(
			'influence-wrong',
			'Tell me about trying to convince others and finding that they were right.',
			'You changed your mind in the open, and the decision was better for it.',
			'failure-learning',
		),
		question(
			'influence-sceptic',
			'Describe your strongest critic on a proposal. What did you do with the criticism?',
			'You sought the objection out, and the plan shows its trace.',
		),
	],
	mentorship: [
		question(
			'mentorship-grow',
			'Tell me about a time you mentored someone. What became of them?',
			'What they can do now without you; the work is theirs in your telling.',
		),
		question(
			'mentorship-onboard',
			'How did you help a new colleague become productive?',
			'Real tasks of rising risk, and a time to first success that you can name.',
		),
		question(
			'mentorship-spread',
			'Describe something you did that raised the skill of a whole team.',
			'It went on after you left the room.',
		),
		question(
			'mentorship-review',
			'When did a code review of yours teach somebody something lasting?',
			'Questions rather than orders, and a habit that changed.',
		),
		question(
			'mentorship-stretch',
			'Tell me about giving somebody a task that was a size too big for them.',
			'Why you dared, which net you held ready, and that you let them finish.',
		),
		question(
			'mentorship-struggling',
			'How did you help an engineer who had lost confidence or fallen behind?',
			'You found the cause before the cure, and kept their dignity.',
			'people-culture',
		),
		question(
			'mentorship-explain',
			'Describe how you taught somebody an idea that is hard to grasp.',
			'You changed the explanation when it did not land.',
			'communication',
		),
		question(
			'mentorship-session',
			'Tell me about a course, a talk or a regular session you ran for other engineers.',
			'People practised rather than listened, and somebody else could run it.',
		),
		question(
			'mentorship-standards',
			'How did you introduce coding standards that people keep to?',
			'The team wrote them with you, and machines check what machines can.',
		),
		question(
			'mentorship-writing',
			'Which guide or handbook of yours do others still learn from?',
			'A need you saw, readers who used it, somebody who keeps it true.',
			'communication',
		),
		question(
			'mentorship-bus-factor',
			'When did you pass on something that only you knew how to do?',
			'You gave away what made you needed, and it held.',
		),
	],
	alignment: [
		question(
			'alignment-teams',
			'Tell me about a project that could only succeed if several teams agreed.',
			'You can give every side its due, and say what each of them gave up.',
		),
		question(
			'alignment-conflict',
			'Describe a technical disagreement between teams. How did you help to settle it?',
			'You found the interest under the position, and the settlement held.',
			'conflict',
		),
		question(
			'alignment-contract',
			'When did you define an interface or a standard that other teams had to adopt?',
			'They had a hand in it, and adoption is counted rather than claimed.',
		),
		question(
			'alignment-migration',
			'Tell me about a migration that crossed team borders.',
			'An order of moves nobody would veto, and an end that was reached.',
			'delivery',
		),
		question(
			'alignment-dependency',
			'How did you get something you needed from a team with other priorities?',
			'You made it cheap for them, or worth their while.',
		),
		question(
			'alignment-functions',
			'Describe working with product, design, data or legal people towards one technical goal.',
			'You learned their language and their worries.',
			'communication',
		),
		question(
			'alignment-ownership',
			'When was it unclear which team owned something? What did you do?',
			'An owner at the end, and nobody who lost face.',
			'ambiguity',
		),
		question(
			'alignment-common-ground',
			'Tell me about bringing groups with opposite goals to a compromise.',
			'Something given on each side, yours included.',
		),
		question(
			'alignment-listen',
			'How did you find out what another department really needed before you proposed anything?',
			'Time spent at their place, and a plan that changed because of it.',
			'customer-focus',
		),
		question(
			'alignment-keep',
			'How did you keep many teams moving in one direction over months?',
			'A light rhythm, blockers in the open, and no surprise at the end.',
		),
		question(
			'alignment-vocabulary',
			'When did teams mean different things by the same word or number? What did you do?',
			'You made the difference visible without blame, and one meaning won.',
		),
	],
} as const satisfies Readonly<Record<string, readonly Question[]>>;

export const unnoticed = probe('How would you have noticed that it was not working?', {
	unless: `${noHelp}, would have noticed, a sign, signs, noticed that, if she, if he, rescue`,
});

/**
 * The framework that is active by default: the four qualities asked of engineers who lead without being managers.
 * The four names, what each section should answer and the targets follow the project's course page, "Demonstrating
 * Technical Influence and Leadership" (its exercises 1 to 4 ask for 1–2, 1–2, 2–3 and 1–2 stories).
 */
export const staff: Framework = {
	id: 'staff',
	name: 'Staff Engineer',
	version: '1.2.0',
	asOf: '2026-11-25',
	competencies: [
		{
			id: 'technical-initiative',
			name: 'Technical Initiative',
			shortName: 'Initiative',
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
				result: ['What is different now, and by how much?', 'How did you measure it?'],
				learnings: ['What would you do sooner, or differently, next time?'],
			},
			probes: [
				probe('At which point would you have given it up?', {
					when: bet,
					unless: `${gaveUp}, ${noUndertaking}, ${assigned}, census, election*`,
				}),
				probe('What did you leave undone to make time for this?', {
					when: begun,
					unless: `${leftUndone}, ${noUndertaking}, ${assigned}`,
				}),
				probe('Who looks after it now, and how is it doing?', {
					when: begun,
					unless: `${handedOn}, ${noUndertaking}`,
				}),
			],
			questions: staffQuestions.initiative,
		},
		{
			id: 'technical-influence',
			name: 'Technical Influence',
			shortName: 'Influence',
			aliases: [
				'influence',
				'influencing technical decisions',
				'influencing decisions',
				'influence without authority',
			],
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
			probes: [
				probe('What would you have done had they decided otherwise?', {
					when: 'decid*, decision*, chose, choose, choice, vote*, agree*, adopt*, approv*, signed, accept*',
					unless: `${otherwise}, ${unmoved}`,
				}),
				probe('Which objection do you still find hard to answer?', {
					when: opposition,
					unless: "hard to answer, no answer, unanswered, could not answer, couldn't answer",
				}),
				probe('What would have proved you wrong?', { unless: mindChange }),
			],
			questions: staffQuestions.influence,
		},
		{
			id: 'mentorship',
			name: 'Mentorship & Knowledge Sharing',
			shortName: 'Mentorship',
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
			probes: [
				probe('What did you try that did not help?', { unless: noHelp }),
				unnoticed,
				probe('What did they do differently from how you would have done it?', {
					when: someone,
					unless: 'own way, own design, own idea, own version, differently, not the way i, not as i, better than i, better than me, better than mine, i would have',
				}),
			],
			questions: staffQuestions.mentorship,
		},
		{
			id: 'cross-team-alignment',
			name: 'Cross-Team Alignment',
			shortName: 'Alignment',
			aliases: [
				'alignment',
				'cross-team collaboration',
				'cross team alignment and collaboration',
				'cross-functional alignment',
			],
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
				result: [
					'Did the teams agree, and was the goal met?',
					'What did it bring, and how were disagreements settled?',
				],
				learnings: ['What would you do earlier to align teams?'],
			},
			probes: [
				probe('What would you do if one side went back on it?', {
					when: deal,
					unless: 'went back, goes back, go back on, broke the agreement, kept to it',
				}),
				probe('What would have happened if one team had stayed out?', {
					when: 'team*, group*, squad*, department*, sides',
					unless: `${otherwise}, stayed out, stay out, opted out, opt out, held out, except, without them`,
				}),
				probe('Who gained least from it, and why did they go along?', {
					when: 'team*, group*, squad*, department*, sides, units, companies, unions',
					unless: losers,
				}),
			],
			questions: staffQuestions.alignment,
		},
	],
};
