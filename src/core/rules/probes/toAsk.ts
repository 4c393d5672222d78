/** What questions ask about, and the words by which stories tell of it. */
interface Theme {
	/** Words of questions. */
	readonly asks: RegExp;
	/** Words of stories. */
	readonly told: RegExp;
}

/**
 * Most questions of competencies ask for what no story tells: what would have been, or what is today. These ask for
 * what some do.
 */
const themes: readonly Theme[] = [
	{
		asks: /\b(?:proved? you wrong|changed? your mind|wrong about|get .* wrong|came to nothing|made you give in)\b/u,
		told: /\b(?:i was wrong|prove[ds]? (?:me |him |her |them )?wrong|my favou?rite|(?:he|she|they) (?:was|were) right|changed my mind|would have (?:stopped|made me)|came to nothing|in vain)\b/u,
	},
	{
		asks: /\b(?:not help|not working|made you .*(?:course|lower|move))\b/u,
		told: /\b(?:did(?: not|n't) (?:help|work|land)|didn't|in vain|at first i|my first (?:idea|try|attempt|draft|plan)|first tried|no use|failed|unless)\b/u,
	},
	{
		asks: /\b(?:gained? (?:least|nothing)|left? it out|harmed?|not in the room|saving cost|accept less)\b/u,
		told: /\b(?:lost|loses?|gained? (?:least|nothing|little)|paid for it|worse off|gave up|g[ai]ve[sn]? way|except)\b/u,
	},
	{
		asks: /\b(?:undone|leave out|left out|unfinished|refuse|not share|decided? against|of your own work|take away)\b/u,
		told: /\b(?:left (?:it |them |that )?(?:out|undone|open|unfinished)|postponed|put off|said no|refused|declined|not be built|kept .{0,40} to (?:myself|ourselves)|deliberately|on purpose|gave up)\b/u,
	},
	{
		asks: /\b(?:looks after|without you|while you are away|still there|somebody else lead|slipped? (?:back|first))\b/u,
		told: /\b(?:without (?:me|my)|goes on|looks after|took (?:it )?over|took care|owned by|owns? it|handed (?:it|them) (?:over|on)|still (?:runs?|there|in use|meets?|use|used|going)|run by|maintain(?:s|ed by))\b/u,
	},
	{
		asks: /\bdifferently from how you\b/u,
		told: /\b(?:(?:her|his|their) own (?:way|design|idea|version)|differently (?:from|than) (?:me|i)|not (?:the way|as) i|better than (?:me|mine|i)|i would have)\b/u,
	},
	{
		asks: /\b(?:the other side|first sign)\b/u,
		told: /\b(?:(?:his|her|their) (?:version|account|view) (?:is|was)|(?:he|she|they) (?:tells?|told) it|at the first sign|i(?:'d| would) .{0,40}(?:sooner|earlier|at once))\b/u,
	},
];

/** What a story has to be about for a question to fit it; the questions are those of the words. */
interface Need {
	readonly asks: RegExp;
	/** Words that the story must have. */
	readonly has?: RegExp;
	/** Words with which the question does not fit. */
	readonly lacks?: RegExp;
}

const needs: readonly Need[] = [
	// Only what was begun, and lasts, can be given up or looked after.
	{
		asks: /\b(?:given it up|called it off|looks after|undone to make time|while you are away|still cost|could still go wrong)\b/u,
		has: /\b(?:built|wrote|made|set up|introduced|automated|started|began|moved|replaced|rewrote|founded|created|put|split|added|designed|ran|turned)\b/u,
		lacks: /\b(?:switch\w* (?:\w+ )?off|shut (?:\w+ )?down|decommission\w*|retir\w+|handed|took (?:it )?over|deleted|closed down|census|elections?|candidates?|hir(?:e|ed|ing)|promot\w+|conference|event)\b/u,
	},
	// Somebody was taught, and not a readership.
	{ asks: /\b(?:they do differently|not help|not working)\b/u, has: /\b(?:she|he|her|him)\b/u },
	{
		asks: /\b(?:week less|half the time|move the date)\b/u,
		has: /\b(?:deadlines?|due|in time|on time|(?:within|in|had) \w+ (?:days|weeks|months)|(?:days|weeks|months) (?:left|later|before))\b/u,
	},
	{
		asks: /\b(?:change course|another choice|choice anew|changed your mind|proved you wrong|not moved|decided otherwise|not followed)\b/u,
		lacks: /\b(?:chang(?:e|ed) (?:my|our|their|his|her) mind|drop it|agreed on (?:a|the) (?:day|date)|would (?:change|stop|bring)|wrote down what|did(?: not|n't) (?:move|agree|follow|budge)|refused|left the|let (?:him|her|them) go|part(?:ed|ing)|stayed (?:with|as|where)|said no)\b/u,
	},
	{
		asks: /\b(?:another time|first sign)\b/u,
		lacks: /\b(?:(?:now|since|today) i|i (?:now|since)|first (?:week|day|hour)|sooner|earlier|next time|another time)\b/u,
	},
	{
		asks: /\b(?:refuse them|ask of you next)\b/u,
		has: /\b(?:customers|clients|users|readers|tenants|shops|members|patients|drivers)\b/u,
	},
];

/**
 * Whether a competency's question is one to ask about a story: it fits what the story is about, and the story has no
 * answer yet.
 *
 * @param told what is said aloud of the story, in lower case, apostrophes straight
 */
export function isToAsk(question: string, told: string): boolean {
	const asked = question.toLowerCase();
	return (
		themes.every((theme) => !theme.asks.test(asked) || !theme.told.test(told)) &&
		needs.every(({ asks, has, lacks }) => !asks.test(asked) || ((has?.test(told) ?? true) && !lacks?.test(told)))
	);
}
