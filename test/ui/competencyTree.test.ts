import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { testLimitMilliseconds } from '../limits.ts';
import { appears } from './appears.ts';
import {
	competencies,
	expectCompetencies,
	lineInSampleBank,
	sampleCoverage,
	showCompetencies,
	showSampleCompetencies,
	tree,
	unfold,
} from './competencies.ts';
import type { TreeRow } from './treeRows.ts';
import { watchForWelcome, welcomesSeen } from './welcomesSeen.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const untagged = 'Untagged, 3 stories. Stories without a tag that an active framework knows. They are not counted.';
const candidates = 'Candidates, 1 story. They look like stories and name no competencies yet. They are not counted.';

describe('the competency tree', () => {
	const shared = workbenchForFile();

	it('shows where each competency stands, in words and in shapes, and is walked with the keyboard alone', async () => {
		const workbench = await shared.open({ prepare: watchForWelcome });
		await expectCompetencies(workbench, ({ label, description, icon }) => [label, description, icon], [
			['Initiative', '8 ready, 1–2 wanted', 'codicon-pass-filled'],
			['Influence', '2 ready, 1–2 wanted', 'codicon-pass'],
			['Mentorship', '1 ready, 2–3 wanted · 1 draft: ready it to count', 'codicon-warning'],
			['Alignment', '0 ready, 1–2 wanted', 'codicon-circle-slash'],
			['Untagged', '3 stories', 'codicon-question'],
			['Candidates', '1 story', 'codicon-lightbulb'],
		]);
		// Nor did it ever claim that there are no stories, while it was still looking.
		expect(await welcomesSeen(workbench)).to.deep.equal([]);
		await eventuallyEquals(
			async () => (await competencies(workbench)).map(({ spoken }) => spoken),
			[
				'Technical Initiative, 8 ready, 1–2 wanted, rich. 8 are ready: choose the ones you would tell. Tell first: Retiring the nightly reindex; Giving every bike a way back.',
				'Technical Influence, 2 ready, 1–2 wanted, covered. Enough stories are ready. Tell first: Postgres, not Dynamo: the ledger decision; Talking us out of a service mesh.',
				'Mentorship & Knowledge Sharing, 1 ready, 2–3 wanted, weak. 1 draft: ready it to count. Tell first: Amara and the theatre scheduler; Debugging Fridays.',
				'Cross-Team Alignment, 0 ready, 1–2 wanted, gap. No story yet.',
				untagged,
				candidates,
			],
		);
		await workbench.page
			.locator('.part.activitybar')
			.getByRole('tab', { name: /STAR Stories.*1 competency without a story/s })
			.waitFor();
		await workbench.screenshot('tree');

		const hover = await (
			await workbench.hoverOver(workbench.treeRow(tree, 'Mentorship'), 'Tell first')
		).innerText();
		expect(hover).to.match(/^Mentorship & Knowledge Sharing · 1 ready, 2–3 wanted · weak\n/);
		expect(hover).to.include('Makes other engineers better, one at a time and as a team.');
		expect(hover).to.match(
			/Tell first:\s+Amara and the theatre scheduler \(before the next one, as it is ready\)\s+Debugging Fridays \(before the next one, as .+\)\s/,
		);
		expect(hover).to.match(/Asked as:\s+\S/);
		await workbench.screenshot('tree-hover');
		await workbench.restPointer();

		await workbench.runCommand('STAR Stories: Focus on Competencies View');
		// The first key would be lost while the focus is on its way.
		await workbench.page.getByRole('tree', { name: tree }).and(workbench.page.locator(':focus-within')).waitFor();
		await pressUntil(workbench, 'ArrowDown', /^Mentorship/);
		await workbench.press('ArrowRight');
		await workbench.treeRow(tree, /^Debugging Fridays/).waitFor();
		const stories = async () => under('Mentorship', await competencies(workbench));
		await eventuallyEquals(
			async () => (await stories()).map(({ label, icon }) => [label, icon]),
			[
				['Amara and the theatre scheduler', 'codicon-star-full'],
				['Debugging Fridays', 'codicon-star-empty'],
				['Incident reviews people wanted to read', 'codicon-edit'],
				['Thirty days with Inês', 'codicon-edit'],
				['The Kotlin house rules', 'codicon-edit'],
				["Sunniva's first pager week", 'codicon-edit'],
				["A glossary for the actuaries' code", 'codicon-edit'],
			],
		);
		const [first] = await stories();
		expect(first?.description).to.equal('4 · 2:20 · ready');
		expect(first?.spoken).to.equal(
			'Amara and the theatre scheduler, ready, scope teams, strength 4 of 5, 2 min 20 s to tell, no problems, 2024-08, tell first.',
		);
		await workbench.screenshot('tree-expanded');
		// What rests on a story sees how it is told, and what is wrong with it.
		await workbench.hoverOver(workbench.treeRow(tree, /^Thirty days/), 'To solve:');
		await workbench.screenshot('tree-story-hover');
		await workbench.restPointer();

		await pressUntil(workbench, 'ArrowDown', /^Amara/);
		await workbench.press('Enter');
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor();
		await caretIsAt(workbench, 'stories/amara-and-the-theatre-scheduler.md', '# Amara and the theatre scheduler');
	});

	it('tells what was read so far, under a bar of progress, where there is much to read', async () => {
		const stories = 600;
		const story = `---\ncompetencies: [influence]\nstatus: ready\n---\n\n# Story\n\n## Situation\n\n${'- I was there, *as ever*.\n'.repeat(60)}`;
		// The reading of these is ended after a second each, so that all of it takes long on a quick machine too.
		const intricate = `---\ncompetencies: []\n---\n\n# Note\n\n## Situation\n\n${'*a_'.repeat(9000)}\n\n<!-- mine -->\n`;
		const files = [...Array.from({ length: stories }, () => story), intricate, intricate];
		const workbench = await shared.open({
			fresh: 'These files are read while it opens',
			fill: async (folder) =>
				void (await Promise.all(
					files.map((content, number) => fs.writeFile(path.join(folder, `${number}.md`), content)),
				)),
		});
		const counted = await watchCounts(workbench);
		await workbench.showContainer('STAR Stories');
		await rowsBecome(
			workbench,
			(rows) => rows.some(({ description }) => description.startsWith(`${stories} ready`)),
			testLimitMilliseconds / 2,
		);
		expect(new Set(await counted()).size).to.be.greaterThan(2);
		expect(await counted(), 'numbers under the bar').to.include(stories);
		await workbench.viewProgress.waitFor({ state: 'hidden' });
	});

	it('opens each story at its own heading, and follows what is written there', async () => {
		const workbench = await shared.open();
		await showSampleCompetencies(workbench);
		await unfold(workbench, /^Mentorship/);
		await workbench.treeRow(tree, /^Incident reviews/).click();
		await workbench.tab('bank.md').waitFor();
		await caretIsAt(workbench, 'stories/bank.md', '## Incident reviews');
		await workbench.screenshot('tree-bank-story');
		// Folded again, so that all rows are on the screen.
		await workbench.treeRow(tree, /^Mentorship/).click();
		await unfold(workbench, /^Technical Initiative/);
		await workbench.treeRow(tree, /^The map tiles/).click();
		await caretIsAt(workbench, 'stories/bank.md', '## The map tiles');
		await workbench.treeRow(tree, /^Technical Initiative/).click();

		await unfold(workbench, /^Untagged/);
		await workbench.treeRow(tree, /^Tomasz/).waitFor();
		const lost = under('Untagged', await competencies(workbench));
		expect(lost.map(({ label }) => label)).to.have.members([
			'What "delivered" means',
			'Federation or one graph',
			'Tomasz reads the query plan',
		]);
		expect(lost.find(({ label }) => label.startsWith('What'))?.description).to.match(/^“Cross-team Alignmnet” · /);
		await unfold(workbench, /^Cross-Team/);
		await workbench.treeRow(tree, /^Sunsetting/).waitFor();
		const [retired] = under('Alignment', await competencies(workbench));
		expect(retired).to.include({ label: 'Sunsetting the SOAP gateway', icon: 'codicon-archive' });
		const usual = await colourOf(workbench, /^Tomasz/);
		await eventually(
			() => colourOf(workbench, /^Sunsetting/),
			(colour) => colour !== usual,
		);
		await workbench.screenshot('tree-untagged');

		// The misspelt tag put right, the gap closes, and the rest stays as it was unfolded.
		await workbench.treeRow(tree, /^What "delivered"/).click();
		await workbench.editor.waitForFile('what-delivered-means.md');
		await workbench.press('Control+1');
		await workbench.editor.waitForFocus('what-delivered-means.md');
		const line = await lineInSampleBank('later/what-delivered-means.md', 'Alignmnet');
		await workbench.editor.goTo({ line, column: 10 });
		await workbench.editor.openQuickFixes();
		await workbench.editor.takeQuickFix();
		const titles = (group: string, rows: readonly TreeRow[]) => under(group, rows).map(({ label }) => label);
		await eventuallyEquals(async () => {
			const rows = await competencies(workbench);
			const competency = rows.find(({ label }) => label === 'Alignment');
			const untaggedStories = titles('Untagged', rows).length;
			return [competency?.description, competency?.icon, titles('Alignment', rows), untaggedStories];
		}, ['1 ready, 1–2 wanted', 'codicon-pass', ['What "delivered" means', 'Sunsetting the SOAP gateway'], 2]);
		await workbench.screenshot('tree-gap-closed');
	});

	it('is grouped, filtered and seen through a framework, remembers it, goes back with one click, and fits a narrow side bar', async () => {
		const workbench = await shared.open({ settings: { 'starStories.frameworks': ['staff', 'amazon-lp'] } });
		await showCompetencies(workbench);
		// Several frameworks stand over their competencies, unfolded.
		const grouped = await rowsBecome(workbench, (rows) => rows.length > 20 && isSampleCounted(rows));
		expect(grouped[0]).to.include({ label: 'Staff Engineer', level: 1, expanded: true });
		expect(grouped[1]).to.include({ label: 'Initiative', level: 2 });
		await workbench.screenshot('tree-frameworks');
		await workbench.runCommand('STAR Stories: View Through Framework…');
		await workbench.screenshot('tree-lens-pick');
		await workbench.quickInput.pick('Staff Engineer');
		await rowsBecome(workbench, (rows) => rows.length === 6);
		await workbench.runCommand('STAR Stories: Group Stories By…');
		await workbench.quickInput.pick('Status');
		await rowsBecome(
			workbench,
			(rows) => rows[0]?.label === 'Ready' && rows[1]?.label === 'Draft' && rows[2]?.label === 'Retired',
		);
		await unfold(workbench, /^Ready/);
		await workbench.treeRow(tree, /^Amara/).waitFor();

		// The tree follows while one types; Down and Space tick what is to show; Escape would bring back what was.
		await workbench.runCommand('STAR Stories: Filter Stories…');
		await workbench.quickInput.input.waitFor();
		await workbench.type('kubern');
		await message(workbench, /^By Status · Staff Engineer · “kubern”: \d of \d+ stories$/);
		await workbench.press('Escape');
		await message(workbench, /^By Status · Staff Engineer$/);
		// As it was unfolded before.
		await rowsBecome(workbench, (rows) => rows[0]?.expanded === true && rows[1]?.level === 2);
		await workbench.runCommand('STAR Stories: Filter Stories…');
		await workbench.quickInput.input.waitFor();
		await workbench.type('mentor');
		await workbench.press('ArrowDown');
		await workbench.press('ArrowDown');
		await workbench.quickInput.focusedRow.getByText('Ready', { exact: true }).waitFor();
		await workbench.press('Space');
		await message(workbench, /^By Status · Staff Engineer · “mentor” · Ready: 1 of \d+ stories$/);
		await workbench.screenshot('tree-filter-pick');
		await workbench.press('Enter');
		await workbench.quickInput.input.waitFor({ state: 'hidden' });
		await message(workbench, /^By Status · Staff Engineer · “mentor” · Ready: 1 of \d+ stories$/);
		await eventuallyEquals(
			async () => (await competencies(workbench)).map(({ label }) => label),
			['Ready', 'Amara and the theatre scheduler'],
		);
		await workbench.screenshot('tree-filtered');

		await workbench.page.reload();
		await workbench.waitUntilReady();
		await showCompetencies(workbench);
		await message(workbench, /^By Status · Staff Engineer · “mentor” · Ready: 1 of \d+ stories$/);
		await workbench.page.locator('.part.sidebar').getByRole('button', { name: 'Reset Competencies View' }).click();
		await rowsBecome(workbench, (rows) => rows.length > 20 && isSampleCounted(rows));
		await workbench.treeMessage.waitFor({ state: 'hidden' });

		// It fits a narrow side bar: its title, and in 300 pixels the names of competencies and how many stories are ready.
		await unfold(workbench, /^Technical Initiative/);
		await workbench.treeRow(tree, /^Retiring/).waitFor();
		const usualWidth = (await workbench.page.locator('.part.sidebar').boundingBox())?.width ?? 0;
		for (const width of [300, 220]) {
			await resizeSideBar(workbench, width);
			// Names of other frameworks are as long as these companies made them.
			const isCounted = (row: string) => width >= 300 || shortNames.test(row);
			await eventuallyEquals(async () => (await cutRows(workbench)).filter(isCounted), []);
			await eventuallyEquals(() => isWhole(workbench, '.part.sidebar .composite.title h2'), true);
			for (const theme of themes) {
				await workbench.chooseTheme(theme);
				await workbench.screenshot(`tree-${width}-${theme.toLowerCase().replaceAll(' ', '-')}`);
			}
		}
		await resizeSideBar(workbench, usualWidth);
	});

	it('stays as it was unfolded, chosen and scrolled while hundreds of files change and one is renamed, and follows', async () => {
		const workbench = await shared.open({
			settings: { 'starStories.frameworks': ['staff'], 'starStories.tree.autoReveal': false },
			viewport: { width: 1280, height: 500 },
		});
		await showSampleCompetencies(workbench);
		await unfold(workbench, /^Mentorship/);
		await workbench.treeRow(tree, /^Debugging Fridays/).click();
		await workbench.editor.waitForFile('debugging-fridays.md');
		// The top level itself changes.
		await fs.rm(path.join(workbench.folder ?? '', 'later/the-address-format-truce.md'));
		const left = await rowsBecome(workbench, (now) => now.every(({ label }) => label !== 'Candidates'));
		expect(left.filter(({ expanded }) => expanded).map(({ label }) => label)).to.deep.equal(['Mentorship']);
		await eventuallyEquals(
			() => workbench.treeRow(tree, /^Debugging Fridays/).getAttribute('aria-selected'),
			'true',
		);

		await workbench.runCommand('File: Reveal Active File in Explorer View');
		await workbench.page
			.locator('.explorer-folders-view .monaco-list-row.selected')
			.getByText('debugging-fridays.md')
			.waitFor();
		// The row is chosen a little before it has the focus.
		const name = workbench.page.locator('.explorer-item-edited input');
		await eventually(
			async () => {
				await workbench.press('F2');
				return appears(name, 2000);
			},
			(isThere) => isThere,
		);
		await name.fill('fridays.md');
		await workbench.press('Enter');
		await workbench.tab(/^fridays\.md/).waitFor();
		await workbench.showContainer('STAR Stories');
		await workbench.page
			.locator('.monaco-list-row.selected')
			.and(workbench.treeRow(tree, /^Debugging Fridays/))
			.waitFor();

		await unfold(workbench, /^Technical Initiative/);
		await workbench.treeRow(tree, /^Retiring/).waitFor();
		const chosen = under('Initiative', await competencies(workbench))[4]?.label ?? '';
		const chosenRow = workbench.treeRows(tree).filter({ hasText: chosen });
		await chosenRow.click();
		const scrolled = workbench.page.getByRole('tree', { name: tree }).locator('.monaco-list-rows');
		await chosenRow.hover();
		await workbench.page.mouse.wheel(0, 22);
		await workbench.restPointer();
		const scroll = await eventually(
			() => scrolled.evaluate((rows) => rows.style.top),
			(top) => top !== '0px',
		);
		const before = { scroll, rows: await competencies(workbench) };

		const folder = path.join(workbench.folder ?? '', 'checked-out');
		await fs.mkdir(folder);
		const written = Array.from({ length: 300 }, async (_, number) =>
			fs.writeFile(
				path.join(folder, `${number}.md`),
				`---\ncompetencies: [influence]\nstatus: ready\n---\n\n# Story ${number}\n\n## Situation\n\nI was.\n`,
			),
		);
		await Promise.all(written);
		const after = await rowsBecome(workbench, (rows) =>
			rows.some(({ description }) => description === '302 ready, 1–2 wanted'),
		);
		expect(after.filter(({ level }) => level === 2)).to.deep.equal(before.rows.filter(({ level }) => level === 2));
		expect(await scrolled.evaluate((rows) => rows.style.top)).to.equal(before.scroll);
		await eventuallyEquals(() => chosenRow.getAttribute('aria-selected'), 'true');
		await workbench.screenshot('tree-after-checkout');
	});
});

/** What the tree calls the competencies of the framework that is on by default. */
const shortNames = /^(?:Initiative|Influence|Mentorship|Alignment):/u;

const themes = ['Light Modern', 'Dark Modern', 'Dark High Contrast'];

/** Drags the edge of the side bar until it has a width, in CSS pixels. */
async function resizeSideBar(workbench: WorkbenchPage, width: number): Promise<void> {
	const { page } = workbench;
	const sideBar = page.locator('.part.sidebar');
	await eventually(
		async () => {
			const box = await sideBar.boundingBox();
			if (!box || Math.abs(box.width - width) <= 2) return true;
			const edge = box.x + box.width;
			const height = box.y + box.height / 2;
			await page.mouse.move(edge, height);
			await page.mouse.down();
			await page.mouse.move(edge + width - box.width, height, { steps: 4 });
			await page.mouse.up();
			return false;
		},
		(isWide) => isWide,
	);
	await workbench.restPointer();
}

/** Whether the text of an element is all in sight. */
async function isWhole(workbench: WorkbenchPage, selector: string): Promise<boolean> {
	return workbench.page
		.locator(selector)
		.first()
		.evaluate((element) => element.scrollWidth <= element.clientWidth);
}

/** The competencies of which the name is cut off, or the number of ready stories. */
async function cutRows(workbench: WorkbenchPage): Promise<string[]> {
	return workbench.treeRows(tree).evaluateAll((rows) =>
		rows.flatMap((row) => {
			const name = row.querySelector('.label-name');
			const words = row.querySelector('.label-description')?.firstChild;
			const ready = /^\d+ ready/u.exec(words?.textContent ?? '');
			if (!name || !words || !ready) return [];
			const range = document.createRange();
			range.setStart(words, 0);
			range.setEnd(words, ready[0].length);
			const edge = row.getBoundingClientRect().right;
			const reaches = Math.max(name.getBoundingClientRect().right, range.getBoundingClientRect().right);
			return reaches <= edge ? [] : [`${name.textContent}: ${reaches} beyond ${edge}`];
		}),
	);
}

async function colourOf(workbench: WorkbenchPage, row: RegExp): Promise<string> {
	return workbench
		.treeRow(tree, row)
		.locator('.label-name')
		.evaluate((label) => getComputedStyle(label).color);
}

/** The rows one level below the row with the label. */
function under(label: string, rows: readonly TreeRow[]): TreeRow[] {
	const start = rows.findIndex((row) => row.label === label) + 1;
	const end = rows.findIndex((row, index) => index >= start && row.level === 1);
	return rows.slice(start, end < 0 ? rows.length : end);
}

/** Whether every story of the sample bank is counted under the first of several frameworks. */
function isSampleCounted(rows: readonly TreeRow[]): boolean {
	const [framework, ...others] = rows;
	return (
		framework?.label === 'Staff Engineer' &&
		others.slice(0, 4).every((row, at) => row.description.startsWith(sampleCoverage[at] ?? ''))
	);
}

/** Waits until the rows are as wanted. */
async function rowsBecome(
	workbench: WorkbenchPage,
	wanted: (rows: readonly TreeRow[]) => boolean,
	limitMilliseconds?: number,
): Promise<TreeRow[]> {
	return eventually(() => competencies(workbench), wanted, limitMilliseconds);
}

/**
 * Has the page note how many stories of influence are ready whenever that is seen under the bar of progress, however
 * briefly: 0 while there are no rows.
 *
 * @returns reads what it has noted
 */
async function watchCounts({ page }: WorkbenchPage): Promise<() => Promise<readonly number[]>> {
	await page.evaluate(() => {
		const counts: number[] = [];
		Reflect.set(globalThis, 'countsUnderBar', counts);
		new MutationObserver(() => {
			const sideBar = document.querySelector('.part.sidebar');
			const row = sideBar?.querySelector('.monaco-list-row[aria-label^="Technical Influence"]');
			const shown = row?.querySelector('.label-description')?.textContent ?? '0';
			if (sideBar?.querySelector('.monaco-progress-container.active')) counts.push(Number.parseInt(shown, 10));
		}).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
	});
	return () => page.evaluate(() => Reflect.get(globalThis, 'countsUnderBar') as number[]);
}

/** Waits until the view says over its rows what they are. */
async function message(workbench: WorkbenchPage, text: RegExp): Promise<void> {
	await eventually(
		async () => ((await workbench.treeMessage.isVisible()) ? workbench.treeMessage.innerText() : ''),
		(shown) => text.test(shown),
	);
}

/** Walks with a key until the row that has the focus says what is wanted. */
async function pressUntil(workbench: WorkbenchPage, key: string, spoken: RegExp): Promise<void> {
	const focused = workbench.page.getByRole('tree', { name: tree }).locator('.monaco-list-row.focused');
	const steps: string[] = [];
	for (let step = 0; step < 10; step++) {
		const now = (await focused.count()) > 0 ? ((await focused.getAttribute('aria-label')) ?? '') : '';
		if (spoken.test(now)) {
			return;
		}
		steps.push(now);
		await workbench.press(key);
	}
	throw new Error(`${key} never leads to ${spoken.source}, only to ${steps.join('; ')}`);
}

async function caretIsAt(workbench: WorkbenchPage, file: string, heading: string): Promise<void> {
	const line = await lineInSampleBank(file, heading);
	await eventually(
		() => workbench.editor.caret(),
		(caret) => caret?.line === line,
	);
}
