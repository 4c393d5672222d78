import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { tree } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const themes = [
	['light', 'Light Modern'],
	['high-contrast', 'Dark High Contrast'],
	['dark', 'Dark Modern'],
] as const;

/** A text in the picture of each step of the walkthrough. */
const pictured = [
	'Retiring the nightly reindex',
	'status: draft',
	'covered',
	'1. No mesh this year',
	'Question 2 of 5',
];

describe('the welcome', () => {
	const shared = workbenchForFile();
	const nothing = async () => undefined;

	it('begins a story for the competency that is clicked, switches on what a company asks about, and leads to the sample stories', async () => {
		const workbench = await shared.open({ fill: nothing });
		await workbench.showContainer('STAR Stories');
		await workbench.welcome.getByText('No stories here yet.').waitFor();
		for (const [name, theme] of themes) {
			await workbench.chooseTheme(theme);
			await workbench.screenshot(`welcome-${name}`);
		}
		await workbench.welcome.getByRole('button', { name: 'Cross-Team Alignment' }).click();
		await workbench.quickInput.title.getByText('New Story: Cross-Team Alignment').waitFor();
		await workbench.press('Escape');
		await workbench.quickInput.input.waitFor({ state: 'hidden' });

		await workbench.welcome.getByRole('button', { name: 'Choose Frameworks…' }).click();
		await workbench.quickInput.input.fill('Amazon');
		await workbench.quickInput.rows.filter({ hasText: 'Amazon' }).first().click();
		await workbench.screenshot('welcome-frameworks');
		await workbench.quickInput.input.press('Enter');
		const settings = path.join(workbench.folder ?? '', '.vscode/settings.json');
		const written = () => fs.readFile(settings, 'utf8').catch(() => '');
		await eventually(written, (text) => text.includes('"amazon-lp"') && text.includes('"staff"'));

		// They fill the view.
		await workbench.welcome.getByRole('button', { name: 'Try with Sample Stories' }).click();
		await workbench.quickInput.title.getByText('Where to put the folder sample-stories?').waitFor();
		await workbench.screenshot('welcome-samples-folder');
		await workbench.quickInput.accept('Where to put the folder sample-stories?');
		await workbench.treeRow(tree, /^Technical Initiative, .*rich/).waitFor();
		await workbench.welcome.waitFor({ state: 'hidden' });
		const copied = path.join(workbench.folder ?? '', 'sample-stories');
		await eventually(
			() => fs.readdir(copied),
			(names) => names.includes('README.md') && names.includes('stories'),
		);
		await workbench.screenshot('welcome-samples');
	});

	it('walks through in five steps, each with a picture in the colours of the theme', async () => {
		// Wide enough for the pictures, which VS Code leaves out in a narrow window.
		const workbench = await shared.open({ fill: nothing, viewport: { width: 1680, height: 900 } });
		const { page } = workbench;
		// Themes are there once extensions are.
		await workbench.showContainer('STAR Stories');
		await workbench.welcome.getByText('No stories here yet.').waitFor();
		for (const [name, theme] of themes) {
			await workbench.chooseTheme(theme);
			await workbench.runCommand('Welcome: Open Walkthrough...');
			await workbench.quickInput.pick('Prepare a Behavioural Interview');
			const steps = page.locator('.getting-started-step');
			await eventuallyEquals(() => steps.count(), pictured.length);
			for (const [number, text] of pictured.entries()) {
				await steps.nth(number).click();
				await page.locator('.getting-started-step.expanded').and(steps.nth(number)).waitFor();
				const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
				await picture.getByText(text, { exact: true }).waitFor();
				const ground = () =>
					picture
						.locator('rect')
						.first()
						.evaluate((rect) => getComputedStyle(rect).fill);
				await eventually(ground, (colour) =>
					(name === 'light' ? /^rgb\(2\d\d, / : /^rgb\(\d{1,2}, /u).test(colour),
				);
				await workbench.screenshot(`walkthrough-${number + 1}-${name}`);
			}
		}
	});
});
