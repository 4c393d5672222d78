/** Scripts that set no spaces between words, so that no word border says where a name ends. */
const unspaced =
	'[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';

const inWord = `(?!${unspaced})[\\p{L}\\p{N}\\p{M}]`;

/** Markdown's marks of emphasis and characters that nobody sees. */
const unseen = '*_~`\\\\\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';

/** What may stand between two words of a name: also what stands there in file names, addresses and broken lines. */
const gap = `(?:[\\s.+\\-‐-―${unseen}]|%20|&nbsp;)*`;

/** A name as a regular expression in parts. */
interface NamePattern {
	/** What may not stand before it, or nothing. */
	readonly before: string;
	readonly name: string;
	/** What has to stand behind it, or nothing. */
	readonly after: string;
}

/**
 * The source of a regular expression, for the flags `iu`, that finds names as people write them: in any case, across
 * emphasis and line breaks, with any gaps between their words, before a possessive or plural `s`; and never inside
 * another word. It has a group for each name, and tries them in their order.
 *
 * @param names in normal form C, at least one
 */
export function namesPattern(names: readonly string[]): string {
	const patterns = names.map(namePattern);
	// The borders of words are most of what an engine has to compile, so what all names share is written once.
	const [before, after] = [
		sharedBy(patterns.map((pattern) => pattern.before)),
		sharedBy(patterns.map((pattern) => pattern.after)),
	];
	const groups = patterns.map(
		(pattern) =>
			`(${before === undefined ? pattern.before : ''}${pattern.name}${after === undefined ? pattern.after : ''})`,
	);
	return `${before ?? ''}(?:${groups.join('|')})${after ?? ''}`;
}

function sharedBy(parts: readonly string[]): string | undefined {
	return parts.every((part) => part === parts[0]) ? parts[0] : undefined;
}

function namePattern(name: string): NamePattern {
	// The flags see to the case of single characters; `ß` in capitals is two of them.
	const others = [name.toUpperCase(), name.toLowerCase()].filter(
		(spelling) => [...spelling].length !== [...name].length,
	);
	const spellings = new Set([name, ...others].map(spellingPattern));
	const before = needsBorder(firstOf(name)) ? `(?<!${inWord})` : '';
	const after = needsBorder(firstOf([...name].toReversed().join(''))) ? `(?=(?:['’ʼ]?s|es)?(?!${inWord}))` : '';
	return { before, name: `(?:${[...spellings].join('|')})`, after };
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
