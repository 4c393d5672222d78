import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
import { appears } from './appears.ts';
import { type TreeRow, readTreeRows } from './treeRows.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** The accessible name of the tree: the title of the view. */
export const tree = 'STAR Stories';

/** Shows the tree of competencies and waits until it has rows; stories may still be read into them. */
export async function showCompetencies(workbench: WorkbenchPage): Promise<void> {
	await workbench.showContainer('STAR Stories');
	await workbench.treeRows(tree).first().waitFor();
	await workbench.viewProgress.waitFor({ state: 'hidden' });
}

/**
 * Shows the tree of competencies and waits until its rows are as expected: on a slow machine the first ones stand there
 * before every story is counted in them.
 *
 * @param shown what of a row is compared
 */
export async function expectCompetencies<T>(
	workbench: WorkbenchPage,
	shown: (row: TreeRow) => T,
	expected: readonly T[],
): Promise<TreeRow[]> {
	await showCompetencies(workbench);
	let rows: TreeRow[] = [];
	await eventuallyEquals(async () => (rows = await competencies(workbench)).map(shown), [...expected]);
	return rows;
}

/** What the sample bank comes to once every story of it is counted. */
export const sampleCoverage: readonly string[] = [
	'8 ready, 1–2 wanted',
	'2 ready, 1–2 wanted',
	'1 ready, 2–3 wanted · 1 draft: ready it to count',
	'0 ready, 1–2 wanted',
	'3 stories',
	'1 story',
];

/** Shows the tree of competencies of the sample bank and waits until all is counted: rows stay where they are then. */
export async function showSampleCompetencies(workbench: WorkbenchPage): Promise<void> {
	await expectCompetencies(workbench, ({ description }) => description, sampleCoverage);
}

/** Unfolds a row of the tree, where it is not yet. VS Code loses a click where it draws the row anew that moment. */
export async function unfold(workbench: WorkbenchPage, name: RegExp): Promise<void> {
	const row = workbench.treeRow(tree, name).first();
	const unfolded = row.and(workbench.page.locator('[aria-expanded=true]'));
	await eventually(
		async () => {
			if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
			return appears(unfolded, 2000);
		},
		(isUnfolded) => isUnfolded,
	);
	await workbench.restPointer();
}

/** The rows of the tree of competencies on the screen. */
export async function competencies(workbench: WorkbenchPage): Promise<TreeRow[]> {
	return readTreeRows(workbench.treeRows(tree));
}

/** The number of the line, from 1, on which a text stands in a file of the sample bank. */
export async function lineInSampleBank(file: string, text: string): Promise<number> {
	const lines = (await fs.readFile(path.join(sampleBankFolder, file), 'utf8')).split(/\r\n|\n/);
	const index = lines.findIndex((line) => line.includes(text));
	if (index < 0) {
		throw new Error(`${file} does not hold “${text}”`);
	}
	return index + 1;
}
