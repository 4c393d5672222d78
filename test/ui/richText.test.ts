import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { readPng } from '../workbench/animatedPng.ts';
import { tree } from './competencies.ts';
import { clipboard, copied } from './copiedRichText.ts';
import { showMatrix } from './matrixPage.ts';
import { WebviewPage } from './webviewPage.ts';
import { workbenchForFile } from './workbenchForFile.ts';

describe('what is pasted into documents and mails', () => {
	const shared = workbenchForFile();

	it('is the matrix, as a picture and as a table, and the report, by command', async () => {
		const workbench = await shared.open();
		await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const matrix = await showMatrix(workbench);
		await matrix.page.getByRole('button', { name: 'Export Matrix…' }).click();
		await workbench.quickInput.pick('Picture');
		await workbench.quickInput.pick('With all names');
		await workbench.quickInput.accept('Save Matrix');
		const png = await eventually(
			() =>
				fs.readFile(path.join(workbench.folder ?? '', 'star-stories-matrix.png')).catch(() => Buffer.alloc(0)),
			(bytes) => bytes.includes('IEND'),
		);
		const { width, height } = readPng(png);
		expect(width).to.be.greaterThan(1000);
		expect(height).to.be.greaterThan(1000);
		await fs.writeFile(`${await workbench.screenshot('matrix-for-png')}.png`, png);

		await matrix.page.getByRole('button', { name: 'Export Matrix…' }).click();
		await workbench.quickInput.pick('Copy as Rich Text');
		await workbench.quickInput.pick('With all names');
		await copied(workbench, 'The matrix is in the clipboard');
		const matrixTypes = await clipboard(workbench);
		expect(matrixTypes['text/html'])
			.to.match(/<table border="1"/u)
			.and.include('Retiring the nightly reindex');
		expect(matrixTypes['text/plain']).to.match(/^\| Story \|/u);
		await workbench.press('Escape');
		await workbench.quickInput.input.waitFor({ state: 'hidden' });

		await workbench.runCommand('STAR Stories: Copy as Rich Text…');
		await workbench.quickInput.pick('Report');
		await workbench.quickInput.pick('With all names');
		await copied(workbench, 'Report copied');
		const types = await clipboard(workbench);
		expect(types['text/html'])
			.to.match(/<h2>Coverage<\/h2>\s*<table border="1"/u)
			.and.match(/<th[^>]+text-align: left[^>]*>Technical Initiative/u)
			.and.not.include('<style');
		expect(types['text/plain']).to.match(/^# STAR Stories\n/u);
	});

	it('shows on its page with a button, in every theme and without a fault that axe finds, where the browser copies nothing unasked', async () => {
		const workbench = await shared.open({
			prepare: async (page) => {
				await page.addInitScript(() => {
					navigator.clipboard.write = () => Promise.reject(new Error('not now'));
				});
			},
		});
		await workbench.showContainer('STAR Stories');
		await workbench.treeRows(tree).first().waitFor();
		await workbench.runCommand('STAR Stories: Copy as Rich Text…');
		await workbench.quickInput.pick('Report');
		await workbench.quickInput.pick('With all names');
		const copy = new WebviewPage(workbench);
		await copy.page.getByRole('region', { name: 'What is copied' }).getByText('Coverage').first().waitFor();
		await copy.inEveryTheme(async (theme) => {
			expect(await copy.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`rich-text-${theme}`);
		});
		await copy.page.getByRole('button', { name: 'Copy', exact: true }).click();
		await copy.page.getByRole('status').getByText('The browser did not let it be copied: not now').waitFor();
	});
});
