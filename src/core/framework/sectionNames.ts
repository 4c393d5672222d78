import type { Lookups } from './lookups.ts';
import type { Framework } from './model.ts';
import { conjunctions, determiners, namesByLanguage, sideNames } from './namesByLanguage.ts';
import { type SectionKind, sectionKinds, type SideKind, sideKinds, starKinds } from './sectionKind.ts';

/** What the words of a heading or label name. */
export interface SectionName {
	/**
	 * The section; several where one is told together with another, as `Situation & Task`. In the order of STAR; none
	 * where it is a section beside the telling.
	 */
	readonly kinds: readonly SectionKind[];
	/** The section beside the telling that it names, such as `Follow-ups`. */
	readonly side?: SideKind;
	/**
	 * Whether every part goes by the section's own name (`Situation`, not `Context`), or one that a framework file
	 * gives it.
	 */
	readonly isOwn: boolean;
	/** Whether it is a letter alone (`S`, `S/T`, `R+`): a name only where several stand in order. */
	readonly isLetter: boolean;
}

/** Finds out which section a heading or label names. */
export interface SectionNames {
	/**
	 * Reads words in any of the accepted forms, such as `2. Action`, `🎯 Result (20%)`, `S — Situation`, `My Actions`.
	 *
	 * @param words of a heading or label, without marks; line breaks are white space
	 */
	read(words: string): SectionName | undefined;
	/** As {@link read}, also with something behind the name: `Situation: the outage`, `Situation — the outage`. */
	readHeading(words: string): SectionName | undefined;
	/** The names of each section in the form that {@link foldName} gives, and whether each is its own. */
	readonly listed: ReadonlyMap<SectionKind, ReadonlyMap<string, boolean>>;
	/** Those of the four STAR sections. */
	readonly starNames: ReadonlyMap<SectionKind, ReadonlyMap<string, boolean>>;
}

/** No name of a section comes near this, in UTF-16 code units; it keeps a hostile heading from costing anything. */
const maxNameLength = 80;

/** Headings and labels are few and come again in each document; cleared when there are this many. */
const maxKnown = 2000;

/** How far into a heading its name may reach, in UTF-16 code units. */
const maxHeadLength = 120;

const starLetters: ReadonlyMap<string, SectionKind> = new Map([
	['s', 'situation'],
	['t', 'task'],
	['a', 'action'],
	['r', 'result'],
	['l', 'learnings'],
	['r+', 'learnings'],
	['+r', 'learnings'],
	['+l', 'learnings'],
	['+', 'learnings'],
]);

/** A letter before the name it stands for: `S — Situation`, `[S] Situation`, `S) Situation`, `S. Situation`. */
const letterBefore = /^\[?(\p{L}\+?)\]?\s*(?:[-–—:.)|\]]\s*|(?<=\])\s*)(?=\p{L})/u;
/** A name in parentheses behind its letter: `S (Situation)`, `S [Situation]`. */
const letterWithName = /^(\p{L}\+?)\s*[([]([^()[\]]*)[)\]]$/u;
/** A numeral before the name: `II. Task`, `B) Task`, `二、任务`. */
const numeral = /^\(?(?:(?:i{1,3}|i?v|vi{1,3}|[a-f])[.)]\s+|[一二三四五六七八九十]{1,2}[、.)]\s*)(?=[\p{L}[(])/u;
/** `Action(s)`. */
const optionalPlural = /(?<=\p{L})\((?:e?s|e?n)\)/gu;
/** A name in brackets: `[Situation]`, `(S)`. */
const inBrackets = /^[([]([^()[\]]+)[)\]]$/u;
/** A share or a time behind a name, as in `[SITUATION — 45s]`. */
const trailingShare =
	/\s*[-–—:,|~]\s*[~≈]?\d+(?:[.,–-]\d+)*\s*(?:[%％]|s|secs?|seconds?|m|mins?|minutes?|秒|分钟?|초|분)\.?\s*(?=[)\]]?$)/u;
const trailingParenthesis = /\s*[([{][^()[\]{}]*[)\]}]\s*:?\s*$/u;
const joint = new RegExp(
	`\\s*(?:[&/,、・]|(?<=\\s)\\+(?=\\s)|(?<=[st])\\+(?=[tar])|(?<!\\p{L})(?:${conjunctions.join('|')})(?!\\p{L}))\\s*`,
	'gu',
);
const betweenScripts = /(?<=\p{Ll})\s(?=\p{Lo})|(?<=\p{Lo})\s(?=\p{Ll})/u;
const determiner = new RegExp(`^(?:(?:${determiners.join('|')})\\s+|l'|d')`, 'u');

/**
 * Collects the names of sections from the product and the active frameworks.
 *
 * @param frameworks their section aliases come on top of the built-in names
 */
export function createSectionNames(frameworks: readonly Framework[]): SectionNames {
	const byName = new Map<string, { readonly kind: SectionKind; readonly isOwn: boolean }>();
	const add = (kind: SectionKind, name: string, isOwn: boolean) => {
		if (name !== '' && !byName.get(name)?.isOwn) byName.set(name, { kind, isOwn });
	};
	const addNew = (kind: SectionKind, name: string, isOwn: boolean) => {
		if (!byName.has(name)) add(kind, name, isOwn);
	};
	for (const kind of sectionKinds) {
		for (const language of Object.values(namesByLanguage)) {
			for (const name of language[kind].own) add(kind, tidy(name), true);
			for (const alias of language[kind].aliases) addNew(kind, tidy(alias), false);
		}
	}
	for (const kind of sectionKinds) {
		for (const name of frameworks.flatMap((framework) => framework.sectionAliases?.[kind] ?? []))
			addNew(kind, tidy(name), true);
	}
	const sides = new Map(sideKinds.flatMap((side) => sideNames[side].map((name) => [tidy(name), side] as const)));
	const lookUp = (name: string) =>
		byName.get(name) ??
		byName.get(name.replace(/s$/u, '')) ??
		byName.get(name.replace(/es$/u, '')) ??
		byName.get(`${name}s`);
	const findOne = (name: string) => lookUp(name) ?? lookUp(name.replace(determiner, '')) ?? inTwoScripts(name);

	/** `Situation 背景` says one thing twice. */
	function inTwoScripts(name: string): { readonly kind: SectionKind; readonly isOwn: boolean } | undefined {
		const parts = name.split(betweenScripts);
		if (parts.length !== 2) return undefined;
		const [one, other] = parts.map(lookUp);
		return one && one.kind === other?.kind ? { ...one, isOwn: one.isOwn || other.isOwn } : undefined;
	}

	function readTidy(name: string): SectionName | undefined {
		const one = findOne(name);
		if (one) return { kinds: [one.kind], isOwn: one.isOwn, isLetter: false };
		const side = sides.get(name) ?? sides.get(name.replace(determiner, ''));
		if (side) return { kinds: [], side, isOwn: true, isLetter: false };
		const letter = starLetters.get(name);
		if (letter) return { kinds: [letter], isOwn: true, isLetter: true };
		const [, initial, inside] = letterWithName.exec(name) ?? [];
		if (initial !== undefined && inside !== undefined) return spelledOut(initial, inside);
		const before = letterBefore.exec(name);
		if (before?.[1] !== undefined) return spelledOut(before[1], name.slice(before[0].length));
		return combined(name);
	}

	function spelledOut(initial: string, name: string): SectionName | undefined {
		const found = findOne(tidy(name));
		if (!found || (name[0] !== initial && starLetters.get(initial) !== found.kind)) return undefined;
		return { kinds: [found.kind], isOwn: found.isOwn, isLetter: false };
	}

	function combined(name: string): SectionName | undefined {
		const parts = name.split(joint);
		if (parts.length < 2 || parts.length > 3) return undefined;
		const found = parts.map((part) => readTidy(tidy(part)));
		const isLetter = found.every((part) => part?.isLetter);
		if (!isLetter && found.some((part) => part?.isLetter)) return undefined;
		const named = new Set(found.flatMap((part) => part?.kinds ?? []));
		const [first, ...more] = sectionKinds.filter((kind) => named.has(kind));
		if (!first || found.some((part) => !part || part.side)) return undefined;
		// `Situation/Context` says one thing twice, and one of them is its own name.
		const isOwn = more.length > 0 ? found.every((part) => part?.isOwn) : found.some((part) => part?.isOwn);
		return { kinds: [first, ...more], isOwn, isLetter };
	}

	const known = new Map<string, SectionName | undefined>();

	function read(words: string): SectionName | undefined {
		if (words.length > maxNameLength) return undefined;
		if (!known.has(words)) {
			if (known.size >= maxKnown) known.clear();
			known.set(words, readAnew(words));
		}
		return known.get(words);
	}

	function readAnew(words: string): SectionName | undefined {
		const folded = foldName(words)
			.replace(/\s*\{[#.:][^{}]*\}\s*$/u, '')
			.replace(trailingShare, '')
			.replaceAll(optionalPlural, '');
		const whole = readTidy(tidy(folded)) ?? readTidy(tidy(withoutNumeral(folded)));
		if (whole) return whole;
		const bracketed = inBrackets.exec(withoutNumeral(folded))?.[1];
		if (bracketed !== undefined) return readTidy(tidy(bracketed));
		const shorter = folded.replace(trailingParenthesis, '');
		if (shorter === folded) return undefined;
		const found = readTidy(tidy(shorter)) ?? readTidy(tidy(withoutNumeral(shorter)));
		if (!found || found.isOwn) return found;
		// `背景（Situation）` is the alias, and the name.
		const behind = readTidy(tidy(folded.slice(shorter.length).replaceAll(/[()[\]{}]/gu, '')));
		return { ...found, isOwn: behind?.isOwn === true && behind.kinds.join() === found.kinds.join() };
	}

	const listed = new Map(
		sectionKinds.map((kind): [SectionKind, ReadonlyMap<string, boolean>] => {
			const names = [...byName].filter(([, found]) => found.kind === kind);
			return [kind, new Map(names.map(([name, { isOwn }]) => [name, isOwn]))];
		}),
	);
	return {
		listed,
		starNames: new Map(starKinds.map((kind) => [kind, listed.get(kind) ?? new Map<string, boolean>()])),
		read,
		readHeading(words) {
			const whole = read(words);
			if (whole) return whole;
			const [, head, rest = ''] =
				/^(.+?)(?::\s+|\s+[-–—]\s+|(?<=\p{Lo}):)(.*)$/u.exec(foldName(words.slice(0, maxHeadLength))) ?? [];
			const name = head === undefined ? undefined : read(head);
			// `S: Situation` is read whole; `A: yes` is an answer.
			return name && !name.isLetter && rest !== '' ? name : undefined;
		},
	};
}

/** The names of sections by some frameworks: for whoever reads documents, as the names of all languages are long. */
export function sectionNamesOf({ frameworks }: Pick<Lookups, 'frameworks'>): SectionNames {
	return createSectionNames(frameworks);
}

/**
 * Names are compared in this form: NFKC, lower case, `ss` for ß, straight apostrophes, one space for any white space,
 * and no marks that are not seen.
 */
export function foldName(words: string): string {
	return (
		words
			// NFKC makes a space and an accent of `´`.
			.replace(/[‘’ʼ`´]/gu, "'")
			.normalize('NFKC')
			.toLowerCase()
			.replaceAll('ß', 'ss')
			.replace(/[\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF]|\uFE0E|\uFE0F/gu, '')
			.replace(/\s+/gu, ' ')
			.trim()
	);
}

/** A folded name without the numeral before it. */
function withoutNumeral(folded: string): string {
	return folded.replace(/^(?:[^\p{L}+([]|\p{Extended_Pictographic})+/u, '').replace(numeral, '');
}

/** What most names look like, and nothing is taken away from. */
const tidyName = /^[a-z]+(?: [a-z]+)*$/u;

/** Takes away what stands around a name: numbers, emoji and bullets before it, punctuation after it. */
function tidy(name: string): string {
	if (tidyName.test(name)) return name;
	return foldName(name)
		.replace(/^(?:[^\p{L}+[]|\p{Extended_Pictographic})+/u, '')
		.replace(/[^\p{L}\p{N}+)\]]+$/u, '');
}
