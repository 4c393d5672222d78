import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { workbenchForFile } from './workbenchForFile.ts';

/** Where front matter cannot be read, names may be missing, and nothing is shared. */
async function copyReadableBank(folder: string): Promise<void> {
	await copySampleBank(folder);
	for (const name of ['broken-front-matter.md', 'tab-indented-tags.md'])
		await fs.rm(path.join(folder, 'later', name));
}

describe('the tools for language models', () => {
	const shared = workbenchForFile({
		linkedExtension: path.join(projectFolder, 'test/fixtures/asking-extension'),
		settings: { 'starStories.languageModelTools.enabled': true },
	});

	it('show what would be shared, word for word and without names, and share it only with consent', async () => {
		const workbench = await shared.open({ fill: copyReadableBank });
		const dialog = workbench.page.locator('.monaco-dialog-box');
		await workbench.runCommand('Ask for a Story');
		await dialog.getByText('Share with the language model?').waitFor();
		const shown = await dialog.innerText();
		expect(shown).to.match(/Hidden: .*Lensgate → \[Company [A-Z]+\]/u);
		const text = shown.slice(shown.indexOf('The question probes'));
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
