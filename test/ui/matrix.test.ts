import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { showMatrix } from './matrixPage.ts';
import { workbenchForFile } from './workbenchForFile.ts';

const alignment = 7;

describe('the matrix', () => {
	const shared = workbenchForFile();

	it('is a grid in which stories are tagged, rated, undone and opened with the keyboard alone', async () => {
		const workbench = await shared.open();
		const matrix = await showMatrix(workbench);
		await matrix.columnHeader(/^Cross-Team Alignment: 0 of 1–2, gap\. No story yet\./u).waitFor();
		await workbench.screenshot('matrix');

		// A story is tagged where the columns of the gap and its row meet.
		const title = 'Retiring the nightly reindex';
		const file = path.join(workbench.folder ?? '', 'stories/retiring-the-nightly-reindex.md');
		const before = await fs.readFile(file, 'utf8');
		await matrix.cell(title, alignment).focus();
		await workbench.press('Space');
		await matrix.columnHeader(/^Cross-Team Alignment: 1 of 1–2, covered/u).waitFor();
		const tagged = await eventually(() => fs.readFile(file, 'utf8'), (text) => text !== before);
		expect(tagged.split('\n').filter((line) => !before.includes(line))).to.have.length(1);
		await eventually(() => matrix.focused(), (words) => words === 'secondary, strength 5');

		// Undo is the editor's own, which shows what it undoes.
		await workbench.press('Control+z');
		await workbench.tab('retiring-the-nightly-reindex.md').waitFor();
		await eventually(() => fs.readFile(file, 'utf8'), (text) => text === before);
		await matrix.columnHeader(/^Cross-Team Alignment: 0 of 1–2, gap/u).waitFor();
		await workbench.screenshot('matrix-undone');

		await matrix.cell(title, 0).focus();
		await workbench.press('2');
		await eventually(() => fs.readFile(file, 'utf8'), (text) => text.includes('strength: 2'));
		await matrix.page.getByRole('gridcell', { name: 'strength 2 of 5' }).first().waitFor();

		await matrix.columnHeader(/^Technical Influence/u).focus();
		await workbench.press('Enter');
		await matrix.page.getByRole('heading', { name: 'Technical Influence', exact: true }).waitFor();
		await workbench.screenshot('matrix-card');
		await workbench.press('Escape');
		await eventually(() => matrix.focused(), (words) => words.startsWith('Technical Influence'));
		await matrix.tab('Questions').click();
		await workbench.screenshot('matrix-questions');
		await matrix.tab('Progress').click();
		await workbench.screenshot('matrix-progress');
	});
});
