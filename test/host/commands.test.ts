import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/host/ids.ts';
import { bankFile } from './bankFolder.ts';
import { closeEditors, showFile, typeInstead } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';

describe('the commands', () => {
	afterEach(closeEditors);

	it('are registered, every one', async () => {
		expect(await vscode.commands.getCommands(true)).to.include.members(Object.values(commands));
	});

	it('open a story at its heading, also where text above it is not saved', async () => {
		const bank = bankFile('stories/bank.md');
		const location = { file: bank.toString(), index: 2 };
		await vscode.commands.executeCommand(commands.openStory, location);
		await eventuallyEquals(lineOfCaret, '## Incident reviews people wanted to read');

		const document = await showFile(bank);
		await typeInstead(document, '# Short versions', 'A line.\n\nAnother line.\n\n# Short versions');
		await vscode.commands.executeCommand(commands.openStory, location);
		await eventuallyEquals(lineOfCaret, '## Incident reviews people wanted to read');
	});
});

function lineOfCaret(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	return editor?.document.lineAt(editor.selection.active.line).text;
}
