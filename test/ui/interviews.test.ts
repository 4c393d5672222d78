import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { localDay } from '../../src/core/text/day.ts';
import { eventually } from '../host/eventually.ts';
import { PracticePage } from './practicePage.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('an interview that was held', () => {
	const shared = workbenchForFile();

	it('is logged, gets what was asked from a found story, and warns where the story is found again', async () => {
		const workbench = await shared.open();
		const { quickInput } = workbench;
		await workbench.runCommand('STAR Stories: Log an Interview…');
		await quickInput.message.getByText('Which company').waitFor();
		await quickInput.answer('Riverbank');
		await quickInput.message.getByText('Which round?').waitFor();
		await quickInput.back.click();
		await quickInput.message.getByText('Which company').waitFor();
		expect(await quickInput.input.inputValue()).to.equal('Riverbank');
		await workbench.press('Enter');
		await quickInput.message.getByText('Which round?').waitFor();
		await quickInput.answer('1');
		await quickInput.message.getByText('When was it?').waitFor();
		await quickInput.answer('in spring');
		await quickInput.message.getByText('A day is written as').waitFor();
		await quickInput.answer(localDay(new Date()));
		await workbench.tab('interviews.md').waitFor();
		const heading = `# Interviews\n\n## ${localDay(new Date())}, Riverbank, round 1\n`;
		await eventually(
			() => textOf(workbench),
			(text) => text === heading,
		);

		const title = 'Amara and the theatre scheduler';
		const question = 'Whom did you help to grow, and where are they today?';
		await find(workbench, question, title);
		const row = quickInput.row(title);
		await row.hover();
		await row.getByRole('button', { name: 'It Was Asked…' }).click();
		await quickInput.title.getByText('It Was Asked').waitFor();
		await quickInput.row(question).waitFor();
		await workbench.screenshot('it-was-asked');
		await quickInput.pick(question);
		await quickInput.pick('Well');
		const asked = await eventually(
			() => textOf(workbench),
			(text) => text.includes('Landed: well'),
		);
		expect(asked).to.equal(
			`${heading}\n- Asked: ${question}\n  - Told: [${title}](/stories/amara-and-the-theatre-scheduler.md)\n  - Landed: well\n`,
		);

		await find(workbench, 'When have you mentored somebody?', title);
		await eventually(
			() => quickInput.row(title).innerText(),
			(text) => text.includes('Told to Riverbank in round 1'),
		);
		await workbench.screenshot('find-told');
		await workbench.press('Escape');

		await workbench.openFile('amara-and-the-theatre-scheduler.md');
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
