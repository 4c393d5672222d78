import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';
import { workbenchForFile } from './workbenchForFile.ts';

describe('the tools for language models', () => {
	const shared = workbenchForFile({
		linkedExtension: path.join(projectFolder, 'test/fixtures/asking-extension'),
		settings: { 'starStories.languageModelTools.enabled': true },
	});

	it('show what would be shared, word for word and without names, and share it only with consent', async () => {
		const workbench = await shared.open();
		const dialog = workbench.page.locator('.monaco-dialog-box');
		await workbench.runCommand('Ask for a Story');
		await dialog.getByText('Share with the language model?').waitFor();
		const shown = await dialog.innerText();
		expect(shown).to.match(/Hidden: .*Lensgate → \[Company [A-Z]+\]/u);
		const text = shown.slice(shown.indexOf('1. “'));
		expect(text)
			.to.include('“Retiring the nightly reindex”')
			.and.not.match(/lensgate/iu);
		await workbench.screenshot('language-model-consent');
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await workbench.tab('refused.txt').waitFor();

		await workbench.runCommand('Ask for a Story');
		await dialog.getByRole('button', { name: 'Yes' }).click();
		await workbench.tab('got.txt').waitFor();
		const got = await fs.readFile(path.join(workbench.folder ?? '', 'got.txt'), 'utf8');
		expect(text.replace(/\s+/gu, ' ')).to.include(got.trim().replace(/\s+/gu, ' '));
	});
});
