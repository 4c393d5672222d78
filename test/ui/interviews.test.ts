import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { localDay } from '../../src/core/text/day.ts';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { appears, succeeds } from './appears.ts';
import { PracticePage } from './practicePage.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('an interview that was held', () => {
	const shared = workbenchForFile();

	it('is logged, gets what was asked from a found story, and warns where the story is found again', async () => {
		const workbench = await shared.open();
		const { quickInput } = workbench;
		const today = localDay(new Date());
		await workbench.runCommand('STAR Stories: Log an Interview…');
		await quickInput.message.getByText('Which company').waitFor();
		await quickInput.answer('Riverbank');
		await quickInput.message.getByText('Which round?').waitFor();
		await quickInput.back.click();
		await quickInput.message.getByText('Which company').waitFor();
		await eventuallyEquals(() => quickInput.input.inputValue(), 'Riverbank');
		await workbench.press('Enter');
		await quickInput.message.getByText('Which round?').waitFor();
		await quickInput.answer('1');
		await quickInput.message.getByText('When was it?').waitFor();
		await quickInput.answer('in spring');
		await quickInput.message.getByText('A day is written as').waitFor();
		await quickInput.answer(today);
		await workbench.tab('interviews.md').waitFor();
		const heading = `# Interviews\n\n## ${today}, Riverbank, round 1\n`;
		await eventuallyEquals(() => textOf(workbench), heading);

		const title = 'Amara and the theatre scheduler';
		const question = 'Whom did you help to grow, and where are they today?';
		await find(workbench, question, title);
		const asks = quickInput.title.getByText('It Was Asked');
		const button = quickInput.row(title).getByRole('button', { name: 'It Was Asked…' });
		// The list is filled again while stories are taken in, and a click that comes then is lost.
		await eventually(
			async () => {
				await succeeds(quickInput.row(title).hover({ timeout: 2000 }));
				await succeeds(button.click({ timeout: 2000 }));
				return appears(asks, 5000);
			},
			(isAsked) => isAsked,
		);
		await quickInput.row(question).waitFor();
		await workbench.screenshot('it-was-asked');
		await quickInput.pick(question);
		await quickInput.pick('Well');
		await eventuallyEquals(
			() => textOf(workbench),
			`${heading}\n- Asked: ${question}\n  - Told: [${title}](/stories/amara-and-the-theatre-scheduler.md)\n  - Landed: well\n`,
		);

		// What was just noted is known a little later, and a list that is open does not wait for it.
		await eventually(
			async () => {
				await find(workbench, 'When have you mentored somebody?', title);
				return appears(quickInput.rows.filter({ hasText: 'Told to Riverbank in round 1' }).first(), 5000);
			},
			(isKnown) => isKnown,
		);
		// It is looked at a moment after it is found, and gone when the list is left.
		const tab = workbench.tab('amara-and-the-theatre-scheduler.md');
		await tab.waitFor();
		await workbench.screenshot('find-told');
		await workbench.press('Escape');
		await tab.waitFor({ state: 'hidden' });

		await workbench.openFile('amara-and-the-theatre-scheduler.md');
		// Scrolled as it was looked at, with its lens out of sight.
		await workbench.editor.goTo({ line: 1, column: 1 });
		await workbench.page.locator('.codelens-decoration a', { hasText: 'Practise' }).click();
		const practice = new PracticePage(workbench);
		await practice.question();
		await practice.page.getByRole('button', { name: 'Show Story' }).click();
		const card = practice.page.getByRole('article', { name: 'Cue card' });
		await card.getByText('Told to Riverbank in round 1').waitFor();
		expect(await practice.violations()).to.deep.equal([]);
		await workbench.screenshot('practice-told');
	});
});

async function find(workbench: WorkbenchPage, question: string, title: string): Promise<void> {
	const { quickInput } = workbench;
	await workbench.runCommand('STAR Stories: Find a Story for a Question…');
	await quickInput.input.fill(question);
	await quickInput.row(title).waitFor();
}

function textOf({ folder }: WorkbenchPage): Promise<string> {
	return fs.readFile(path.join(folder ?? '', 'stories', 'interviews.md'), 'utf8').catch(() => '');
}
