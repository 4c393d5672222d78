import { probe } from './probe.ts';
import {
	bet,
	customers,
	dueTime,
	gaveUp,
	losers,
	mediated,
	mindChange,
	nextTime,
	otherwise,
	unmoved,
	noUndertaking,
} from './storyWords.ts';

/** Follow-up questions that several of the built-in frameworks ask. */
export const sharedProbes = {
	otherSide: probe('How would the other side tell this story?', {
		unless: `${mediated}, his version, her version, their version, his account, their account, his view, her view, their view, tells it, told it, tell it`,
	}),
	gaveUp: probe('What did you give up to settle it?', {
		unless: `${mediated}, gave up, give up, gave way, give way, gave in, conced*, compromise*, in return, in exchange, let it go, dropped my, yielded, met halfway, half way`,
	}),
	notMoved: probe('What would you have done had they not moved?', {
		unless: `${mediated}, ${unmoved}, ${otherwise}, moved on, never spoke`,
	}),
	changeCourse: probe('What would have made you change course?', {
		unless: `${mindChange}, ${gaveUp}, pivot*, turned round, turned around, new direction`,
	}),
	assumption: probe('Which of your assumptions would you check first another time?', {
		unless: `${nextTime}, assumption`,
	}),
	weekLess: probe('What would you have done with a week less?', {
		when: dueTime,
		unless: 'a week less, week less, days less, extension, extended',
	}),
	halfTime: probe('With half the time, what would you have delivered?', { when: dueTime, unless: 'half the time' }),
	dropNext: probe('What would you have dropped next?', {
		when: 'i cut, we cut, cut the, cut it, cut scope, cut from, cut down, cutting, dropped, left out, postponed, put off, descoped',
		unless: 'next to go, would have dropped, next on the list',
	}),
	whoGainedNothing: probe('Which customers gained nothing from it?', {
		when: customers,
		unless: `${losers}, all customers, every customer, all users, every user, remaining, the rest, old version, the others, not all`,
	}),
	nextWish: probe('What would they ask of you next?', {
		when: customers,
		unless: 'next they, asked for more, asked for a second, ask for more, also wanted, since asked',
	}),
	sayOfIt: probe('How would they describe it to somebody like themselves?', {
		when: customers,
		unless: 'said, says, told us, told me, wrote, thank*, recommend*, feedback, review*, survey*, satisf*',
	}),
	tellFirst: probe('Whom would you tell first another time?', {
		when: 'bad news, late, delay*, outage, incident, breach, layoff*, announc*, deprecat*, cancel*',
		unless: `${nextTime}, told first, tell first, first alone, lead first, in that order, first to know, first to hear`,
	}),
	leastSure: probe('What were you least sure of at the time?', {
		unless: "least sure, not sure, wasn't sure, unsure, uncertain*, could not know, couldn't know, did not know whether, guess*, a bet, gambl*, doubt*, nobody knew, no idea, might have",
	}),
	withoutYou: probe('Who could have finished it without you?', {
		when: 'team, teams, we, us, our, colleague*, engineers, developers',
		unless: 'without me, took over, handed, while i was away, on leave, stood in for me, only person, only one who',
	}),
	notUnderstood: probe('How would you have noticed had they not understood it?', {
		unless: 'repeat*, own words, tried it on, tested, checked, check*, asked them, asked what, misunderst*, understood, question*, quiz*, read it back',
	}),
	ofYou: probe('What did it ask of you personally?', {
		unless: 'hardest, hard for me, cost me, costs me, i had to learn, afraid, ashamed, sleep, nights, found it hard, difficult for me, i felt, uncomfortable',
	}),
	slippedBack: probe('How would you notice if it slipped back?', {
		unless: 'slip*, would notice, we measure, i measure, measured every, survey*, alarm*, alert*, each quarter, every quarter, watch*',
	}),
	takeAway: probe('What would you take away next?', {
		when: 'removed, remove, deleted, simpl*, cut, fewer, dropped, took away, merged, instead of',
		unless: 'next to go, take away next, would remove',
	}),
	doLess: probe('What would they tell you to do less of?', {
		unless: 'less of, told me to stop, too much, too often, too sharp*, complain*',
	}),
	callOff: probe('At which point would you have called it off?', {
		when: bet,
		unless: `${gaveUp}, ${noUndertaking}`,
	}),
	doNext: probe('What would you do for them next?', { unless: 'next i, next year, will do, next step' }),
	tenfold: probe('What would you do differently at ten times the scale?', {
		unless: 'ten times, 10 times, 10x, tenfold, at scale',
	}),
};
