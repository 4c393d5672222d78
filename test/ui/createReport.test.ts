import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const createReport = 'STAR Stories: Export Report…';

describe('the command Export Report', () => {
	const shared = workbenchForFile();

	it('asks what to tell and what to hide, shows what becomes of each name, and asks before it replaces a file', async () => {
		const workbench = await shared.open({ fresh: 'It asks the first time' });
		const { quickInput } = workbench;
		const file = path.join(workbench.folder ?? '', 'star-stories-report-redacted.html');
		const redact = async (name: string, format: RegExp) => {
			await workbench.runCommand(createReport);
			await quickInput.row('All stories').waitFor();
			await workbench.screenshot(`create-report-${name}-1-scope`);
			await quickInput.pick('All stories');
			await quickInput.row('HTML').waitFor();
			await quickInput.title.getByText(format).waitFor();
			await workbench.screenshot(`create-report-${name}-2-format`);
			await quickInput.pick('HTML');
			await quickInput.pick('Redacted…');
			await quickInput.row('Companies').waitFor();
			await workbench.screenshot(`create-report-${name}-3-fields`);
			await workbench.press('Enter');
			await quickInput.row('Create the report').waitFor();
		};
		await redact('first', /format \(2\/3\)/);
		// Back at the question before, with what was answered; the preview is made anew.
		await quickInput.back.click();
		await quickInput.row('Companies').waitFor();
		await workbench.press('Enter');
		await quickInput.row('Create the report').waitFor();
		await eventually(
			async () => (await quickInput.rows.allInnerTexts()).join('\n'),
			(preview) => preview.includes('Halyard') && preview.includes('broken-front-matter.md'),
		);
		await workbench.screenshot('create-report-preview');
		await quickInput.input.fill('Anchorline');
		await quickInput.rows.filter({ hasText: /Anchorline → \[Company [A-Z]\]/ }).waitFor();
		await quickInput.input.fill('');

		// One click hides what stays and comes near a name.
		await quickInput.pick('Halyard');
		// It stands far down the new list, which has only the rows on the screen.
		await eventually(
			async () => {
				await quickInput.input.fill('Halyard →');
				return quickInput.rows.allInnerTexts();
			},
			(rows) => rows.some((row) => /Halyard → \[Name [A-Z]\]/u.test(row)),
		);
		await quickInput.input.fill('');

		await quickInput.pick('Compare with the names, side by side');
		await workbench.page.locator('.monaco-diff-editor').first().waitFor();
		await quickInput.row('Create the report').waitFor();
		await workbench.screenshot('create-report-compare');
		await quickInput.pick('Create the report');
		await eventually(
			() => quickInput.input.inputValue(),
			(value) => value.endsWith('star-stories-report-redacted.html'),
		);
		await quickInput.accept('Save Report');
		await workbench.tab('star-stories-report-redacted.html').waitFor();
		const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		await page.getByRole('heading', { name: 'STAR Stories' }).waitFor();
		await workbench.screenshot('create-report-html');
		const html = await fs.readFile(file, 'utf8');
		expect(html)
			.to.contain('[Company A]')
			.and.not.match(/lensgate|anchorline|halyard freight/i);

		await fs.writeFile(file, 'mine');
		// A page that still loads takes the focus, and a list without it closes.
		await workbench.runCommand('View: Close All Editors');
		await workbench.tab('star-stories-report-redacted.html').waitFor({ state: 'detached' });
		await redact('second', /format \(2\/5\)/);
		await quickInput.pick('Create the report');
		await eventually(
			() => quickInput.input.inputValue(),
			(value) => value.endsWith('star-stories-report-redacted.html'),
		);
		await quickInput.accept('Save Report');
		await workbench.page
			.getByText(/already exists/)
			.first()
			.waitFor();
		await workbench.screenshot('create-report-exists');
		expect(await fs.readFile(file, 'utf8')).to.equal('mine');
	});
});
