import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { appears, succeeds } from './appears.ts';
import { bankOf } from './bankOf.ts';
import { showCompetencies, tree, unfold } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('the menu of a story', () => {
	const shared = workbenchForFile();

	it('renames it, which Undo in the view takes back, shows its file, and deletes it once that is confirmed', async () => {
		const workbench = await shared.open({ fill: (folder) => bankOf(folder, ['The slow build', 'Another']) });
		const file = path.join(workbench.folder ?? '', 'stories/story-0.md');
		const text = () => fs.readFile(file, 'utf8').catch(() => 'gone');
		const before = await text();
		await showCompetencies(workbench);
		await unfold(workbench, /^Technical Initiative/u);

		await choose(workbench, /^The slow build/u, 'Rename Story…');
		await workbench.quickInput.input.waitFor();
		await workbench.screenshot('story-menu-rename');
		await workbench.quickInput.answer('The quick build');
		await workbench.treeRow(tree, /^The quick build/u).waitFor();
		await eventuallyEquals(text, before.replace('The slow build', 'The quick build'));
		await workbench.treeRow(tree, /^The quick build/u).click();
		await workbench.press('Control+z');
		await workbench.treeRow(tree, /^The slow build/u).waitFor();
		await eventuallyEquals(text, before);

		await choose(workbench, /^The slow build/u, 'Reveal in Explorer');
		const revealed = workbench.page.locator('.explorer-folders-view .monaco-list-row.selected');
		await revealed.getByText('story-0.md').waitFor();

		await showCompetencies(workbench);
		const dialog = workbench.page.getByRole('dialog');
		for (const answer of ['Cancel', 'Delete']) {
			await choose(workbench, /^The slow build/u, 'Delete Story…');
			await dialog.getByText('Delete “The slow build”?').waitFor();
			await workbench.screenshot('story-menu-delete');
			await dialog.getByRole('button', { name: answer, exact: true }).click();
			await dialog.waitFor({ state: 'hidden' });
			await eventuallyEquals(text, answer === 'Delete' ? 'gone' : before);
		}
		await workbench.treeRow(tree, /^The slow build/u).waitFor({ state: 'hidden' });
	});
});

/** Chooses from the menu of a row. */
async function choose(workbench: WorkbenchPage, row: RegExp, label: string): Promise<void> {
	const menu = workbench.page.locator('.monaco-menu:visible');
	await eventually(
		async () => {
			await workbench.treeRow(tree, row).first().click({ button: 'right' });
			return appears(menu, 2000);
		},
		(isOpen) => isOpen,
	);
	await workbench.screenshot('story-menu');
	// A menu takes no click that comes while it opens.
	await eventually(
		async () => {
			await succeeds(menu.getByText(label, { exact: true }).click({ timeout: 1000 }));
			return succeeds(menu.waitFor({ state: 'hidden', timeout: 1000 }));
		},
		(isClosed) => isClosed,
	);
}
