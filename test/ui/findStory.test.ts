import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../host/eventually.ts';
import { lineInSampleBank } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const findStory = 'STAR Stories: Find a Story for a Question…';

describe('the story for a question', () => {
	const shared = workbenchForFile();

	it('is found from a pasted question, seen before it is chosen, and opened at its heading; whatever is asked is answered', async () => {
		const workbench = await shared.open();
		const { quickInput } = workbench;
		await workbench.openFile('README.md');
		await workbench.page
			.locator('.part.statusbar')
			.getByRole('button', { name: /Find a story/i })
			.click();
		await quickInput.input.fill(
			'Could you tell us about a junior colleague whom you helped to grow, and where they are today?',
		);
		await quickInput.row('Amara and the theatre scheduler').waitFor();
		// The list is filled again while stories are taken in.
		await quickInput.title.getByText('Asks about Mentorship & Knowledge Sharing', { exact: true }).waitFor();
		await eventually(
			async () => (await quickInput.rows.allInnerTexts()).join('\n'),
			(rows) =>
				rows.includes('strong') &&
				rows.includes('primary: Mentorship & Knowledge Sharing · strength 4 · ready'),
		);
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor();
		await workbench.screenshot('find-story');
		await workbench.press('Escape');
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor({ state: 'hidden' });

		await workbench.runCommand(findStory);
		await quickInput.input.fill('When did several departments have to agree on a shared data schema?');
		await quickInput.row('What "delivered" means').waitFor();
		await workbench.screenshot('find-story-misspelt');
		await quickInput.input.fill('What has been the biggest failure of your career?');
		await quickInput.row('No story of yours fits this question').waitFor();
		await quickInput.row('Plan an opportunity to have one…').waitFor();
		await workbench.screenshot('find-story-none');

		await quickInput.input.fill('When was a build of yours full of flaky tests?');
		await eventually(
			() => quickInput.focusedRow.innerText(),
			(row) => row.includes('The month the build stopped lying'),
		);
		await workbench.press('Enter');
		await workbench.tab('flaky-test-quarantine.md').waitFor();
		const line = await lineInSampleBank('stories/flaky-test-quarantine.md', '# The month the build stopped lying');
		await eventually(
			() => workbench.editor.caret(),
			(caret) => caret?.line === line,
		);

		await workbench.runCommand(findStory);
		// Nothing is typed yet: the questions that no story answers are at hand.
		await quickInput.rows.filter({ hasText: 'No story answers yet' }).first().waitFor();
		await workbench.screenshot('find-story-empty');
		await quickInput.input.fill('Tell me about yourself.');
		await quickInput.row('No story answers this one').waitFor();
		await quickInput.title.getByText('Asks about yourself', { exact: true }).waitFor();
		await workbench.screenshot('find-story-about-yourself');

		await quickInput.input.fill('Tell me about a time you disagreed with your manager.');
		const switchOn = quickInput.row('Conflict is in Staff Engineer, extended: switch it on');
		await switchOn.waitFor();
		await quickInput.rows.filter({ hasText: 'kin to Conflict' }).first().waitFor();
		await workbench.screenshot('find-story-inactive');
		await switchOn.click();
		await switchOn.waitFor({ state: 'hidden' });
		await quickInput.row('Write a story for Conflict…').waitFor();
		await quickInput.title.getByText('Asks about Conflict', { exact: true }).waitFor();
		await workbench.screenshot('find-story-switched-on');
		await workbench.press('Escape');
	});

	it('has its place in the plan of an interview, beside a backup and the gaps', async () => {
		const workbench = await shared.open({ viewport: { width: 1280, height: 1500 } });
		const { quickInput } = workbench;
		await workbench.runCommand('STAR Stories: Plan an Interview…');
		await quickInput.answer('Lensgate & Sons');
		await quickInput.message.getByText('When is it?').waitFor();
		await quickInput.input.fill('2026-02-30');
		await quickInput.message.getByText('A day is written as').waitFor();
		await quickInput.answer('2026-12-01');
		await quickInput.row('Staff Engineer').waitFor();
		await workbench.screenshot('plan-framework');
		await quickInput.pick('Staff Engineer');
		await workbench.tab('2026-12-01-lensgate-sons.md').waitFor();
		// Beside its preview the source is narrow: not all of it is in sight.
		const plan = path.join(workbench.folder ?? '', 'interviews/2026-12-01-lensgate-sons.md');
		await eventually(
			() => fs.readFile(plan, 'utf8'),
			(written) =>
				written.includes('# Interview: Lensgate & Sons, 2026-12-01') &&
				/\| Cross-Team Alignment \| (?:\*\*gap\*\*|\*try\* \[)/u.test(written) &&
				written.includes('## Technical Influence'),
		);
		await workbench.page.getByText('Practise this interview').waitFor();
		const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		await preview.locator('tbody tr').first().waitFor();
		await workbench.screenshot('plan');
		await preview.getByRole('link', { name: 'Retiring the nightly reindex' }).first().click();
		await workbench.tab('retiring-the-nightly-reindex.md').waitFor();
	});
});
