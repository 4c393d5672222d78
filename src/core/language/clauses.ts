import type { Token } from './passage.ts';
import { endsClause, isAdverb, subordinators } from './verbs.ts';
import { wordSet } from './wordSet.ts';

/** Whether the token is "I", alone or contracted. A one in Roman numerals is followed by a full stop or follows a name. */
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
export function isMainClause(tokens: readonly Token[], index: number): boolean {
	if (tokens[index]?.opens) return true;
	let before = index - 1;
	while (before > index - longestClause && isAdverb(tokens[before]?.lower ?? '') && !tokens[before]?.opens) before--;
	const previous = tokens[before];
	if (!previous || (subordinators.has(previous.lower) && previous.lower !== 'once')) return false;
	// "So that we", "that, if all fails, we": the clause before a comma is not looked at; "so that" is.
	if (previous.lower === 'so' && tokens[before + 1]?.lower === 'that') return false;
	if (endsClause(previous.lower)) return !/^(?:and|or)$/u.test(previous.lower) || !isGoverned(tokens, before);
	let from = before;
	while (from > before - longestClause && !tokens[from]?.opens && !endsClause(tokens[from - 1]?.lower ?? '')) from--;
	const first = tokens[from]?.lower ?? '';
	if (prepositions.has(first) || first.endsWith('ing') || isAdverb(first) || timeWords.has(previous.lower)) return true;
	// "Step by step we …" is an adverb of three words.
	return prepositions.has(tokens[from + 1]?.lower ?? '') && tokens[from]?.opens === true;
}

/** As far, in words and marks, as a clause is searched; it keeps text without punctuation linear. */
const longestClause = 40;

/** Whether the clause before the coordinator at `index` is itself governed by "that" or the like: "that we A and we B". */
function isGoverned(tokens: readonly Token[], index: number): boolean {
	for (let at = index - 1; at >= 0 && at > index - longestClause; at--) {
		const token = tokens[at];
		if (!token) return false;
		if (token.lower === 'that' || token.lower === 'whether' || token.lower === 'if') return true;
		if (token.opens || token.text === ';' || isI(token)) return false;
	}
	return false;
}
