import type { Lookups } from '../framework/lookups.ts';
import { type LanguageNames, namesByLanguage } from '../framework/namesByLanguage.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { foldName, sectionNamesOf } from '../framework/sectionNames.ts';
import type { Section } from '../story/model.ts';
import { readNumeral } from './numerals.ts';
import { escapeRegExp } from '../text/escape.ts';
import { capitalised } from '../text/words.ts';

/** How a story calls its sections, for one more of them. */
export interface StoryNames {
	/** The name of a section alone, in the language of the story's other names. */
	plain(kind: SectionKind): string;
	/**
	 * The name of a section written as another one's: with its letter, marks, article and capitals, without its share,
	 * title or attributes.
	 *
	 * @param model the other section
	 * @param number where the other's is numbered
	 */
	like(model: Section, kind: SectionKind, number: number | undefined): string;
}

/** Reads the names of a story's sections. */
export function storyNames(text: string, sections: readonly Section[], lookups: Lookups): StoryNames {
	const patterns = lookups.derive(namePatterns);
	const patternOf = (name: string) => patterns.get(name) ?? createPattern(name);
	const written = (section: Section) => text.slice(section.name.start, section.name.end).normalize('NFC');
	const language = languageOf(
		sections.map((section) => ({ kind: section.kind, words: written(section) })),
		[...Object.values(namesByLanguage), ...lookups.frameworks.map(aliasesOf)],
		patternOf,
	);
	const names = lookups.derive(sectionNamesOf);
	const ownOf = (kind: SectionKind, index = 0) => {
		const { own, aliases } = language[kind];
		return own[index] ?? own[0] ?? aliases[0] ?? sectionTitles[kind];
	};
	const letters = sections.some((section) => names.read(written(section))?.isLetter);
	const lead = sharedLead(sections.map(written));

	function plain(kind: SectionKind): string {
		return letters ? letterOf(kind) : capitalised(ownOf(kind));
	}

	function like(model: Section, kind: SectionKind, number: number | undefined): string {
		const name = rewritten(written(model), model.kind, kind, number) ?? plain(kind);
		const read = names.read(withoutMarks(name));
		return read?.kinds.length === 1 && read.kinds[0] === kind ? name : plain(kind);
	}

	/** @returns undefined where the other name cannot be taken apart */
	function rewritten(
		words: string,
		from: SectionKind,
		kind: SectionKind,
		number: number | undefined,
	): string | undefined {
		const split = /^(.*?)(?<!\p{L})(\p{L})([*_]{1,3}|<\/\w+>)(\p{L}.*)$/su.exec(words);
		const found = findName(words, from);
		if (!found && split) {
			const [, before = '', first = '', marks = '', rest = ''] = split;
			const whole = rewritten(before + first + rest, from, kind, number);
			const at = before.length;
			return whole && `${whole.slice(0, at + 1)}${marks}${whole.slice(at + 1)}`;
		}
		if (!found) {
			return words.replace(/(?<!\p{L})\p{L}\+?(?:\s*[/+&]\s*\p{L}\+?)*(?!\p{L})/u, (letter) =>
				letterOf(kind, letter.charAt(0)),
			);
		}
		const name = sameCase(found.words, ownOf(kind, found.index));
		const numeral = numeralBefore(words, found.start);
		const counted = numeral ? words.slice(0, numeral.start) + numeral.write(number ?? numeral.value) : '';
		const before = prefix(words.slice(numeral?.end ?? 0, found.start), { from, kind, was: found.words, name });
		return withLead(counted, lead) + before + name + suffix(words.slice(found.end), before);
	}

	function numeralBefore(words: string, end: number) {
		const numeral = readNumeral(words);
		return numeral && numeral.end <= end ? numeral : undefined;
	}

	interface Renaming {
		readonly from: SectionKind;
		readonly kind: SectionKind;
		readonly was: string;
		readonly name: string;
	}

	function prefix(words: string, { from, kind, was, name }: Renaming): string {
		return withLead(words, lead)
			.replaceAll(/(?<!\p{L})(\p{L})\+?(?!\p{L})/gu, (letter) => {
				if (foldName(letter.charAt(0)) === from.charAt(0)) return letterOf(kind, letter.charAt(0));
				return foldName(letter) === foldName(was.charAt(0)) ? name.charAt(0) : letter;
			})
			.replaceAll(/\p{L}{2,}/gu, (word) => (/^(?:the|my|our)$/iu.test(word) ? word : ''))
			.replace(/(?<=\s)\s+/gu, '');
	}

	/** The longest name of a section that stands in some words, in the story's language first. */
	function findName(words: string, kind: SectionKind) {
		const { own, aliases } = language[kind];
		const everywhere = Object.values(namesByLanguage).flatMap((each) => [...each[kind].own, ...each[kind].aliases]);
		const listed = [...own, ...aliases, ...everywhere];
		for (const [index, name] of [...listed.entries()].toSorted(([, a], [, b]) => b.length - a.length)) {
			const match = patternOf(name).exec(words);
			if (!match) continue;
			const { index: start, 0: found } = match;
			return { start, end: start + found.length, words: found, index: index < own.length ? index : 0 };
		}
		return undefined;
	}

	return { plain, like };
}

/** The aliases that a framework file gives, as the names of a language of its own. */
function aliasesOf({ sectionAliases }: Lookups['frameworks'][number]): LanguageNames {
	const names = sectionKinds.map((kind) => [kind, { own: sectionAliases?.[kind] ?? [], aliases: [] }]);
	return Object.fromEntries(names) as LanguageNames;
}

/** The language in which most of a story's names are; English where none is. */
function languageOf(
	names: readonly { readonly kind: SectionKind; readonly words: string }[],
	languages: readonly LanguageNames[],
	patternOf: (name: string) => RegExp,
): LanguageNames {
	const english = namesByLanguage['en'] as LanguageNames;
	let best = { language: english, count: 0 };
	for (const language of languages) {
		const isNamed = ({ kind, words }: (typeof names)[number]) =>
			[...language[kind].own, ...language[kind].aliases].some((name) => patternOf(name).test(words));
		const count = names.filter(isNamed).length;
		if (count > best.count) best = { language, count };
		if (count === names.length) break;
	}
	return best.language;
}

/** The patterns of all names of sections, by name. */
function namePatterns({ frameworks }: Pick<Lookups, 'frameworks'>): ReadonlyMap<string, RegExp> {
	const listed = [...Object.values(namesByLanguage), ...frameworks.map(aliasesOf)].flatMap((language) =>
		Object.values(language).flatMap(({ own, aliases }) => [...own, ...aliases]),
	);
	return new Map([...new Set(listed)].map((name) => [name, createPattern(name)]));
}

function createPattern(name: string): RegExp {
	const words = escapeRegExp(name.normalize('NFC'))
		.replaceAll(/['’]/gu, "['’]")
		.replaceAll(' ', String.raw`\s+`);
	return new RegExp(`(?<!\\p{L})${words}(?:e?s)?(?!\\p{L})`, 'iu');
}

/** What closes a name: marks of emphasis, brackets that are open before it, its colon. */
function suffix(words: string, before: string): string {
	const bare = words.replace(/\s*\{[#.:][^{}]*\}/u, '').replace(/\s*[([（［][^()[\]（）［］]*[)\]）］]/u, '');
	const tagsApart = bare.replaceAll(/<[^<>]*>/gu, '');
	const kept = /\p{L}/u.test(tagsApart) ? (/^(?:[)\]）］]|[*_`]+)*/u.exec(bare)?.[0] ?? '') : bare.trimEnd();
	return /[(（]/u.test(before) ? kept : kept.replace(/^[)）]/u, '');
}

const pictures = /(?:\p{Extended_Pictographic}(?:\u200D|\uFE0F|\p{Emoji_Modifier})*)+/u;

/** The picture that stands in front of each name; undefined where they differ. */
function sharedLead(names: readonly string[]): string | undefined {
	const leads = new Set(names.map((name) => pictures.exec(name)?.[0]));
	return leads.size === 1 ? [...leads][0] : undefined;
}

/** A prefix without a picture that belongs to one section alone. */
function withLead(words: string, lead: string | undefined): string {
	return lead === undefined ? words.replace(new RegExp(`${pictures.source}\\s*`, 'u'), '') : words;
}

function letterOf(kind: SectionKind, model = kind.charAt(0).toUpperCase()): string {
	const letter = kind.charAt(0);
	return model === model.toLowerCase() ? letter : letter.toUpperCase();
}

function sameCase(model: string, words: string): string {
	if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return words.toUpperCase();
	return model === model.toLowerCase() && model !== model.toUpperCase() ? words : capitalised(words);
}

function withoutMarks(name: string): string {
	return name.replaceAll(/[*_`]+|<[^<>]*>/gu, '');
}
