import type { Token, TokenRange } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';
import { isNumber, measures, timeUnits } from './numbers.ts';

const comparatives = wordSet(
	'faster slower quicker less fewer more cheaper lower higher better shorter smaller larger bigger lighter sooner ' +
		'earlier down up below above reduction increase improvement drop decrease growth gain cut rise saving savings ' +
		'boost jump uplift decline',
);
const changes =
	/^(?:f(?:e|a)ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|r(?:o|i)se[ns]?|grew|grown?|grows|went|gone|go(?:es)?|reduc(?:e|ed|es|ing)|cut|cuts|increas(?:e|ed|es|ing)|improv(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|climb(?:ed|s)?|shr[aiu]nk|came|come|got|brought|gain(?:ed)?|sav(?:e|ed|es|ing)|lower(?:ed|ing)?|rais(?:e|ed|ing)|boost(?:ed)?|slash(?:ed|es)?|shaved?|shed|knocked|dip(?:ped|s)?|plunged|plummeted|soared|surged|eased|lift(?:ed|s)?|accelerated|sped|shorten(?:ed|s)?|expanded|curbed|tightened|reduction|improvement|increase|decrease|drop|gain|trimm(?:ed|ing)|declin(?:ed?|ing)|jumped|is|are)$/u;
const about = wordSet(
	'about roughly almost nearly around some approximately another ~ over at least a an as much than more',
);
const negations = wordSet("not never isn't wasn't didn't");

/** As many words before a figure as are searched for the verb that makes it a change. */
const maxWordsToVerb = 9;

/**
 * Finds the figures that only say how much something changed, such as "40 % faster", "by a third", "10x", "halved".
 * What others say is left out.
 */
export function relativeChanges(tokens: readonly Token[]): readonly TokenRange[] {
	return tokens.flatMap((token, index): readonly TokenRange[] => {
		if (token.quoted || isNegated(tokens, index)) return [];
		const last = endOfFigure(tokens, index);
		return last === undefined ? [] : [{ first: index, last }];
	});
}

/** Where the figure ends that begins at `index`, where it tells a change. */
function endOfFigure(tokens: readonly Token[], index: number): number | undefined {
	const token = tokens[index];
	if (!token || token.form !== 'word') return undefined;
	const { lower } = token;
	const next = tokens[index + 1]?.lower ?? '';
	if (/^(?:halv|doubl|tripl|trebl|quadrupl)(?:ed|ing|es)$/u.test(lower))
		return isOfPeople(tokens, index) || next === 'as' || next === 'down' ? undefined : index;
	if (lower === 'magnitude') return tokens[index - 1]?.lower === 'of' ? index : undefined;
	if (/^(?:two|three|four|five|six|ten|\d+)-?fold$/u.test(lower)) return index;
	// “It serves us well at 3x the traffic” tells how much it bears, and of no change.
	if (/^\d[\d.,]*[x×]$/u.test(lower) && tokens[index - 1]?.lower === 'at') return undefined;
	if (/^\d[\d.,]*[x×]$/u.test(lower))
		return /^(?:an?|per|daily|weekly|each|every|engineers?|developers?)$/u.test(next) ? undefined : index;
	if (lower === 'twice') return next === 'as' || isRate(tokens, index + 1) ? index : undefined;
	if (isNumber(token) && next === 'times')
		return comparatives.has(tokens[index + 2]?.lower ?? '') || tokens[index + 2]?.lower === 'as'
			? index + 1
			: undefined;
	if (/^(?:half|thirds?|quarters?|fifth|tenth)$/u.test(lower)) {
		if (lower === 'half' && (isRate(tokens, index + 1) || next === 'as')) return index;
		const lead = leadingWord(tokens, index)?.lower;
		if (lower !== 'half' && tokens[index - 1]?.lower === 'a' && comparatives.has(next)) return index;
		if (lower === 'half' && lead === 'in') return hasChange(tokens, index) ? index : undefined;
		return (lead === 'by' || lead === 'of') && hasChange(tokens, index) ? index : undefined;
	}
	if (!isNumber(token) || !/^(?:%|％|percent|per)$/u.test(next)) return undefined;
	const end = next === 'per' ? index + 2 : index + 1;
	if (next === 'per' && tokens[end]?.lower !== 'cent') return undefined;
	return isPercentOfChange(tokens, index, end) && !isOfMoney(tokens, index, end) ? end : undefined;
}

/** A discount, a rise in pay and a share are agreed upon, and nothing has got better by them. */
function isOfMoney(tokens: readonly Token[], index: number, end: number): boolean {
	const near = [...tokens.slice(Math.max(0, index - 8), index), ...tokens.slice(end + 1, end + 6)];
	return near.some(({ lower }) =>
		/^(?:discount|rebate|bonus|salary|pay|raise|negotiat\p{L}+|equity|stake|vat|tax|prices?|licen[cs]es?|vendors?|suppliers?|budget|contract|tariffs?|fees?|procurement|purchasing|deal|offer|grant|granted|allowed|agreed|signed|approved|offered|commission|margin|quota|allowance|subsid\p{L}+|refund|funding|quote)$/u.test(
			lower,
		),
	);
}

function isPercentOfChange(tokens: readonly Token[], index: number, end: number): boolean {
	const after = tokens[end + 1];
	const before = leadingWord(tokens, index);
	if (after && !after.opens && comparatives.has(after.lower)) return before?.lower !== 'to' && before?.lower !== 'at';
	if (after?.lower === 'of') return false;
	if (!before) return false;
	if (/^(?:up|down)$/u.test(before.lower)) return true;
	if (/^[-+−–]$/u.test(before.text)) return tokens[index - 1] === before && !isNumber(tokens[index - 2] ?? before);
	if (before.lower === 'by' || before.lower === 'of') return hasChange(tokens, index);
	return changes.test(before.lower) && !/^(?:is|are|went|got|came|come)$/u.test(before.lower);
}

/** The word before a figure, what only rounds it left out. */
function leadingWord(tokens: readonly Token[], index: number): Token | undefined {
	let at = index - 1;
	while (at > index - 4 && about.has(tokens[at]?.lower ?? '')) at--;
	return tokens[at];
}

function hasChange(tokens: readonly Token[], index: number): boolean {
	for (let at = index - 1; at >= 0 && at > index - maxWordsToVerb; at--) {
		const token = tokens[at];
		if (!token) return false;
		if (changes.test(token.lower) || comparatives.has(token.lower)) return true;
		if (token.opens) return false;
	}
	return false;
}

const rates = wordSet(
	'time cost costs price speed throughput load traffic volume rate revenue output size memory effort',
);

/** "The time", "the throughput". */
function isRate(tokens: readonly Token[], index: number): boolean {
	return tokens[index]?.lower === 'the' && rates.has(tokens[index + 1]?.lower ?? '');
}

const aims = wordSet(
	'goal target aim aimed hoped promised claimed expected planned wanted would could should might if',
);

/** "Not 30% faster", "the goal was 30% less": nothing that came of it. */
function isNegated(tokens: readonly Token[], index: number): boolean {
	for (let by = 1; by <= 7 && !tokens[index - by + 1]?.opens; by++) {
		const token = tokens[index - by];
		if (!token || token.text === ',') return false;
		if ((by <= 3 && negations.has(token.lower)) || aims.has(token.lower)) return true;
	}
	return false;
}

function isOfPeople(tokens: readonly Token[], index: number): boolean {
	return [1, 2, 3].some((by) => /^(?:team|headcount|staff|department)$/u.test(tokens[index + by]?.lower ?? ''));
}

const evidence = wordSet(
	'compared comparison versus vs against relative baseline survey surveys surveyed poll questionnaire study benchmark ' +
		'benchmarks a/b experiment measured measurement measurements metered timed telemetry profiler stopwatch according ' +
		'holdout hold-out randomised randomized randomly cohort cohorts split-test side-by-side yardstick yoy counterpart grafana datadog prometheus looker lighthouse statistics stats peers →',
);
/** These say how it was measured only where something is read from them: "by the log", "the dashboard shows". */
const instruments = wordSet(
	'report reports dashboard dashboards log logs trace traces monitoring metrics invoice invoices figures numbers counter',
);
const pasts = wordSet('earlier previously before formerly originally initially instead once');
const months = wordSet('january february march april june july august september october november december q1 q2 q3 q4');

/** Whether a Result says itself than what, from when, or how it was measured. */
export function namesBaseline(tokens: readonly Token[]): boolean {
	return tokens.some((token, index) => {
		const { lower, text } = token;
		const [previous = '', next = '', after = ''] = [-1, 1, 2].map((by) => tokens[index + by]?.lower ?? '');
		if (evidence.has(lower)) return true;
		if (text === '>' && (previous === '-' || previous === '=')) return true;
		if (/^(?:old|former|previous)$/u.test(lower) && isKept(tokens, index)) return true;
		if (instruments.has(lower)) return isReadFrom(tokens, index);
		switch (lower) {
			case 'than':
				return (
					!/^(?:rather|other|later)$/u.test(previous) &&
					!isNumber(tokens[index + 1] ?? emptyToken) &&
					!/^(?:ever|expected|hoped|planned|half|a|anyone|anybody|we|i)$/u.test(next)
				);
			case 'from':
				return startsRange(tokens, index);
			case 'which':
			case 'that':
				return /^(?:had|was|were|used|stood|once|cost|took)$/u.test(next);
			case 'at':
				return next === 'the' && /^(?:time|start|outset|beginning)$/u.test(after);
			case 'when':
				return /^(?:i|we)$/u.test(next) && /^(?:started|joined|came|took|began|arrived)$/u.test(after);
			case 'as':
				return /^(?:fast|many|much|long|quick|quickly|large|big|cheap|often|high|slow)$/u.test(previous);
			case 'on':
			case 'over':
				return previous !== '' && previous === next && timeUnits.has(next);
			case 'since':
				return next === 'then' || next === 'last' || months.has(next) || /^(?:19|20)\d\d$/u.test(next);
			case 'below':
			case 'above':
				return /^(?:those|that|the|our|their|what)$/u.test(next);
			case 'going':
				return next === 'by';
			case 'control':
				return next === 'group';
			case 'year':
			case 'quarter':
			case 'month':
			case 'week':
				return /^(?:last|previous|prior|preceding)$/u.test(previous) || next === 'before' || next === 'earlier';
			case 'test':
			case 'tests':
				return /^(?:load|stress|user|usability|field|blind|acceptance)$/u.test(previous);
			case 'used':
				return next === 'to' && /^(?:be|take|cost|need|have|last|run)$/u.test(after);
		}
		return isNumber(token) && measures(tokens, index) && isOfPast(tokens, index);
	});
}

/** "One branch stayed on the old system": what it can be compared with. */
function isKept(tokens: readonly Token[], index: number): boolean {
	return [1, 2, 3, 4, 5, 6].some((by) =>
		/^(?:kept|stayed|left|remained|ran|still|alongside|beside|parallel)$/u.test(tokens[index - by]?.lower ?? ''),
	);
}

function isReadFrom(tokens: readonly Token[], index: number): boolean {
	if (/^(?:shows?|showed|says?|said|tells?)$/u.test(tokens[index + 1]?.lower ?? '')) return true;
	return [1, 2, 3, 4].some((by) => /^(?:by|per|from|according)$/u.test(tokens[index - by]?.lower ?? ''));
}

/** Whether the sentence has an absolute figure before the change, which is mostly what it began with. */
function hasOtherFigure(tokens: readonly Token[], from: number, first: number): boolean {
	for (let at = from; at < first; at++) {
		const token = tokens[at];
		const next = tokens[at + 1]?.lower ?? '';
		if (token && isNumber(token) && measures(tokens, at) && !/^(?:%|％|percent)$/u.test(next)) return true;
	}
	return false;
}

/** A sentence of more words and marks than this is not understood here. */
const maxUnderstood = 36;

function isLong(tokens: readonly Token[], from: number): boolean {
	const end = tokens.findIndex(({ opens }, index) => index > from && opens);
	return (end < 0 ? tokens.length : end) - from > maxUnderstood;
}

/** As far, in words and marks, as a sentence is searched. */
const maxSentence = 40;

/** Whether the sentence of a change says within which time or since when: "halved within one quarter". */
export function namesTimeFrame(tokens: readonly Token[], { first, last }: TokenRange): boolean {
	let from = first;
	while (from > 0 && from > first - maxSentence && !tokens[from]?.opens) from--;
	if (hasOtherFigure(tokens, from, first) || isLong(tokens, from)) return true;
	for (let at = from; at < tokens.length && at < last + maxSentence; at++) {
		const token = tokens[at];
		if (!token || (at > last && (token.opens || token.lower === 'and'))) return false;
		if (!/^(?:within|in|during|over|by|between|after|inside)$/u.test(token.lower)) continue;
		const [next = '', after = '', third = ''] = [1, 2, 3].map((by) => tokens[at + by]?.lower ?? '');
		if (token.lower === 'between' || months.has(next) || /^(?:19|20)\d\d$/u.test(next)) return true;
		if (isTimeFrame(next, after, third)) return true;
	}
	return false;
}

const emptyToken: Token = { form: 'mark', text: '', lower: '', quoted: false, opens: false, from: 0, to: 0 };

/** "From 22 to 9 minutes", "from weeks to days". */
function startsRange(tokens: readonly Token[], index: number): boolean {
	if ([1, 2, 3].some((by) => isNumber(tokens[index + by] ?? emptyToken))) return true;
	return [2, 3, 4, 5, 6].some((by) => tokens[index + by]?.lower === 'to');
}

/** "Within one quarter", "in six months", "over the year". */
function isTimeFrame(next: string, after: string, third: string): boolean {
	return timeUnits.has(after) || timeUnits.has(next) || (timeUnits.has(third) && /^(?:the|a|its|our)$/u.test(next));
}

/** Whether the sentence around a figure says that it is how things were. */
function isOfPast(tokens: readonly Token[], index: number): boolean {
	if ([1, 2, 3].some((by) => /^(?:before|earlier|previously|originally)$/u.test(tokens[index + by]?.lower ?? '')))
		return true;
	const isStart = (by: number) =>
		tokens[index + by]?.lower === 'when' && /^(?:i|we|it)$/u.test(tokens[index + by + 1]?.lower ?? '');
	if ([1, 2, 3, 4, 5].some(isStart)) return true;
	if ([1, 2, 3].some((by) => /^(?:stood|hovered|averaged|started)$/u.test(tokens[index - by]?.lower ?? '')))
		return true;
	if (/^(?:%|％|percent)$/u.test(tokens[index + 1]?.lower ?? '')) return false;
	if (/^(?:was|were|been|took|at)$/u.test(leadingWord(tokens, index)?.lower ?? '')) return true;
	const hasUnit = timeUnits.has(tokens[index + 1]?.lower ?? '');
	for (let at = index; at >= 0 && at > index - maxWordsToVerb; at--) {
		const token = tokens[at];
		if (!token) return false;
		if (pasts.has(token.lower) || (token.lower === 'been' && tokens[at - 1]?.lower === 'had')) return true;
		if (hasUnit && at > index - 4 && /^(?:was|were|took|had)$/u.test(token.lower)) return true;
		if (token.opens) return false;
	}
	return false;
}

const measuring =
	/^(?:measur(?:ed|ing|ements?)|timed|benchmark(?:ed|ing|s)?|counted|surveyed|sampled|tracked|clocked|logged|logging|recorded|noted|counter|instrumented|compared|histogram|percentiles?|metered|baseline|graphed|plotted|stopwatch)$/u;
const peopled = wordSet(
	'people engineers developers teams team squads users customers colleagues members leads managers nurses analysts',
);
const goalWords = wordSet('to under below within by at least than of in over every for');
const notBase = wordSet('for in within after every last next past over by under below to least than about each until');

/**
 * Whether what is told before the Result says how things were or how they were measured.
 *
 * @param isGoal whether figures in it say what was aimed at
 * @param result the words of the Result, for what is counted in both
 */
export function tellsBefore(tokens: readonly Token[], isGoal: boolean, result: readonly Token[]): boolean {
	const spoken = new Set(
		result.filter(({ form, lower }) => form === 'word' && lower.length > 3).map(({ lower }) => lower),
	);
	return tokens.some((token, index) => {
		if (token.form === 'word' && measuring.test(token.lower)) return true;
		if (isGoal && isNumber(token) && ![1, 2].some((by) => peopled.has(tokens[index + by]?.lower ?? '')))
			return true;
		if (token.lower === 'how' && /^(?:long|many|often|much)$/u.test(tokens[index + 1]?.lower ?? '')) return true;
		if (!isNumber(token)) return false;
		const before = tokens[index - 1]?.lower ?? '';
		const [next, after] = [tokens[index + 1]?.lower ?? '', tokens[index + 2]?.lower ?? ''];
		if (peopled.has(next) || peopled.has(after)) return false;
		if (!isGoal && (spoken.has(next) || spoken.has(after)) && !timeUnits.has(next)) return true;
		if (isGoal && before === 'the' && (spoken.has(next) || spoken.has(after))) return true;
		if (isGoal && /^(?:the|those|our|its|these|was|is|took|takes|taking|cost|costs|lasted|needed)$/u.test(before))
			return true;
		if (isGoal && measures(tokens, index) && !goalWords.has(before) && !/^(?:%|％|percent)$/u.test(next))
			return true;
		if (before === 'from') return true;
		const isAmount =
			timeUnits.has(next) || /^(?:%|％|percent|[$€£])$/u.test(next) || /^\d[\d.,]*[a-z]+$/u.test(token.lower);
		const isPriced = /^[$€£]$/u.test(before);
		return !isGoal && (isAmount || isPriced) && !notBase.has(before) && !/^(?:ago|later|of)$/u.test(after);
	});
}
