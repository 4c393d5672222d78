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

/**
 * Whether a story may answer a competency's question already.
 *
 * @param told what is said aloud of the story, in lower case, apostrophes straight
 */
export function tellsAlready(question: string, told: string): boolean {
	const asked = question.toLowerCase();
	return themes.some((theme) => theme.asks.test(asked) && theme.told.test(told));
}
