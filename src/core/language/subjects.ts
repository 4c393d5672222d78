import type { Token, TokenRange } from './passage.ts';
import { auxiliaries, isAdverb, isPast, stateVerbs } from './verbs.ts';
import { isI, isMainClause } from './clauses.ts';
import { wordSet } from './wordSet.ts';

/** Who does things in an Action. */
export interface Doers {
	/** How many verbs "I" carries, those that only lack it in a list included. */
	readonly i: number;
	/** Each "we" that carries a main clause, from the pronoun to its verb. */
	readonly we: readonly TokenRange[];
	/** Whether the teller is there as "me" or "my". */
	readonly mentioned: boolean;
}

/** Finds the subjects "I" and "we" with a verb of doing. What others say is left out. */
export function findDoers(tokens: readonly Token[]): Doers {
	let i = 0;
	let mentioned = false;
	const we: TokenRange[] = [];
	for (const [index, token] of tokens.entries()) {
		if (token.quoted || token.form !== 'word') continue;
		if (token.opens && isPast(token.lower) && !isAuxiliary(tokens[index]) && isBareStart(tokens, index)) i++;
		else if (isI(token)) {
			const verb = verbAfter(tokens, index);
			if (verb !== undefined && !(arrivals.has(tokens[verb]?.lower ?? '') && isWhen(tokens[index - 1]))) i++;
			else mentioned = true;
		} else if (isWe(token.lower)) {
			const verb = verbAfter(tokens, index);
			if (verb !== undefined && isMainClause(tokens, index)) we.push({ first: index, last: verb });
		} else if (token.lower === 'my' || token.lower === 'me' || token.lower === 'myself') mentioned = true;
	}
	return { i, we, mentioned };
}

/** "When I joined, we …" says since when, and nothing of what the teller did. */
const arrivals = wordSet('joined arrived');

function isWhen(token: Token | undefined): boolean {
	return token !== undefined && /^(?:when|after|before|since|once|until)$/u.test(token.lower);
}

function isWe(lower: string): boolean {
	return lower === 'we' || lower === "we'd" || lower === "we've" || lower === "we'll";
}

function isAuxiliary(token: Token | undefined): boolean {
	return token !== undefined && auxiliaries.has(token.lower);
}

/** In "Rewrote the pool" the teller is the subject; in "Planned downtime was short" the word is no verb. */
function isBareStart(tokens: readonly Token[], index: number): boolean {
	const next = tokens[index + 1];
	return (
		next === undefined ||
		next.form !== 'word' ||
		startsObject.has(next.lower) ||
		isAdverb(next.lower) ||
		!isSubjectOf(tokens, index)
	);
}

const startsObject = wordSet(
	'the a an my our their his her its every each all two three four up out down over with to for on in ' +
		'into from it them that how what nine ten',
);

/** Whether another verb follows within the sentence's first words, so that those words are its subject. */
function isSubjectOf(tokens: readonly Token[], index: number): boolean {
	for (let at = index + 1; at < index + 5; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.form === 'mark') return false;
		if (auxiliaries.has(token.lower)) return true;
	}
	return false;
}

/** The index of the verb of doing that belongs to the pronoun at `index`; undefined where it only is, has or thinks. */
function verbAfter(tokens: readonly Token[], index: number): number | undefined {
	let helped = tokens[index]?.lower.includes("'") ?? false;
	for (let at = index + 1; at < index + 7; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.form !== 'word') return undefined;
		if (isAdverb(token.lower)) continue;
		const next = nextVerbal(tokens, at);
		if (auxiliaries.has(token.lower) && next !== undefined) {
			if (/^(?:was|were|am|are|is)$/u.test(token.lower) && !next.lower.endsWith('ing')) return undefined;
			helped = true;
			continue;
		}
		if (auxiliaries.has(token.lower) || stateVerbs.has(token.lower)) return undefined;
		return helped || isVerbal(token.lower) ? at : undefined;
	}
	return undefined;
}

/** The next word that is no adverb, where it can be a verb behind an auxiliary: `had mapped`, not `had tests`. */
function nextVerbal(tokens: readonly Token[], index: number): Token | undefined {
	for (let at = index + 1; at < index + 4; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.form !== 'word') return undefined;
		if (isAdverb(token.lower)) continue;
		const modal = !/^(?:had|have|has|was|were|am|are|is|be|been|being)$/u.test(tokens[index]?.lower ?? '');
		return modal ||
			isPast(token.lower) ||
			participles.has(token.lower) ||
			token.lower.endsWith('ing') ||
			token.lower === 'been'
			? token
			: undefined;
	}
	return undefined;
}

const participles = wordSet(
	'written drawn driven given gone taken chosen spoken broken known shown thrown grown done seen begun ' +
		'run become come flown ridden',
);

/** A verb in any tense; nouns and names after "I" or "we" are rare enough to be told by what they can't be. */
function isVerbal(lower: string): boolean {
	return !notVerbs.has(lower) && /^\p{L}/u.test(lower);
}

const notVerbs = wordSet(
	'and or but the a an as in on at of to who that which all two three four five both engineers developers others',
);
