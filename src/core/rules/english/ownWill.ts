import type { Token } from '../../story/tokens.ts';
import { Phrases, phrase } from './phrases.ts';

/*
 * Whether the author decided, proposed, noticed or wanted something. In a Situation or a Task the verbs are listed with
 * which "I" does nothing of the kind, and any other one counts: what is not known here may be a decision. In an Action
 * every verb is a deed, so that there those are listed that decide.
 */

const vocabulary = {
	own: "(?:i|i'd|i've|we|we'd|we've) <adverb>*",
	adverb:
		'(?:(?:also|then|just|once|again|still|only|never|ever|not|always|first|now|soon|already|even|so|very|more|quite|' +
		'[a-z]+ly) )',
	/** "I" with one of these says what the author was, had, owed or liked. */
	neutral:
		'had|have|has|was|were|am|are|is|been|be|do|would|will|must|shall|needed|need|got|received|joined|worked|led|ran|owned|' +
		'maintained|managed|headed|supported|supervised|reported|served|lived|liked|loved|enjoyed|accepted|agreed|obeyed|' +
		'complied|felt|thought|found|knew|admired|respected|earned|lacked|owed|moved|came|became|remained|stayed',
	neutralIng: 'working|leading|running|owning|maintaining|managing|supporting|reporting|being|missing',
	participle:
		'[a-z]{2,}ed|written|seen|taken|shown|told|said|made|put|set|begun|thought|found|read|heard|sent|kept|given',
	decided:
		'decided|chose|proposed|suggested|volunteered|questioned|challenged|argued|pitched|insisted|objected|refused|' +
		'pushed|recommended|advocated|disagreed|doubted|lobbied|campaigned|nagged|applied|begged|resolved|opted|' +
		'declined|rejected|redefined|reframed|widened|narrowed|contested|countered|resisted|redirected|reversed',
};

/** Own will in words that leave no doubt, wherever they stand. */
const certain = [
	'myself|mine|unasked|unprompted|uninvited|beyond|counter-?[a-z]+|alternatives?|instead|volunteer(?:s|ed|ing)?|self-[a-z]+',
	'(?:my|our) (?:[a-z]+ )?(?:idea|proposal|suggestion|initiative|decision|plan|own|hand|request|insistence|choice|view|' +
		'opinion|condition|terms|answer|bet|hunch|hypothesis|ambition|goal|aim|name|move|mind)',
	'(?:up|left) to (?:me|us)|from me|with me|on top of|no mandate|made up|set out|talked (?:him|her|them)',
	'(?:struck|bothered|annoyed|worried|puzzled|bugged|irritated|occurred|clear) (?:[a-z]+ )?(?:to )?(?:me|us)|dawned on (?:me|us)',
	'(?:goals?|targets?|ambitions?|bar|aims?|conditions?) (?:for|beyond|above|of) (?:my|our|it|that)',
	'(?:own|second|another|further|higher|additional|extra) (?:goal|target|ambition|bar|aim|condition)s?',
	'but (?:first )?<own>',
	'(?:<own>|(?:¶|and) <adverb>*)(?:had |have )?(?:<decided>)',
];

/** In a Situation or a Task: any deed, stance or finding of the author's but the neutral ones. */
const otherwise = [
	'<own>(?:(?:had|have) <adverb>*)?(?!<adverb>|(?:<neutral>|to|who|and|or) )(?:<participle>)',
	'<own>(?!<adverb>|(?:<neutral>|to|who|and|or) )[a-z]+',
	'<own>(?:(?:was|were|am|had been|been|have been) )<adverb>*(?!<neutralIng>)(?:[a-z]+ing|convinced|certain|sure|worried|' +
		'afraid|unhappy|sceptical|skeptical|curious|against|tempted|determined|reluctant|uneasy|allowed|offered|at it)',
	'<own>(?:felt|thought|knew|found)(?= (?:out|that|this|we|they|he|she|if) )',
	'<own>(?:felt|thought|knew|found|had|would|was|were|did) … (?:… )?(?:should|could|wrong|better|not|never|worth|seen)',
	'<own>had (?:a|an|another|other|the) (?:[a-z]+ )?(?:idea|plan|theory|hunch|suspicion|doubts?|feeling|view|vision|goal)',
	'<own>(?:moved|came|worked|agreed|ran|led|got|found) (?:up|with|back|across|on|only|except|out|him|her|them)',
	'¶ <adverb>*(?:identified|noticed|saw|spotted|reali[sz]ed|discovered|found|measured|observed|wanted|suspected|' +
		'wondered|started|began|raised|warned|pointed|made|asked|offered|set|took|wrote)(?! (?:to|by) )',
];

/** How an Action begins that is something else than what was ordered: with a "no", a reason or an answer. */
const opposing = [
	"not|no|never|without|rather|nobody|[a-z]+n't|deleted?|why|whether|reason|argument|figures|convinced|agreed|¶ first|first <own>",
	'<own>(?:told|said|answered|replied|returned|asked|explained|went|came|took)',
];

const [certainly, possibly, opposed] = [certain, otherwise, opposing].map((sources) =>
	sources.map((source) => phrase(source, vocabulary)),
) as [RegExp[], RegExp[], RegExp[]];

/** A counter-proposal stands at the beginning of the Action; what is done further on is how the order was carried out. */
const openingSentences = 4;

/** Whether a Situation or a Task may tell what the author decided, noticed or wanted; yes where it can't tell. */
export function mayTellOwnWill(phrases: Phrases): boolean {
	return [...certainly, ...possibly].some((pattern) => phrases.has(pattern));
}

/** Whether an Action may do something else than what was ordered; yes where it can't tell. */
export function mayDepartFromOrder(tokens: readonly Token[]): boolean {
	const action = new Phrases(tokens);
	const opening = new Phrases(firstSentences(tokens));
	return certainly.some((pattern) => action.has(pattern)) || opposed.some((pattern) => opening.has(pattern));
}

function firstSentences(tokens: readonly Token[]): readonly Token[] {
	let left = openingSentences;
	const end = tokens.findIndex(({ opens }, index) => index > 0 && opens && --left === 0);
	return end < 0 ? tokens : tokens.slice(0, end);
}
