import type { Token } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';

const numberWords = wordSet(
	'zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
		'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred ' +
		'thousand million billion dozens hundreds thousands millions billions couple',
);

export const timeUnits = wordSet(
	'ms millisecond milliseconds second seconds sec secs minute minutes min mins hour hours hr hrs day ' +
		'days week weeks weekend weekends month months quarter quarters season seasons sprint sprints year ' +
		'years night nights',
);

/** What is counted besides time: a number before one of these is an amount, whatever stands in front of it. */
const amounts = wordSet(
	'percent percentage points % ‰ × € $ £ ¥ euro euros eur dollar dollars usd cent cents pound pounds ' +
		'gbp franc francs chf yen rupees inr kronor kroner kb mb gb tb kib mib gib bytes kilobytes megabytes ' +
		'gigabytes terabytes qps rps tps req/s times fold k m bn',
);

/** What a number after it only names or counts off: a version, a level, a ticket. */
const named = wordSet(
	'version v release phase step stage level grade tier band series chapter section part page room port ' +
		'ticket issue pr request rfc iso soc number no # nr day week sprint iteration milestone round ' +
		'question option plan building gate line type class category article rule task story epic bug ' +
		'generation gen model act clause form schedule appendix figure table layer',
);

const months = wordSet(
	'january february march april may june july august september october november december jan feb mar ' +
		'apr jun jul aug sep sept oct nov dec',
);

const ordinal = /^\d+(?:st|nd|rd|th)$/u;
const clock = /^\d{1,2}:\d{2}$/u;
const year = /^(?:19|20)\d\d$/u;
const people = wordSet('us them people person engineers developers colleagues members');
const determiners = wordSet('the our these those my their its both your last past next');
const nameable = /^\p{Lu}/u;
/** Words that may follow a name, so that `Java 21 and` is a name and `Austria 12 tickets` is not. */
const afterNames = wordSet(
	'and or in on at by for to from with behind was is are were has had now today since as but which that ' +
		'because of while',
);

/** Whether the token is a number in digits or letters; `one` is none, it mostly means something else. */
export function isNumber({ form, text, lower }: Token): boolean {
	if (form !== 'word') return false;
	const code = text.charCodeAt(0);
	return (
		(code >= 48 && code <= 57) ||
		numberWords.has(lower) ||
		/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/u.test(lower)
	);
}

/**
 * Whether the number at `index` measures something. Years, versions, identifiers, times of day and the size of a team
 * are numbers that measure nothing.
 */
export function measures(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	if (!token) return false;
	const before = tokens[index - 1];
	const after = tokens[index + 1];
	const { lower } = token;
	// "From 38th to 4th" is a climb; alone an ordinal only counts off.
	if (ordinal.test(lower)) return before?.lower === 'from' && after?.lower === 'to';
	if (clock.test(lower)) return false;
	if (after && amounts.has(after.lower)) return !isEmphasis(tokens, index);
	if (before && /^(?:[$€£¥×~≈<>]|eur|usd|gbp|chf)$/u.test(before.lower)) return true;
	if (/^\d[\d.,]*-(?:person|people|man|member|strong|level|tier|factor|step|bit|page|based|in-\d)/u.test(lower))
		return false;
	if (/^\d[\d.,]*[a-zµ/]/u.test(lower)) return !/^\d+d$/u.test(lower);
	if (after && timeUnits.has(after.lower)) return !isDating(tokens, index);
	return !namesSomething(token, before, after) && !countsPeople(tokens, index);
}

/** "100% sure" says how sure. */
function isEmphasis(tokens: readonly Token[], index: number): boolean {
	const isFull = /^1[01]0$/u.test(tokens[index]?.lower ?? '') || tokens[index]?.lower === 'hundred';
	return (
		isFull &&
		/^(?:sure|certain|behind|convinced|confident|committed|happy|positive|satisfied|right|worth|agree|honest|on)$/u.test(
			tokens[index + 2]?.lower ?? '',
		)
	);
}

/** "Two weeks later" and "three years ago" say when, not how long. */
function isDating(tokens: readonly Token[], index: number): boolean {
	if (/^(?:later|ago|afterwards|earlier|on)$/u.test(tokens[index + 2]?.lower ?? ''))
		return tokens[index + 2]?.lower !== 'earlier';
	const before = tokens[index - 1];
	return before?.lower === 'after' && before.opens;
}

function namesSomething(token: Token, before: Token | undefined, after: Token | undefined): boolean {
	if (token.lower === 'couple') return true;
	if (after && (months.has(after.lower) || /^(?:am|pm|o'clock|a\.m|p\.m)$/u.test(after.lower))) return true;
	if (!before) return false;
	if (named.has(before.lower) || months.has(before.lower)) return true;
	if (year.test(token.lower))
		return !after || after.form === 'mark' || afterNames.has(after.lower) || !after.lower.endsWith('s');
	const follows = !after || after.form === 'mark' || afterNames.has(after.lower);
	return (
		before.form === 'word' &&
		nameable.test(before.text) &&
		(!before.opens || /\d/u.test(token.text)) &&
		follows &&
		!isNumber(before)
	);
}

/** "A team of 5", "the two of us", "our three offices": who was there, not what came of it. */
function countsPeople(tokens: readonly Token[], index: number): boolean {
	const [third, second, first] = [tokens[index - 3], tokens[index - 2], tokens[index - 1]];
	if (
		first?.lower === 'of' &&
		/^(?:team|group|squad|crew|party|staff|family|us)$/u.test(second?.lower ?? '') &&
		third
	)
		return true;
	if (tokens[index + 1]?.lower === 'of' && people.has(tokens[index + 2]?.lower ?? '')) return true;
	// "The next nine did" counts what came of it.
	if (first?.lower === 'next' && /^(?:did|were|went|passed|succeeded)$/u.test(tokens[index + 1]?.lower ?? ''))
		return false;
	return first !== undefined && determiners.has(first.lower);
}
