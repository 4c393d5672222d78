import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { closeEditors, showUntitled } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';

const table = `# Two stories

| Title | Competencies | Situation | Task | Action | Result |
|---|---|---|---|---|---|
| The lift | Mentorship | It stopped | I was to mend it | I listened<br>and mended | 8 s less |
| The keys | Technical Influence | Three lists | I was asked | I removed two | €900 a night |
`;

inCurrentNode('Convert Table to Stories', () => {
	afterEach(closeEditors);

	/** Runs the command and takes the first row of its list, once that is there. */
	async function agree(command: string, document: vscode.TextDocument, isDone: () => boolean): Promise<void> {
		await vscode.commands.executeCommand(command);
		await eventually(
			() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length,
			(count) => count > 1,
		);
		await eventually(
			async () => {
				await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
				return isDone();
			},
			(is) => is,
		);
		await eventuallyEquals(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
		await eventually(
			() => vscode.window.activeTextEditor?.document,
			(active) => active === document,
		);
	}

	it('shows the difference, writes the stories, and is taken back by one undo', async () => {
		const document = await showUntitled(table);
		await agree(commands.convertTable, document, () => document.getText() !== table);
		expect(document.getText()).to.contain(
			'\n## The lift\n\n**Competencies:** Mentorship\n\n### Situation\n\nIt stopped\n',
		);
		expect(document.getText()).not.to.contain('|');
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), table);
	});

	it('is taken back by its reverse, which shows the difference too', async () => {
		const document = await showUntitled(table);
		await agree(commands.convertTable, document, () => document.getText() !== table);
		const stories = document.getText();
		await agree(commands.convertStories, document, () => document.getText() !== stories);
		expect(document.getText()).to.equal(
			table
				.replace('|---|---|---|---|---|---|', '| --- | --- | --- | --- | --- | --- |')
				.replace('| Title |', '| Story |')
				.replace('listened<br>and', 'listened<br><br>and'),
		);
	});
});
