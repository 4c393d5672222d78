import { expect } from 'chai';
import { workbenchForFile } from './workbenchForFile.ts';

describe('the workbench under test', () => {
	const shared = workbenchForFile();

	it('shows the sample bank, opens files, and runs this checkout as extension under development', async () => {
		// So high that the list of extensions, which has only the rows on the screen, has them all.
		const workbench = await shared.open({ viewport: { width: 1280, height: 3000 } });
		await workbench.treeRow('Files Explorer', 'README.md').waitFor();
		await workbench.openFile('README.md');
		expect(await workbench.visibleText()).to.match(/\S/);
		await workbench.runCommand('View: Close All Editors');
		await workbench.tab('README.md').waitFor({ state: 'detached' });
		await workbench.runCommand('Developer: Show Running Extensions');
		const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
		await rows.filter({ hasText: /STAR Stories|star-stories/ }).waitFor();
	});
});
