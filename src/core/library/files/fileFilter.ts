import { finish, type Steps } from '../../text/steps.ts';
import { globMatcher, type SegmentsMatcher } from './glob.ts';
import type { IgnoreRules } from './ignoreRules.ts';
import { defaultInclude, markdownGlob, markdownName } from './markdownName.ts';

/**
 * What VS Code excludes by the defaults of `files.exclude` and `search.exclude` (VS Code 1.139), for where there is no
 * VS Code to ask.
 */
export const defaultFilesExclude: Readonly<Record<string, boolean>> = {
	'**/.git': true,
	'**/.svn': true,
	'**/.hg': true,
	'**/.DS_Store': true,
	'**/Thumbs.db': true,
};

export const defaultSearchExclude: Readonly<Record<string, boolean>> = {
	'**/node_modules': true,
	'**/bower_components': true,
	'**/*.code-search': true,
};

/** Patterns of files, relative to their folder. */
export interface FilePatterns {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
	/** Of files that are Markdown by settings, as `markdownAssociations` reads them. */
	readonly markdown: readonly string[];
}

/** Says which files of a folder may hold stories. */
export interface FileFilter {
	/** @param path relative to the folder, with `/` */
	accepts(path: string): boolean;
	/**
	 * Whether a file may hold stories by its name alone.
	 *
	 * @param path relative to the folder, with `/`
	 */
	includes(path: string): boolean;
	/** Whether it includes Markdown alone, by the endings that are Markdown wherever VS Code runs. */
	readonly isOfMarkdownAlone: boolean;
	/**
	 * Whether nothing in a folder can be accepted.
	 *
	 * @param path relative to the folder, with `/`
	 */
	excludes(path: string): boolean;
}

/** Leaves out the malformed ones, which count for nothing. */
export function* wellFormed({ include, exclude, markdown }: FilePatterns): Steps<FilePatterns> {
	return {
		include: yield* readable(include),
		exclude: yield* readable(exclude),
		markdown: yield* readable(markdown),
	};
}

/** Whether a pattern names endings of files, such as `notes/*.txt`, rather than places, such as `notes/**`. */
function namesEnding(pattern: string): boolean {
	return /\.(?:[^./*?{}[\]]+|\{[^/{}]+\})$/u.test(pattern);
}

/** Patterns of the files that a search has to find, at any depth: Markdown, and what the settings name besides. */
export function searchGlobs({ include, markdown }: FilePatterns): readonly string[] {
	const named = include
		.filter((pattern) => pattern !== defaultInclude && namesEnding(pattern))
		.map((pattern) => `**/${pattern.slice(pattern.lastIndexOf('/') + 1)}`);
	return [...new Set([markdownGlob, ...[...named, ...markdown].map(inAnyCase)])];
}

/**
 * Builds the filter of a folder.
 *
 * @param patterns see {@link wellFormed}
 * @param ignored its ignore files; undefined where they do not count
 */
export function* fileFilter(
	{ include, exclude, markdown }: FilePatterns,
	ignored: IgnoreRules | undefined,
): Steps<FileFilter> {
	const places = include.map((pattern) => (pattern === defaultInclude ? '**' : pattern));
	const named = yield* anyOf(places.filter(namesEnding));
	const included = yield* anyOf(places.filter((pattern) => !namesEnding(pattern)));
	const associated = yield* anyOf(markdown);
	const isMarkdown = (path: string) => markdownName.test(path) || associated(path.toLowerCase());
	// A pattern for a folder, such as `**/node_modules`, excludes what lies in it.
	const excluded = yield* anyOf(exclude.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/u, '')}/**`]));
	const includes = (path: string) =>
		named(path) || named(withLowerEnding(path)) || (included(path) && isMarkdown(path));
	return {
		includes,
		isOfMarkdownAlone: markdown.length === 0 && !places.some(namesEnding),
		accepts: (path) => includes(path) && !excluded(path) && !ignored?.ignores(path),
		excludes: (path) => excluded(path) || (ignored?.ignores(`${path}/`) ?? false),
	};
}

/** VS Code looks at endings in any case where it tells languages, and tells letters apart in patterns. */
function inAnyCase(pattern: string): string {
	return pattern.includes('[')
		? pattern
		: pattern.replace(/[a-z]/giu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** `Story.MD` is what a pattern for `*.md` means. */
function withLowerEnding(path: string): string {
	return path.replace(/\.[^./]*$/u, (ending) => ending.toLowerCase());
}

/**
 * The excludes as one pattern, so that a search need not even list what lies in them; undefined where there are none.
 *
 * @param patterns see {@link wellFormed}
 */
export function excludeGlob({ exclude }: FilePatterns): string | undefined {
	const listed = exclude.filter((pattern) => !hasCommaOfItsOwn(pattern));
	return listed.length > 0 ? `{${listed.join(',')}}` : undefined;
}

/**
 * The patterns that a setting such as `files.exclude` excludes outright; conditional ones, with `when`, concern sibling
 * files.
 */
export function patternsOn(setting: unknown): readonly string[] {
	const patterns = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
	return patterns.flatMap(([pattern, on]) => (on === true && pattern !== '' ? [pattern] : []));
}

function* readable(patterns: readonly string[]): Steps<readonly string[]> {
	const found: string[] = [];
	for (const pattern of patterns) {
		if (isReadable(pattern)) found.push(pattern);
		yield;
	}
	return found;
}

/** Whether a pattern is well formed. One that is not would make `findFiles` find nothing; it is left out, as in VS Code. */
function isReadable(pattern: string): boolean {
	return globMatcher(pattern) !== undefined;
}

/** Whether a comma outside braces would split the pattern among others in braces. */
function hasCommaOfItsOwn(pattern: string): boolean {
	let bare = pattern;
	for (let before = ''; before !== bare;) [before, bare] = [bare, bare.replaceAll(/\{[^{}]*\}/gu, '')];
	return bare.includes(',');
}

/** Whether a path matches one of some patterns in the form of VS Code's. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
	return finish(anyOf(patterns));
}

/** The same, made a pattern a step. */
function* anyOf(patterns: readonly string[]): Steps<(path: string) => boolean> {
	const matchers: SegmentsMatcher[] = [];
	for (const pattern of patterns) {
		const matches = globMatcher(pattern);
		if (matches) matchers.push(matches);
		yield;
	}
	return (path) => {
		const segments = path.split('/');
		return matchers.some((matches) => matches(segments));
	};
}
