import { wordSet } from './wordSet.ts';

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
			'decision decisions step steps measure measures action actions approach notes backups snapshots snapshot backup',
		made: 'decision decisions change changes improvement improvements progress effort efforts recommendation recommendations plan plans choice contact mistakes arrangements adjustments proposal',
		given: 'presentation presentations talk talks demo demos training workshop workshops',
		held: 'meeting meetings workshop workshops session sessions review reviews retrospective retrospectives interviews talks training',
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
