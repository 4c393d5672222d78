// What `npm run bench` runs inside an extension host; see test/bench/hosts.
import * as vscode from 'vscode';
import type { StarStoriesExports } from '../../api.d.ts';
import { type ActivationFigures, figuresPrefix, type HostFigures } from '../bench/hosts/figures.ts';

declare global {
	// Left behind by the stopwatch around the extension's bundle.
	var starStoriesBench: ActivationFigures | undefined;
}

const keystrokes = 15;

export async function run(): Promise<void> {
	const extension = vscode.extensions.getExtension<StarStoriesExports>('star-stories.star-stories');
	const api = (await extension?.activate())?.getApi(1);
	const activation = globalThis.starStoriesBench;
	if (!api || !activation) throw new Error('The extension has not been measured');
	await api.ready;
	const scanned = { ...activation };
	const typed: Record<string, readonly number[]> = {};
	activation.longestBlock = 0;
	for (const file of await vscode.workspace.findFiles('typing/*.md'))
		typed[file.path.replace(/^.*\//u, '')] = await type(file);
	const figures: HostFigures = {
		activation: scanned,
		stories: api.stories().length,
		keystrokes: typed,
		blockWhileTyping: activation.longestBlock,
	};
	// oxlint-disable-next-line no-console -- the only way out of both hosts
	console.log(figuresPrefix + JSON.stringify(figures));
}

/** Types something left over into a story and takes it away again, and waits each time until the problem comes or goes. */
export async function type(uri: vscode.Uri): Promise<readonly number[]> {
	const editor = await vscode.window.showTextDocument(uri);
	const { document } = editor;
	const at = document.positionAt(document.getText().indexOf('\n', document.getText().indexOf('## Action') + 12));
	const before = placeholdersOf(uri);
	const times: number[] = [];
	for (let time = 0; time < keystrokes; time++) {
		const start = Date.now();
		const shown = until(uri, () => placeholdersOf(uri) === before + 1);
		await editor.edit((edit) => edit.insert(at, ' TODO'));
		await shown;
		times.push(Date.now() - start);
		const gone = until(uri, () => placeholdersOf(uri) === before);
		await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, ' TODO'.length))));
		await gone;
	}
	await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	return times;
}

function placeholdersOf(uri: vscode.Uri): number {
	return vscode.languages
		.getDiagnostics(uri)
		.filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'placeholder').length;
}

function until(uri: vscode.Uri, isSo: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
			if (!uris.some((each) => each.toString() === uri.toString()) || !isSo()) return;
			listener.dispose();
			resolve();
		});
	});
}
