import { expect } from 'chai';
import { workbenchForFile } from './workbenchForFile.ts';

describe('the workbench under test', () => {
	const shared = workbenchForFile();

	it('shows the sample bank in the explorer', async () => {
		const workbench = await shared.open();
		await workbench.treeRows('Files Explorer').first().waitFor();
		await workbench.treeRow('Files Explorer', 'README.md').waitFor();
		await workbench.screenshot('explorer');
	});

	it('runs a command and opens a file from the palette', async () => {
		const workbench = await shared.open();
		await workbench.openFile('README.md');
		expect(await workbench.visibleText()).to.match(/\S/);
		await workbench.runCommand('View: Close All Editors');
		await workbench.tab('README.md').waitFor({ state: 'detached' });
	});

	it('loads this checkout as extension under development', async () => {
		// So high that the list, which has only the rows on the screen, has them all.
		const workbench = await shared.open({ viewport: { width: 1280, height: 3000 } });
		await workbench.runCommand('Developer: Show Running Extensions');
		const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
		await rows.filter({ hasText: /STAR Stories|star-stories/ }).waitFor();
	});
});
