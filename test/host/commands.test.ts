import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile, bankFolder } from './bankFolder.ts';
import { closeEditors, showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { diagnosticsOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';
import { starStories } from './starStories.ts';
import { workspaceSettings } from './workspaceSettings.ts';

inEveryHost('activation', 'the commands', () => {
	afterEach(closeEditors);

	it('are registered once the extension is active, every one', async () => {
		await starStories();
		expect(await vscode.commands.getCommands(true)).to.include.members(Object.values(commands));
	});

	itInCurrentNode('open a story at its heading, also where text above it is not saved', async () => {
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

inCurrentNode('the framework file', () => {
	const settings = workspaceSettings();

	it('is not created outside of its folder, wherever the settings of a workspace say that it is', async () => {
		const outside = vscode.Uri.joinPath(bankFolder(), '../escaped.yaml');
		for (const frameworkFile of ['../escaped.yaml', outside.path, '~/escaped.yaml', 'C:\\escaped.yaml']) {
			await settings.replace({ 'starStories.frameworkFile': frameworkFile });
			await eventuallyEquals(
				() => vscode.workspace.getConfiguration('starStories', bankFolder()).get('frameworkFile'),
				frameworkFile,
			);
			const before = vscode.window.activeTextEditor;
			await vscode.commands.executeCommand(commands.createFramework);
			expect(vscode.window.activeTextEditor, frameworkFile).to.equal(before);
			expect(
				await vscode.workspace.fs.stat(outside).then(
					() => 'there',
					() => 'not there',
				),
			).to.equal('not there');
		}
		const names = (await vscode.workspace.fs.readDirectory(bankFolder())).map(([name]) => name);
		expect(names.filter((name) => /escaped|~|C:/u.test(name))).to.deep.equal([]);
	});
});

inCurrentNode('the problems of a story', () => {
	const scratch = scratchFolder();
	const entry = (title: string, ...lines: readonly string[]) =>
		[`## ${title}`, ...lines, '**Situation:** We were slow.', '**Task:** I was to help.'].join('\n\n');

	/** Goes to the next problem as a click in the status bar or over a story does, and returns the words at the caret. */
	const wordsAfter = async (argument?: unknown): Promise<string | undefined> => {
		await vscode.commands.executeCommand(commands.showProblems, argument);
		const editor = vscode.window.activeTextEditor;
		return editor?.document.getText(editor.selection.with({ end: editor.selection.end.translate(0, 6) }));
	};

	it('are gone through from the caret on, round and round, and without those of its neighbours', async () => {
		const text = `# Bank\n\n${entry('Alpha', '**Competencies:** Courage')}\n\n${entry('Omega', '**Competencies:** mentroship', '**Strength:** 9', 'Words.')}\n`;
		const uri = await scratch.write('bank.md', text);
		const document = await showFile(uri);
		await eventually(
			() => diagnosticsOf(uri),
			(diagnostics) => diagnostics.length > 4,
		);
		const caret = document.positionAt(text.indexOf('Words.'));
		if (vscode.window.activeTextEditor)
			vscode.window.activeTextEditor.selection = new vscode.Selection(caret, caret);
		const seen: (string | undefined)[] = [];
		for (let step = 0; step < 4; step++) seen.push(await wordsAfter());
		expect(seen).to.deep.equal(['Omega', 'mentro', '9', 'Omega']);
	});

	it('are gone to from the figures over it, also those that are only hints', async () => {
		const text = (await soundStory()).replace('strength: 5', 'strenght: 5');
		const uri = await scratch.write('hint.md', text);
		await showFile(uri);
		const lenses = () =>
			vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
		const lensOf = (found: readonly vscode.CodeLens[]) =>
			found.find(({ command }) => command?.command === commands.showProblems)?.command;
		const command = lensOf(await eventually(lenses, (found) => lensOf(found) !== undefined));
		expect(command?.title).to.equal('1 hint');
		await showFile(bankFile('README.md'));
		expect(await wordsAfter(command?.arguments?.[0])).to.equal('streng');
		expect(vscode.window.activeTextEditor?.document.uri.toString()).to.equal(uri.toString());
	});

	it('are nothing to go to where there are none', async () => {
		const document = await showFile(await scratch.write('sound.md', await soundStory()));
		await vscode.commands.executeCommand(commands.showProblems);
		await closeEditors();
		await vscode.commands.executeCommand(commands.showProblems);
		expect(document.isDirty).to.equal(false);
	});
});

function lineOfCaret(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	return editor?.document.lineAt(editor.selection.active.line).text;
}
