import * as vscode from 'vscode';
import { localDay } from '../../../core/text/day.ts';

/** As much as is needed of what VS Code's git extension offers. */
interface GitApi {
	getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
	log(options: { path: string; maxEntries: number }): Promise<readonly { readonly authorDate?: Date }[]>;
}

/** How many files are asked about at a time: each question is a process of git. */
const maxParallel = 4;

/** How many commits of a file are read: where there are more, the date found is too late. */
const maxCommits = 1000;

/**
 * On which day each file was first committed, as `YYYY-MM-DD`, as far as git knows.
 *
 * @param known dates from before, which stay what they were; what is found is added
 * @returns whether there was anybody to ask
 */
export async function writtenDates(files: readonly vscode.Uri[], known: Map<string, string>): Promise<boolean> {
	const git = await gitApi();
	if (!git) return false;
	const open = files.filter((uri) => !known.has(uri.toString()));
	let found = files.length > open.length;
	const next = async (): Promise<void> => {
		for (let uri = open.pop(); uri; uri = open.pop()) {
			const repository = git.getRepository(uri);
			if (!repository) continue;
			found = true;
			// A file that was never committed has no history, and git says so by an error.
			const commits = await repository.log({ path: uri.fsPath, maxEntries: maxCommits }).catch(() => []);
			const first = commits.at(-1)?.authorDate;
			if (first) known.set(uri.toString(), localDay(first));
		}
	};
	await Promise.all(Array.from({ length: maxParallel }, next));
	return found;
}

/** In a browser, in an untrusted workspace, or where git is switched off, there is none. */
async function gitApi(): Promise<GitApi | undefined> {
	const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>(
		'vscode.git',
	);
	try {
		const exports = await extension?.activate();
		return exports?.enabled ? exports.getAPI(1) : undefined;
	} catch {
		return undefined;
	}
}
