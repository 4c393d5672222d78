import { conjunctions, determiners, namesByLanguage } from '../../framework/namesByLanguage.ts';
import { type SectionKind, sectionKinds } from '../../framework/sectionKind.ts';
import { createSectionNames } from '../../framework/sectionNames.ts';
import { escapeRegExp } from '../../text/escape.ts';

/** A rule of a TextMate grammar that matches within one line. */
export interface MatchRule {
	readonly comment?: string;
	readonly match: string;
	readonly captures: Readonly<
		Record<string, { readonly name: string } | { readonly patterns: readonly { readonly include: string }[] }>
	>;
}

/** White space within a line, as the names of sections are compared. */
const space = String.raw`[ \t\u00a0\u3000]`;

/** The marks of quotes, lists and tasks before a label or heading. */
export const blockMarks = String.raw`(?:[ \t>]|(?:[-+*]|\d{1,3}[.)])[ \t]|\[[ xX]\][ \t]){0,12}`;

/** Emoji, arrows and bullets before a label. */
const bullets = String.raw`(?:[\d#*]\x{FE0F}?\x{20E3}|[^\p{L}\p{N}\s\[(<|*_\x60\\~$&]){0,4}[ \t]?`;

/** Numbers and emoji before a name, within its marks. */
const lead = String.raw`[^\p{L}\x60*_\[<\\~$&]{0,16}`;

const aside = String.raw`(?:${space}?[(\[（［][^()（）\[\]［］]{1,40}[)\]）］])?`;

/** The groups of a section's rule, in order, and what each is marked with. */
const captures: MatchRule['captures'] = {
	// A link to Markdown, as long as nothing says where to.
	'1': { patterns: [{ include: 'text.html.markdown#inline' }] },
	// The second one is the initial.
	...Object.fromEntries(
		sectionKinds.map((kind, index) => [index + 3, { name: `meta.section.star-stories.${kind}` }]),
	),
};

/**
 * The rule for headings that name a section, and the one for emphasised labels. They know the built-in names in every
 * language; what is a name only beside others (`S:`, `Situation: …` in plain words) cannot be told from one line.
 */
export function sectionRules(): { readonly heading: MatchRule; readonly label: MatchRule } {
	const [name, joined] = [namePattern(), joinedPattern()];
	const close = String.raw`(?:\*{1,3}|_{1,3})`;
	const tail = String.raw`[^\p{L}\p{N}(（\[:：*_]{0,8}`;
	const headingEnds = [
		String.raw`[^\p{L}\p{N}(（\[]{0,8}${aside}[^\p{L}\p{N}]{0,8}(?:\{[#.:][^{}]{0,60}\})?[ \t]{0,8}#{0,6}[ \t]{0,8}$`,
		String.raw`${aside}[*_]{0,2}(?:[:：]${space}{1,4}|${space}{1,4}[-–—]${space}{1,4}|(?<=\p{Lo})[:：])(?=[^\s#])`,
	];
	const labelEnds = [
		String.raw`${tail}${aside}${space}?[:：][ \t]?${close}`,
		String.raw`${tail}${aside}(?:[.。]|${space}[-–—])${close}`,
		String.raw`${tail}${aside}${close}${aside}${space}{0,2}[:：]`,
		String.raw`${tail}${aside}${close}${aside}(?:${space}{1,2}[-–—]|[–—])(?!\S)`,
		String.raw`${tail}${aside}${close}${aside}[ \t\\]{0,4}$`,
		String.raw`(?<!\p{L}\p{L})${close}\p{L}{2,30}${space}?[:：]`,
	];
	return {
		heading: {
			comment:
				'A heading that names a section. Numbers, emoji, an article and an initial may stand before the name; ' +
				'a parenthesis, punctuation, attributes and a title after it.',
			match:
				String.raw`(?i)(?<=[ \t*_])(?<=#[ \t]{1,3}[*_]{0,2})(?<=^${blockMarks}#{1,6}[ \t]{1,3}[*_]{0,2})` +
				String.raw`${lead}${name}(?=${joined}(?:${headingEnds.join('|')}))`,
			captures,
		},
		label: {
			comment:
				'Emphasis at the start of a line with a colon, dash or full stop in it or after it, or alone on the line. ' +
				String.raw`\G is where the emphasis opened.`,
			match:
				String.raw`(?i)\G(?<=[*_])(?<=^${blockMarks}${bullets}(?:\*{1,3}|_{1,3}))` +
				String.raw`${lead}${name}(?=${joined}(?:${labelEnds.join('|')}))`,
			captures,
		},
	};
}

/**
 * A name of a section with an article or initial before it, and others behind it that it is joined with. The groups
 * have names, as Oniguruma then gives numbers to no others, and come in the order of {@link captures}.
 */
function namePattern(): string {
	const kinds = sectionKinds.map((kind) => {
		const letter = kind === 'learnings' ? String.raw`(?:l\+?|r?\+)` : kind.charAt(0);
		const initial = `(?:${letter}${behindInitial}|${letter}${space}?[(（])?`;
		// Where the initial alone is bold, it alone is marked: `**S**ituation: …`.
		const alone = String.raw`${kind.charAt(0)}(?=(?:\*{1,3}|_{1,3})${kind.slice(1)}s?${space}?[:：])`;
		return `${initial}(?:${article})?(?<${kind}>${namesOf(kind).map(spelling).join('|')}|${alone})[)）]?`;
	});
	const before =
		String.raw`(?:(?<bracketed>\[[starl]\+?\])${space}{0,2}[-–—:]?${space}{0,2})?` +
		String.raw`(?:(?<initial>\p{L})${behindInitial}(?=\k<initial>))?`;
	return `${before}(?:${kinds.join('|')})`;
}

/** Other names behind the first, as in `Situation & Task`: those by which sections usually go, so that it stays short. */
function joinedPattern(): string {
	const names = Object.entries(namesByLanguage).flatMap(([language, kinds]) =>
		Object.values(kinds).flatMap(({ own, aliases }) => (language === 'en' ? [...own, ...aliases] : own)),
	);
	const words = `${space}{1,2}(?:${conjunctions.join('|')})${space}{1,2}`;
	const joint = String.raw`(?:${space}{0,2}[&/,、・]${space}{0,2}|${space}\+${space}|${words})`;
	return `(?:${joint}(?:${article})?(?:${[...new Set(names)].map(spelling).join('|')})){0,2}`;
}

/** What stands between a letter and the name that it is the initial of: `S — `, `S) `. */
const behindInitial = String.raw`${space}?[-–—:.)|]${space}{0,2}`;

/** The names of a kind of section in every language, the longest first. */
function namesOf(kind: SectionKind): readonly string[] {
	const names = createSectionNames([]);
	const listed = Object.values(namesByLanguage)
		.flatMap((language) => Object.values(language).flatMap(({ own, aliases }) => [...own, ...aliases]))
		.filter((name) => names.read(name)?.kinds[0] === kind)
		.map((name) => name.normalize('NFC').toLowerCase());
	return [...new Set(listed)].toSorted((a, b) => b.length - a.length);
}

const article = `(?:${determiners.map(letters).join('|')})${space}{1,2}|[ld]['’]`;

/** A name in every spelling that counts as the same, as a pattern: singular and plural of Latin names too. */
function spelling(name: string): string {
	if (!/\p{sc=Latin}$/u.test(name)) return letters(name);
	return letters(name) + (name.endsWith('s') ? '?' : '(?:e?s)?');
}

/** Words in every way to write their apostrophes, white space and accents, as a pattern. */
function letters(words: string): string {
	return Array.from(words, (character) => {
		if (character === ' ') return `${space}{1,2}`;
		if (/['’]/u.test(character)) return "['’‘ʼ`´]";
		const parts = character.normalize('NFD');
		if (parts === character) return escapeRegExp(character);
		return `(?:${character}|${parts})`;
	}).join('');
}
