import * as vscode from 'vscode';
import { pathIn } from '../../../core/library/uris.ts';
import { escapeParentheses, escapePath } from '../../../core/text/escape.ts';

/** The path under which a report names a file: from its folder, which is named where there are several. */
export function reportPath(uri: vscode.Uri): string {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (!folder) return uri.path;
	if (folders.length === 1) return pathIn(folder.uri.toString(), uri.toString());
	const before = folders.filter(({ name, index }) => name === folder.name && index < folder.index).length;
	return `${folder.name}${before === 0 ? '' : ` (${before + 1})`}/${pathIn(folder.uri.toString(), uri.toString())}`;
}

/**
 * A path from the root of the workspace, as Markdown in VS Code understands it, or from the folder of the document; the
 * whole URI where there is no such path.
 */
export function linkTo(uri: vscode.Uri | undefined, from: vscode.Uri | undefined): string | undefined {
	const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
	if (!folder) return undefined;
	const path = from
		? pathFrom(from, uri)
		: folder.index === 0
			? `/${pathIn(folder.uri.toString(), uri.toString())}`
			: undefined;
	if (path === undefined && from) return undefined;
	return path === undefined ? escapeParentheses(uri.toString()) : escapePath(path);
}

/** The way from a folder to a file, with `..`; undefined where they are on different file systems. */
function pathFrom(folder: vscode.Uri, file: vscode.Uri): string | undefined {
	if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
	const [from, to] = [folder, file].map(({ path }) => path.split('/').filter(Boolean)) as [string[], string[]];
	let common = 0;
	while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
	return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
