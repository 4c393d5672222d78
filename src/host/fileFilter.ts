import picomatch from 'picomatch';
import * as vscode from 'vscode';
import { type IgnoreFiles, loadIgnoreFiles } from './ignoreFiles.ts';
import { readSettings } from './settings.ts';

/** Says which files of a folder may hold stories: settings, `files.exclude`, `search.exclude` and ignore files. */
export interface FileFilter {
	/** @param path relative to the folder, with `/` */
	accepts(path: string): boolean;
	/**
	 * Whether nothing in a folder can be accepted.
	 * @param path relative to the folder, with `/`
	 */
	excludes(path: string): boolean;
	/** The excludes in the form that `findFiles` takes, so that excluded folders are not even listed. */
	readonly excludeGlob: string | undefined;
}

/** Builds the filter of a folder from the settings and ignore files as they are now. */
export async function createFileFilter(folder: vscode.WorkspaceFolder): Promise<FileFilter> {
	const { include, exclude } = readSettings(folder.uri);
	const excludes = [...exclude, ...excludedBy('files', folder), ...excludedBy('search', folder)].filter(isReadable);
	const listed = excludes.filter((pattern) => !hasCommaOfItsOwn(pattern));
	const excludeGlob = listed.length > 0 ? `{${listed.join(',')}}` : undefined;
	const usesIgnoreFiles = vscode.workspace.getConfiguration('search', folder.uri).get<boolean>('useIgnoreFiles', true);
	const ignored: IgnoreFiles | undefined = usesIgnoreFiles ? await loadIgnoreFiles(folder, excludeGlob) : undefined;
	const included = matcher(include.filter(isReadable));
	// A pattern for a folder, such as `**/node_modules`, excludes what lies in it.
	const excluded = matcher(excludes.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/u, '')}/**`]));
	return {
		excludeGlob,
		accepts: (path) => included(path) && !excluded(path) && !ignored?.ignores(path),
		excludes: (path) => excluded(path) || (ignored?.ignores(`${path}/`) ?? false),
	};
}

/** The patterns that a setting of VS Code excludes outright; conditional ones, with `when`, concern sibling files. */
function excludedBy(section: 'files' | 'search', folder: vscode.WorkspaceFolder): readonly string[] {
	const patterns = vscode.workspace.getConfiguration(section, folder.uri).get<Record<string, unknown> | null>('exclude');
	return Object.entries(patterns ?? {}).flatMap(([pattern, on]) => (on === true && pattern !== '' ? [pattern] : []));
}

/** VS Code's patterns know `[!a]`, but neither extended globs nor negation: `Stories (old)/**` is a folder's name. */
const options: picomatch.PicomatchOptions = { dot: true, posix: true, noextglob: true, nonegate: true };

function asPicomatch(pattern: string): string {
	return pattern.replace(/[()|]/gu, '\\$&');
}

/** Whether a pattern is well formed. One that is not would make `findFiles` find nothing; it is left out, as in VS Code. */
function isReadable(pattern: string): boolean {
	try {
		picomatch.makeRe(asPicomatch(pattern), { ...options, strictBrackets: true, debug: true });
		return count(pattern, '{') === count(pattern, '}');
	} catch {
		return false;
	}
}

function count(text: string, character: string): number {
	return text.split(character).length - 1;
}

/** Whether a comma outside braces would split the pattern among others in braces. */
function hasCommaOfItsOwn(pattern: string): boolean {
	let bare = pattern;
	for (let before = ''; before !== bare; ) [before, bare] = [bare, bare.replaceAll(/\{[^{}]*\}/gu, '')];
	return bare.includes(',');
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
	const matchers = patterns.map((pattern) => picomatch(asPicomatch(pattern), options));
	return (path) => matchers.some((matches) => matches(path));
}
