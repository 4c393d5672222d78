import { expect } from 'chai';
import * as vscode from 'vscode';
import { inEveryHost } from './hosts.ts';
import { wantedRun } from './wantedRun.ts';

inEveryHost('activation', 'the extension', () => {
	it('is present and activates', async () => {
		const extension = vscode.extensions.getExtension('star-stories.star-stories');
		expect(extension, 'star-stories.star-stories').not.to.equal(undefined);
		await extension?.activate();
		expect(extension?.isActive).to.equal(true);
	});

	it('runs in the extension host under test', () => {
		const host = typeof process === 'undefined' ? 'web' : 'node';
		expect(host).to.equal(wantedRun().expectedHost);
	});

	it('sees the sample bank as its workspace', async () => {
		expect(vscode.workspace.workspaceFolders).to.have.length(1);
		const stories = await vscode.workspace.findFiles('**/*.md');
		expect(stories).not.to.have.length(0);
	});
});
