import { escapeRegExp } from '../../text/escape.ts';
import type { HideableField, ListedName } from './listedNames.ts';

/** A text without the names. */
export interface RedactedText {
	/** In normal form C. */
	readonly text: string;
	/** The names that were in it, by their places in the list, as often as they were. */
	readonly found: readonly number[];
}

const labels: Readonly<Record<HideableField, string>> = {
	company: 'Company',
	project: 'Project',
	team: 'Team',
	role: 'Role',
	confidential: 'Name',
};

/** Puts placeholders in the place of names. */
export class Redactor {
	/** What stands for each name, in their order, such as `[Company A]`: the same for the same list of names. */
	readonly placeholders: readonly string[];
	readonly #names: readonly ListedName[];
	readonly #pattern: RegExp | undefined;
	/** Places in the list of names, in the order of the pattern's groups. */
	readonly #byGroup: readonly number[];

	/** @param names as `listedNames` collects them */
	constructor(names: readonly ListedName[]) {
		this.#names = names;
		// Of two names that begin at one place, the longer one is meant.
		const order = [...names.entries()].toSorted(
			([, a], [, b]) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
		);
		this.#pattern =
			order.length > 0 ? new RegExp(namesPattern(order.map(([, { name }]) => name)), 'giu') : undefined;
		this.#byGroup = order.map(([place]) => place);
		this.placeholders = this.#placeholders();
	}

	redact(text: string): RedactedText {
		const normal = text.normalize('NFC');
		if (!this.#pattern) return { text: normal, found: [] };
		const found: number[] = [];
		const redacted = normal.replace(
			this.#pattern,
			(written: string, ...groups: readonly (string | undefined)[]) => {
				const place =
					this.#byGroup[
						groups.findIndex((group, index) => group !== undefined && index < this.#byGroup.length)
					];
				const name = place === undefined ? undefined : this.#names[place]?.name;
				if (place === undefined || name === undefined || (isOneCharacter(name) && written !== name))
					return written;
				found.push(place);
				return this.placeholders[place] ?? '';
			},
		);
		return { text: redacted, found };
	}

	/** Letters count up in each kind; one that would itself tell a listed name is left out. */
	#placeholders(): readonly string[] {
		const next = new Map<string, number>();
		return this.#names.map(({ field }) => {
			for (const label of [labels[field], 'Hidden', 'Redacted', '']) {
				const from = next.get(label) ?? 0;
				for (let number = from; number < from + this.#names.length + 1; number++) {
					const placeholder = `[${label === '' ? '' : `${label} `}${letters(number)}]`;
					if (this.#tells(placeholder)) continue;
					next.set(label, number + 1);
					return placeholder;
				}
			}
			return '[…]';
		});
	}

	#tells(placeholder: string): boolean {
		return placeholder.search(this.#pattern ?? /$^/u) >= 0;
	}
}

/** A single letter is hidden only as it is written: `team: A` is no reason to hide every article. */
function isOneCharacter(name: string): boolean {
	return [...name].length === 1;
}

/** A, B, … Z, AA, AB, … */
function letters(number: number): string {
	const letter = String.fromCharCode(65 + (number % 26));
	return number < 26 ? letter : letters(Math.floor(number / 26) - 1) + letter;
}

/** Texts without the names. */
export interface RedactedTexts {
	/** What stands for each name, in the order of the names. */
	readonly placeholders: readonly string[];
	/** In the order of the texts. */
	readonly texts: readonly RedactedText[];
}

/**
 * Hides names in texts.
 *
 * @param names as `listedNames` collects them
 */
export function redactTexts(texts: readonly string[], names: readonly ListedName[]): RedactedTexts {
	const redactor = new Redactor(names);
	return { placeholders: redactor.placeholders, texts: texts.map((text) => redactor.redact(text)) };
}

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
function namesPattern(names: readonly string[]): string {
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
	return escapeRegExp(character);
}

/** The first character that is neither a gap nor unseen. */
function firstOf(name: string): string {
	return /[^\s\-‐-―_*~`\\\u00AD\u200B-\u200F\u2060\uFEFF]/u.exec(name)?.[0] ?? '';
}

function needsBorder(character: string): boolean {
	return new RegExp(`^${inWord}$`, 'u').test(character);
}
