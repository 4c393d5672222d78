/**
 * Patterns of paths in the form of VS Code's: `*` and `?` within a segment, `**` for any number of segments, `{a,b}`
 * and `[a-z]`, `[!a]`. A workspace brings its own, also one that nobody trusts, so matching takes time in proportion to
 * the length of the path times that of the pattern, whatever both say; regular expressions made of them can take for
 * ever.
 */

/** Matches the segments of a path. */
export type SegmentsMatcher = (segments: readonly string[]) => boolean;

/**
 * Longest pattern in UTF-16 code units, and most alternatives of its braces; one beyond is left out like a malformed
 * one.
 */
const maxPatternLength = 2000;
const maxAlternatives = 500;

/**
 * Whose patterns they are. Those of git know no braces, and their `a/**` is what lies in `a` without `a` itself
 * (gitignore(5)).
 */
export type GlobForm = 'vscode' | 'git';

/**
 * Makes a matcher of a pattern.
 *
 * @param pattern relative to a folder, with `/`; `\` takes the meaning from the character behind it
 * @returns undefined where it is malformed, or longer than patterns are
 */
export function globMatcher(pattern: string, form: GlobForm = 'vscode'): SegmentsMatcher | undefined {
	if (pattern.length > maxPatternLength) return undefined;
	const tokens = tokensOf(pattern, form);
	const alternatives = tokens && alternativesOf(tokens);
	if (!alternatives) return undefined;
	const paths = alternatives.map(segmentsOf);
	return (segments) => paths.some((path) => matchesPath(path, segments, form));
}

/** Whether a text is a pattern rather than a path, as far as one can tell. */
export function isGlob(text: string): boolean {
	return /[*?]|\[[^\]]+\]|\{[^}]*\}/u.test(text);
}

/** The folders before the first segment that is a pattern, and the pattern from there. */
export function globBase(pattern: string): { readonly base: string; readonly glob: string } {
	const segments = pattern.split('/');
	const first = segments.findIndex((segment) => isGlob(segment) || /[{}]/u.test(segment));
	const at = first < 0 ? segments.length - 1 : first;
	const base = segments.slice(0, at).join('/');
	return { base: base === '' && at > 0 ? '/' : base, glob: segments.slice(at).join('/') };
}

/** Set of UTF-16 code units. */
interface Class {
	readonly isNegated: boolean;
	readonly ranges: readonly (readonly [from: number, to: number])[];
}

type CharacterToken = 'star' | 'any' | Class | number;

type Token = CharacterToken | 'open' | 'comma' | 'close';

/** @returns undefined where it is malformed */
function tokensOf(pattern: string, form: GlobForm): Token[] | undefined {
	const tokens: Token[] = [];
	let depth = 0;
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern.charAt(at);
		const braces = { '{': 'open', '}': 'close', ',': 'comma' } as const;
		if (character === '\\' && at + 1 < pattern.length) tokens.push(pattern.charCodeAt(++at));
		else if (character === '*') tokens.push('star');
		else if (character === '?') tokens.push('any');
		else if (character === '[') {
			const end = endOfClass(pattern, at);
			const found = end === undefined ? undefined : classOf(pattern.slice(at + 1, end));
			if (!found || end === undefined) return undefined;
			tokens.push(found);
			at = end;
		} else if (form !== 'git' && (character === '{' || character === '}' || (character === ',' && depth > 0))) {
			depth += character === '{' ? 1 : character === '}' ? -1 : 0;
			if (depth < 0) return undefined;
			tokens.push(braces[character]);
		} else tokens.push(pattern.charCodeAt(at));
	}
	return depth === 0 ? tokens : undefined;
}

/** A `]` stands for itself right behind the opening. */
function endOfClass(pattern: string, start: number): number | undefined {
	const first = start + (/[!^]/u.test(pattern.charAt(start + 1)) ? 2 : 1);
	for (let at = first; at < pattern.length; at++) {
		if (pattern[at] === '\\') at++;
		else if (pattern[at] === ']' && at > first) return at;
	}
	return undefined;
}

/** @returns undefined where a range runs backwards */
function classOf(content: string): Class | undefined {
	const isNegated = /^[!^]/u.test(content);
	const codes: { readonly code: number; readonly isDash: boolean }[] = [];
	for (let at = isNegated ? 1 : 0; at < content.length; at++) {
		const isEscaped = content[at] === '\\' && at + 1 < content.length;
		if (isEscaped) at++;
		codes.push({ code: content.charCodeAt(at), isDash: !isEscaped && content[at] === '-' });
	}
	const ranges: [number, number][] = [];
	for (let at = 0; at < codes.length; at++) {
		const from = codes[at]?.code ?? 0;
		const to = codes[at + 1]?.isDash ? codes[at + 2]?.code : undefined;
		if (to === undefined) ranges.push([from, from]);
		else {
			if (to < from) return undefined;
			ranges.push([from, to]);
			at += 2;
		}
	}
	return { isNegated, ranges };
}

/**
 * The sequences of tokens that braces stand for.
 *
 * @returns undefined where there are too many
 */
function alternativesOf(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
	/** What was gathered at each depth: the alternatives that are complete, and those that go on. */
	const stack: { readonly done: Token[][]; open: Token[][] }[] = [{ done: [], open: [[]] }];
	for (const token of tokens) {
		const level = stack.at(-1);
		if (!level) return undefined;
		if (token === 'open') stack.push({ done: [], open: [[]] });
		else if (token === 'comma') {
			level.done.push(...level.open);
			level.open = [[]];
		} else if (token === 'close') {
			stack.pop();
			const outer = stack.at(-1);
			if (!outer) return undefined;
			const inner = [...level.done, ...level.open];
			if (outer.open.length * inner.length > maxAlternatives) return undefined;
			outer.open = outer.open.flatMap((before) => inner.map((each) => [...before, ...each]));
		} else for (const each of level.open) each.push(token);
	}
	return stack[0]?.open;
}

/** Any number of segments. */
const globstar = Symbol('**');

/** A segment of a pattern: any number of segments, a plain text, or something to be matched. */
type Segment = typeof globstar | string | readonly CharacterToken[];

const slash = '/'.charCodeAt(0);

function segmentsOf(tokens: readonly Token[]): readonly Segment[] {
	const segments: CharacterToken[][] = [[]];
	for (const token of tokens) {
		if (token === slash) segments.push([]);
		else if (token !== 'open' && token !== 'comma' && token !== 'close') segments.at(-1)?.push(token);
	}
	return segments.map((segment): Segment => {
		if (segment.length === 2 && segment.every((token) => token === 'star')) return globstar;
		const codes = segment.filter((token) => typeof token === 'number');
		return codes.length === segment.length ? String.fromCharCode(...codes) : segment;
	});
}

function matchesPath(pattern: readonly Segment[], path: readonly string[], form: GlobForm): boolean {
	let [at, position] = [0, 0];
	// The latest globstar, and how far it reaches: what was matched before it need not be tried in another way.
	let [latest, reach] = [-1, 0];
	while (position < path.length) {
		const segment = pattern[at];
		if (segment === globstar) {
			const isLast = at === pattern.length - 1;
			if (isLast) return true;
			latest = at++;
			reach = position;
		} else if (segment !== undefined && matchesSegment(segment, path[position] ?? '')) {
			at++;
			position++;
		} else if (latest >= 0) {
			at = latest + 1;
			position = ++reach;
		} else return false;
	}
	if (form === 'vscode') while (pattern[at] === globstar) at++;
	return at === pattern.length;
}

function matchesSegment(pattern: Exclude<Segment, typeof globstar>, text: string): boolean {
	if (typeof pattern === 'string') return pattern === text;
	let [at, position] = [0, 0];
	let [star, reach] = [-1, 0];
	while (position < text.length) {
		const token = pattern[at];
		if (token === 'star') {
			star = at++;
			reach = position;
		} else if (token !== undefined && matchesCode(token, text.charCodeAt(position))) {
			at++;
			position++;
		} else if (star >= 0) {
			at = star + 1;
			position = ++reach;
		} else return false;
	}
	while (pattern[at] === 'star') at++;
	return at === pattern.length;
}

function matchesCode(token: CharacterToken, code: number): boolean {
	if (token === 'any') return true;
	if (typeof token === 'number') return token === code;
	if (token === 'star') return false;
	return token.ranges.some(([from, to]) => code >= from && code <= to) !== token.isNegated;
}
