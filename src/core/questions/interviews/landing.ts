/** How a story landed with those who heard it. */
export const landings = ['well', 'ok', 'badly'] as const;

export type Landing = (typeof landings)[number];

/** Read in this order: what is denied before what is said. */
const patterns: readonly (readonly [RegExp, Landing])[] = [
	[/(?:\bnot|n[’']t)\s+(?:too\s+|so\s+|that\s+|all\s+)*bad(?:ly)?\b/iu, 'ok'],
	[
		/(?:\bnot|n[’']t|\bcould have been|\bshould have been|\bhardly)\s+(?:\w+\s+)?(?:well|good|great|land(?:ed)?|happy|convinced|better)\b/iu,
		'badly',
	],
	[
		/\b(?:badly|bad|poor(?:ly)?|flat|weak(?:ly)?|rambl\w+|lost (?:me|them|him|her|it)|fail\w*|flop\w*|bombed?|awful\w*|terribl[ey]|blank(?:ed)?|stumbled|struggled|rejected)\b|👎|❌|🙁|☹|😞|✗|✘/iu,
		'badly',
	],
	[
		/\b(?:ok|okay|o\.k\.|fine|so[\s-]so|meh|mixed|average|neutral|fair|decent|middling|alright|all right|partly|half)\b|😐|🤷|≈/iu,
		'ok',
	],
	[
		/\b(?:well|good|great(?:ly)?|strong(?:ly)?|excellent|lov(?:ed|e)|nailed|brilliant|perfect(?:ly)?|convinced|impressed|positive(?:ly)?|super|fantastic|happy|landed|best)\b|👍|✅|🙂|😀|🎉|✓|✔|💯/iu,
		'well',
	],
];

/**
 * What a verdict in free words comes to.
 *
 * @returns undefined where it is not clear
 */
export function landingIn(text: string): Landing | undefined {
	const [, number, of] = /^\W*(\d(?:\.5)?)\s*(?:\/|of|out of)\s*(5|10)\b/iu.exec(text) ?? [];
	if (number !== undefined) return shareOf(Number(number) / Number(of));
	const stars = [...text].filter((mark) => mark === '★' || mark === '⭐').length;
	if (stars > 0) return shareOf(stars / 5);
	if (/^\W*\++\W*$/u.test(text) && text.includes('+')) return 'well';
	if (/^\s*[-–−]+\s*$/u.test(text)) return 'badly';
	return patterns.find(([pattern]) => pattern.test(text))?.[1];
}

/** @param share of the best, 0 to 1 */
function shareOf(share: number): Landing {
	return share > 0.65 ? 'well' : share > 0.45 ? 'ok' : 'badly';
}
