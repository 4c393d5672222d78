import { wordSet } from './wordSet.ts';

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
	"had have has did do does could can would will should might must may was were am are is be been being didn't couldn't wouldn't don't can't won't haven't hadn't wasn't weren't",
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
