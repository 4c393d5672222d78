import type { Token, TokenRange } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';
import { isNumber, timeUnits } from './numbers.ts';
import { isI } from './subjects.ts';
import { endsClause, isAdverb, isWork, subjectsOf, subordinators } from './verbs.ts';

const particles = wordSet('up out down off over in back away through together forward');
const persons = wordSet('we you he she they who somebody someone nobody everyone');
const pasts = wordSet("was were wasn't weren't");

/** `By` names no actor before these: a time, a manner, a measure. */
const noActor =
	/^(?:hand|default|design|then|now|noon|midnight|mistake|accident|e?-?mail|phone|post|region|country|tenant|batch|team|service|month|week|day|year|\p{L}+ing|\p{L}+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|q[1-4]|end|start|beginning|close|time|deadline|means|way|half|next|last|late|early|mid|christmas|easter)$/u;

/** Behind an article, these still are a time or a manner. */
const noActorAfterArticle = wordSet(
	'end start beginning close time deadline middle turn following next last factor third quarter half ' +
		'weekend morning evening summer spring winter autumn release month week year day',
);

/**
 * Finds the phrases that tell of work and not whose it was, such as `was quickly rewritten`. What others say is left
 * out.
 */
export function hiddenDoers(tokens: readonly Token[]): readonly TokenRange[] {
	const found: TokenRange[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (!token || token.quoted || token.form !== 'word') continue;
		const participle = participleAfter(tokens, index);
		if (participle === undefined) continue;
		if (isHiding(tokens, index, participle)) found.push({ first: index, last: lastOf(tokens, participle) });
		index = participle;
	}
	return found;
}

/**
 * The index of the participle that makes a past passive with the auxiliary at `index`: was …, has been …, had been ….
 */
function participleAfter(tokens: readonly Token[], index: number): number | undefined {
	const lower = tokens[index]?.lower ?? '';
	let at = skipAdverbs(tokens, index + 1);
	if (lower === 'has' || lower === 'have' || lower === 'had') {
		if (tokens[at]?.lower !== 'been') return undefined;
		at = skipAdverbs(tokens, at + 1);
	} else if (!pasts.has(lower)) return undefined;
	if (tokens[at]?.lower === 'being') at = skipAdverbs(tokens, at + 1);
	const token = tokens[at];
	return token && !token.opens && isWork(token.lower) ? at : undefined;
}

function skipAdverbs(tokens: readonly Token[], index: number): number {
	let at = index;
	while (at < index + 3 && isAdverb(tokens[at]?.lower ?? '') && !tokens[at]?.opens) at++;
	return at;
}

function lastOf(tokens: readonly Token[], participle: number): number {
	const next = tokens[participle + 1];
	return next && particles.has(next.lower) && isParticle(tokens, participle + 1) ? participle + 1 : participle;
}

/** "Set up" and "rolled out", but not "rolled out" of the hangar or "written in Perl". */
function isParticle(tokens: readonly Token[], index: number): boolean {
	const lower = tokens[index]?.lower;
	return lower !== 'in' && lower !== 'over' && lower !== 'through' && lower !== 'back'
		? true
		: endsClause(tokens[index + 1]?.lower ?? '.');
}

function isHiding(tokens: readonly Token[], index: number, participle: number): boolean {
	const clause = clauseBefore(tokens, index);
	const subject = clause.at(-1);
	if (!subject || clause.some((token) => token.quoted || isI(token))) return false;
	if (
		clause.some(
			({ lower }, at) => subordinators.has(lower) && !isSinceThen(clause, at) && !isLeadingTime(clause, at),
		)
	)
		return false;
	if (clause.some(({ lower }) => persons.has(lower)) || clause.length > maxSubjectLength) return false;
	if (isUndone(clause, tokens.slice(index, participle)) || isBackground(tokens, participle)) return false;
	if (isDealtWith(tokens, participle)) return false;
	const lower = tokens[participle]?.lower ?? '';
	if (isNews(clause, lower) || isSetting(tokens, participle)) return false;
	const wanted = subjectsOf(lower);
	if (wanted && !clause.some((token) => wanted.has(token.lower))) return false;
	return !isOrigin(tokens, participle) && !namesActor(tokens, participle);
}

/** More words than this before the verb belong to a sentence that is not understood here. */
const maxSubjectLength = 14;

/** The words from the beginning of the clause to the verb at `index`. */
function clauseBefore(tokens: readonly Token[], index: number): readonly Token[] {
	let from = index;
	while (
		from > 0 &&
		index - from <= maxSubjectLength &&
		!tokens[from]?.opens &&
		!endsClause(tokens[from - 1]?.lower ?? '')
	)
		from--;
	return tokens.slice(from, index);
}

/** "The bug was reported in May": how the teller came to know, and nobody's work. */
function isNews(subject: readonly Token[], participle: string): boolean {
	return (
		/^(?:reported|filed|raised|logged|opened|escalated)$/u.test(participle) &&
		subject.some(({ lower }) =>
			/^(?:bug|issue|ticket|incident|defect|fault|problem|complaint|outage|request)s?$/u.test(lower),
		)
	);
}

/** "Was set to 30 seconds", "was split across two repositories": how something is, and not what was done. */
function isSetting(tokens: readonly Token[], participle: number): boolean {
	const [lower, next] = [tokens[participle]?.lower ?? '', tokens[participle + 1]?.lower ?? ''];
	return (
		(lower === 'set' && (next === 'to' || next === 'at')) ||
		((lower === 'split' || lower === 'shared' || lower === 'distributed') &&
			/^(?:across|between|among)$/u.test(next))
	);
}

const none = wordSet('nothing none neither no nobody hardly little few');
const never = wordSet("never not hardly rarely seldom barely wasn't weren't");

/** "Nothing was documented", "was never tested": what was not done has no doer. */
function isUndone(subject: readonly Token[], verb: readonly Token[]): boolean {
	return none.has(subject[0]?.lower ?? '') || verb.some(({ lower }) => never.has(lower));
}

/** "Was reported in May, and I fixed it", "was deprecated, so I …": the sentence goes on to who acts. */
function isBackground(tokens: readonly Token[], participle: number): boolean {
	for (let at = participle + 1; at <= participle + maxWordsToActor; at++) {
		const token = tokens[at];
		if (!token || token.opens) return false;
		if (isI(token) && leadsToActor.has(tokens[at - 1]?.lower ?? '')) return true;
	}
	return false;
}

/** "Half of the sensors were glued to the wrong side. I turned them round": what the teller then deals with. */
function isDealtWith(tokens: readonly Token[], participle: number): boolean {
	let at = participle + 1;
	const end = participle + maxWordsToActor;
	while (at <= end && tokens[at] && !tokens[at]?.opens) at++;
	const next = tokens[at];
	if (!next?.opens || !isI(next)) return false;
	// The first sentence sets the scene.
	if (participle <= maxSubjectLength && !tokens.slice(1, participle).some(({ opens }) => opens)) return true;
	while (++at <= end && tokens[at] && !tokens[at]?.opens) {
		if (/^(?:it|them|those|that|this|these)$/u.test(tokens[at]?.lower ?? '')) return true;
	}
	return false;
}

const leadsToActor = wordSet('and but so yet until before which when ; , : – —');

function isSinceThen(clause: readonly Token[], index: number): boolean {
	return clause[index]?.lower === 'since' && clause[index + 1]?.lower === 'then';
}

/**
 * "After the review a plan was drafted": the first word is a preposition where no verb follows it before the subject.
 */
function isLeadingTime(clause: readonly Token[], index: number): boolean {
	return (
		index === 0 &&
		/^(?:after|before|until|as)$/u.test(clause[0]?.lower ?? '') &&
		/^(?:that|this|a|the)$/u.test(clause[1]?.lower ?? '') &&
		clause.length < 7
	);
}

/** "Was bought in 2011", "was built on sand", "were designed for one region": how a thing came to be, long ago. */
function isOrigin(tokens: readonly Token[], participle: number): boolean {
	const lower = tokens[participle]?.lower ?? '';
	const next = tokens[participle + 1]?.lower ?? '';
	const after = tokens[participle + 2]?.text ?? '';
	if (next === 'in' && /^(?:19|20)\d\d$/u.test(after)) return true;
	if (isLongAgo(tokens, participle)) return true;
	if (!/^(?:written|built|designed|made|created|developed|introduced)$/u.test(lower)) return false;
	if (next === 'on' || next === 'around' || next === 'before' || next === 'as') return true;
	return next === 'for' ? lower === 'designed' : next === 'in' && /^\p{Lu}/u.test(after);
}

/** "Deprecated years before", "written long ago", "added two years earlier". */
function isLongAgo(tokens: readonly Token[], participle: number): boolean {
	if (/^(?:originally|once|already|previously|formerly)$/u.test(tokens[participle - 1]?.lower ?? '')) return true;
	for (let at = participle + 1; at <= participle + 5; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.form !== 'word') return false;
		if (
			/^(?:ago|earlier|previously|long|decades?|(?:19)?[5-9]0s|(?:fif|six|seven|eigh|nine)ties)$/u.test(
				token.lower,
			)
		)
			return true;
		if (token.lower === 'before' && at > participle + 1) return true;
	}
	return false;
}

/** As many words after the verb as are searched for its actor. */
const maxWordsToActor = 30;

/**
 * Whether "by" and an actor follow before the clause ends: "was reviewed by me", "was read and torn apart by Leila".
 */
function namesActor(tokens: readonly Token[], participle: number): boolean {
	for (let at = participle + 1; at <= participle + maxWordsToActor; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.text === ';' || token.text === ',' || pasts.has(token.lower)) return false;
		if (token.lower !== 'by') continue;
		const next = tokens[at + 1];
		if (!next || next.form === 'mark') return false;
		if (isNumber(next))
			return (
				!timeUnits.has(tokens[at + 2]?.lower ?? '') &&
				tokens[at + 2]?.text !== '%' &&
				tokens[at + 2]?.form === 'word'
			);
		if (/^(?:the|a|an|this|that)$/u.test(next.lower)) return !noActorAfterArticle.has(tokens[at + 2]?.lower ?? '');
		if (!noActor.test(next.lower)) return true;
	}
	return false;
}
