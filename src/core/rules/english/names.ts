import type { Token } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';

/*
 * Traces of an answer: words without which a passage can't answer a question. Finding one proves little, finding none
 * says that nothing was answered.
 */

const mentees = wordSet(
	'he she him her his hers mentee mentees junior juniors intern interns graduate graduates newcomer ' +
		'newcomers joiner joiners hire hires apprentice apprentices student students trainee trainees ' +
		'participant participants attendee attendees colleague colleagues engineer engineers developer ' +
		'developers analyst analysts person people everyone everybody anyone anybody someone somebody pair ' +
		'learner learners teammate teammates designer designers scientist scientists tester testers ' +
		'programmer programmers beginner beginners starter starters member members manager managers ' +
		'contractor contractors seniors both who',
);

/** These speak of things as often as of persons. */
const plurals = wordSet('they them their theirs themselves');

/** Whether a passage has a word that may stand for somebody who was taught as well as for a thing. */
export function maySpeakOfMentee(tokens: readonly Token[]): boolean {
	return tokens.some(({ lower }) => plurals.has(lower));
}

const teams = wordSet(
	'team teams squad squads group groups department departments company org organisation organization ' +
		'guild chapter office offices crew we our ours us others everyone everybody anyone anybody colleagues ' +
		'teammates rota engineers developers analysts people juniors newcomers joiners hires seniors ' +
		'reviewers participants attendees wiki guide handbook unit division lab staff peers rest interns',
);

/** Whether a passage speaks of somebody who was taught: a pronoun, a role, or one of `names`. */
export function speaksOfMentee(tokens: readonly Token[], names: ReadonlySet<string>): boolean {
	return tokens.some(({ form, text, lower }) => form === 'word' && (mentees.has(lower) || names.has(nameOf(text))));
}

/** Whether a passage speaks of a team or of others than the teller and the one who was taught. */
export function speaksOfTeam(tokens: readonly Token[]): boolean {
	return tokens.some(({ form, lower }) => form === 'word' && teams.has(lower));
}

/** Capitalised words that stand within a sentence, or begin one and are no common word: mostly names. */
export function namesIn(tokens: readonly Token[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { form, text, lower, opens } of tokens) {
		if (form === 'word' && isCapitalised(text) && !common.has(lower) && !opens) names.add(nameOf(text));
	}
	return names;
}

/** Names that a sentence begins with, for a passage too short to have them elsewhere: "Yara ships alone". */
export function openingNames(tokens: readonly Token[]): readonly string[] {
	return tokens.flatMap((token, index) => {
		const next = tokens[index + 1];
		if (!token.opens || token.form !== 'word' || !isCapitalised(token.text) || common.has(token.lower)) return [];
		// What a person does is said by the word after the name; a thing in that place mostly has an article or a
		// plural.
		return next && personal.test(next.lower) && !token.lower.endsWith('s') ? [nameOf(token.text)] : [];
	});
}

/** Verbs of people, in the past or in the third person. */
const personal =
	/^(?:ship|merg|present|own|led|leads|wrote|writes|solv|design|explain|pass|taught|teach|join|learn|run|ran|review|fix|built|builds|mov|mentor|can|now|became|becom|took|takes|has|had|was|went|goes|got|gets|and|cut|carri|gave|gives|answer|start|complet|finish|found|finds|made|makes|handl|deliver|grew|spoke|speaks|told|tells)/u;

function nameOf(text: string): string {
	return text.replace(/['’]s$/u, '');
}

/** Whether the word begins like a name. */
function isCapitalised(text: string): boolean {
	return /^\p{Lu}\p{Ll}/u.test(text);
}

/** Words that are capitalised where they begin a sentence, or always, and name nobody. */
export const common = wordSet(
	'the a an i we our my it its this that these those in on at by for from to of with and or but so as ' +
		'if when while after before since until all both each every no not nobody everyone everybody she he ' +
		'they her his their one two three four five six seven eight nine ten most many several some any there ' +
		'then now today later finally first second third next last build builds test tests costs cost time ' +
		'times conversion throughput reviews review monday tuesday wednesday thursday friday saturday sunday ' +
		'january february march april may june july august september october november december spring summer ' +
		'autumn winter english java python rust kafka postgres kubernetes go react',
);

const optionWords =
	/^(?:options?|alternatives?|versus|vs|either|whether|choices?|choose|chose|choosing|candidates?|competing|approach(?:es)?|camps?|propos(?:al|als|ed)|prefer(?:red|s|ence)?|favou?r(?:ed|s|ite)?|lean(?:ed|ing|t)|instead|rather|compar(?:e|ed|ing|ison)|argued|argument|disagree(?:d|ment)?|objected|opposed|split|debate(?:d)?|contenders?|between|pick(?:ed)?|shortlist(?:ed)?|doubted|convinced|counter-?arguments?|trade-?offs?|pros|others?|or|against|opposite|sceptical|skeptical|suggested|vot(?:ed?|ing)|bake-off|spike)$/u;

/** These say that there was a choice only where the choice is described; elsewhere they are too common. */
const onlyInSetting: ReadonlySet<string> = new Set([
	'or',
	'other',
	'others',
	'between',
	'instead',
	'rather',
	'split',
	'against',
	'pick',
	'picked',
	'approach',
	'whether',
	'argument',
]);

const counts = wordSet('two three four five six seven several many different competing both various');
const kindsOfOption = wordSet(
	'ways routes paths designs solutions vendors schools models libraries frameworks engines drafts answers opinions ' +
		'views sides factions strategies products databases languages architectures philosophies',
);

/** "There were two ways to store it": a choice that is counted. */
function countsOptions(tokens: readonly Token[], index: number): boolean {
	if (!counts.has(tokens[index]?.lower ?? '')) return false;
	return [1, 2].some((by) => kindsOfOption.has(tokens[index + by]?.lower ?? ''));
}

const partOfSome = wordSet('half some part most majority minority few many faction others rest');
const wishes =
	/^(?:want(?:ed)?|wish(?:ed)?|lik(?:ed)?|push(?:ed)?|vot(?:ed)?|pray(?:ed)?|swore|insist(?:ed)?|lobb(?:y|ied)|love[ds]?|hop(?:ed)?)$/u;
/** As many words after "half" as are searched for what it wanted. */
const maxWordsToWish = 6;

/** "Half the room wanted GraphQL": a wish that not everybody has. */
function partWishes(tokens: readonly Token[], index: number): boolean {
	if (!partOfSome.has(tokens[index]?.lower ?? '')) return false;
	for (let at = index + 1; at <= index + maxWordsToWish; at++) {
		const token = tokens[at];
		if (!token || token.opens || token.form !== 'word') return false;
		if (wishes.test(token.lower)) return true;
	}
	return false;
}

const weighing = /^(?:evaluat|benchmark|trial|assess|prototyp|weigh|pilot)(?:e|ed|ing|led|ling)?$/u;

/** "We had evaluated Temporal": what is weighed is an option; "our group was evaluated" weighs none. */
function weighs(tokens: readonly Token[], index: number): boolean {
	if (!weighing.test(tokens[index]?.lower ?? '')) return false;
	const before = [tokens[index - 1]?.lower ?? '', tokens[index - 2]?.lower ?? ''];
	return (
		!before.some((lower) => /^(?:was|were|is|are|be|been|being|got)$/u.test(lower)) && isObject(tokens[index + 1])
	);
}

/** Whether what follows a verb can be what it is done to. */
function isObject(token: Token | undefined): boolean {
	return token?.form === 'word' && !token.opens && !/^(?:by|every|each|in|on|at|for)$/u.test(token.lower);
}

/** "A replacement for our ring", "to replace it with". */
function replaces(tokens: readonly Token[], index: number): boolean {
	const [lower, next] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
	return /^(?:replacements?|successors?|substitutes?)$/u.test(lower) && /^(?:for|to|of)$/u.test(next);
}

/**
 * Whether a passage lets the listener see that there was a choice.
 *
 * @param setting whether it is where the choice is described, Situation or Task
 */
export function speaksOfOptions(tokens: readonly Token[], setting: boolean): boolean {
	return tokens.some(
		({ form, lower }, index) =>
			form === 'word' &&
			((optionWords.test(lower) && (setting || !onlyInSetting.has(lower))) ||
				(setting && (countsOptions(tokens, index) || partWishes(tokens, index))) ||
				weighs(tokens, index) ||
				replaces(tokens, index)),
	);
}

const functions = wordSet(
	'product design legal security finance sales marketing operations ops support research platform ' +
		'infrastructure mobile backend back-end frontend front-end compliance qa sre analytics procurement hr ' +
		'hardware firmware data ml billing payments checkout logistics engineering editorial risk audit ' +
		'auditors accounting vendor vendors supplier suppliers science scientists designers lawyers customer ' +
		'web ios android devops architecture brand growth search identity fraud purchasing manufacturing ' +
		'production warehouse nursing wards pharmacy',
);

/** Whether a word names what a team does: `payments`, `legal`. */
export function isFunction(lower: string): boolean {
	return functions.has(lower);
}

const groups = wordSet(
	'team teams squad squads group groups tribe tribes guild guilds department departments org desk side ' +
		'folks people engineers developers crew unit office',
);

/**
 * Whether a passage names the teams that had to agree: two functions or names of groups, or one of them beside the
 * teller's own.
 */
export function namesTeams(tokens: readonly Token[]): boolean {
	const found = new Set<string>();
	// What can't be but a team.
	const certain = new Set<string>();
	for (const [index, { form, text, lower, opens }] of tokens.entries()) {
		if (form !== 'word') continue;
		const next = tokens[index + 1];
		const previous = tokens[index - 1]?.lower ?? '';
		if (functions.has(lower) && !isAttribute(lower, next)) {
			found.add(lower);
			if (isCapitalised(text)) certain.add(lower);
		} else if (isCapitalised(text) || /^\p{Lu}{2,5}$/u.test(text)) {
			const besideGroup = groups.has(next?.lower ?? '') || groups.has(previous);
			if (!common.has(lower) && lower !== 'i' && (!opens || besideGroup || acts.test(next?.lower ?? '')))
				found.add(lower);
			if (!common.has(lower) && besideGroup) certain.add(lower);
		}
	}
	return found.size >= 2 || (certain.size > 0 && speaksOfOwnSide(tokens));
}

/** "My team", "our cloud squad", "and I", "us": the teller's own side, which is a team too. */
function speaksOfOwnSide(tokens: readonly Token[]): boolean {
	return tokens.some(({ lower, quoted }, index) => {
		if (quoted) return false;
		if (lower === 'my' || lower === 'our') return [1, 2].some((by) => groups.has(tokens[index + by]?.lower ?? ''));
		const [before, after] = [tokens[index - 1]?.lower, tokens[index + 1]?.lower];
		if (lower === 'i') return before === 'and' || after === 'and';
		return lower === 'we' || lower === 'us' || lower === 'ours';
	});
}

/** "Customer record" and "data contract" name things, "customer support" and "data science" name people. */
function isAttribute(lower: string, next: Token | undefined): boolean {
	if (
		!/^(?:customer|data|web|product|design|search|payments?|production|platform|identity|security|support|risk|architecture|production)$/u.test(
			lower,
		)
	)
		return false;
	if (!next || next.form !== 'word') return false;
	return !(
		functions.has(next.lower) ||
		groups.has(next.lower) ||
		acts.test(next.lower) ||
		/^(?:and|or|had|team's|lead|leads|managers?)$/u.test(next.lower)
	);
}

/** Verbs that sides have in a disagreement. */
const acts =
	/^(?:want|need|fear|ship|had|has|have|was|were|publish|own|store|stor|compute|promis|ask|insist|refus|use|thought|felt|prefer|argu|care|deploy|built|wrote|could|would|and|each|did|said|blam|wait|depend)/u;
