import type { Token, TokenRange } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';
import { common, isFunction } from './names.ts';
import { isI } from './subjects.ts';

/** A team of others that a story names. */
export interface OtherTeam {
	/** As a question names it: `the Ledger team`. */
	readonly name: string;
	/** Index of the passage that names it, and where. */
	readonly passage: number;
	readonly range: TokenRange;
}

const groups = wordSet('team squad group department guild tribe desk');
/** What an author does with or to others. */
const towards = wordSet(
	'with from convinced persuaded asked met told showed visited interviewed called approached against',
);
/** Verbs of sides that are not the author's. */
const acts =
	/^(?:want|need|fear|refus|insist|object|argu|disagree|resist|doubt|worr|publish|own|depend|push|block|hesitat|feel|felt|thought)\p{L}*$/u;
const views =
	/^(?:sa(?:id|ys?)|told|tells?|thank\p{L}*|prais\p{L}*|wrote|asks?|asked|adopt\p{L}*|call(?:s|ed)|happy|glad|pleased|love[ds]?|agree[ds]?|accept\p{L}*|like[ds]?|signed|approv\p{L}*|requested|still|now|later|cop(?:y|ied)|us(?:e|es|ed)|satisfied|content|confirm\p{L}*|appreciat\p{L}*|complain\p{L}*)$/u;
/** Verbs and prepositions by which an author belongs to a team. */
const belongs =
	/^(?:am|was|were|joined|lead|leads|led|leading|headed|manage[ds]?|managing|ran|run|worked|working|work|came|moved|owned|sat|in|on|member|within|rejoined|lead's)$/u;

/** As many words behind a team as its view is looked for in. */
const maxWordsToView = 6;

/**
 * The first team of others that a story names and that has a part in it, where nothing tells what they say of the
 * outcome. Says nothing of a team that may be the author's own.
 *
 * @param passages the words of its sections
 * @param own the team that the story's field names
 */
export function otherTeamIn(passages: readonly (readonly Token[])[], own?: string): OtherTeam | undefined {
	const known = passages.flatMap((tokens, passage) => teamsIn(tokens).map((team) => ({ ...team, passage, tokens })));
	const unsure = new Set(known.filter(({ tokens, range }) => mayBeOwn(tokens, range)).map(({ key }) => key));
	const heard = new Set(known.filter(({ tokens, range }) => tellsView(tokens, range)).map(({ key }) => key));
	const found = known.find(
		({ key, tokens, range }) =>
			!unsure.has(key) && !heard.has(key) && own?.toLowerCase().includes(key) !== true && hasPart(tokens, range),
	);
	return found && { name: found.name, passage: found.passage, range: found.range };
}

interface NamedTeam {
	readonly name: string;
	/** The words of its name in lower case. */
	readonly key: string;
	readonly range: TokenRange;
}

/** Departments that are called by their name alone, with a capital. */
const departments =
	/^(?:Legal|Finance|Sales|Marketing|Procurement|Compliance|Risk|Operations|Product|Design|Security|Audit|Support|Accounting|Logistics)$/u;

/** "the Ledger team", "the data science group", "Legal". */
function teamsIn(tokens: readonly Token[]): readonly NamedTeam[] {
	return tokens.flatMap((token, last): readonly NamedTeam[] => {
		if (token.quoted) return [];
		if (departments.test(token.text) && isAlone(tokens, last))
			return [{ name: token.text, key: token.lower, range: { first: last, last } }];
		if (!groups.has(token.lower)) return [];
		let first = last;
		while (first > last - 4 && isNamePart(tokens[first - 1])) first--;
		if (first === last || tokens[first - 1]?.lower !== 'the') return [];
		const words = tokens.slice(first, last);
		if (words.some(({ lower }) => common.has(lower))) return [];
		const name = words.map(({ text }) => text).join(' ');
		return [{ name: `the ${name} ${token.text}`, key: name.toLowerCase(), range: { first: first - 1, last } }];
	});
}

/** Whether a department's name is no part of a longer one, as in "the Head of Product" or "Security Review". */
function isAlone(tokens: readonly Token[], index: number): boolean {
	const [before, next] = [tokens[index - 1], tokens[index + 1]];
	if (before && !tokens[index]?.opens && /^(?:of|the|an?|our|my|in|&|and|or)$|^\p{Lu}/u.test(before.text))
		return false;
	return (
		!next ||
		next.opens ||
		!(/^\p{Lu}/u.test(next.text) || /^(?:&|and|or|'s|’s|team|lead|manager)$/u.test(next.lower))
	);
}

function isNamePart(token: Token | undefined): boolean {
	if (token?.form !== 'word' || token.opens || isI(token)) return false;
	return /^\p{Lu}/u.test(token.text) || isFunction(token.lower);
}

/** Whether the sentence before a team may make it the author's own: "I was a developer on the Ledger team". */
function mayBeOwn(tokens: readonly Token[], { first }: TokenRange): boolean {
	if (belongs.test(tokens[first - 1]?.lower ?? '')) return true;
	for (let at = first - 1; at >= 0 && at > first - maxSentence; at--) {
		const token = tokens[at];
		if (!token) return false;
		if (isI(token) && belongs.test(tokens[at + 1]?.lower ?? '')) return tokens[at + 1]?.lower !== 'sat';
		if (/^(?:my|our|we)$/u.test(token.lower)) return true;
		if (token.opens) return /^(?:as|lead|leading|joined|working|while)$/u.test(token.lower);
	}
	return false;
}

/** As far, in words and marks, as a sentence is searched. */
const maxSentence = 40;

function tellsView(tokens: readonly Token[], { last }: TokenRange): boolean {
	for (let at = last + 1; at <= last + maxWordsToView; at++) {
		const token = tokens[at];
		if (!token || token.opens || (token.lower === 'and' && !isNamed(tokens[at + 1]))) return false;
		if (token.quoted || views.test(token.lower) || token.lower === "'s" || token.lower === '’s') return true;
	}
	return false;
}

/** Whether what follows "and" is somebody else, who has a view together with the team. */
function isNamed(token: Token | undefined): boolean {
	return token !== undefined && (/^(?:the|their)$/u.test(token.lower) || /^\p{Lu}/u.test(token.text)) && !isI(token);
}

function isPerson(token: Token | undefined): boolean {
	return (
		token !== undefined &&
		(/^\p{Lu}/u.test(token.text) ||
			/^(?:,|person|somebody|someone|colleague|engineer|developer|designer|analyst|lead|manager|one)s?$/u.test(
				token.lower,
			))
	);
}

function hasPart(tokens: readonly Token[], { first, last }: TokenRange): boolean {
	const before = tokens[first - 1]?.lower ?? '';
	// “Ivo from the Search team” is one person.
	if (before === 'from' && isPerson(tokens[first - 2])) return false;
	// A department also gives what everybody gets from it: "a budget from HR".
	return (towards.has(before) && (before !== 'from' || first < last)) || acts.test(tokens[last + 1]?.lower ?? '');
}
