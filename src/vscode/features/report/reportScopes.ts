import * as vscode from 'vscode';
import type { Lookups } from '../../../core/framework/lookups.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFile } from '../../../core/library/storyFile.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { isInScope } from '../../../core/report/buildReport.ts';
import { reportPath } from './reportPaths.ts';

/** A file with the path under which reports name it. */
export interface NamedFile extends StoryFile {
	readonly path: string;
}

/** What a report can be about: the whole workspace, or a folder of it by the path under which reports name it. */
export class ReportScopes {
	readonly #storyFiles: StoryFiles;
	readonly #frameworks: Frameworks;

	constructor(storyFiles: StoryFiles, frameworks: Frameworks) {
		this.#storyFiles = storyFiles;
		this.#frameworks = frameworks;
	}

	/** Every file of which a report may tell, in the order of their paths. */
	files(): readonly NamedFile[] {
		return this.#storyFiles
			.counted()
			.map(({ uri, analysis, lines }) => ({
				uri,
				path: reportPath(vscode.Uri.parse(uri, true)),
				analysis,
				lines,
			}))
			.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** The folders that hold stories, as reports name them, with how many they hold. */
	folders(): ReadonlyMap<string, number> {
		const folders = new Map<string, number>();
		for (const { uri, path } of this.files()) {
			const stories = this.#storyFiles.index.taggedOf(uri).length;
			if (stories === 0) continue;
			for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
				const folder = path.slice(0, end);
				folders.set(folder, (folders.get(folder) ?? 0) + stories);
			}
		}
		return new Map([...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)));
	}

	/** How many stories there are. */
	count(): number {
		return this.#storyFiles.index.stories().length;
	}

	/** The frameworks that hold for what is chosen, and what is looked up in them. */
	lookupsFor(scope: string | undefined): Lookups {
		return this.#frameworks.lookupsFor(scope === undefined ? undefined : this.#uriIn(scope)?.toString());
	}

	/** The folder of the workspace that a report of this scope belongs to. */
	folderOf(scope: string | undefined): vscode.WorkspaceFolder | undefined {
		const uri = scope === undefined ? undefined : this.#uriIn(scope);
		return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
	}

	/** A file in a folder that a report names. */
	#uriIn(scope: string): vscode.Uri | undefined {
		const uris = this.#storyFiles.counted().map(({ uri }) => vscode.Uri.parse(uri, true));
		return uris.find((uri) => isInScope(reportPath(uri), scope));
	}
}
