import { wordSet } from '../../text/words.ts';

const irregularPast = wordSet(
	'ate became began bought broke brought built called came caught chose cut did drew drove dug fed felt ' +
		'flew found fought gave got grew held hid hit kept knew laid led left let lit lost made meant met ' +
		'mapped paid put ran rang read rebuilt redid redrew rewrote rode said sat saw sent set showed shut ' +
		'spoke spent split stood stuck swam swept taught thought threw told took understood went won wore ' +
		'worked wrote sold sought shot slept swapped hung overhauled oversaw',
);

/** Words in `-ed` that begin a sentence and are no verbs of the teller's. */
const notPast = wordSet('indeed need speed feed seed shared united hundred red embed exceed based');

/** Whether the word is a verb in the past, as far as its form tells. */
export function isPast(lower: string): boolean {
	return irregularPast.has(lower) || (lower.length > 3 && lower.endsWith('ed') && !notPast.has(lower));
}

/** Verbs of having, being and thinking: a sentence with one of them tells how things were, not what was done. */
export const stateVerbs = wordSet(
	'had have has was were am are is be been need needed needs want wanted wants know knew own owned owns ' +
		'lack lacked like liked likes love loved believe believed think thought thinks feel felt hope hoped ' +
		'fear feared expect expected use used uses remember remembered suppose guess guessed mean meant doubt ' +
		'doubted wish wished lost suffered struggled saw see knew felt seemed became',
);

export const auxiliaries = wordSet(
	'had have has did do does could can would will should might must may was were am are is be been being ' +
		"didn't couldn't wouldn't don't can't won't haven't hadn't wasn't weren't",
);

/** Adverbs and the like that stand between a subject and its verb, or between `was` and its participle. */
const adverbs = wordSet(
	'also then already soon later finally first now never always still just only even once again twice ' +
		'often sometimes together both all not ever eventually almost nearly mostly mainly partly well quite ' +
		'rather very so too further thus hence largely each instead hardly afterwards therefore meanwhile ' +
		'next last ultimately',
);

/** Whether the word may stand between the parts of a verb. */
export function isAdverb(lower: string): boolean {
	return (
		adverbs.has(lower) ||
		(lower.length > 4 && lower.endsWith('ly') && lower !== 'reply' && lower !== 'apply' && lower !== 'supply')
	);
}

/** Words that make what follows them a part of another sentence. */
export const subordinators = wordSet(
	'that which who whom whose what whatever how why whether if when whenever where wherever because ' +
		'since until till while than as before after though although unless once',
);

/** Whether a stretch of punctuation or a word ends one clause and begins the next. */
export function endsClause(text: string): boolean {
	return clauseEnds.has(text);
}

const clauseEnds = wordSet(', ; : . ! ? … — – ( ) and but or so yet');

/** Participles of work that somebody does on purpose: what an author may have done and left unsaid. */
const work = wordSet(
	'added addressed adapted adjusted analysed analyzed announced applied arranged assembled assessed ' +
		'assigned audited automated backfilled benchmarked bought brought built calculated captured carried ' +
		'catalogued changed checked chosen cleaned closed coded collected combined communicated compared ' +
		'compiled completed composed conducted configured connected consolidated consulted converted ' +
		'coordinated copied corrected created cut debugged decided decommissioned defined deleted delivered ' +
		'deployed deprecated derived designed determined developed devised discussed distributed documented ' +
		'done drafted drawn dropped edited eliminated enforced engineered established estimated evaluated ' +
		'examined executed expanded explained explored exported extended extracted facilitated filed filtered ' +
		'finalised finalized finished fixed formalised formalized formed formulated gathered generated given ' +
		'grouped handled hardened held identified implemented imported improved initiated inspected installed ' +
		'instrumented integrated interviewed introduced investigated isolated labelled labeled laid launched ' +
		'led listed logged made mapped measured merged migrated mitigated modelled modeled modified monitored ' +
		'moved negotiated normalised normalized optimised optimized ordered organised organized outlined ' +
		'overhauled parallelised performed piloted planned ported prepared presented prioritised prioritized ' +
		'processed produced profiled programmed proposed prototyped published purchased put raised rebuilt ' +
		'recorded recreated redesigned redone reduced refactored refined released relocated removed renamed ' +
		'reorganised reorganized replaced replicated reported reproduced researched resolved restored ' +
		'restructured retired reverted reviewed revised rewritten rolled run scheduled scripted secured ' +
		'selected sent separated set shared shipped shown simplified simulated solved sorted specified split ' +
		'stabilised standardised standardized streamlined structured summarised summarized surveyed swapped ' +
		'switched taken taught tested tightened tracked trained transferred transformed translated triaged ' +
		'tuned turned unified updated upgraded validated verified visualised visualized worked wrapped ' +
		'written',
);

/** Participles that need a subject of this kind to be work: a decision is taken, a train is too. */
const workOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries({
		taken:
			'decision decisions step steps measure measures action actions approach notes backups snapshots ' +
			'snapshot backup',
		made:
			'decision decisions change changes improvement improvements progress effort efforts recommendation ' +
			'recommendations plan plans choice contact mistakes arrangements adjustments proposal',
		given: 'presentation presentations talk talks demo demos training workshop workshops',
		held:
			'meeting meetings workshop workshops session sessions review reviews retrospective retrospectives ' +
			'interviews talks training',
		run: 'workshop workshops experiment experiments test tests survey pilot trial benchmark benchmarks',
		led: 'effort project initiative workshop discussion migration',
		put: 'plan process checks controls guardrails measures rules system',
		closed: 'gap gaps ticket tickets issue issues loop loophole',
		raised: 'issue issues concern concerns ticket tickets limit limits',
		carried: 'analysis test tests survey migration review work experiments interviews',
		worked: 'plan details solution',
		laid: 'groundwork foundation plan',
		cut: 'scope release branch',
		brought: 'teams stakeholders',
		turned: 'service machine job server flag feature',
		shown: '',
		ordered: 'hardware machines servers',
		decided: 'it',
		split: 'monolith service table work module',
		done: 'work analysis research migration rollout refactoring everything this that testing',
	}).map(([participle, subjects]) => [participle, wordSet(subjects)]),
);

/** Whether the participle tells of work, as `rewritten` does and `surprised` does not. */
export function isWork(lower: string): boolean {
	return work.has(lower) || isMade(lower);
}

/** The subjects beside which alone the participle tells of work; undefined where any will do. */
export function subjectsOf(lower: string): ReadonlySet<string> | undefined {
	return workOf.get(lower);
}

/** Long verbs in `-ised` and `-ified` are work; the short and the emotional ones are told apart. */
function isMade(lower: string): boolean {
	return /^(?:re|de|pre|un)?\p{L}{3,}(?:i[sz]ed|ified)$/u.test(lower) && !feelings.test(lower);
}

const feelings =
	/^(?:surpris|satisf|terrif|horrif|mortif|grat|organi|speciali|promis|prais|advis|rais|compromis|bruis|revis|despis|criticis|recogni[sz]|traumati[sz]|underutili[sz]|paraly[sz]|qualif|disorgani[sz]|centrali|decentrali|authori|apologi|reali)/u;
