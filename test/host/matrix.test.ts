import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands, pages } from '../../src/vscode/ids.ts';
import { pageHtml, pagesFolder } from '../../src/vscode/pagePanel.ts';
import { bankFile } from './bankFolder.ts';
import { closeEditors, showFile } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inEveryHost, itInCurrentNode } from './hosts.ts';

inEveryHost('views', 'the matrix', () => {
	afterEach(closeEditors);

	it('has one panel, which is shown again, whatever it is asked to show', async () => {
		await vscode.commands.executeCommand(commands.showMatrix);
		await eventuallyEquals(() => panels().length, 1);
		await showFile(bankFile('README.md'));
		await vscode.commands.executeCommand(commands.showMatrix, { competency: 'mentorship' });
		await eventually(
			() => panels(),
			([panel, ...others]) => panel?.isActive === true && others.length === 0,
		);
		for (const argument of [
			'nonsense',
			null,
			{ competency: 7, story: { file: [], index: 'x' } },
			{ story: { file: 'file:///nowhere.md', index: 3 } },
		]) {
			await vscode.commands.executeCommand(commands.showMatrix, argument);
		}
		expect(panels()).to.have.length(1);
	});

	itInCurrentNode('is reached from above a story', async () => {
		const uri = bankFile('stories/bank.md');
		await showFile(uri);
		const lenses = () =>
			vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
		const toMatrix = (found: readonly vscode.CodeLens[]) =>
			found.flatMap(({ command }) => (command?.command === commands.showMatrix ? [command] : []));
		const [, second] = toMatrix(await eventually(lenses, (found) => toMatrix(found).length > 1));
		expect(second?.arguments).to.deep.equal([{ story: { file: uri.toString(), index: 1 } }]);
	});

	it('lets its page load its own files and nothing else, and run no script but its own', () => {
		const extension = vscode.Uri.file('/extension');
		const panel = vscode.window.createWebviewPanel('starStoriesTest.page', 'Page', vscode.ViewColumn.Active, {
			enableScripts: true,
			localResourceRoots: [pagesFolder(extension)],
		});
		try {
			const [one, other] = [1, 2].map(() => pageHtml(panel.webview, extension, 'matrix', 'Matrix'));
			const policy = /content="([^"]*)"><?/u.exec(one?.split('Content-Security-Policy"')[1] ?? '')?.[1] ?? '';
			const nonce = /'nonce-([0-9a-f]{32})'/u.exec(policy)?.[1];
			expect(policy).to.equal(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`);
			expect(
				one?.match(/<(?:script|link|style)\b[^>]*>/gu)?.every((tag) => tag.includes(`nonce="${nonce}"`)),
			).to.equal(true);
			expect(one).not.to.match(/ style=| on\w+=/u);
			expect(other).not.to.contain(nonce);
		} finally {
			panel.dispose();
		}
	});
});

function panels(): readonly vscode.Tab[] {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(pages.matrix));
}
