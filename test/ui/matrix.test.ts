import { expect } from 'chai';
import type { FrameLocator } from 'playwright-core';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('the matrix', () => {
	const shared = workbenchForFile();

	it('is a grid in which stories are tagged, rated and opened with the keyboard alone', async () => {
		const workbench = await shared.open();
		const page = await showMatrix(workbench);
		await workbench.screenshot('matrix');
		expect(await page.getByRole('columnheader').count()).to.be.greaterThan(4);
	});
});

/** Opens the matrix and returns its page. */
export async function showMatrix(workbench: WorkbenchPage): Promise<FrameLocator> {
	await workbench.runCommand('STAR Stories: Show Matrix');
	const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	await page.getByRole('grid').waitFor();
	return page;
}
