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
	'percent percentage points % ％ ٪ ‰ × € $ £ ¥ euro euros eur dollar dollars usd cent cents pound pounds ' +
		'gbp franc francs chf yen rupees inr kronor kroner kb mb gb tb kib mib gib bytes kilobytes megabytes ' +
		'gigabytes terabytes qps rps tps req/s times fold k m bn',
);

/** What a number after it only names or counts off: a version, a level, a ticket. */
const named = wordSet(
	'version v release phase step stage level grade tier band series chapter section part page room port ' +
		'ticket issue pr request rfc iso soc number no # nr day week sprint iteration milestone round ' +
		'question option plan building gate line type class category article rule task story epic bug ' +
		'generation gen floor hall hangar block wing ward lab bay zone depot pier terminal dock aisle desk street model act clause form schedule appendix figure table layer',
);

/** What a number after it measures: a level that was reached. */
const measuredNames = wordSet(
	'sla slo nps csat ces apdex mttr mttd mtbf rto rpo roi lcp inp cls ttfb tti lighthouse score rating uptime ' +
		'availability coverage',
);

export const months = wordSet(
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

/** Whether the token is a number, in digits of any script or in letters; `one` is none, it mostly means something else. */
export function isNumber({ form, text, lower }: Token): boolean {
	if (form !== 'word') return false;
	return (
		/^\p{N}/u.test(text) ||
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
	const lower = inAsciiDigits(token.lower);
	// "From 38th to 4th" is a climb; alone an ordinal only counts off.
	if (ordinal.test(lower)) return before?.lower === 'from' && after?.lower === 'to';
	// A colon of full width is a token by itself.
	if (clock.test(lower) || after?.text === '：' || before?.text === '：') return false;
	if (after && amounts.has(after.lower)) return !isEmphasis(tokens, index);
	if (before && /^(?:[$€£¥×~≈<>]|eur|usd|gbp|chf)$/u.test(before.lower)) return true;
	if (/^\d[\d.,]*-(?:person|people|man|member|strong|level|tier|factor|step|bit|page|based|in-\d)/u.test(lower))
		return false;
	if (/^\d[\d.,]*[a-zµ/]/u.test(lower)) return !/^\d+d$/u.test(lower) || isDays(tokens, index);
	if (after && timeUnits.has(after.lower)) return !isDating(tokens, index);
	return !namesSomething(token, before, after) && !countsPeople(tokens, index);
}

/** "9d to 2d" and "takes 2d" are days, "the 2d view" is not. */
function isDays(tokens: readonly Token[], index: number): boolean {
	if (tokens[index]?.text.endsWith('D')) return false;
	if (/^(?:takes?|took|within|under|only|just)$/u.test(tokens[index - 1]?.lower ?? '')) return true;
	return [-4, -3, -2, -1, 1, 2, 3, 4].some((by) => /^\d+[dh]$/u.test(tokens[index + by]?.lower ?? ''));
}

/** The same digits as ASCII has them: `٣٥` is 35. Of a fraction such as `½` the character stays. */
function inAsciiDigits(lower: string): string {
	// The digits of a script stand in a row, the zero first.
	return lower.replace(/[^\P{Nd}0-9]/gu, (digit) => {
		let value = 0;
		while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value++;
		return String(value);
	});
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
	if (measuredNames.has(before.lower) && /\d[\d.,]/u.test(inAsciiDigits(token.lower))) return false;
	if (named.has(before.lower) || months.has(before.lower)) return true;
	if (year.test(inAsciiDigits(token.lower)))
		return !after || after.form === 'mark' || afterNames.has(after.lower) || !after.lower.endsWith('s');
	const follows = !after || after.form === 'mark' || afterNames.has(after.lower);
	return (
		before.form === 'word' &&
		nameable.test(before.text) &&
		(!before.opens || /\p{Nd}/u.test(token.text)) &&
		follows &&
		!isNumber(before)
	);
}

/** "A team of 5", "the two of us", "our three offices": who was there, not what came of it. */
function countsPeople(tokens: readonly Token[], index: number): boolean {
	const [third, second, first] = [tokens[index - 3], tokens[index - 2], tokens[index - 1]];
	if (
		first?.lower === 'of' &&
		/^(?:team|group|squad|crew|party|staff|family|us|class|shift|panel|committee|unit|department|workforce|band|cohort|circle|gang|bunch|board|total)$/u.test(
			second?.lower ?? '',
		) &&
		third
	)
		return true;
	if (tokens[index + 1]?.lower === 'of' && people.has(tokens[index + 2]?.lower ?? '')) return true;
	// "The next nine did" counts what came of it.
	if (first?.lower === 'next' && /^(?:did|were|went|passed|succeeded)$/u.test(tokens[index + 1]?.lower ?? ''))
		return false;
	if (first === undefined || !determiners.has(first.lower)) return false;
	return !(isShareOf(tokens, index) || tellsOfOutcome(tokens, index));
}

const peopled = wordSet(
	'teams groups squads departments offices people persons engineers developers colleagues members reviewers managers ' +
		'leads juniors interns analysts testers designers users customers clients nurses drivers stakeholders of',
);

/** What came of things that are counted: "these 12 alerts are gone", "our 30 shops now open on time". */
const outcomes = wordSet(
	'gone away vanished disappeared migrated closed retired removed deleted decommissioned obsolete longer automatically ' +
		'unattended themselves',
);
/** "Each of the eleven sites", "all our nine plants": how far it reached. */
function isShareOf(tokens: readonly Token[], index: number): boolean {
	const [third, second] = [tokens[index - 3]?.lower ?? '', tokens[index - 2]?.lower ?? ''];
	const isShared = second === 'all' || (second === 'of' && /^(?:each|all|none|most|any|every)$/u.test(third));
	return isShared && ![1, 2].some((by) => peopled.has(tokens[index + by]?.lower ?? ''));
}

const feelings = wordSet(
	'are is feel like love enjoy talk know think have get work agree trust understand speak see want',
);

/** As many words and marks after a number as are searched for what came of it. */
const maxWordsToOutcome = 8;

function tellsOfOutcome(tokens: readonly Token[], index: number): boolean {
	for (let at = index + 1; at <= index + maxWordsToOutcome; at++) {
		const token = tokens[at];
		if (!token || token.opens || peopled.has(token.lower)) return false;
		const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]];
		if (outcomes.has(token.lower)) return true;
		if (/^(?:on time|switched off|turned off|shut down)$/u.test(`${before} ${token.lower}`)) return true;
		if (token.lower === 'now' && at === index + 2 && next?.form === 'word' && !feelings.has(next.lower))
			return true;
	}
	return false;
}
