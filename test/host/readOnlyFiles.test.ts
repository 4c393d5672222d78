import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { closeEditors, showFile, showUntitled } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { inEveryHost } from './hosts.ts';
import { diagnosticsOf, problemsIn, problemsOf } from './problems.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import { misspelt, misspeltStory } from './soundStory.ts';

const scheme = 'star-stories-host-suite';

inEveryHost('files', 'a story in a read-only file system outside the workspace', () => {
	let story = '';
	let registration: vscode.Disposable | undefined;

	before(async () => {
		story = await misspeltStory();
		const files = new ReadOnlyFiles({ '/story.md': story, '/note.md': '# Note\n' });
		registration = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
	});

	afterEach(closeEditors);

	after(() => {
		registration?.dispose();
	});

	it('is shown as it is: no diagnostics, no fixes', async () => {
		const document = await showFile(vscode.Uri.from({ scheme, path: '/story.md' }));
		expect(document.languageId).to.equal('markdown');
		// Opened later and analysed after the same pause, it shows when the first has been looked at.
		const unsaved = await showUntitled(story);
		await eventuallyEquals(() => problemsOf(unsaved.uri), problemsIn(story, ['competency-unknown', misspelt]));
		expect(diagnosticsOf(document.uri)).to.deep.equal([]);
		expect(await fixesFor(document.uri, new vscode.Range(0, 0, document.lineCount, 0))).to.deep.equal([]);
	});

	it('can be opened like any other', async () => {
		const uri = vscode.Uri.from({ scheme, path: '/story.md' });
		await vscode.commands.executeCommand(commands.openStory, { file: uri.toString(), index: 0 });
		const shown = () => {
			const editor = vscode.window.activeTextEditor;
			return [editor?.document.uri.toString(), editor?.document.lineAt(editor.selection.active.line).text];
		};
		await eventuallyEquals(shown, [uri.toString(), '# Retiring the nightly reindex']);
	});
});
