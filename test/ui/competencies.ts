import fs from 'node:fs/promises';
import path from 'node:path';
import { eventuallyEquals } from '../host/eventually.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
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
