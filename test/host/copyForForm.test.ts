import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile } from './bankFolder.ts';
import { chooseSecond, copiedAs, copiedBy, nothingYet } from './copied.ts';
import { closeEditors, showFile } from './editors.ts';
import { inCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

inCurrentNode('a story for a form', () => {
	const scratch = scratchFolder();

	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		await closeEditors();
	});

	it('is copied in whole sentences, as many as the field takes', async () => {
		const file = 'stories/amara-and-the-theatre-scheduler.md';
		const uri = bankFile(file);
		const place = { file: uri.toString(), index: 0 };
		const words = (await vscode.workspace.openTextDocument(uri)).getText().replaceAll(/\s+/gu, ' ');
		const short = await copied(place, 400);
		expect(short.length).to.be.within(200, 400);
		for (const paragraph of short.split('\n\n')) expect(paragraph).to.match(/[.!?]["”]?$/u);

		// The story around the caret, as a whole where there is room.
		await showFile(uri);
		const whole = await copied(undefined, '10,000');
		for (const paragraph of whole.split('\n\n')) expect(words).to.include(paragraph.slice(0, 20));
		expect(whole.length).to.be.above(1000);

		// Nothing fits: what was there stays.
		expect(await copied(place, 3)).to.equal(nothingYet);
	});

	it('asks for the number, and keeps it for the next time', async () => {
		await showFile(bankFile('stories/amara-and-the-theatre-scheduler.md'));
		expect((await copied()).length).to.be.within(1000, 2000);
	});

	it('is copied with its names only where that is chosen', async () => {
		// It names its company.
		const uri = await scratch.write('form.md', await soundStory());
		await scratch.untilCaughtUp();
		for (const [step, expected] of [
			// The bank has a story whose front matter cannot be read, so that names may be missing.
			[chooseSecond, /^nothing yet$/u],
			[undefined, /^Lensgate sells used cameras/u],
		] as const)
			await copiedAs(expected, commands.copyForForm, step, { file: uri.toString(), index: 0 }, 5000);
	});
});

/** What is in the clipboard after the command, with what its lists and boxes propose. */
function copied(...given: readonly unknown[]): Promise<string> {
	return copiedBy(commands.copyForForm, undefined, ...given);
}
