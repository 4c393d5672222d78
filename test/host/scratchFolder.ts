import * as vscode from 'vscode';
import { bankFolder } from './bankFolder.ts';
import { closeEditors } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { filesWithProblems, problemsOf } from './problems.ts';
import { starStories } from './starStories.ts';

/** A folder of the workspace for the files of one test. */
export interface ScratchFolder {
	/** A folder that no other test had; it exists as soon as something is in it. */
	readonly uri: vscode.Uri;
	/** @param path from the folder, with `/` */
	file(path: string): vscode.Uri;
	/** Writes a file on the disk, past all editors. */
	write(path: string, content: string | Uint8Array): Promise<vscode.Uri>;
	/**
	 * Waits until the extension has worked through all that happened on the disk before: it has noticed a file come,
	 * and after that go.
	 */
	untilCaughtUp(): Promise<void>;
}

let count = 0;

/**
 * Gives each test of a suite a folder of its own. After the test editors are closed, the folder is removed, and
 * nothing may be left that the extension says of its files.
 */
export function scratchFolder(): ScratchFolder {
	let uri: vscode.Uri | undefined;
	const current = (): vscode.Uri => (uri ??= vscode.Uri.joinPath(bankFolder(), `scratch ${++count}`));
	const file = (path: string): vscode.Uri => vscode.Uri.joinPath(current(), path);
	const write = async (path: string, content: string | Uint8Array): Promise<vscode.Uri> => {
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		await vscode.workspace.fs.writeFile(file(path), bytes);
		return file(path);
	};

	afterEach(async () => {
		const removed = uri;
		uri = undefined;
		try {
			await closeEditors();
		} finally {
			if (removed) await removeFolder(removed);
		}
		if (!removed) return;
		const left = () => filesWithProblems().filter(({ path }) => path.startsWith(`${removed.path}/`));
		await eventuallyEquals(() => left().map(String), []);
		const api = await starStories();
		await eventuallyEquals(
			() => api.stories().filter((story) => story.file.startsWith(`${removed.toString()}/`)),
			[],
		);
	});

	return {
		get uri() {
			return current();
		},
		file,
		write,
		async untilCaughtUp() {
			const name = `sentinel ${++count}.md`;
			const sentinel = file(name);
			const watcher = vscode.workspace.createFileSystemWatcher('**');
			let isSeen = false;
			// A new folder is told of without the files in it.
			watcher.onDidCreate(({ path }) => (isSeen ||= path === sentinel.path || path === current().path));
			try {
				await write(name, '---\ncompetencies: [nothing of the kind]\n---\n# Sentinel\n');
				// Of a file that comes and goes quickly VS Code may tell nothing.
				await eventuallyEquals(() => isSeen && problemsOf(sentinel).length > 0, true);
				await vscode.workspace.fs.delete(sentinel);
				await eventuallyEquals(() => problemsOf(sentinel), []);
			} finally {
				watcher.dispose();
			}
		},
	};
}

async function removeFolder(uri: vscode.Uri): Promise<void> {
	try {
		await vscode.workspace.fs.delete(uri, { recursive: true, useTrash: false });
	} catch (error) {
		if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
			throw error;
		}
	}
}
