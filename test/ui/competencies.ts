import fs from 'node:fs/promises';
import path from 'node:path';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
import { type TreeRow, readTreeRows } from './treeRows.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** The accessible name of the tree. */
export const tree = 'Competencies';

/** Shows the tree of competencies, waits until it has its rows and all stories are counted in them, and returns them. */
export async function showCompetencies(workbench: WorkbenchPage): Promise<TreeRow[]> {
	await workbench.showContainer('STAR Stories');
	await workbench.treeRows(tree).first().waitFor();
	await workbench.viewProgress.waitFor({ state: 'hidden' });
	return competencies(workbench);
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
