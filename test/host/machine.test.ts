import { expect } from 'chai';
import * as vscode from 'vscode';
import { showHtml } from '../../src/vscode/features/report/showHtml.ts';
import { hasDisk } from '../../src/vscode/machine.ts';
import { closeEditors } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';

inCurrentNode('the machine on which VS Code shows', () => {
	const { Desktop, Web } = vscode.UIKind;
	const file = vscode.Uri.file('/stories/report.html');
	afterEach(closeEditors);

	const panels = () =>
		vscode.window.tabGroups.all
			.flatMap(({ tabs }) => tabs)
			.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('htmlReport'))
			.map(({ label }) => label);

	it('has a disk for the sample stories but in a browser with no other machine behind it', () => {
		expect(hasDisk({ uiKind: Desktop, remoteName: undefined })).to.equal(true);
		expect(hasDisk({ uiKind: Desktop, remoteName: 'ssh-remote' })).to.equal(true);
		expect(hasDisk({ uiKind: Web, remoteName: 'codespaces' })).to.equal(true);
		expect(hasDisk({ uiKind: Web, remoteName: undefined })).to.equal(false);
	});

	it('opens a report that lies on it in the browser', async () => {
		const opened: string[] = [];
		const openExternal = async (uri: vscode.Uri) => opened.push(uri.toString()) > 0;
		await showHtml(file, '<p>Report</p>', { uiKind: Desktop, remoteName: undefined, openExternal });
		expect(opened).to.deep.equal([file.toString()]);
		expect(panels()).to.deep.equal([]);
	});

	for (const [why, uri, env] of [
		['that lies on another machine', file, { uiKind: Desktop, remoteName: 'ssh-remote', opens: true }],
		['in a browser', file, { uiKind: Web, remoteName: undefined, opens: true }],
		['that is no file', file.with({ scheme: 'memfs' }), { uiKind: Desktop, remoteName: undefined, opens: true }],
		[
			'that its author did not let the browser open',
			file,
			{ uiKind: Desktop, remoteName: undefined, opens: false },
		],
	] as const)
		it(`shows a report ${why} in a panel`, async () => {
			await showHtml(uri, '<p>Report</p>', { ...env, openExternal: async () => env.opens });
			await eventuallyEquals(panels, ['report.html']);
		});
});
