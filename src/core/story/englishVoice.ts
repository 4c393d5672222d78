/** Past tenses other than those in -ed. */
const irregular =
	'became|began|bent|bet|bit|blew|bought|broke|brought|built|came|caught|chose|cost|cut|dealt|did|drew|drove|dug|fed|fell|felt|flew|forgave|forgot|fought|found|gave|got|grew|had|heard|held|hid|hit|hung|kept|knew|laid|led|left|let|lost|made|met|paid|put|quit|ran|read|rebuilt|redid|rewrote|said|sat|saw|sent|set|shot|shut|slept|sold|sought|spent|split|spoke|spread|stood|struck|stuck|swore|taught|threw|told|thought|took|undid|understood|was|went|were|withdrew|woke|won|wore|wrote';
const pastTense = `(?:(?:\\p{L}+-)?\\p{L}{2,}ed|${irregular}|could|(?:was|did|could|had)n't)(?![\\p{L}\\p{N}])`;

/** Words that stand between "I" and its verb. */
const between = '(?:(?:\\p{L}+ly|also|then|just|never|still|even|first|once|soon|always|only|again|both|thus)\\s+)?';

/** The author did something: "I built", "I've built". In the present tense somebody describes a test, or is told to. */
const authorDid = new RegExp(
	`(?<![\\p{L}\\p{N}'])[Ii](?:,\\s[^.,\\n]{1,40},)?(?:\\s+${between}${pastTense}|'(?:ve|d)\\s+${between}(?!like|love)\\p{L})`,
	'gu',
);

/**
 * The author's team did, which tells of the author where "I" or "my" is said too; minutes and decisions agree on
 * things.
 */
const weDid = new RegExp(
	`(?<![\\p{L}\\p{N}'])we\\s+${between}(?!discussed|agreed|decided|met|talked|noted)${pastTense}`,
	'giu',
);

/** A sentence or item that begins with a verb in the past tense and goes on with what was done: "Built …, cut …". */
const droppedSubject = new RegExp(
	`(?:^|[.!?;]\\s+|\\n\\s*(?:[-*+•]\\s+)?)(${pastTense})(?=\\s+\\S)(?!\\s+(?:by|with|on|when|if|until|as|for)(?![\\p{L}]))`,
	'giu',
);

/** What lists of changes begin with. */
const changes: ReadonlySet<string> = new Set(
	'added fixed removed changed renamed updated bumped deprecated released'.split(' '),
);
/** What a rubric says of somebody else's story. */
const judged: ReadonlySet<string> = new Set(
	'described explained mentioned quantified justified named stated listed demonstrated showed articulated'.split(' '),
);

/** So often a subject has to be left out where no "I" did anything: one verb may stand first by chance. */
const minDropped = 2;

/**
 * How often somebody tells in English what he or she did, with the subject and without it.
 *
 * @param isOwn whether the author says "I" or "my"
 */
export function ownDeeds(text: string, isOwn: boolean): { readonly told: number; readonly withoutSubject: number } {
	const dropped = droppedVerbs(text);
	const isTold = dropped.length >= (isOwn ? 1 : minDropped) && !dropped.some((verb) => judged.has(verb));
	return {
		told: count(text, authorDid) + (isOwn ? count(text, weDid) : 0),
		withoutSubject: isTold ? dropped.length : 0,
	};
}

/** Words that look like a verb in the past tense, or tell of no deed. */
const noDeed: ReadonlySet<string> = new Set(
	'need feed speed seed breed exceed proceed needed required expected was were had could'.split(' '),
);

/** How many verbs in the past tense an English text has, other than forms of "be" and what was needed. */
export function countPast(text: string): number {
	return [...text.matchAll(anyPast)].filter(([verb]) => !noDeed.has(verb.toLowerCase())).length;
}

const anyPast = new RegExp(`(?<![\\p{L}\\p{N}'])${pastTense}`, 'giu');

/** Verbs that go on what a sentence without a subject began: "Read 2,000 queries, added synonyms, and shipped". */
const goesOn = new RegExp(`,\\s+(?:(?:and|then)\\s+)?(${pastTense})(?=\\s+\\S)`, 'giu');

/** The verbs of sentences whose subject is left out. */
function droppedVerbs(text: string): readonly string[] {
	return [...text.matchAll(droppedSubject)].flatMap(({ index, 0: start, 1: first = '' }) => {
		const rest = text.slice(index + start.length);
		const sentence = /^[^.!?\n]*/u.exec(rest)?.[0] ?? '';
		const verbs = [first, ...[...sentence.matchAll(goesOn)].map(([, verb = '']) => verb)];
		return verbs.map((verb) => verb.toLowerCase()).filter((verb) => !changes.has(verb));
	});
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
