import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
import { bankOf } from './bankOf.ts';
import { expectCompetencies, tree, unfold } from './competencies.ts';
import { showPractice } from './practicePage.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** Gaps everywhere, as they are spoken. */
const allGaps = ['0 ready, 1–2 wanted', '0 ready, 1–2 wanted', '0 ready, 2–3 wanted', '0 ready, 1–2 wanted'];

/** What the palette offers where there are no stories. VS Code itself adds the last. */
const withoutStories = [
	'STAR Stories: New Story…',
	'STAR Stories: Open Sample Stories',
	'STAR Stories: Choose Frameworks…',
	'STAR Stories: Find a Story for a Question…',
	'STAR Stories: Focus on Competencies View',
];

/** What the extension knows of the workspace reaches the palette a little later, and each list is made once. */
async function offersWithoutStories({ quickInput }: WorkbenchPage): Promise<void> {
	await eventuallyEquals(
		async () => (await quickInput.offered('STAR Stories: ')).toSorted(),
		withoutStories.toSorted(),
	);
}

describe('with nothing to show', () => {
	const shared = workbenchForFile();

	it('a window without a folder asks for one', async () => {
		const workbench = await shared.open({ emptyWindow: true });
		await workbench.showContainer('STAR Stories');
		await workbench.welcome.getByText('Keep your stories in a folder').waitFor();
		await workbench.screenshot('no-folder');
		await offersWithoutStories(workbench);
		await workbench.runCommand('STAR Stories: New Story…');
		const notification = await workbench.notification('Open the folder that is to hold your stories first.');
		await notification.getByRole('button', { name: 'Open Folder' }).waitFor();
		await workbench.screenshot('no-folder-new-story');
		await workbench.runCommand('Notifications: Clear All Notifications');
		await workbench.welcome.getByRole('button', { name: 'Open Folder' }).click();
		await workbench.quickInput.title.getByText('Open Folder').waitFor();
		await workbench.screenshot('no-folder-open');
	});

	it('an empty folder invites to a first story, and the tree follows', async () => {
		const workbench = await shared.open({
			fresh: 'Nothing has ever been in its folder',
			fill: async (folder) => fs.mkdir(path.join(folder, 'stories')),
		});
		await workbench.showContainer('STAR Stories');
		await workbench.welcome.getByText('No stories here yet.').waitFor();
		expect(await workbench.welcome.innerText()).not.to.match(/[`*_\]]/);
		await workbench.screenshot('empty-folder');

		await offersWithoutStories(workbench);

		// A plan shows where it belongs before there is any story.
		const plans = path.join(workbench.folder ?? '', 'stories/opportunities.md');
		await fs.writeFile(plans, '- [ ] Take an intern — mentorship\n');
		await unfold(workbench, /^Mentorship & Knowledge Sharing, 0 ready, 2–3 wanted, gap/);
		await workbench.treeRow(tree, /^Opportunity: Take an intern, planned/).waitFor();
		await workbench.screenshot('empty-folder-plan');
		await fs.rm(plans);
		await workbench.welcome.getByText('No stories here yet.').waitFor();

		await workbench.welcome.getByRole('button', { name: 'New Story' }).click();
		await workbench.quickInput.rows.first().waitFor();
		await workbench.screenshot('empty-folder-new-story');
		await workbench.quickInput.pick('Technical Initiative');
		await workbench.quickInput.title.getByText('New Story: Technical Initiative').waitFor();
		await workbench.quickInput.answer('The first one');
		await workbench.tab('the-first-one.md').waitFor();
		expect(await fs.readdir(path.join(workbench.folder ?? '', 'stories'))).to.deep.equal(['the-first-one.md']);
		await workbench.treeRow(tree, /^Technical Initiative, 0 ready, 1–2 wanted, weak/).waitFor();
		await workbench.welcome.waitFor({ state: 'hidden' });
		// The new story is shown there at once, and one writes on.
		const begun = workbench.treeRow(tree, /^The first one, draft/);
		await eventuallyEquals(() => begun.getAttribute('aria-selected'), 'true');
		await workbench.editor.waitForFocus('the-first-one.md');
		await workbench.screenshot('empty-folder-first-story');
	});

	it('a folder of other things shows no sign of it, until there is a story', async () => {
		const other = '---\ntitle: A program\nstatus: done\n---\n\n# A program\n\n**Status:** beta\n';
		const workbench = await shared.open({
			fresh: 'It is said that there are no stories once the folder has been read',
			fill: (folder) => fs.writeFile(path.join(folder, 'README.md'), other),
		});
		await workbench.openFile('README.md');
		await workbench.showContainer('STAR Stories');
		await workbench.welcome.getByText('No stories here yet.').waitFor();
		// By then the folder has been read.
		const badge = () =>
			workbench.page
				.locator('.part.activitybar')
				.getByRole('tab', { name: 'STAR Stories' })
				.getAttribute('aria-label');
		const statusItems = () =>
			workbench.page.locator('.part.statusbar .statusbar-item[id*="starStories"]:visible').count();
		expect(await badge()).to.equal('STAR Stories');
		expect(await statusItems()).to.equal(0);
		expect(await workbench.editor.lenses()).to.deep.equal([]);
		await workbench.screenshot('other-folder');

		await bankOf(workbench.folder ?? '', ['The first one']);
		await eventually(badge, (label) => label !== 'STAR Stories');
		await eventually(statusItems, (count) => count > 0);
	});

	it('practice says so once the last story is gone', async () => {
		const workbench = await shared.open({ fill: (folder) => bankOf(folder, ['One that goes']) });
		const practice = await showPractice(workbench);
		await fs.rm(path.join(workbench.folder ?? '', 'stories'), { recursive: true });
		await practice.page.getByRole('heading', { name: 'No stories to practise yet' }).waitFor();
		await workbench.screenshot('practice-no-stories');
	});

	it('a folder with nothing but a candidate shows every competency as a gap', async () => {
		const candidate = 'the-address-format-truce.md';
		const workbench = await shared.open({
			fill: (folder) =>
				fs.copyFile(path.join(sampleBankFolder, 'later', candidate), path.join(folder, candidate)),
		});
		const rows = await expectCompetencies(workbench, ({ description }) => description, [...allGaps, '1 story']);
		expect(rows.map(({ expanded }) => expanded)).to.deep.equal([undefined, undefined, undefined, undefined, false]);
		await unfold(workbench, /^Candidates/);
		await workbench.treeRow(tree, /the-address-format-truce\.md\. Looks like a story/).click();
		await workbench.tab(candidate).waitFor();
		await workbench.screenshot('only-a-candidate');
	});
});
