import type { TokenRange } from '../../story/tokens.ts';
import { type Phrases, phrase } from './phrases.ts';

const vocabulary = {
	own: "i|i'd|i've|we|we'd|we've|(?:my|our) (?:team|group|squad)",
	be: 'was|were|am|got|been|(?:have|had|has) (?:just |also )?been',
	adverb: '(?:also|then|finally|just|simply|duly|once|again|[a-z]+ly) ',
	boss:
		'(?:(?:my|our|the) )?(?:[a-z]+ )?(?:boss|chief|manager|lead|leader|director|vp|cto|ceo|coo|cio|ciso|cfo|head|' +
		'management|leadership|board|committee|principal|supervisor)',
	/** These make an order whatever follows. */
	ordered:
		'tasked|assigned|instructed|ordered|mandated|directed|appointed|commissioned|entrusted|charged|obliged|' +
		'drafted|designated|seconded|roped|delegated|deputed|nominated|selected',
	/** And these with what follows: "told to" and "told by", not "told that". */
	completed:
		'(?:asked|told|expected|supposed|requested|required|called|sent|hired|chosen|picked|approached)(?= (?:to|by) )|' +
		'(?:put|brought|pulled)(?= (?:in|on|onto|into) )|made(?= (?:responsible|accountable|the|owner|[a-z]+ lead) )|' +
		'(?:named|picked|chosen)(?= (?:the|as|for) )|' +
		'(?:given|handed|allotted|allocated)(?= (?:the|an?|this|these|responsibility|ownership|[0-9]+|two|three|six|eight|ten) )' +
		'(?! (?:… )?<free> )',
	/** What somebody is given that leaves the work to choose. */
	free: 'free|freedom|carte|permission|room|latitude|choice|chance|option|time|idea|feedback|advice|access|credit',
	task:
		'task|job|duty|responsibility|ownership|project|epic|story|ticket|assignment|orders?|mandate|brief|list|' +
		'weeks?|months?|days|work|migration|rewrite|upgrade|evaluation',
	/** What is told so is no task: "to wait", "not to touch it". */
	restraint: ' (?:to )?(?:wait|leave|stop|drop|ignore|hold|forget|keep|stay|focus|not) ',
};

/** How Tasks tell that somebody else gave the work to the author; a match is what a finding marks. */
const patterns = [
	// "I was asked", "we had been mandated"; without a subject in notes and behind "and".
	'<own> <adverb>?<be> <adverb>?(?:<ordered>|<completed>)(?!<restraint>)',
	'(?<=¶ )(?:<be> )?(?:<ordered>|<completed>)(?= (?:to|by|with|as) )(?!<restraint>)',
	'(?<=<own> … (?:… )?and )was <adverb>?(?:<ordered>|<completed>)(?!<restraint>)',
	'(?:one|person|engineer) who (?:was|got) (?:<ordered>|<completed>)(?!<restraint>)',
	// "My manager told me to", "assigned me to", "gave me eight weeks".
	'(?:told|asked|instructed|ordered|directed|requested|wants|wanted|needed|expected|sent|chose|picked|appointed|' +
		'nominated|commissioned) (?:me|us)(?= to )(?!<restraint>)',
	'(?:tasked|assigned|appointed|entrusted|charged|expected|put|pulled|brought) (?:me|us)(?= (?:to|with|in|on|onto|into|as|,) )',
	'made (?:me|us)(?= (?:responsible|accountable|the|lead|owner) )',
	'(?:gave|handed) (?:to )?(?:me|us)(?! (?:… )?<free> )(?= … <task> )',
	// "Assigned the story to me", "set before me", "set by my manager".
	'(?:assigned|delegated|handed|allocated|allotted|passed|gave) (?:(?:the|this|that|it|them) … )?to (?:me|us|(?:my|our) (?:team|group|squad))',
	'set before me',
	'(?:set|given|assigned|imposed|delegated|handed) (?:to me )?by <boss>',
	// "It landed on my desk", "my orders were", "at the request of".
	'(?:landed|dropped|dumped|put) (?:on|in) my (?:desk|plate|queue|lap|table)|fell to (?:me|us)|went to me(?= [.,;])',
	'(?:my|our|the) (?:assignment|brief|orders?|instructions?|directive|mandate)(?= (?:was|were|came|from|read) )',
	'(?:by|at the|on) (?:request|orders?|behest|instructions?) of|as (?:instructed|directed|ordered|requested)',
	'(?:task|order|assignment|job|request|instruction) came(?= (?:down )?from )',
	'(?:got|received) … (?:… )?(?:task|orders?|assignment|job|mandate)',
	'need you(?= (?:on|to) )|i am to(?= (?:take|do|build|run|lead|move|write|make|bring|deliver) )',
].map((source) => phrase(source, vocabulary));

/** Before these an order is none, was not given, or came when the author was at it already. */
const undone = phrase(
	"(?:before|until|if|whether|unless|once|nobody|no one|never|not|without|wasn't|time|customers?|users?) " +
		'(?:… )?(?:<own> (?:… )?<be> <adverb>?(?:<ordered>|<completed>)|(?:told|asked|asking|wanted) (?:me|us))|' +
		'(?:figures|numbers|data|logs?|metrics|graphs?|results|experience) (?:told|asked) (?:me|us)',
	vocabulary,
);

/** The first place where a Task tells an order to its author: "I was asked to", "my manager told me to". */
export function orderIn(phrases: Phrases): TokenRange | undefined {
	if (phrases.has(undone)) return undefined;
	const found = patterns.map((pattern) => phrases.find(pattern)).filter((range) => range !== undefined);
	return found.toSorted((one, other) => one.first - other.first)[0];
}
