/** Words by which stories tell things that follow-up questions ask for; see `CompetencyProbe`. */

/** Something was begun that can be given up, and looked after. */
export const begun =
	'built, wrote, made, set up, introduced, automated, started, began, begun, moved, replaced, rewrote, ' +
	'founded, created, put, split, added, designed, ran, turned, migrated, drew';

/** Something was tried of which nobody knew whether it would work. */
export const bet =
	'bet, bets, gamble*, staked, wager*, pilot*, experiment*, trial, prototype*, proof of concept, no guarantee, own risk, ' +
	'without approval, without permission, against the advice';

/** Two sides have agreed, and each owes the other something. */
export const deal =
	'signed, contract*, pact, treaty, charter, memorandum, written agreement, agreement in writing, service level*, sla, slas, ' +
	'in return, in exchange, each side, both sides';

/** A choice between people, a single day, or a fault that had to be mended: no undertaking. */
export const noUndertaking = 'candidate*, hire*, hiring, promot*, conference, race condition*, deadlock*';

/** Somebody else wanted it done. */
export const assigned =
	'tasked with, was tasked, were tasked, was asked to, were asked to, asked me to, assigned to me, was assigned, gave me, ' +
	'told me to, had to be done, was to be done';

/** The author stands between others who disagree. */
export const mediated =
	'mediat*, both parties, between them, between the two, the two of them, each of them, both of them, ' +
	'separate one-on-one*, each side, the two leads, the two architects';

/** Something is shown or told to somebody at once. */
export const told =
	'slide*, presentation*, presented, memo, letter, paper, talk, talks, the board, one page, single page, page, summary, ' +
	'headline, briefing, demo, mail, e-mail, email, call, called, announc*, chart*, report, film, video';

/** It is over, or in other hands. */
export const handedOn =
	'handed, hand over, took over, takes over, took it over, took them over, took the job over, owned by, owns, own it, ' +
	'looks after, look after, run by, maintained by, maintains, goes on without, still runs, still use*, ' +
	'switched off, switched it off, turned it off, shut down, decommission*, retir*, deleted, closed down';

/** Somebody was helped, and no readership. */
export const someone = 'she, he, her, him';

export const gaveUp =
	'gave up, give up, given up, giving up, gave it up, would have stopped, would stop, would have quit, ' +
	'drop the whole thing, dropped the whole, called it off, call it off, pull the plug, kill criteri*';

/** What was left undone. */
export const leftUndone =
	'undone, left out, left it out, left them out, left that out, leave out, unfinished, postponed, ' +
	'put off, put aside, set aside, said no, refused, declined, deliberately, on purpose, gave up, ' +
	'own time, free time, spare time, off my plate, dropped my, instead of my, slack time, hobby, lunch hour, weekend*, evenings';

/** What would have changed the author's mind. */
export const mindChange =
	'i was wrong, was wrong, were wrong, me wrong, us wrong, be wrong, being wrong, proved me, proved him, proved her, proved them, prove me, ' +
	'changed my mind, change my mind, changing my mind, changed our mind*, changed her mind, ' +
	'changed his mind, changed their mind*, favourite, favorite, criteri*, withdrew, the test before, was right, were right, ' +
	'would have stopped, would stop, would have made, would change, would bring, wrote down what, ' +
	"even if that, agreed on a day, drop it, changed course, changed my plan, changed my proposal, change one's mind, came to nothing, in vain, falsif*, " +
	'disprove*, unless it, unless the, if it did not';

/** Something that was tried and did not help. */
export const noHelp =
	"did not help, didn't help, did not work, didn't work, did not land, didn't land, in vain, no use, " +
	'at first i, first tried, my first idea, my first try, my first attempt, my first draft, ' +
	'my first plan, failed, unless, i tried, had tried, earlier attempt*, made it worse, only made, useless, nothing helped, ' +
	"nothing changed, changed nothing, no better, no effect, no difference, fell flat, backfired, did not stick, didn't stick, too much at once, " +
	'went badly, went wrong, mistake, i should have, the hard way, overwhelmed, i stopped, ' +
	'first attempt, first try, first version, first approach, second attempt, at first, initially, went nowhere, not enough, abandoned, ' +
	'gave up, instead i, changed tack, changed course, broke down, fell through, fell apart, was wrong, threw it away, started over, started again';

/** Who lost by it. */
export const losers =
	'lost, loses, lose, losing, gained least, gained nothing, gained little, gains least, paid for it, ' +
	'worse off, gave up, gave way, give way, giving way, given way, except, nothing in it for';

/** What the author does at other times now. */
export const nextTime =
	'next time, another time, now i, i now, since i, i since, since then, i assumed, had assumed, not thought of, today i, sooner, earlier, first week, ' +
	'first day, first hour, from now on, from the start, i would have, i should have';

/** What else would have been; who tells it has thought of it. */
export const otherwise = "otherwise, had they not, if they had, if they hadn't, had i not, if i had";

/** The others said no, went, or were made to go. */
export const unmoved =
	"did not move, didn't move, did not agree, didn't agree, never agreed, did not follow, " +
	"didn't follow, did not budge, didn't budge, refused, left the, let him go, let her go, let them go, " +
	'parted, parting, stayed as, stayed where, stayed with, said no, decided against, turned me down, ' +
	'turned it down, overruled, rejected, voted against, outvoted, was declined';

/** A time that was short. */
export const dueTime =
	'deadline*, due, in time, on time, ahead of time, days left, weeks left, months left, days to go, weeks to go, months to go, freeze, ' +
	'days later, weeks later, weeks before, days before, within, launch, release date, the date, ' +
	'had to be';

/** People who use what is made, more than one. */
export const customers =
	'customers, clients, users, readers, tenants, shops, members, patients, drivers, merchants, buyers, ' +
	'sellers, farmers, pupils, students, parents, passengers, riders, couriers, subscribers, residents, ' +
	'citizens, guests, viewers, players, nurses, companies';

/** Somebody was against it. */
export const opposition =
	'object*, argu*, counter*, against, doubt*, fear*, worr*, critic*, sceptic*, skeptic*, disagree*, ' +
	'refus*, concern*, prefer*, protest*, oppos*, push* back, pushback, resist*, favour*, favor*, ' +
	'insist*, convinc*, persuad*, wanted, hesitat*, not sure, unconvinced, other side, debate*';

/** A way back, or what was done when it went wrong. */
export const wayBack =
	'roll back, rolled back, rollback, roll it back, way back, revert*, undo, switch back, fall back, ' +
	'fallback, plan b, went wrong, goes wrong, failed, backup, undone';
