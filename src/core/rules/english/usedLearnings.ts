import type { Token } from '../../story/tokens.ts';
import { Phrases, phrase } from './phrases.ts';

const vocabulary = {
	own: "(?<!(?:if|wish|only) )(?:i|we|i've|we've|i'll|we'll|i'd(?! have )|we'd(?! have )) ",
	adverb:
		'(?:(?:also|then|just|once|again|still|only|never|ever|not|always|first|now|soon|already|even|so|very|quite|no|' +
		"longer|far|rather|[a-z]+ly|don't|didn't|won't|haven't) )",
	helper: '(?:(?:will|shall|did|do|have|has|had|been|would(?! (?:[a-z]+ )?have )) )',
	/** What "I" does in its head, is or has, or failed to do: no trace of a use. */
	mental:
		'learn(?:ed|t)?|reali[sz]ed?|understand|understood|know|knew|think|thought|feel|felt|believed?|saw|see|seen|remember|grew|' +
		'grown?|became|become|am|was|were|are|is|be|wish|regret(?:ted)?|appreciated?|hope|made|make|missed|failed|assumed|forgot|' +
		'forget|waited|work|ignored|needed|need|wanted|want|struggled|got|get|found|find|discovered|noticed|came|come|took|value|love|' +
		'loved|like|liked|expected|lacked|gained|developed|improved?|cherish|said|argue|admit|guess|(?:under|over)estimated?|' +
		'enjoyed|enjoy|consider|carry|take with|treasure|owe|thank|respect|recogni[sz]ed?|taught|proved|met|spent|gave|agree|doubt|doubted|' +
		'demonstrated|strengthened|deepened|continue|trust|trusted|achieved|accomplished|delivered|try|strive|live|had|look',
	/** Behind a helper these are no verb: "I have a better view", "I had none". */
	other:
		"would|should|could|might|must|can|cannot|can't|couldn't|may|ought|an?|the|more|much|better|my|our|none|no|nothing|" +
		'and|or|who|that|to|forever|with|from',
	mentalIng:
		'learning|thinking|becoming|being|hoping|growing|trying|getting|looking|feeling|going|wondering|wishing|making',
	thing:
		'rules?|checks?|checklists?|templates?|standards?|practices?|polic(?:y|ies)|pages?|tools?|guides?|courses?|talks?|' +
		'workshops?|defaults?|routines?|tests?|runbooks?|playbooks?|linters?|scripts?|alerts?|steps?',
	person: 'she|he|they|who|(?:my|our|the|other|two|three|four|some|new) (?:[a-z]+ )?(?:team|squad|manager|boss|lead|colleague|group|engineer)s?',
	kept: 'used|adopted|kept|copied|caught|stopped|done|held|run|reused|repeated|applied|followed|paired|saved|turned|made part',
	lesson:
		'boss|manager|lessons?|learnings?|takeaways?|mentor|mistakes?|views?|opinion|career|experience|colleagues?|team|life|job|' +
		'mind|eyes?|heart|field|industry|company|profession|line|case|work|skills?|communication|confidence|abilit(?:y|ies)|own|' +
		'knowledge|understanding|blind',
	cadence: 'week|month|quarter|year|morning|sprint|release|time|monday|tuesday|wednesday|thursday|friday|evening|day',
	occasion: 'time|project|team|job|migration|release|role|app|story|outage|incident|company|quarter|year|one',
};

/** Where Learnings show, or may show, what is done differently since: a habit, what came of it, or a later case. */
const uses = [
	// "I now ask", "first thing I pull up", "I've started": whatever "I" does but in its head.
	'<own>(?:<adverb>|<helper>)*(?!<adverb>|<helper>|(?:<mental>|<other>) )[a-z]+',
	"(?:i|we|i'm|we're) (?:(?:am|are|was|were|been) )?<adverb>*(?!<mentalIng>)[a-z]{2,}ing",
	"(?:i|we)(?:'ll|'d| will| would) <adverb>*(?:have|take|make|get|say|give|spend|look|agree|come|consider) (?:the|on|with|to|an?|my|our|each|every|some[a-z]+|at|for)",
	'(?:i|we) have <adverb>*(?:made|taken|put|had|got|given|spent)(?! (?:me|us|an?) )',
	'(?:i|we) (?:still |always |now )(?:look|say|make|take|give|spend|get|try)(?! more | better )',
	'i look (?:for|at)(?! it )|taken to|(?:i|we) (?:did|do)(?= (?:so|that|the|this|an?|it|[.,;:)!]) )',
	// In notes the author is left out: "Reused the same approach", "Have put", "Did that for".
	'(?<=¶ <adverb>*)(?:(?:have|has|been|did|do) )?(?!(?:<mental>|based|need|indeed) )(?:[a-z]{2,}ed|put|kept|took|wrote|began|ran|' +
		'built|set|brought|held|did|went|given|done)(?! by )',
	'(?:brought|carried|took|taken|carry|apply|applied) (?:this|these|that|it|those)(?: [a-z]+)? (?:to|into|in) (?:every|each|my|all|the next|later|other)',
	// Times: "since then", "these days", "on the next project".
	"since(?= (?:then|that|this|the|[.;,)!]|(?:19|20)))|(?:has|have|had|i've|ever|is|are) (?:[^ ¶]+ ){0,10}since(?= [.;,!)¶])|my .{1,20}since",
	'nowadays|today(?! (?:, )?(?:i|we) <adverb>*(?:<mental>) )|these days(?! (?:, )?(?:i|we) (?:<mental>) )|to this day|henceforth|' +
		'thereafter|afterwards|onwards?|whenever|no longer|ever since|from then|survived',
	'(?<!(?:i|we) )now(?! (?:, )?(?:i|we) <adverb>*(?:<mental>) | (?:much|more|far|better|aware|an?|know|understand|see|that) )',
	"(?:next|following|later|upcoming|subsequent|second) (?!time (?:, )?(?:i|we)(?:'d|'ll)? |year (?:, )?i want )<occasion>",
	'(?:years?|months?|weeks?|i|we|projects?|teams?) … later|after (?:that|this|it) (?:one|project)',
	'(?:every|each|once an?|twice an?|per) <cadence>|twice|daily|weekly|monthly|quarterly|yearly|fortnightly',
	'(?:in|on|at|for|before|after|with) (?:each|every)|before any|(?<!(?:and|over|or) )(?<!¶ )again',
	// What came of it, and what others do with it.
	'posters?|pinned|whiteboard|monitor|screen|desk|wall|fridge|mug|laptop|notebook|printed|stickers?|rituals?|habit|handbook|' +
		'checklists?|templates?|runbooks?|playbooks?|linter|calendar|onboarding|workshop|my (?:own )?rule|adr|cohorts?',
	'(?:became|become|turned|made|grew|grown) … (?:… )?<thing>|(?:is|are) <adverb>*(?:the|our|an?) (?:[a-z]+ )?(?:default|standard|part)',
	'(?:is|are|has|have|was|were|been) <adverb>*(?:been )?(?:<kept>)(?! to )|in use|in place|part of (?:how|our|my|every)|by default',
	'<person> <adverb>*(?:has|have|keeps?|uses?|runs?|holds?|asks?|does|writes?|starts?|still|took|gave|made|ran|got|kept|began)',
	'<person> <adverb>*(?!(?:wanted|needed|liked|seemed|loved|helped|learned) )[a-z]{2,}ed',
	'still (?:hold|holds|use|uses|run|runs|do|does|keep|keeps|in|there|meet|meets)|(?:runs|uses|holds|keeps|copied|adopted) (?:the|it|that|this)',
	'(?:my|our) (?!<lesson> )(?:[a-z]+ )?(?:now|always|begins?|starts?|has|have|contains?|includes?|says?|asks?|ends?|get)|of mine',
	'(?:on|above|over|into|in) (?:my|our) (?!<lesson> )(?:own )?(?!<lesson> )[a-z]+',
	'changed (?:how|the way|what)|paid (?:off|for)|saved (?:me|us)|with me (?:into|to)|my next|(?:people|others|every(?:one|body)) (?:still |now )?(?:quote|use|copy|keep|read|run)s?|helped (?:me|us) (?:when|in|on|with|again)|in the spring',
	'[^ ]*[0-9][^ ]*|`',
	// "A calmer lead: somebody else types": what follows shows it; "the lesson: …" only names it.
	'(?:[^ ¶]+ ){2}(?!(?:lessons?|learnings?|takeaways?|things?|learned|learnt|said|say|myself|is|this|was) )[^ ¶]+ :(?: [^ ¶]+){4}',
].map((source) => phrase(source, vocabulary));

/** Whether Learnings may show what is done differently since; yes where it can't tell. */
export function mayShowUse(tokens: readonly Token[]): boolean {
	const phrases = new Phrases(tokens);
	return uses.some((pattern) => phrases.has(pattern)) || tokens.some(isName);
}

/** A name in the middle of a sentence stands for somebody or something that there really was. */
function isName({ text, opens, quoted, form }: Token): boolean {
	return form === 'word' && !opens && !quoted && /^\p{Lu}\p{Ll}/u.test(text) && !/^I['’]/u.test(text);
}
