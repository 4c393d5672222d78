import { expect } from 'chai';
import * as vscode from 'vscode';
import { localDay } from '../../src/core/text/day.ts';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { showFile } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inEveryHost, itInCurrentNode } from './hosts.ts';
import { soundStory } from './soundStory.ts';
import { scratchFolder } from './scratchFolder.ts';

/** Takes what each question proposes, until the command is over. */
async function acceptAll(command: Thenable<unknown>): Promise<void> {
	let isOver = false;
	const over = Promise.resolve(command).then(() => (isOver = true));
	await eventually(
		async () => {
			if (!isOver) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return isOver;
		},
		(done) => done,
	);
	await over;
}

inEveryHost('edits', 'the list of interviews', () => {
	const scratch = scratchFolder();
	const list = () => bankFile('stories/interviews.md');
	const text = async () => textOf(list()).catch(() => '');

	// Deleted after its editors are closed: an open document would stay as it is.
	after(() => vscode.workspace.fs.delete(list()));

	it('gets what was asked and what was told, from a plan, by Enter alone, and gives it back', async () => {
		const plan = '---\ntype: interview-plan\ncompany: Lens & Co\nframework: staff\n---\n\n# Interview\n';
		const { uri } = await showFile(await scratch.write('plan.md', plan));
		await acceptAll(vscode.commands.executeCommand(commands.itWasAsked, uri));
		const asked = await eventually(text, (now) => now.includes('Landed'));
		const today = localDay(new Date());
		const heading = `# Interviews\n\n## ${today}, Lens & Co\n`;
		expect(asked.startsWith(`${heading}\n- Asked: `), asked).to.equal(true);
		expect(asked.slice(heading.length)).to.match(
			/^\n- Asked: [^\n]+ — Technical Initiative\n {2}- Told: \[[^\n]+\]\(\/stories\/[^\n]+\.md[^\n]*\)\n {2}- Landed: well\n$/u,
		);

		// A plan for the company says that it has heard the story.
		const part = '<!-- star-stories-plan overview 811c9dc5 -->\n\n<!-- /star-stories-plan overview -->\n';
		const planned = await showFile(
			await scratch.write('plan-2.md', `${plan}\n${part}\n<!-- star-stories-plan-parts overview -->\n`),
		);
		await vscode.commands.executeCommand(commands.regeneratePlan);
		await eventually(
			() => planned.getText(),
			(now) => /\*\*Tell:\*\* \[[^\n]+ · \*\*told to Lens & Co\*\*\n/u.test(now),
		);
		await showFile(uri);

		// The interview of today is the one that is meant.
		await acceptAll(vscode.commands.executeCommand(commands.itWasAsked, uri));
		await eventually(text, (now) => now.split('- Asked: ').length === 3 && now.split('## ').length === 2);

		await vscode.commands.executeCommand(commands.undoInView);
		await eventuallyEquals(text, asked);
		await vscode.commands.executeCommand(commands.undoInView);
		await eventuallyEquals(text, heading);
		await vscode.commands.executeCommand(commands.undoInView);
		await eventuallyEquals(text, '');
	});

	itInCurrentNode('gets what was asked of a story, and leads to it when its file is renamed', async () => {
		const heading = `## Lens & Co, ${localDay(new Date())}\n`;
		await vscode.workspace.fs.writeFile(list(), new TextEncoder().encode(heading));
		await eventuallyEquals(text, heading);
		const story = await scratch.write('a story.md', (await soundStory()).replaceAll('Retiring the', 'Ending the'));
		await scratch.untilCaughtUp();
		const told = { question: 'Why this?', story: { file: story.toString(), index: 0 } };
		await acceptAll(vscode.commands.executeCommand(commands.itWasAsked, told));
		const from = `/${scratch.uri.path.split('/').at(-1)?.replace(' ', '%20')}`;
		const noted = await eventually(text, (now) => now.includes('Landed: well'));
		expect(noted).to.equal(
			`${heading}\n- Asked: Why this?\n  - Told: [Ending the nightly reindex](${from}/a%20story.md)\n  - Landed: well\n`,
		);
		const lenses = async () =>
			await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', list());
		const titles = async () => (await lenses()).map(({ command }) => command?.title);
		await eventuallyEquals(titles, ['It was asked…']);
		const stray = noted.replace('[Ending the nightly reindex]', 'The zither $(trash)').replace(/\(\/.*md\)/u, '');
		await vscode.workspace.fs.writeFile(list(), new TextEncoder().encode(stray));
		await eventuallyEquals(titles, ['It was asked…', 'Which story is “The zither \\$(trash)”?']);
		await vscode.workspace.fs.writeFile(list(), new TextEncoder().encode(noted.replace('  - Landed: well\n', '')));
		await eventuallyEquals(titles, ['It was asked…', 'How did it land?']);
		const { command: landed } = (await lenses())[1] ?? {};
		await acceptAll(vscode.commands.executeCommand(landed?.command ?? '', ...(landed?.arguments ?? [])));
		await eventuallyEquals(text, noted);

		const move = new vscode.WorkspaceEdit();
		move.renameFile(story, scratch.file('told.md'));
		expect(await vscode.workspace.applyEdit(move)).to.equal(true);
		const document = await vscode.workspace.openTextDocument(list());
		await eventuallyEquals(() => document.getText(), noted.replace('a%20story.md', 'told.md'));
		await document.save();
	});
});
