import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { succeeds } from './appears.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('the plan of an interview by a framework that no story is tagged with', () => {
	const shared = workbenchForFile();

	it('proposes stories to try, and tags those that are ticked once the framework is switched on', async () => {
		const workbench = await shared.open({ viewport: { width: 1280, height: 1100 } });
		const { quickInput } = workbench;
		const before = await stories(workbench);
		await workbench.openFile('no-mesh-this-year.md');
		const ofPlans = async () => {
			// The list holds no more rows than fit.
			const begun = [await quickInput.offered('STAR Stories: Re'), await quickInput.offered('STAR Stories: Tag')];
			return begun.flat().filter((label) => / (?:This|Interview) Plan/u.test(label));
		};
		await eventually(
			() => workbench.editor.lenses(),
			(shown) => shown.length > 0,
		);
		expect(await ofPlans()).to.deep.equal([]);
		await workbench.runCommand('STAR Stories: Plan an Interview…');
		await quickInput.answer('Riverbank');
		await quickInput.message.getByText('When is it?').waitFor();
		await quickInput.answer('');
		await quickInput.pick('Amazon Leadership Principles');
		await workbench.tab('riverbank.md').waitFor();
		await eventually(
			() => wordsOf(workbench),
			(shown) => shown.includes('| Hire and Develop the Best | *try* ['),
		);
		await lens(workbench, 'Tag these…').waitFor();
		await workbench.screenshot('plan-try');
		await eventuallyEquals(ofPlans, [
			'STAR Stories: Regenerate Interview Plan',
			'STAR Stories: Tag the Stories of This Plan…',
		]);

		await lens(workbench, 'Tag these…').click();
		await quickInput.title.getByText('Tag for Amazon Leadership Principles').waitFor();
		await eventually(
			async () => (await quickInput.rows.allInnerTexts()).join('\n'),
			(shown) =>
				shown.includes('Hire and Develop the Best') && shown.includes('Tagged Mentorship & Knowledge Sharing'),
		);
		await workbench.screenshot('plan-tag');
		await quickInput.accept('Tag for Amazon Leadership Principles');
		await quickInput.row('Switch it on and tag').waitFor();
		expect(await stories(workbench)).to.deep.equal(before);
		await workbench.screenshot('plan-switch-on');
		await quickInput.pick('Switch it on and tag');
		// Which stories are ticked is the ranking's to say. A file that is just being written is empty for a moment.
		await eventually(
			() => stories(workbench),
			(now) =>
				Object.entries(before).some(([name, story]) => now[name] !== story) &&
				Object.entries(before).every(([name, story]) => withoutTags(now[name]) === withoutTags(story)),
		);
		const settings = path.join(workbench.folder ?? '', '.vscode', 'settings.json');
		await eventually(
			() => fs.readFile(settings, 'utf8').catch(() => ''),
			(written) => written.includes('"amazon-lp"'),
		);

		// The stories may still be read with their new tags.
		await eventually(
			async () => {
				await lens(workbench, 'Regenerate').click();
				return succeeds(eventually(() => wordsOf(workbench), isTagged, 5000).then(() => undefined));
			},
			(isMadeAnew) => isMadeAnew,
		);
		await workbench.screenshot('plan-tagged');
	});
});

describe('the plan of an interview from a job description', () => {
	const shared = workbenchForFile();
	const posting = `About the role
You mentor junior engineers and help them grow.
You work across teams with product and design.
We offer 30 days of holiday.
You take part in our on-call rotation.
`;

	it('shows what each line asks for, and is made for those that are ticked', async () => {
		const workbench = await shared.open({ viewport: { width: 1280, height: 1100 } });
		const { quickInput } = workbench;
		await workbench.runCommand('File: New Untitled Text File');
		await workbench.editor.waitForFocus();
		await workbench.page.keyboard.insertText(posting);
		await eventually(
			() => workbench.visibleText(),
			(shown) => shown.includes('on-call rotation'),
		);
		await workbench.runCommand('STAR Stories: Plan From a Job Description…');
		await quickInput.title.getByText('Plan From a Job Description').waitFor();
		const rows = await eventually(
			async () => (await quickInput.rows.allInnerTexts()).join('\n'),
			(shown) => shown.includes('30 days'),
		);
		expect(rows)
			.to.contain('Mentorship & Knowledge Sharing (“mentor”, “junior engineers”, “help them grow”)')
			.and.contain('Operations (“on-call”)')
			.and.contain('Asks for nothing that a story shows');
		await workbench.page.locator('.quick-input-widget:visible').getByText('3 Selected').waitFor();
		await workbench.screenshot('posting-lines');
		await workbench.press('Enter');
		await quickInput.message.getByText('Which company').waitFor();
		await quickInput.answer('Riverbank');
		await quickInput.message.getByText('When is it?').waitFor();
		await quickInput.answer('');
		await workbench.tab('riverbank.md').waitFor();
		const text = await eventually(
			() => wordsOf(workbench),
			(shown) => shown.includes('## Mentorship'),
		);
		expect(text)
			.to.contain('framework: staff-extended')
			.and.contain('asks: [mentorship, cross-team-alignment, operations]')
			.and.not.contain('## Technical Influence');
		await workbench.screenshot('posting-plan');
	});
});

/** What the editor shows, wherever its lines are wrapped: a preview beside it may come at any time. */
async function wordsOf(workbench: WorkbenchPage): Promise<string> {
	return (await workbench.visibleText()).replaceAll(/\s+/gu, ' ');
}

/** Whether a competency of the plan has a story that is tagged with it. */
function isTagged(plan: string): boolean {
	return /\| [^|]+ \| \[/u.test(plan);
}

/** A command over the plan. */
function lens({ page }: WorkbenchPage, title: string) {
	return page.locator('.codelens-decoration a', { hasText: title });
}

/** The stories of the workspace by their names. */
async function stories({ folder }: WorkbenchPage): Promise<Readonly<Record<string, string>>> {
	const directory = path.join(folder ?? '', 'stories');
	const names = (await fs.readdir(directory)).filter((name) => name.endsWith('.md'));
	const read = async (name: string) => [name, await fs.readFile(path.join(directory, name), 'utf8')] as const;
	return Object.fromEntries(await Promise.all(names.map(read)));
}

/** A story without the lines that hold its tags. */
function withoutTags(story = ''): string {
	const lines = story
		.split('\n')
		.filter((line) => !/^(?:competenc(?:ies|y):|\s+- |\*\*Competencies:\*\*)/u.test(line));
	return lines.join('\n');
}
