import * as vscode from 'vscode';
import { buildReport, type ReportFile } from '../core/report/buildReport.ts';
import type { Report } from '../core/report/report.ts';
import type { Services } from './services.ts';
import { readSettings } from './settings.ts';
import { pathIn } from './uriPaths.ts';

/** A report of what the workspace holds this moment. */
export function reportOf({ storyFiles, frameworks }: Services): Report {
	const places = new Map<string, vscode.Uri>();
	const files = storyFiles.index.files().flatMap((key): readonly ReportFile[] => {
		const file = storyFiles.get(vscode.Uri.parse(key, true));
		if (!file) return [];
		const path = reportPath(file.uri);
		places.set(path, file.uri);
		return [{ path, analysis: file.analysis, lines: file.lines }];
	});
	return buildReport({
		files,
		frameworks: frameworks.for(undefined),
		wordsPerMinute: readSettings(undefined).wordsPerMinute,
		linkTo: (path, line) => linkTo(places.get(path), line),
	});
}

/** The path under which a report names a file: from its folder, which is named where there are several. */
export function reportPath(uri: vscode.Uri): string {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (!folder) return uri.path;
	if (folders.length === 1) return pathIn(folder, uri);
	const before = folders.filter(({ name, index }) => name === folder.name && index < folder.index).length;
	return `${folder.name}${before === 0 ? '' : ` (${before + 1})`}/${pathIn(folder, uri)}`;
}

/** A path from the root of the workspace, as Markdown in VS Code understands it; the whole URI where there are several. */
function linkTo(uri: vscode.Uri | undefined, line: number): string | undefined {
	const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
	if (!folder) return undefined;
	const isFirst = folder.index === 0;
	const path = isFirst ? `/${pathIn(folder, uri)}` : uri.toString();
	const encoded = isFirst ? path.split('/').map(encodeURIComponent).join('/') : path;
	return `${encoded.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'))}#L${line}`;
}
