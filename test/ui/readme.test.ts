import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { readPng } from '../workbench/animatedPng.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBankForReaders } from '../workbench/sampleBank.ts';
import { lineInSampleBank, showCompetencies, tree } from './competencies.ts';
import { Film } from './film.ts';
import { showMatrix } from './matrixPage.ts';
import { palettePng } from './palettePng.ts';
import { showPractice } from './practicePage.ts';
import { copyNearlyCoveredStories, lineOf, places } from './readmeStories.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const pictureOf = (name: string): string => path.join(projectFolder, 'media/readme', `${name}.png`);

/** What every picture shows, in CSS pixels: the page in the shop is hardly wider. */
const viewport = { width: 1000, height: 640 };

/** Pixels per CSS pixel, for dense screens. */
const deviceScaleFactor = 2;

/** The pictures that stand still, in the order of README. */
const pictures = ['problems', 'find', 'matrix', 'practice', 'plan'];

/** What the film may weigh, in bytes: many look at it over a telephone. */
const maxFilmBytes = 1_000_000;

/** What each other picture may weigh, in bytes. */
const maxPictureBytes = 150_000;

/** On top of the usual ones: room for the text, and nothing that blinks or stands over it. */
const settings = {
	'editor.lightbulb.enabled': 'off',
	'editor.minimap.enabled': false,
	'editor.stickyScroll.enabled': false,
	'editor.cursorBlinking': 'solid',
	'editor.lineNumbers': 'off',
	'editor.folding': false,
	'editor.glyphMargin': false,
	'breadcrumbs.enabled': false,
	'window.commandCenter': false,
	'workbench.layoutControl.enabled': false,
};

if (process.env['UPDATE_SCREENSHOTS']) {
	describe('the pictures in README, taken anew', () => {
		// Linked rather than under development, which the title would tell.
		const shared = workbenchForFile({ linkedExtension: projectFolder, settings });

		const openDark = async (fill: (folder: string) => Promise<void>, scale = deviceScaleFactor) => {
			const workbench = await shared.open({
				fresh: 'A picture shows nothing that an earlier one left',
				fill,
				development: false,
				deviceScaleFactor: scale,
				viewport,
			});
			// Themes are there once extensions are.
			await showCompetencies(workbench);
			await workbench.chooseTheme('Dark Modern');
			return workbench;
		};

		it('shows a flawed story, its fix and the problems', async () => {
			const workbench = await openDark(copySampleBankForReaders);
			await workbench.openFile('tomasz-reads-the-query-plan.md');
			// What the view reveals a moment later would show the side bar again.
			await workbench.treeRow(tree, /^Tomasz reads the query plan/u).waitFor();
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await workbench.problems();
			await workbench.press('Control+1');
			await workbench.editor.goTo({
				line: await lineInSampleBank('stories/tomasz-reads-the-query-plan.md', 'Mentorshp'),
				column: 14,
			});
			await workbench.editor.squiggles('error').first().waitFor();
			await workbench.restPointer();
			await workbench.editor.openQuickFixes();
			await takePicture(workbench, 'problems');
		});

		it('shows the stories that answer a question', async () => {
			const workbench = await openDark(copySampleBankForReaders);
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await workbench.runCommand('STAR Stories: Find a Story for a Question…');
			await workbench.quickInput.input.fill('Tell me about a time you helped somebody grow');
			await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Inês' }).first().waitFor();
			await takePicture(workbench, 'find');
		});

		it('shows the matrix with the card of a competency', async () => {
			const workbench = await openDark(copySampleBankForReaders);
			const matrix = await showMatrix(workbench);
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await matrix.columnHeader(/^Mentorship/u).click();
			await matrix.page.getByRole('heading', { name: /^Mentorship/u }).waitFor();
			await workbench.restPointer();
			await takePicture(workbench, 'matrix');
		});

		it('shows a question of practice with the story that answers it', async () => {
			const workbench = await openDark(copySampleBankForReaders);
			const practice = await showPractice(workbench);
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			await practice.page.getByRole('button', { name: 'Start', exact: true }).click();
			// A story told in no time would be no picture of anything.
			await practice.page.getByRole('timer').getByText('1:02').waitFor({ timeout: 80_000 });
			await practice.page.getByRole('button', { name: 'Show Story' }).click();
			await practice.page.getByRole('button', { name: 'Again' }).waitFor();
			await workbench.restPointer();
			await takePicture(workbench, 'practice');
		});

		it('shows the plan of an interview', async () => {
			const workbench = await openDark(copySampleBankForReaders);
			await workbench.runCommand('STAR Stories: Plan an Interview…');
			await workbench.quickInput.answer('Lensgate');
			await workbench.quickInput.message.getByText('When is it?').waitFor();
			await workbench.quickInput.answer('2026-12-01');
			await workbench.quickInput.pick('Staff Engineer');
			await workbench.tab('2026-12-01-lensgate.md').waitFor();
			await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
			const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
			await preview.locator('tbody tr').first().waitFor();
			// The preview stands beside the document.
			await workbench.press('Control+2');
			await workbench.runCommand('View: Close Editors in Other Groups');
			await workbench.restPointer();
			await takePicture(workbench, 'plan');
		});

		it('films how a story is written, mended and counted', async () => {
			const workbench = await openDark(copyNearlyCoveredStories);
			await widenSideBar(workbench, 330);
			await workbench.treeRow(tree, /^Mentorship.*covered/u).waitFor();
			await workbench.openFile('what-delivered-means.md');
			await workbench.editor.squiggles('warning').first().waitFor();
			await workbench.restPointer();
			await isAtRest(workbench);
			const film = new Film(workbench);
			await workbench.editor.goTo({ line: lineOf(places.result), column: places.result.length + 1 });
			await film.take(1800);
			await film.type(' Wrong refunds fell from 8,700 to 140.');
			await workbench.editor.goTo({ line: lineOf(places.tag), column: places.tag.length + 1 });
			await film.take(600);
			await film.type('cross-team-alignmnet');
			await workbench.editor.squiggles('error').first().waitFor();
			await workbench.press('Escape');
			await film.take(1800);
			await workbench.editor.openQuickFixes();
			await film.take(1800);
			await workbench.editor.takeQuickFix();
			await workbench.treeRow(tree, /^Cross-Team Alignment.*covered/u).waitFor();
			await workbench.editor.squiggles('error').first().waitFor({ state: 'hidden' });
			await film.take(4000);
			await fs.writeFile(pictureOf('film'), film.develop());
		});
	});
}

describe('the pictures in README', () => {
	for (const name of ['film', ...pictures]) {
		it(`are there, sharp enough for a dense screen: ${name}`, async () => {
			const { width, height } = sizeOf(await fs.readFile(pictureOf(name)));
			expect(width).to.be.at.least(viewport.width * deviceScaleFactor);
			expect(width / height).to.be.closeTo(viewport.width / viewport.height, 0.1);
			expect(await fs.readFile(path.join(projectFolder, 'README.md'), 'utf8')).to.match(
				new RegExp(`!\\[[^\\]]+\\]\\(media/readme/${name}\\.png\\)`),
			);
		});
	}

	it('are one film, light enough to be seen over a telephone, and no others', async () => {
		const film = await fs.readFile(pictureOf('film'));
		expect(film.includes('acTL')).to.equal(true);
		expect(film.length).to.be.at.most(maxFilmBytes);
		for (const name of pictures) expect((await fs.stat(pictureOf(name))).size, name).to.be.at.most(maxPictureBytes);
		const files = await fs.readdir(path.dirname(pictureOf('film')));
		expect(files.toSorted()).to.deep.equal(['film', ...pictures].map((name) => `${name}.png`).toSorted());
	});
});

/** What the header of a PNG says. */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

async function takePicture(workbench: WorkbenchPage, name: string): Promise<void> {
	await isAtRest(workbench);
	await fs.mkdir(path.dirname(pictureOf(name)), { recursive: true });
	await fs.writeFile(pictureOf(name), palettePng(readPng(await workbench.page.screenshot())));
}

/** How long the status bar is to show no activity, in milliseconds: VS Code tells of one only after a while. */
const restMilliseconds = 3000;

/** Waits until the status bar says of nothing that it is still going on, such as the activation of an extension. */
async function isAtRest({ page }: WorkbenchPage): Promise<void> {
	const busy = page.locator('.part.statusbar .codicon-modifier-spin:visible');
	let since = performance.now();
	await eventually(
		async () => {
			if ((await busy.count()) > 0) since = performance.now();
			return performance.now() - since;
		},
		(milliseconds) => milliseconds > restMilliseconds,
	);
}

/** Drags the edge of the side bar until it is so wide, in CSS pixels. */
async function widenSideBar({ page }: WorkbenchPage, sideBarWidth: number): Promise<void> {
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
