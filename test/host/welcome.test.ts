import * as vscode from 'vscode';
import { expect } from 'chai';
import { findInMemory } from '../../src/vscode/files.ts';
import { commands, samplesScheme } from '../../src/vscode/ids.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { starStories } from './starStories.ts';

inEveryHost('files', 'the sample stories', () => {
	const scratch = scratchFolder();

	it('are a folder in memory that nobody can write to', async () => {
		await starStories();
		const folder = vscode.Uri.from({ scheme: samplesScheme, path: '/Sample Stories' });
		const entries = await vscode.workspace.fs.readDirectory(folder);
		expect(entries).to.deep.include(['stories', vscode.FileType.Directory]);
		expect(entries).to.deep.include(['README.md', vscode.FileType.File]);
		expect(vscode.workspace.fs.isWritableFileSystem(samplesScheme)).to.equal(false);
		const found = await findInMemory(folder, 'stories/*.md', undefined);
		expect(found).to.include(vscode.Uri.joinPath(folder, 'stories/no-mesh-this-year.md').toString());
		expect(await findInMemory(folder, '**/*.md', '{stories,later}')).to.have.lengthOf(1);
		const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'stories/bank.md'));
		expect(document.getText()).to.contain('**Competencies:**').and.not.to.contain('<!-- expect');
	});

	it('are copied into a folder that one picks, each time into one of their own, and are known at once', async () => {
		const api = await starStories();
		const copied = () => api.stories().filter(({ file }) => file.startsWith(scratch.uri.toString()));
		for (const name of ['sample-stories', 'sample-stories-2']) {
			await vscode.commands.executeCommand(commands.openSamples, scratch.uri);
			const own = () => copied().filter(({ file }) => file.includes(`/${name}/`));
			await eventually(own, (stories) => stories.length > 10);
		}
	});
});
