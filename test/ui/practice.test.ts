import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventuallyEquals } from '../host/eventually.ts';
import { bankOf } from './bankOf.ts';
import { showCompetencies, tree, unfold } from './competencies.ts';
import { clipboard, copied } from './copiedRichText.ts';
import { answerFollowUps, forgetPractice, showPractice } from './practicePage.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const hostile = '<img src=x onerror=alert(1)>';

describe('practice', () => {
	const shared = workbenchForFile();

	it('asks three questions that are answered by keyboard, over a reload, and says afterwards what was told', async () => {
		const workbench = await shared.open({ fresh: 'Nothing has been practised yet' });
		const practice = await showPractice(workbench);
		await practice.page.getByText('Nothing practised yet.').waitFor();
		// The server of the workbench is a remote machine.
		await practice.page.getByText('The history is kept on the remote machine').waitFor();
		await practice.page.getByRole('button', { name: 'Choose Folder…' }).waitFor();
		await practice.inEveryTheme(async (theme) => {
			expect(await practice.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`practice-start-${theme}`);
		});

		await practice.page.getByRole('radio', { name: 'What is due' }).focus();
		await workbench.press('Enter');
		const asked: string[] = [await practice.question()];
		await practice.page.getByRole('timer').waitFor();
		await workbench.press('n');
		await practice.page.locator('textarea:focus').waitFor();
		await workbench.type('Begin with the number');
		await workbench.screenshot('practice-asking');

		// In the middle of a question; the clock goes on.
		await Promise.all([workbench.page.waitForEvent('load'), workbench.runCommand('Developer: Reload Window')]);
		await workbench.waitUntilReady();
		await practice.page.getByRole('heading', { name: asked[0] ?? '', exact: true }).waitFor();
		const notes = practice.page.getByLabel('Notes', { exact: true });
		await eventuallyEquals(() => notes.inputValue(), 'Begin with the number');
		await practice.page.getByRole('checkbox', { name: 'Keep them with the history' }).check();
		await notes.focus();
		await workbench.press('Control+Enter');
		const card = practice.page.getByRole('article', { name: 'Cue card' });
		await card.getByText('Situation').waitFor();
		await practice.page.getByText(/^Aim for 2 min/u).waitFor();
		const story = (await card.getByRole('heading').textContent()) ?? '';
		await practice.inEveryTheme(async (theme) => {
			expect(await practice.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`practice-card-${theme}`);
		});

		await practice.heading.focus();
		await workbench.press('3');
		await answerFollowUps(practice, workbench);
		asked.push(await practice.questionAfter(asked));
		await workbench.press('Enter');
		await practice.page.getByRole('button', { name: 'Again' }).waitFor();
		await workbench.press('1');
		await practice.page.getByText('Follow-up 1 of 2', { exact: true }).waitFor();
		await practice.inEveryTheme(async (theme) => {
			expect(await practice.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`practice-follow-up-${theme}`);
		});
		await practice.heading.focus();
		await answerFollowUps(practice, workbench, ['1', 'p']);
		asked.push(await practice.questionAfter(asked));
		await workbench.press('Space');
		await practice.page.getByRole('button', { name: 'Easy' }).waitFor();
		await workbench.press('4');
		await answerFollowUps(practice, workbench);
		// Two more are as many new ones as a day has.
		for (let round = 0; round < 2; round++) {
			asked.push(await practice.questionAfter(asked));
			await workbench.press('Enter');
			await practice.page.getByRole('button', { name: 'Good' }).waitFor();
			await workbench.press('3');
			await answerFollowUps(practice, workbench);
		}
		await practice.page
			.getByText(/^You answered 5 questions\. The next question is due in \d+ minutes\.$/u)
			.waitFor();
		expect(await practice.violations()).to.deep.equal([]);
		await workbench.screenshot('practice-nothing-due');
		await practice.page.getByRole('button', { name: 'Go On Anyway' }).press('Enter');
		await practice.questionAfter(asked);
		await workbench.press('Escape');
		await practice.page.getByText(/^5 of \d+ questions practised\./u).waitFor();
		await practice.page.getByRole('radio', { name: 'What went badly · 1 question' }).waitFor();

		// The tree says so of the story, and its file knows nothing of it.
		await showCompetencies(workbench);
		await unfold(workbench, /^Technical Initiative/u);
		await workbench
			.treeRow(tree, new RegExp(`^${story}.*Practised (?:once|2 times), `, 'u'))
			.first()
			.waitFor();
		const stories = await fs.readdir(path.join(workbench.folder ?? '', 'stories'));
		for (const file of stories.filter((name) => name.endsWith('.md'))) {
			expect(await fs.readFile(path.join(workbench.folder ?? '', 'stories', file), 'utf8')).not.to.contain(
				'Begin with the number',
			);
		}
		await forgetPractice(workbench);
	});

	it('is told in the length that is chosen, which is kept for the next time', async () => {
		// Stories that name nobody: a copy of them asks for nothing.
		const workbench = await shared.open({
			fill: async (folder) => {
				await bankOf(folder, ['One', 'Two', 'Three']);
				const angles = ['technical-initiative', 'technical-influence', 'mentorship', 'cross-team-alignment'];
				for (const index of [0, 1, 2]) {
					const file = path.join(folder, `stories/story-${index}.md`);
					const lines = angles.map((id) => `\n  ${id}: Lead with ${id}`).join('');
					const text = await fs.readFile(file, 'utf8');
					await fs.writeFile(file, text.replace('\nstatus:', `\nangles:${lines}\nstatus:`));
				}
			},
		});
		const practice = await showPractice(workbench);
		const half = practice.page.getByRole('button', { name: '30 s', exact: true });
		await half.press('Enter');
		await practice.page.getByRole('button', { name: '30 s', exact: true, pressed: true }).waitFor();
		await practice.page.getByRole('button', { name: 'Start', exact: true }).click();
		await practice.question();
		await practice.page.getByRole('timer').getByText('of 0:30').waitFor();
		await workbench.press('Enter');
		const card = practice.page.getByRole('article', { name: 'Cue card' });
		await card.getByText(/^\d+ s, (?:from your own sentences|as you wrote it under In short)$/u).waitFor();
		await practice.page.getByText('Aim for 30 s at most.').waitFor();
		// Of the four it has, the one for what was asked.
		await card.locator('.angle').getByText('Lead with').waitFor();
		expect(await card.locator('.angle').count()).to.equal(1);
		await practice.inEveryTheme(async (theme) => {
			expect(await practice.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`practice-30-seconds-${theme}`);
		});
		const told = (await card.locator('.told-text').allTextContents()).join('\n\n');
		await card.getByRole('button', { name: 'Copy the story in 30 s' }).click();
		await workbench.page.locator('.part.statusbar').getByText('The story is copied in 30 s').waitFor();
		expect(await workbench.clipboardText()).to.equal(told);
		await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await card.getByRole('button', { name: 'Copy as Rich Text' }).click();
		await copied(workbench, 'Cue Card copied');
		expect((await clipboard(workbench))['text/html']).to.include(told.split('\n')[0]?.slice(0, 30));
		await workbench.press('Escape');
		await card.waitFor();

		await practice.page.getByRole('button', { name: '90 s', exact: true }).click();
		await practice.page.getByText('Aim for 1 min 30 s at most.').waitFor();
		await workbench.runCommand('View: Close All Editors');
		await practice.heading.waitFor({ state: 'detached' });
		await showPractice(workbench);
		await practice.page.getByRole('button', { name: '90 s', exact: true, pressed: true }).waitFor();
		await practice.page.getByRole('button', { name: 'Whole', exact: true }).click();
		await practice.page.getByRole('button', { name: 'Whole', exact: true, pressed: true }).waitFor();
	});

	it('says before a mock interview that there are fewer questions than it is to have', async () => {
		const framework = `competencies:
  - id: courage
    name: Courage
    questions:
      - When did you say no?
      - Whom did you disagree with, and how?
`;
		const workbench = await shared.open({
			fill: async (folder) => {
				await bankOf(folder, ['One']);
				await fs.writeFile(path.join(folder, 'star-framework.yaml'), framework);
			},
		});
		const practice = await showPractice(workbench);
		await practice.page.getByText('Only 2 questions to ask here: the interview has no more.').waitFor();
		await practice.page.getByRole('button', { name: 'Start Interview' }).press('Enter');
		await practice.page.getByText('Question 1 of 2').waitFor();
	});

	it('holds a mock interview with a summary of what went well, was shaky and is missing', async () => {
		const titles = Array.from({ length: 6 }, (_, index) => `${hostile} ${index}`);
		const workbench = await shared.open({
			fill: (folder) => bankOf(folder, titles),
		});
		const alerts: string[] = [];
		workbench.page.on('dialog', (dialog) => {
			alerts.push(dialog.message());
			void dialog.dismiss();
		});
		const practice = await showPractice(workbench);
		await practice.page.getByRole('combobox', { name: 'Number of questions' }).selectOption('4 questions');
		await practice.page.getByRole('button', { name: 'Start Interview' }).press('Enter');
		const asked: string[] = [];
		let rated = 0;
		for (let round = 1; round <= 4; round++) {
			await practice.page.getByText(`Question ${round} of 4`).waitFor();
			asked.push(await practice.questionAfter(asked));
			await workbench.press('Enter');
			const next = practice.page.getByRole('button', { name: 'Next Question' });
			const again = practice.page.getByRole('button', { name: 'Again' });
			await next.or(again).first().waitFor();
			if (await next.isVisible()) await workbench.press('Enter');
			else {
				await workbench.press(rated++ === 0 ? '1' : '4');
				await answerFollowUps(practice, workbench);
			}
		}
		await practice.page.getByRole('heading', { name: 'The interview is over' }).waitFor();
		// The bank has nothing for Cross-Team Alignment.
		for (const title of ['Told well (2)', 'Shaky (1)', 'Missing (1)'])
			await practice.page.getByRole('heading', { name: title }).waitFor();
		await practice.page.getByRole('button', { name: 'Write a story for Cross-Team Alignment…' }).waitFor();
		expect(new Set(asked).size).to.equal(4);
		expect(await practice.page.getByRole('button', { name: hostile }).count()).to.equal(3);
		expect(await practice.page.locator('img').count()).to.equal(0);
		expect(await practice.violations()).to.deep.equal([]);
		await workbench.screenshot('practice-summary');
		expect(alerts).to.deep.equal([]);

		await practice.page.getByRole('button', { name: 'Done' }).click();
		// What 200% zoom leaves of the window.
		await workbench.page.setViewportSize({ width: 640, height: 400 });
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
		await practice.page.getByRole('heading', { name: 'Practise', exact: true }).waitFor();
		await workbench.screenshot('practice-200-percent');
		await practice.fitsItsWidth();
		await forgetPractice(workbench);
	});
});
