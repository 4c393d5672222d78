import type { Token, TokenRange } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';
import { auxiliaries, endsClause, isAdverb, isPast, stateVerbs, subordinators } from './verbs.ts';

/**
 * Whether the token is "I", alone or contracted. A one in Roman numerals is followed by a full stop or follows a name.
 */
export function isI({ text }: Token): boolean {
	return text === 'I' || /^I['’](?:d|ve|m|ll)$/u.test(text);
}

const prepositions = wordSet(
	'after before in on at within for from during by to with over since until through throughout under ' +
		'without then later finally first second third next now afterwards eventually together again once ' +
		'soon still there here meanwhile instead initially ultimately last also and but so yet or however ' +
		'therefore every each besides along across about around despite based following rather thereafter ' +
		'luckily unfortunately as',
);

const timeWords = wordSet(
	'day days week weeks month months year years morning evening night afternoon time sprint quarter ' +
		'friday monday tuesday wednesday thursday weekend summer winter spring autumn',
);

/**
 * Whether the pronoun at `index` is the subject of a main clause: not of "that we ship", "what we had" or "the topics
 * we already had".
 */
function isMainClause(tokens: readonly Token[], index: number): boolean {
	if (tokens[index]?.opens) return true;
	let before = index - 1;
	while (before > index - maxClauseTokens && isAdverb(tokens[before]?.lower ?? '') && !tokens[before]?.opens)
		before--;
	const previous = tokens[before];
	if (!previous || (subordinators.has(previous.lower) && previous.lower !== 'once')) return false;
	// "So that we", "that, if all fails, we": the clause before a comma is not looked at; "so that" is.
	if (previous.lower === 'so' && tokens[before + 1]?.lower === 'that') return false;
	if (endsClause(previous.lower)) return !/^(?:and|or)$/u.test(previous.lower) || !isGoverned(tokens, before);
	let from = before;
	while (from > before - maxClauseTokens && !tokens[from]?.opens && !endsClause(tokens[from - 1]?.lower ?? ''))
		from--;
	const first = tokens[from]?.lower ?? '';
	if (prepositions.has(first) || first.endsWith('ing') || isAdverb(first) || timeWords.has(previous.lower))
		return true;
	// "Step by step we …" is an adverb of three words.
	return prepositions.has(tokens[from + 1]?.lower ?? '') && tokens[from]?.opens === true;
}

/** As far, in words and marks, as a clause is searched; it keeps text without punctuation linear. */
const maxClauseTokens = 40;

/**
 * Whether the clause before the coordinator at `index` is itself governed by "that" or the like: "that we A and we B".
 */
function isGoverned(tokens: readonly Token[], index: number): boolean {
	for (let at = index - 1; at >= 0 && at > index - maxClauseTokens; at--) {
		const token = tokens[at];
		if (!token) return false;
		if (token.lower === 'that' || token.lower === 'whether' || token.lower === 'if') return true;
		if (token.opens || token.text === ';' || isI(token)) return false;
	}
	return false;
}

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
