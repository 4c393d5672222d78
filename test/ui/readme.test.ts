import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBankForReaders } from '../workbench/sampleBank.ts';
import { lineInSampleBank, showCompetencies, tree } from './competencies.ts';
import { showMatrix } from './matrixPage.ts';
import { showPractice } from './practicePage.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const pictureOf = (name: string): string => path.join(projectFolder, 'media/readme', `${name}.png`);

/** So wide, in CSS pixels, that no row of the tree is cut off. */
const sideBarWidth = 540;

/** On top of the usual ones: more room for the text, and no lamp beside the menu that it opens. */
const settings = { 'editor.lightbulb.enabled': 'off', 'editor.minimap.enabled': false };

if (process.env['UPDATE_SCREENSHOTS']) {
	describe('the pictures in README, taken anew', () => {
		// Linked rather than under development, which the title would tell.
		const shared = workbenchForFile({ linkedExtension: projectFolder, settings });

		it('shows the tree, a flawed story, its fix and the problems', async () => {
			const workbench = await shared.open({
				fill: copySampleBankForReaders,
				development: false,
				deviceScaleFactor: 2,
			});
			await showCompetencies(workbench);
			await workbench.chooseTheme('Dark Modern', 'vs-dark');
			await widenSideBar(workbench);
			await workbench.runCommand('View: Set Panel Alignment to Justify');
			await workbench.treeRow(tree, /^Mentorship/).click();
			await workbench.treeRow(tree, /^Untagged/).click();
			await workbench.treeRow(tree, /^What "delivered"/).click();
			await workbench.tab('what-delivered-means.md').waitFor();
			await workbench.problems();
			await workbench.press('Control+1');
			await workbench.editor.goTo({
				line: await lineInSampleBank('later/what-delivered-means.md', 'Alignmnet'),
				column: 27,
			});
			await workbench.editor.squiggles('error').first().waitFor();
			await workbench.restPointer();
			await workbench.editor.openQuickFixes();
			await takePicture(workbench, 'overview');
		});

		it('shows the matrix with the card of a competency', async () => {
			const workbench = await shared.open({
				fill: copySampleBankForReaders,
				development: false,
				deviceScaleFactor: 2,
			});
			const matrix = await showMatrix(workbench);
			await workbench.chooseTheme('Dark Modern', 'vs-dark');
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await matrix.columnHeader(/^Mentorship/u).click();
			await matrix.page.getByRole('heading', { name: /^Mentorship/u }).waitFor();
			await workbench.restPointer();
			await takePicture(workbench, 'matrix');
		});

		it('shows a question of practice with the story that answers it', async () => {
			const workbench = await shared.open({
				fill: copySampleBankForReaders,
				development: false,
				deviceScaleFactor: 2,
			});
			const practice = await showPractice(workbench);
			await workbench.chooseTheme('Dark Modern', 'vs-dark');
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await practice.page.getByRole('button', { name: 'Start', exact: true }).click();
			// A story told in no time would be no picture of anything.
			await practice.page.getByRole('timer').getByText('1:02').waitFor({ timeout: 80_000 });
			await practice.page.getByRole('button', { name: 'Show Story' }).click();
			await practice.page.getByRole('button', { name: 'Again' }).waitFor();
			await workbench.restPointer();
			await takePicture(workbench, 'practice');
		});
	});
}

describe('the pictures in README', () => {
	for (const name of ['overview', 'matrix', 'practice']) {
		it(`are there, sharp enough for a dense screen: ${name}`, async () => {
			const { width, height } = sizeOfPng(await fs.readFile(pictureOf(name)));
			expect({ width, height }).to.deep.equal({ width: 2560, height: 1600 });
			expect(await fs.readFile(path.join(projectFolder, 'README.md'), 'utf8')).to.match(
				new RegExp(`!\\[[^\\]]+\\]\\(media/readme/${name}\\.png\\)`),
			);
		});
	}
});

async function takePicture({ page }: WorkbenchPage, name: string): Promise<void> {
	await fs.mkdir(path.dirname(pictureOf(name)), { recursive: true });
	await page.screenshot({ path: pictureOf(name) });
}

/** Drags the edge of the side bar. */
async function widenSideBar({ page }: WorkbenchPage): Promise<void> {
	const box = await page.locator('.part.sidebar').boundingBox();
	if (!box) {
		throw new Error('There is no side bar');
	}
	const edge = { x: box.x + box.width + 2, y: box.y + box.height / 2 };
	await page.mouse.move(edge.x, edge.y);
	await page.mouse.down();
	await page.mouse.move(box.x + sideBarWidth + 2, edge.y, { steps: 10 });
	await page.mouse.up();
	await page.mouse.move(0, 0);
}

/** Reads the size from the header of a PNG. */
function sizeOfPng(bytes: Buffer): { width: number; height: number } {
	expect(bytes.subarray(0, 8).toString('latin1')).to.equal('\x89PNG\r\n\x1A\n');
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
