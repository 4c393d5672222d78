import type { Framework } from '../model.ts';
import { probe } from './probe.ts';
import { unnoticed } from './staff.ts';
import { sharedProbes } from './sharedProbes.ts';
import {
	begun,
	handedOn,
	leftUndone,
	mindChange,
	nextTime,
	otherwise,
	unmoved,
	noUndertaking,
	wayBack,
} from './storyWords.ts';

/**
 * Amazon's 16 Leadership Principles. Names, spelling and order are those of amazon.jobs, "Leadership Principles";
 * compared on the day below with stored copies of that page and of lists taken from it. How old the copies are is not
 * known; the list has had these 16 names since July 2021. Everything but the names is this project's own.
 */
export const amazonLp: Framework = {
	id: 'amazon-lp',
	name: 'Amazon Leadership Principles',
	version: '1.2.0',
	asOf: '2026-11-22',
	competencies: [
		{
			id: 'customer-obsession',
			name: 'Customer Obsession',
			aliases: ['customer obsessed'],
			description:
				'Begins with what the customer needs and works back from there, whatever the competition does.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Which customer had which need, and how did you hear of it?'],
				task: ['What did they have to gain?'],
				action: ['How did you work back from the customer to what to build?'],
				result: ['What changed for the customer, and how do you know?'],
				learnings: ['What did you learn about the customer?'],
			},
			probes: [sharedProbes.nextWish, sharedProbes.sayOfIt, sharedProbes.whoGainedNothing],
			questions: [
				{
					id: 'lp-customer-obsession-trust',
					text: 'Tell me about a time you won back the trust of a customer.',
					signal: 'What broke the trust, what you did at once, and how you know it came back.',
					also: 'earn-trust',
				},
				{
					id: 'lp-customer-obsession-backwards',
					text: 'When did you change a plan because of what you learned from customers?',
					signal: 'You began with the customer and let go of the plan.',
				},
			],
		},
		{
			id: 'ownership',
			name: 'Ownership',
			aliases: ['owner'],
			description: "Acts for the whole company and the long run, and never calls a thing somebody else's job.",
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was nobody looking after?'],
				task: ['Why did you make it yours?'],
				action: ['What did you do beyond your own role?'],
				result: ['What came of it in the long run?'],
				learnings: ['What do you look after now without being asked?'],
			},
			probes: [
				probe('What would you have done had somebody told you to leave it?', {
					unless: `${noUndertaking}, told me to leave, leave it, not my job, told me to stop, not your job, told me not`,
				}),
				probe('What could still go wrong with it while you are away?', {
					when: begun,
					unless: `${handedOn}, ${noUndertaking}, could still, can still, without me, while i was away, on holiday`,
				}),
				probe('What of your own work did it cost?', {
					when: begun,
					unless: `${leftUndone}, cost me, my own work`,
				}),
			],
			questions: [
				{
					id: 'lp-ownership-not-mine',
					text: 'Tell me about a problem outside your area that you took on.',
					signal: 'You acted for the whole company, and nobody had to ask.',
					also: 'bias-for-action',
				},
				{
					id: 'lp-ownership-long-term',
					text: 'Describe a time you gave up a quick win for something that lasts.',
					signal: 'The price you paid today, and what it brought later.',
					also: 'think-big',
				},
			],
		},
		{
			id: 'invent-and-simplify',
			name: 'Invent and Simplify',
			aliases: ['invention', 'simplification'],
			description: 'Finds new ways, wherever the idea comes from, and makes things simpler as they go.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was more complicated than it had to be?'],
				task: ['What should become simple, or possible at all?'],
				action: ['Where did the idea come from, and how did you try it out?'],
				result: ['What fell away, and what did that bring?'],
				learnings: ['What would you leave out from the beginning?'],
			},
			probes: [
				probe('Where would the idea not work?', {
					unless: "would not work, wouldn't work, does not work, doesn't work, only works, works only, not for, limits",
				}),
				sharedProbes.takeAway,
				probe('What would you have built with half the time?', {
					when: 'built, wrote, made, designed, created, build, developed',
					unless: 'half the time, first version, smallest, prototype, minimal, mvp',
				}),
			],
			questions: [
				{
					id: 'lp-invent-simplify-process',
					text: 'Tell me about something complicated that you made simple.',
					signal: 'Parts that fell away, and users who noticed.',
				},
				{
					id: 'lp-invent-simplify-new',
					text: 'Describe the most inventive thing you have done at work.',
					signal: 'Something new that is used, wherever the idea came from.',
					also: 'think-big',
				},
			],
		},
		{
			id: 'are-right-a-lot',
			name: 'Are Right, A Lot',
			aliases: ['are right a lot', 'right a lot'],
			description: 'Judges well, and looks for views and facts that could prove them wrong.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What had to be judged, and what was known?'],
				task: ['What hung on getting it right?'],
				action: ['Whose view did you seek that differed from yours?'],
				result: ['Were you right, and how did you find out?'],
				learnings: ['What has become clearer to you about your own judgement?'],
			},
			probes: [
				probe('What would have changed your mind?', { unless: mindChange }),
				probe('When were you last wrong about something like it?', {
					unless: 'was wrong, were wrong, been wrong, misjudged, my mistake',
				}),
				probe('Whose advice would you take sooner another time?', { unless: `${nextTime}, advice, advised` }),
			],
			questions: [
				{
					id: 'lp-are-right-judgement',
					text: 'Tell me about a judgement you made with little to go on.',
					signal: 'How you weighed what little there was, and that you checked afterwards.',
					also: 'bias-for-action',
				},
				{
					id: 'lp-are-right-changed-mind',
					text: 'When did somebody change your mind about something you were sure of?',
					signal: 'You looked for the opposite view and were glad of it.',
					also: 'earn-trust',
				},
			],
		},
		{
			id: 'learn-and-be-curious',
			name: 'Learn and Be Curious',
			aliases: ['curiosity', 'curious'],
			description: 'Goes on learning, and follows a question further than the job asks.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What did you not know that made you curious?'],
				task: ['What did you want to find out?'],
				action: ['How did you learn it, and with whom?'],
				result: ['What did you do with it?'],
				learnings: ['What did it make you curious about next?'],
			},
			probes: [
				probe('What do you still not understand about it?', {
					unless: "still not understand, still do not, still don't, do not know why",
				}),
				probe('What would you learn first another time?', {
					unless: `${nextTime}, learn first, start with, begin with`,
				}),
				probe('What are you learning now, and why?'),
			],
			questions: [
				{
					id: 'lp-curious-new',
					text: 'Tell me about something you taught yourself, and how you used it.',
					signal: 'Nobody made you learn it, and the work is better for it.',
				},
				{
					id: 'lp-curious-deeper',
					text: 'When did asking one more question lead you to something important?',
					signal: 'A question that others had stopped asking.',
					also: 'dive-deep',
				},
			],
		},
		{
			id: 'hire-and-develop-the-best',
			name: 'Hire and Develop the Best',
			shortName: 'Hire and Develop',
			aliases: ['hire and develop'],
			description: 'Raises the bar with each person hired, and takes the growth of others seriously.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who joined or wanted to grow, and into what?'],
				task: ['What did you want for them?'],
				action: ['How did you choose, coach or challenge them?'],
				result: ['Where are they today?'],
				learnings: ['What do you look for in people now?'],
			},
			probes: [
				probe('How do you tell that somebody is ready for more?', {
					unless: 'ready for, is ready, was ready, sign that',
				}),
				probe('Whom would you decide about differently today?', {
					when: 'hire*, hiring, interview*, candidate*, promot*, reject*, decided',
					unless: 'regret*, mistake, differently, i was wrong',
				}),
				unnoticed,
			],
			questions: [
				{
					id: 'lp-hire-develop-growth',
					text: 'Tell me about somebody who grew because of you.',
					signal: 'Their success told as theirs, with your part in it clear.',
				},
				{
					id: 'lp-hire-develop-bar',
					text: 'Describe how you raised the bar in hiring.',
					signal: 'A bar you can describe, and people who cleared it.',
					also: 'insist-on-the-highest-standards',
				},
			],
		},
		{
			id: 'insist-on-the-highest-standards',
			name: 'Insist on the Highest Standards',
			shortName: 'Highest Standards',
			aliases: ['highest standards', 'high standards'],
			description: 'Asks for more than others think necessary, and sees that what is mended stays mended.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was good enough for others but not for you?'],
				task: ['Which standard did you hold it to, and why?'],
				action: ['How did you get people to meet it?'],
				result: ['What became better, and did it stay so?'],
				learnings: ['When is a standard worth its price?'],
			},
			probes: [
				probe('What would slip first if nobody looked?', {
					unless: 'slip*, if nobody, nobody looked, first to go, when nobody',
				}),
				probe('Where did you accept less than you wanted?', {
					unless: 'accepted, compromise*, settled for, gave up, give up, gave way, except, not perfect, good enough, instead of all',
				}),
				probe('What would have made you lower the bar?', {
					unless: 'lower*, exception*, unless, would have made, compromise*, would have accepted',
				}),
			],
			questions: [
				{
					id: 'lp-standards-refused',
					text: 'Tell me about a time you refused to let something go out as it was.',
					signal: 'You could say why it mattered, and helped to make it right.',
					also: 'have-backbone-disagree-and-commit',
				},
				{
					id: 'lp-standards-raised',
					text: "Describe how you raised the quality of your team's work for good.",
					signal: 'A mechanism that keeps it so without you.',
				},
			],
		},
		{
			id: 'think-big',
			name: 'Think Big',
			aliases: ['thinking big', 'vision'],
			description: 'Sets out a bold direction, and gets people to follow it.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What did everyone take as given?'],
				task: ['What did you see that could be possible?'],
				action: ['How did you win others for it, and what was the first step?'],
				result: ['How far did it get, and what opened up?'],
				learnings: ['What would you dare sooner?'],
			},
			probes: [
				probe('What would it look like at ten times the size?', {
					unless: 'ten times, 10 times, 10x, tenfold, scale*, worldwide, whole industry',
				}),
				probe('What would you have done with a no?', { unless: `${unmoved}, ${otherwise}, a no, said no` }),
				probe('At which point would it have been too big?', { unless: 'too big, too large, too much' }),
			],
			questions: [
				{
					id: 'lp-think-big-bold',
					text: 'Tell me about the boldest idea you have put forward.',
					signal: 'A direction others could see, and a first step that was taken.',
				},
				{
					id: 'lp-think-big-larger',
					text: 'When did you turn a small request into something larger?',
					signal: 'You saw the need behind the request.',
					also: 'customer-obsession',
				},
			],
		},
		{
			id: 'bias-for-action',
			name: 'Bias for Action',
			aliases: ['bias to action', 'bias toward action'],
			description: 'Decides and moves soon where the step can be undone, and takes risks with open eyes.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Why was time short?'],
				task: ['What could you decide without waiting?'],
				action: ['Which risk did you take, and how did you keep it small?'],
				result: ['What did being early bring?'],
				learnings: ['When would you wait?'],
			},
			probes: [
				probe('What would another week of waiting have brought?', {
					unless: 'waiting would, had i waited, if i had waited, had we waited, another week, too late, every day cost, each day cost, would have cost',
				}),
				probe('When would you have waited?', {
					unless: 'would have waited, would wait, i waited, i wait, way back, reversible',
				}),
				probe('What would you have done had it gone wrong?', { unless: wayBack }),
			],
			questions: [
				{
					id: 'lp-action-fast',
					text: 'Tell me about a decision you made fast. What did you risk?',
					signal: 'You knew that the step could be undone, and what it would cost if not.',
				},
				{
					id: 'lp-action-waiting',
					text: 'Describe a time everyone was waiting and you moved.',
					signal: 'You moved with what was known, and told people that you did.',
					also: 'ownership',
				},
			],
		},
		{
			id: 'frugality',
			name: 'Frugality',
			aliases: ['frugal'],
			description: 'Does more with less, and lets scarcity lead to better ideas.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was scarce: money, people or time?'],
				task: ['What had to be done all the same?'],
				action: ['How did you make do, and what did you come up with?'],
				result: ['What did it save, and what did it cost?'],
				learnings: ['What do you spend on more carefully now?'],
			},
			probes: [
				probe('What would you have done with twice the money?', {
					unless: 'twice the money, twice the budget, with more money, with money',
				}),
				probe('Where did saving cost you something?', {
					unless: 'cost us, cost me, price was, we paid, gave up, give up, slower, downside*, trade-off*, knowing that',
				}),
				probe('What would you never save on?'),
			],
			questions: [
				{
					id: 'lp-frugality-less',
					text: 'Tell me about a time you achieved much with very little.',
					signal: 'Scarcity that led to a better idea.',
					also: 'invent-and-simplify',
				},
				{
					id: 'lp-frugality-saved',
					text: 'When did you find a way to spend less without losing anything that mattered?',
					signal: 'A sum, and proof that nothing of worth was lost.',
				},
			],
		},
		{
			id: 'earn-trust',
			name: 'Earn Trust',
			aliases: ['earning trust', 'trust'],
			description: 'Listens, speaks frankly and with respect, and is open about their own faults.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Who had reason to doubt you or your team?'],
				task: ['What did you owe them?'],
				action: ['What did you say openly, and how did you listen?'],
				result: ['How did the trust show?'],
				learnings: ['What did you admit that was hard to admit?'],
			},
			probes: [
				probe('When did you last lose somebody’s trust?', {
					unless: 'lost his trust, lost her trust, lost their trust, lost trust, lost the trust',
				}),
				sharedProbes.doLess,
				probe('What would break that trust again?', {
					unless: 'trust again, break it, broke it, would break, would lose',
				}),
			],
			questions: [
				{
					id: 'lp-trust-built',
					text: 'Tell me about a time you gained the trust of people who doubted you.',
					signal: 'You listened first, kept small promises, and can name the turning point.',
				},
				{
					id: 'lp-trust-candid',
					text: 'When did you speak openly about a fault of your own?',
					signal: 'You named it before others did, without softening it.',
				},
			],
		},
		{
			id: 'dive-deep',
			name: 'Dive Deep',
			aliases: ['diving deep', 'deep dive'],
			description: 'Stays close to the details, and looks again when the figures and the stories disagree.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What did not add up?'],
				task: ['What did you have to get to the bottom of?'],
				action: ['How did you look closer, layer by layer?'],
				result: ['What was the real cause, and what changed?'],
				learnings: ['Which figure do you watch since?'],
			},
			probes: [
				probe('Where would you have looked next had this not been it?', {
					unless: 'would have looked, next i would, would have dug, last place, nowhere else',
				}),
				probe('Which lead came to nothing?', {
					unless: 'came to nothing, in vain, dead end*, first suspect*, wrong track, false lead, blamed, ruled out, was not it, i first thought, innocent, red herring',
				}),
				probe('When is it not worth going that deep?', {
					unless: 'not worth, worth it, would have stopped, too deep',
				}),
			],
			questions: [
				{
					id: 'lp-dive-deep-cause',
					text: 'Tell me about a time you dug until you found the real cause.',
					signal: 'Layer after layer, until the figures agreed.',
				},
				{
					id: 'lp-dive-deep-figures',
					text: 'When did a detail show you that the report was wrong?',
					signal: 'You do not take a summary on trust, your own included.',
					also: 'are-right-a-lot',
				},
			],
		},
		{
			id: 'have-backbone-disagree-and-commit',
			name: 'Have Backbone; Disagree and Commit',
			shortName: 'Have Backbone',
			aliases: ['have backbone', 'backbone', 'disagree and commit'],
			description:
				'Says no respectfully when they see it differently, and stands behind the decision once it is made.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What was about to be decided that you thought wrong?'],
				task: ['Why could you not keep silent?'],
				action: ['How did you make your case, and how did you commit afterwards?'],
				result: ['What was decided, and how did it turn out?'],
				learnings: ['How do you disagree better today?'],
			},
			probes: [
				probe('What would have made you give in?', { unless: `${mindChange}, give in, gave in, commit*` }),
				probe('How would you argue for the other side?', {
					unless: 'other side, their case, his case, her case, argued for, best case, for both, they were right, he was right, she was right',
				}),
				probe('When did you last support a decision that you had argued against?', {
					unless: 'commit*, i supported, i backed, backed it, although i, i carried it, as if it were mine, i built it anyway',
				}),
			],
			questions: [
				{
					id: 'lp-backbone-unpopular',
					text: 'Tell me about a time you argued for something unpopular.',
					signal: 'Conviction with reasons, put respectfully.',
				},
				{
					id: 'lp-backbone-commit',
					text: 'Describe a decision you disagreed with and then helped to make a success.',
					signal: 'Whole-hearted help after a clear no.',
					also: 'earn-trust',
				},
			],
		},
		{
			id: 'deliver-results',
			name: 'Deliver Results',
			aliases: ['deliver'],
			description: 'Keeps to the few things that decide, and brings them in at the right quality and on time.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What had to be reached, and what went against it?'],
				task: ['What did you answer for?'],
				action: ['What did you concentrate on, and how did you deal with setbacks?'],
				result: ['What was delivered, how well and when?'],
				learnings: ['Which effort decided the matter?'],
			},
			probes: [sharedProbes.callOff, sharedProbes.dropNext, sharedProbes.halfTime],
			questions: [
				{
					id: 'lp-results-setback',
					text: 'Tell me about a goal you reached in spite of a serious setback.',
					signal: 'What decided it, and a result in numbers.',
				},
				{
					id: 'lp-results-priorities',
					text: 'Describe a time you had too much to do. What did you deliver, and what not?',
					signal: 'The few things that count, and what you let go.',
				},
			],
		},
		{
			id: 'strive-to-be-earths-best-employer',
			name: "Strive to be Earth's Best Employer",
			shortName: 'Best Employer',
			aliases: ['strive to be earths best employer', "earth's best employer", 'best employer'],
			description: 'Makes work safer, fairer and kinder for others, and cares where people go next.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['What made work hard for people around you?'],
				task: ['What did you want them to have?'],
				action: ['What did you do for them, and with them?'],
				result: ['How are they, and what do they say?'],
				learnings: ['What do you pay attention to now?'],
			},
			probes: [sharedProbes.ofYou, sharedProbes.doNext, sharedProbes.slippedBack],
			questions: [
				{
					id: 'lp-employer-better',
					text: 'Tell me about a time you made work better for the people around you.',
					signal: 'People who would say so themselves.',
				},
				{
					id: 'lp-employer-struggling',
					text: 'When did you notice that a colleague was struggling, and what did you do?',
					signal: 'You noticed, asked, and did something that helped.',
					also: 'earn-trust',
				},
			],
		},
		{
			id: 'success-and-scale-bring-broad-responsibility',
			name: 'Success and Scale Bring Broad Responsibility',
			shortName: 'Broad Responsibility',
			aliases: ['broad responsibility', 'success and scale'],
			description: 'Thinks of what the work does to people and places far from it, and leaves things better.',
			target: { min: 1, max: 2 },
			prompts: {
				situation: ['Whom did your work touch who had no say in it?'],
				task: ['What did you feel responsible for?'],
				action: ['How did you find out about side effects, and what did you change?'],
				result: ['What harm was avoided, or what good was done?'],
				learnings: ['What do you ask before you build now?'],
			},
			probes: [
				probe('How would you notice if it did harm?', {
					unless: 'monitor*, alarm*, alert*, watch*, measure*, audit*, review*, report* harm',
				}),
				probe('Whom might it have harmed?', {
					unless: 'harm*, hurt*, danger*, at risk, vulnerable, would suffer, victim*, lost their, losers',
				}),
				sharedProbes.tenfold,
			],
			questions: [
				{
					id: 'lp-responsibility-effects',
					text: 'Tell me about a time you considered the effects of your work beyond your customers.',
					signal: 'You looked beyond those who pay.',
				},
				{
					id: 'lp-responsibility-better',
					text: 'When did you decide against something that would have paid off, because of its consequences?',
					signal: 'A good that was worth more to you than the gain.',
					also: 'ownership',
				},
			],
		},
	],
};
