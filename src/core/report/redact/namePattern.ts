/** Scripts that set no spaces between words, so that no word border says where a name ends. */
const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';

const inWord = `(?!${unspaced})[\\p{L}\\p{N}\\p{M}]`;

/** Markdown's marks of emphasis and characters that nobody sees. */
const unseen = '*_~`\\\\\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';

/** What may stand between two words of a name: also what stands there in file names, addresses and broken lines. */
const gap = `(?:[\\s.+\\-‐-―${unseen}]|%20|&nbsp;)*`;

/**
 * The source of a regular expression, for the flags `iu`, that finds a name as people write it: in any case, across
 * emphasis and line breaks, with any gaps between its words, before a possessive or plural `s`; and never inside another
 * word.
 * @param name in normal form C
 */
export function namePattern(name: string): string {
	// The flags see to the case of single characters; `ß` in capitals is two of them.
	const others = [name.toUpperCase(), name.toLowerCase()].filter((spelling) => [...spelling].length !== [...name].length);
	const spellings = new Set([name, ...others].map(spellingPattern));
	const before = needsBorder(firstOf(name)) ? `(?<!${inWord})` : '';
	const after = needsBorder(firstOf([...name].toReversed().join(''))) ? `(?=(?:['’ʼ]?s|es)?(?!${inWord}))` : '';
	return `${before}(?:${[...spellings].join('|')})${after}`;
}

function spellingPattern(name: string): string {
	const words = name.split(/[\s\-‐-―_*~`\\\u00AD\u200B-\u200F\u2060\uFEFF]+/u).filter(Boolean);
	return words.map((word) => [...word].map(characterPattern).join(`[${unseen}]*`)).join(gap);
}

function characterPattern(character: string): string {
	if (/['’ʼ‘]/u.test(character)) return "['’ʼ‘]";
	if (character === '&') return '&(?:amp;)?';
	return character.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
}

/** The first character that is neither a gap nor unseen. */
function firstOf(name: string): string {
	return /[^\s\-‐-―_*~`\\\u00AD\u200B-\u200F\u2060\uFEFF]/u.exec(name)?.[0] ?? '';
}

function needsBorder(character: string): boolean {
	return new RegExp(`^${inWord}$`, 'u').test(character);
}
