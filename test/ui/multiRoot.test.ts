import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
import { competencies, expectCompetencies, tree } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const workspaceFile = 'both.code-workspace';

describe('a workspace of two folders', () => {
	const shared = workbenchForFile();

	it('counts the stories of both, asks where a new one belongs, and lets go of a folder that goes', async () => {
		// The report stands beside the new story, so that its lines are short and many.
		const workbench = await shared.open({
			fill: twoFolders,
			workspaceFile,
			viewport: { width: 1280, height: 1600 },
		});
		await expectCompetencies(workbench, ({ label, description }) => `${label}: ${description}`, [
			'Initiative: 0 ready, 1–2 wanted',
			'Influence: 1 ready, 1–2 wanted',
			'Mentorship: 1 ready, 2–3 wanted',
			'Alignment: 0 ready, 1–2 wanted',
		]);
		await workbench.screenshot('two-folders');
		await workbench.runCommand('STAR Stories: New Story…');
		await workbench.quickInput.row('second').waitFor();
		await workbench.screenshot('two-folders-new-story');
		await workbench.quickInput.pick('second');
		await workbench.quickInput.pick('Cross-Team Alignment');
		await workbench.quickInput.title.getByText('New Story: Cross-Team Alignment').waitFor();
		await workbench.quickInput.answer('A treaty in two folders');
		await workbench.tab('a-treaty-in-two-folders.md').waitFor();
		await fs.access(path.join(workbench.folder ?? '', 'second/stories/a-treaty-in-two-folders.md'));
		await eventually(
			() => competencies(workbench),
			(now) => now.at(-1)?.icon === 'codicon-warning',
		);

		// Its report follows both folders, and leads to the stories of either.
		await workbench.runCommand('STAR Stories: Show Report');
		await workbench.tab('STAR Stories Report.md').waitFor();
		// Offered once the preview is shown.
		const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		await preview.getByRole('heading', { name: 'STAR Stories', exact: true }).waitFor();
		// It follows what is planned in either, and asked by the framework of one.
		await fs.writeFile(
			path.join(workbench.folder ?? '', 'second/stories/opportunities.md'),
			'- [ ] Chair the schema guild — Cross-Team Alignment\n',
		);
		await fs.writeFile(
			path.join(workbench.folder ?? '', 'first/star-framework.yaml'),
			'extends: [staff]\nquestions:\n  - text: Who owns the contract?\n    competencies: [cross-team-alignment]\n',
		);
		for (const words of ['Chair the schema guild', 'Who owns the contract?'])
			await preview.getByText(words).first().waitFor();
		await workbench.tab('STAR Stories Report.md').click();
		await workbench.runCommand('Markdown: Reopen as source file');
		for (const name of ['one-ledger-in-postgres', 'amara-and-the-theatre-scheduler']) {
			await workbench.showTab('STAR Stories Report.md');
			await workbench.editor.followLink(name);
			await workbench.tab(`${name}.md`).waitFor();
		}
		await fs.rm(path.join(workbench.folder ?? '', 'first/star-framework.yaml'));
		await competenciesOfOneFolder(workbench);
		const file = path.join(workbench.folder ?? '', workspaceFile);
		await fs.writeFile(file, JSON.stringify({ folders: [{ path: 'first' }] }));
		await workbench.treeRow(tree, /^Mentorship & Knowledge Sharing, 0 ready, 2–3 wanted, gap/).waitFor();
	});
});

/** Gives one folder a framework of its own, and renames in it, with a preview, what the other folder has as well. */
async function competenciesOfOneFolder(workbench: WorkbenchPage): Promise<void> {
	const fileIn = (name: string) => path.join(workbench.folder ?? '', name);
	const framework = 'competencies:\n  - id: mentorship\n    name: Growing people\n';
	const namesake = '---\ncompetencies: [mentorship]\n---\n';
	await fs.writeFile(fileIn('first/stories/namesake.md'), namesake);
	await fs.writeFile(fileIn('second/star-framework.yaml'), framework);
	const errors = () => workbench.editor.squiggledTexts('error');
	await workbench.openFile('a-treaty-in-two-folders.md');
	await eventuallyEquals(errors, ['cross-team-alignment']);
	await workbench.openFile('namesake.md');
	await workbench.editor.squiggles('warning').first().waitFor();
	await eventuallyEquals(errors, []);

	await workbench.openFile('star-framework.yaml');
	await workbench.editor.goTo({ line: 2, column: 10 });
	await workbench.press('F2');
	const box = workbench.page.locator('.rename-box input');
	await box.fill('growth');
	await box.press('Control+Enter');
	const preview = workbench.page.locator('.bulk-edit-panel');
	await preview.getByText('amara-and-the-theatre-scheduler.md').waitFor();
	await workbench.screenshot('rename-preview');
	await eventuallyEquals(() => preview.locator('input[type=checkbox]:not(:checked)').count(), 0);
	await preview.getByRole('button', { name: 'Apply' }).click();
	const story = fileIn('second/stories/amara-and-the-theatre-scheduler.md');
	const onDisk = async () => [
		await fs.readFile(story, 'utf8'),
		await fs.readFile(fileIn('second/star-framework.yaml'), 'utf8'),
	];
	const before = [
		await fs.readFile(path.join(sampleBankFolder, 'stories/amara-and-the-theatre-scheduler.md'), 'utf8'),
		framework,
	];
	// The tag and the angle of the story, and the id in the framework.
	const after = before.map((text) => text.replace(/^(competency: |angles: \{|  - id: )mentorship/gmu, '$1growth'));
	await eventuallyEquals(onDisk, after);
	expect(await fs.readFile(fileIn('first/stories/namesake.md'), 'utf8')).to.equal(namesake);

	// One undo for all files.
	await workbench.showTab('star-framework.yaml');
	await workbench.press('Control+z');
	await workbench.runCommand('File: Save All Files');
	await eventuallyEquals(onDisk, before);
	await fs.rm(fileIn('second/star-framework.yaml'));
	await fs.rm(fileIn('first/stories/namesake.md'));
}

/** The one folder holds a story of influence, the other one of mentorship. */
async function twoFolders(folder: string): Promise<void> {
	const folders = { first: 'one-ledger-in-postgres.md', second: 'amara-and-the-theatre-scheduler.md' };
	for (const [name, story] of Object.entries(folders)) {
		await fs.mkdir(path.join(folder, name, 'stories'), { recursive: true });
		await fs.copyFile(path.join(sampleBankFolder, 'stories', story), path.join(folder, name, 'stories', story));
	}
	const workspace = { folders: Object.keys(folders).map((name) => ({ path: name })) };
	await fs.writeFile(path.join(folder, workspaceFile), JSON.stringify(workspace));
}
