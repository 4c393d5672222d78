import * as vscode from 'vscode';
import { expect } from 'chai';
import { findInMemory } from '../../src/vscode/files.ts';
import { commands, samplesScheme } from '../../src/vscode/ids.ts';
import { withProposed } from './copied.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { starStories } from './starStories.ts';
import { workspaceSettings } from './workspaceSettings.ts';

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

inEveryHost('files', 'I Have Stories Already', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	it('lists what settings and ignore files let through and comes near a story', async () => {
		await starStories();
		const near = '# Reindex\n\n## Situation\n\n## Task\n\n## Action\n\n## Result\n';
		// Each would be the first row.
		await scratch.write('a-ignored/.gitignore', '*\n');
		await scratch.write('a-ignored/near.md', near);
		await scratch.write('b-excluded/near.md', near);
		await scratch.write('c-other.md', '# Nothing of the kind\n');
		const uri = await scratch.write('near.md', near);
		const folder = vscode.workspace.asRelativePath(scratch.uri, false);
		await settings.replace({
			'starStories.include': [`${folder}/**`],
			'starStories.exclude': ['**/b-excluded/**'],
		});
		await scratch.untilCaughtUp();
		await withProposed(() => vscode.commands.executeCommand(commands.findMyStories), undefined);
		expect(vscode.window.activeTextEditor?.document.uri.path).to.equal(uri.path);
	});
});
