import type { Passage } from '../../story/passage.ts';
import type { Token } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';
import { isNumber, measures, timeUnits } from './numbers.ts';

/**
 * Whether a Result says how much changed: in numbers, or in words such as "halved", "from weeks to days" or "no page
 * since". Says yes where it can't tell.
 */
export function tellsHowMuch({ tokens, opaque }: Pick<Passage, 'tokens' | 'opaque'>): boolean {
	if (opaque) return true;
	return tokens.some((token, index) => {
		if (token.form === 'code') return measuredInCode.test(token.lower);
		if (token.form === 'mark') return token.lower === '%' && !isNumberAt(tokens, index - 1);
		return (isNumber(token) && measures(tokens, index)) || saysInWords(tokens, index, token.lower);
	});
}

/** `5.8s` or `€300` in code is a measurement, `v2` and `p95` are names. */
const measuredInCode = /^[<>~]?[$€£]?\d[\d.,]*\s?(?:[%x×]|µs|ms|s|m|h|k|[kmgt]i?b|rps|qps|[a-z]+\/s)?$/u;

function isNumberAt(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	return token !== undefined && isNumber(token);
}

/** Words that are a measure by themselves. */
const measuring =
	/^(?:halv(?:ed|es|ing)|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebled|quadrupl(?:ed|es|ing)|quintupled|\p{L}+-?fold|fortnight|tbd|tbc|todo|xx|(?:two|three)-(?:thirds|quarters|fifths))$/u;

const frequencies = wordSet('hourly daily nightly weekly fortnightly monthly quarterly yearly annually annual');
const negations = wordSet("no not never nobody none nothing without hasn't haven't neither zero");
const countable = wordSet(
	'page pages paging incident incidents outage outages downtime complaint complaints regression ' +
		'regressions failure failures defect defects loss losses ticket tickets escalation escalations ' +
		'rollback rollbacks hotfix hotfixes accident accidents error errors bug bugs',
);
const comparisons = wordSet('of off less fewer more faster cheaper smaller larger shorter');
const within = wordSet(
	'in into within under inside to only just than takes took takes about by half every per another one once',
);

/** Expressions that begin at `index` and say how much in words. */
function saysInWords(tokens: readonly Token[], index: number, lower: string): boolean {
	const next = tokens[index + 1]?.lower ?? '';
	const previous = tokens[index - 1]?.lower ?? '';
	if (measuring.test(lower) || isDeadline(tokens, index)) return true;
	switch (lower) {
		case 'twice':
			return next === 'as' || next === 'the';
		case 'half':
			return previous !== 'second' && previous !== 'first' && previous !== 'other';
		case 'third':
		case 'quarter':
		case 'fifth':
		case 'tenth':
			return (
				(previous === 'a' || previous === 'one') && (comparisons.has(next) || tokens[index - 2]?.lower === 'by')
			);
		case 'thirds':
		case 'quarters':
			return isNumberAt(tokens, index - 1);
		case 'magnitude':
			return previous === 'of';
		case 'first':
			return next === 'time' && (previous === 'the' || previous === '');
		case 'no':
			return next === 'longer' || countable.has(next);
		case 'zero':
			return true;
		case 'single':
			return (
				/^(?:a|one)$/u.test(previous) &&
				(negations.has(tokens[index - 2]?.lower ?? '') ||
					(spans.has(next) && within.has(tokens[index - 2]?.lower ?? '')))
			);
		case 'since':
			return sentenceHas(tokens, index, negations);
		case 'anymore':
			return sentenceHas(tokens, index, negations);
		case 'same':
			return spans.has(next);
		case 'noon':
		case 'midday':
		case 'lunch':
			return previous === 'by' || previous === 'before';
		case 'used':
			return next === 'to' && sentenceHas(tokens, index, presentTimes);
		case 'a':
		case 'an':
		case 'one':
		case 'the':
			if (lower === 'one' && spans.has(next) && /^(?:in|within|over)$/u.test(previous)) return true;
			if (
				timeUnits.has(next) &&
				/^(?:earlier|early|sooner|ahead|faster|less|longer|shorter|saved)$/u.test(
					tokens[index + 2]?.lower ?? '',
				)
			)
				return true;
			return (
				(timeUnits.has(next) || (previous === 'within' && spans.has(next))) &&
				within.has(previous) &&
				!/^(?:later|ago|or|of|when|we|I)$/u.test(tokens[index + 2]?.lower ?? '') &&
				(lower !== 'the' || previous === 'within')
			);
	}
	if (frequencies.has(lower)) return sentenceHas(tokens, index, frequencies, lower) || previous === 'of';
	return timeUnits.has(lower) && comparesUnits(tokens, index);
}

const ordinals = wordSet(
	'first second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th',
);
/** Stretches of time that are too loose to be units. */
const spans: ReadonlySet<string> = new Set([
	...timeUnits,
	...wordSet('morning afternoon evening shift sitting pass break term semester go'),
]);
const occasions = wordSet(
	'release iteration attempt run try deploy deployment session rehearsal migration rollout batch delivery shipment ' +
		'round audit inspection wave cycle',
);

/** "By the second day", "by the third release": how soon. */
function isDeadline(tokens: readonly Token[], index: number): boolean {
	const [preposition, article, ordinal, occasion] = [-2, -1, 0, 1].map((by) => tokens[index + by]?.lower ?? '');
	return (
		ordinals.has(ordinal ?? '') &&
		article === 'the' &&
		/^(?:by|within|before|from|since)$/u.test(preposition ?? '') &&
		(spans.has(occasion ?? '') || occasions.has(occasion ?? ''))
	);
}

const presentTimes = wordSet('now today nowadays');

/** "From weeks to days", "minutes instead of hours", "seconds rather than hours", "not days". */
function comparesUnits(tokens: readonly Token[], index: number): boolean {
	const previous = tokens[index - 1]?.lower;
	if (previous === 'from') return tokens.slice(index + 1, index + 5).some(({ lower }) => timeUnits.has(lower));
	const next = tokens[index + 1]?.lower;
	if (next === 'instead' || next === 'rather' || next === 'not')
		return timeUnits.has(tokens[index + (next === 'not' ? 2 : 3)]?.lower ?? '');
	return false;
}

/** Whether the sentence around `index` holds one of `words` besides `except`. */
function sentenceHas(tokens: readonly Token[], index: number, words: ReadonlySet<string>, except?: string): boolean {
	const has = (at: number) => {
		const lower = tokens[at]?.lower ?? '';
		return lower !== except && words.has(lower);
	};
	for (let at = index; at >= 0 && at > index - maxSentenceLength; at--) {
		if (has(at)) return true;
		if (tokens[at]?.opens) break;
	}
	for (let at = index + 1; at < tokens.length && at < index + maxSentenceLength && !tokens[at]?.opens; at++)
		if (has(at)) return true;
	return false;
}

/** As far, in words and marks, as a sentence is searched; it keeps text without full stops linear. */
const maxSentenceLength = 60;
