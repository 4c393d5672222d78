import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile } from './bankFolder.ts';
import { closeEditors, showFile, showUntitled } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';

inCurrentNode('Insert Section', () => {
	afterEach(closeEditors);

	it('puts the first missing section in its place, with the prompts of the story’s competency', async () => {
		const document = await showFile(bankFile('stories/the-kotlin-house-rules.md'));
		const before = document.getText();
		await insertFirstOffered(document);
		const section =
			'### 4. Result\n\nWhat can they do now that they could not do before?\nHow did the team benefit?\n\n';
		expect(document.getText()).to.equal(before.replace('### 4. Learnings\n', `${section}### 5. Learnings\n`));
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), before);
	});

	it('serves the story around the caret in a bank', async () => {
		const document = await showFile(bankFile('stories/bank.md'));
		const before = document.getText();
		putCaret(document, before.indexOf('Farouk and Mei took over'));
		await insertFirstOffered(document);
		const label = '**Task:** What should they be able to do afterwards?\n\n';
		expect(document.getText()).to.equal(
			before.replace('**Action:** I picked three', `${label}**Action:** I picked three`),
		);
	});

	it('puts the open questions under Follow-ups, where its name is given', async () => {
		const document = await showFile(bankFile('stories/amara-and-the-theatre-scheduler.md'));
		const before = document.getText();
		await vscode.commands.executeCommand(commands.insertSection, 'follow-ups');
		await eventually(
			() => document.getText(),
			(text) => text.includes('Follow-ups:**'),
		);
		expect(document.getText()).to.match(/\n- \*\*Follow-ups:\*\*\n {2}- [^\n]+\?\n/u);
		await eventuallyEquals(() => lineAtCaret(document).trimEnd().endsWith('?'), true);
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), before);
	});

	it('puts a section at the caret where there is no story', async () => {
		const document = await showUntitled('Only a thought.\n\n');
		putCaret(document, document.getText().length);
		await insertFirstOffered(document);
		expect(document.getText()).to.equal(
			'Only a thought.\n\n## Situation\n\nWhat was going on, and why did it matter?\n',
		);
	});
});

/** Runs the command in the active editor and takes the section that its list offers first. */
async function insertFirstOffered(document: vscode.TextDocument): Promise<void> {
	const before = document.getText();
	await vscode.commands.executeCommand(commands.insertSection);
	await eventually(
		async () => {
			// Without effect until the list is there.
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return document.getText();
		},
		(text) => text !== before,
	);
}

function lineAtCaret(document: vscode.TextDocument): string {
	const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
	return editor ? document.lineAt(editor.selection.active.line).text : '';
}

function putCaret(document: vscode.TextDocument, offset: number): void {
	const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
	if (!editor) {
		throw new Error(`${document.uri.toString()} is in no editor`);
	}
	editor.selection = new vscode.Selection(document.positionAt(offset), document.positionAt(offset));
}
