import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { bankOf } from './bankOf.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { type MatrixPage, showMatrix } from './matrixPage.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** Positions of columns, after the headers of the rows. */
const alignment = 3;
const strength = 4;

describe('the matrix', () => {
	const shared = workbenchForFile();

	it('is a grid in which stories are tagged, rated, undone and opened with the keyboard alone', async () => {
		const workbench = await shared.open();
		const matrix = await showMatrix(workbench);
		await matrix.columnHeader(/^Cross-Team Alignment: 0 ready, 1–2 wanted, gap\. No story yet\./u).waitFor();
		await hasSampleStories(matrix);
		const title = 'Retiring the nightly reindex';
		const file = path.join(workbench.folder ?? '', 'stories/retiring-the-nightly-reindex.md');
		const before = await fs.readFile(file, 'utf8');

		// The first header has the focus. From there to the cell where the gap meets the story, by the arrows.
		await eventually(
			() => matrix.focused(),
			(words) => words === 'Story',
		);
		await workbench.press('ArrowDown');
		await workbench.press('ArrowDown');
		for (let step = 0; step <= alignment; step++) await workbench.press('ArrowRight');
		await eventually(
			() => matrix.focused(),
			(words) => words === 'not tagged',
		);
		expect(await matrix.cell(title, alignment).getAttribute('title')).to.equal('Tag with Cross-Team Alignment');
		await workbench.press('Space');
		await matrix.columnHeader(/^Cross-Team Alignment: 1 ready, 1–2 wanted, covered/u).waitFor();
		const isWhole = (text: string) => text.endsWith(before.slice(-40));
		const tagged = await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text !== before && isWhole(text),
		);
		expect(tagged.split('\n').filter((line) => !before.includes(line))).to.have.length(1);
		await eventually(
			() => matrix.focused(),
			(words) => words === 'secondary, strength 5',
		);

		// What was done is said, and undone where one is, by a key or by a click: no editor opens over it.
		await matrix.page.getByRole('status').getByText(`Tagged “${title}” with Cross-Team Alignment`).waitFor();
		await workbench.screenshot('matrix-tagged');
		const isUndone = async () => {
			await eventually(
				() => fs.readFile(file, 'utf8'),
				(text) => text === before,
			);
			await matrix.columnHeader(/^Cross-Team Alignment: 0 ready, 1–2 wanted, gap/u).waitFor();
			await matrix.page.getByRole('status').getByText('Undone').waitFor();
			await eventually(
				() => matrix.focused(),
				(words) => words === 'not tagged',
			);
			expect(await workbench.tab('retiring-the-nightly-reindex.md').count()).to.equal(0);
		};
		await workbench.press('Control+z');
		await isUndone();
		await workbench.press('Space');
		await matrix.page.getByRole('button', { name: 'Undo' }).click();
		await isUndone();

		await matrix.cell(title, strength).focus();
		await workbench.press('2');
		await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text.includes('strength: 2'),
		);
		await matrix.row(title).getByRole('gridcell', { name: 'strength 2 of 5' }).waitFor();
		await eventually(
			() => matrix.focused(),
			(words) => words === 'strength 2 of 5',
		);

		await workbench.press('Home');
		await workbench.press('Enter');
		await eventually(
			() => workbench.visibleText(),
			(text) => text.includes('# Retiring the nightly reindex'),
		);

		// And back again, to the row of the story.
		await workbench.page.locator('.codelens-decoration a', { hasText: 'Matrix' }).click();
		await eventually(
			() => matrix.focused(),
			(words) => words === `${title}, ready`,
		);

		// In a window of its own it goes on as it was, and follows.
		await matrix.page.getByRole('searchbox', { name: 'Filter stories' }).fill('reindex');
		await matrix.page.getByRole('status').getByText('1 of 23 stories').waitFor();
		const [window] = await Promise.all([
			workbench.page.context().waitForEvent('page'),
			workbench.runCommand('View: Move Editor into New Window'),
		]);
		const moved = window.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		await moved.getByRole('status').getByText('1 of 23 stories').waitFor();
		await fs.writeFile(file, before.replace(/^strength: .*$/mu, 'strength: 3'));
		await moved.getByRole('gridcell', { name: 'strength 3 of 5' }).waitFor();
		await moved.getByRole('gridcell', { name: 'strength 3 of 5' }).press('4');
		await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text.includes('strength: 4'),
		);
		await moved.getByRole('searchbox', { name: 'Filter stories' }).fill('');
		await moved.getByRole('status').getByText('23 stories').waitFor();
	});

	it('has a card for each competency, its questions and its progress, in every theme and without a fault that axe finds', async () => {
		const workbench = await shared.open();
		const matrix = await showMatrix(workbench);
		await matrix
			.columnHeader(/^Mentorship & Knowledge Sharing: /u)
			.getByText('Mentorship', { exact: true })
			.waitFor();
		await hasSampleStories(matrix);
		await matrix.columnHeader(/^Technical Influence/u).click();
		await matrix.page.getByRole('heading', { name: 'Technical Influence', exact: true }).waitFor();
		await matrix.page.getByText('primary · ready · scope org · strength 5 · 2023-05').waitFor();
		await fs.writeFile(
			path.join(workbench.folder ?? '', 'stories/opportunities.md'),
			'# Opportunities\n\n- [ ] Chair the review of the search design (by 2026-12, with Priya) — Technical Influence\n',
		);
		await matrix.page.getByRole('button', { name: 'Chair the review of the search design' }).waitFor();
		await matrix.page.getByText('by 2026-12 · with Priya').waitFor();
		await eventually(
			() => matrix.moving(),
			(count) => count > 0,
		);
		await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
		await eventuallyEquals(() => matrix.moving(), 0);
		await workbench.page.emulateMedia({ reducedMotion: 'no-preference' });
		await matrix.inEveryTheme(async (theme) => {
			expect(await matrix.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`matrix-${theme}`);
		});
		await matrix.page.getByRole('heading', { name: 'Technical Influence' }).focus();
		await workbench.press('Escape');
		await eventually(
			() => matrix.focused(),
			(words) => words.startsWith('Technical Influence'),
		);

		await matrix.page.getByRole('button', { name: 'Swap rows and columns' }).click();
		await matrix.grid.getByRole('rowheader', { name: /^Cross-Team Alignment/u }).waitFor();
		await matrix.grid.getByRole('columnheader', { name: 'Competency', exact: true }).waitFor();
		expect(await matrix.violations()).to.deep.equal([]);
		await workbench.screenshot('matrix-transposed');

		await matrix.tab('Questions').click();
		const row = matrix.page.getByRole('row', { name: /^Tell me about a technical improvement you drove/u });
		await row.getByText('not chosen yet, some could').waitFor();
		await row.getByRole('button', { name: 'Giving every bike a way back answers this question' }).click();
		await row.getByText('strong answer').waitFor();
		await eventually(
			() => fs.readFile(path.join(workbench.folder ?? '', 'stories/giving-every-bike-a-way-back.md'), 'utf8'),
			(text) => /^questions: \[/mu.test(text),
		);
		expect(await matrix.violations()).to.deep.equal([]);
		await workbench.screenshot('matrix-questions');

		await matrix.tab('Progress').click();
		await matrix.page.getByRole('img', { name: /^Stories over time: 11 of 2\d by the end of 20/u }).waitFor();
		await matrix.page.getByText('The same as a table').click();
		expect(await matrix.violations()).to.deep.equal([]);
		expect(await matrix.page.locator('.chart-text').evaluateAll(cutLabels)).to.deep.equal([]);
		const latest = await matrix.page.getByRole('rowheader').last().innerText();
		expect(await matrix.page.locator('.chart-text').allTextContents()).to.include(latest.trim());
		await workbench.screenshot('matrix-progress');

		await matrix.tab('Matrix').click();
		// What 200% zoom leaves of the window.
		await workbench.page.setViewportSize({ width: 640, height: 400 });
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
		await matrix.grid.waitFor();
		await workbench.screenshot('matrix-200-percent');
		await matrix.fitsItsWidth();
		await matrix.page.getByRole('button', { name: 'Swap rows and columns' }).click();
		await matrix.grid.getByRole('columnheader', { name: 'Story', exact: true }).waitFor();
	});

	it('shows the library as a portfolio, in every theme, and retires what is not needed', async () => {
		const workbench = await shared.open({ fill: crowdedBank });
		const matrix = await showMatrix(workbench);
		// As stories say how far they reached, there is something to filter by.
		const scope = matrix.page.getByLabel('Scope', { exact: true });
		await scope.selectOption('teams');
		await eventually(
			() => matrix.titles(),
			(titles) => titles.length === 8 && titles.every((title) => /[02468]|x{9}/u.test(title)),
		);
		await scope.selectOption({ label: 'Any scope' });
		await eventually(
			() => matrix.titles(),
			(titles) => titles.length > 8,
		);
		await matrix.tab('Matrix').focus();
		await workbench.press('ArrowRight');
		await workbench.press('ArrowRight');
		await eventually(
			() => matrix.focused(),
			(words) => words === 'Portfolio',
		);
		const status = matrix.page.getByRole('status');
		await status.getByText('15 ready to tell; 8 to 12 are enough. These could retire:').waitFor();
		await matrix.page.getByText('60 % from Atlas, 9 stories: what did you do elsewhere?').waitFor();
		await matrix.page.getByText(/^No conflict story: .*Which one could you tell\?$/u).waitFor();
		await matrix.page.getByRole('button', { name: 'The cache I got wrong' }).first().waitFor();
		const company = matrix.page.getByRole('table', { name: 'Company' });
		await company.getByRole('row', { name: /^Acme 8 ready 8 53 %$/u }).waitFor();
		await company.getByRole('row', { name: /^not said 5 ready 5 33 %$/u }).waitFor();
		await matrix.inEveryTheme(async (theme) => {
			expect(await matrix.violations(), theme).to.deep.equal([]);
			await workbench.screenshot(`matrix-portfolio-${theme}`);
		});
		await eventually(
			() =>
				matrix.page.locator('.portfolio').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
			(pixels) => pixels === 0,
		);

		await matrix.page.getByRole('button', { name: 'Retire Story 5', exact: true }).press('Enter');
		await status.getByText('14 ready to tell; 8 to 12 are enough. These could retire:').waitFor();
		await status.getByText('Retired “Story 5”').waitFor();
		const file = path.join(workbench.folder ?? '', 'stories/story-5.md');
		await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text.includes('status: retired'),
		);
		await matrix.page.getByRole('button', { name: 'Undo' }).click();
		await status.getByText('15 ready to tell').waitFor();
		await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text.includes('status: ready'),
		);
		await matrix.page.getByRole('button', { name: 'Story 5', exact: true }).click();
		await workbench.tab('story-5.md').waitFor();
		await matrix.tab('Matrix').click();
		await matrix.grid.waitFor();
	});

	it('scrolls through a thousand stories whose titles are text whatever they say, and is there after a reload', async () => {
		const hostile = ['<img src=x onerror=alert(1)>', '${alert(1)}', `Long ${'x'.repeat(10_000)}`];
		const workbench = await shared.open({
			fill: (folder) =>
				bankOf(folder, [...hostile, ...Array.from({ length: 997 }, (_, index) => `Story ${index}`)]),
			settings: { 'starStories.frameworks': ['staff', 'amazon-lp'] },
		});
		const alerts: string[] = [];
		workbench.page.on('dialog', (dialog) => {
			alerts.push(dialog.message());
			void dialog.dismiss();
		});
		const matrix = await showMatrix(workbench);
		await matrix.page.getByRole('status').getByText('1000 stories').waitFor();
		const opened = await timeToOpen(workbench, matrix);
		const { mean, slowest, drawn } = await scrollThrough(matrix);
		process.stdout.write(
			`      1,000 stories × 20 competencies: shown again in ${opened} ms; ${mean.toFixed(0)} frames a second while scrolling, 95% of frames within ${slowest.toFixed(0)} ms, at most ${drawn} rows drawn\n`,
		);
		expect(drawn).to.be.lessThan(80);

		const filter = matrix.page.getByRole('searchbox', { name: 'Filter stories' });
		await filter.fill('<img');
		await matrix.page.getByRole('status').getByText('1 of 1000 stories').waitFor();
		await eventuallyEquals(() => matrix.titles(), [hostile[0] ?? '']);
		await workbench.screenshot('matrix-hostile');
		await filter.fill('alert');
		await matrix.page.getByRole('status').getByText('2 of 1000 stories').waitFor();
		await filter.fill('long');
		await matrix.page.getByRole('status').getByText('1 of 1000 stories').waitFor();
		const [long = ''] = await eventually(
			() => matrix.titles(),
			(titles) => titles.length === 1,
		);
		expect(long).to.have.lengthOf.below(300);
		expect(alerts).to.deep.equal([]);

		await Promise.all([workbench.page.waitForEvent('load'), workbench.runCommand('Developer: Reload Window')]);
		await workbench.waitUntilReady();
		await matrix.page.getByRole('status').getByText('1 of 1000 stories').waitFor();
		expect(
			await workbench.page.locator('.tabs-container').getByRole('tab', { name: 'STAR Stories Matrix' }).count(),
		).to.equal(1);
		await filter.fill('');
		await matrix.page.getByRole('status').getByText('1000 stories').waitFor();
	});

	it('follows what happens to the files, from no story on, and tells of a framework file that is broken', async () => {
		const workbench = await shared.open({
			fill: (each) => bankOf(each, ['One that goes']),
		});
		const folder = workbench.folder ?? '';
		const matrix = await showMatrix(workbench);
		await fs.rm(path.join(folder, 'stories'), { recursive: true });
		await matrix.page.getByRole('button', { name: 'New Story…' }).waitFor();
		expect(await matrix.violations()).to.deep.equal([]);
		await workbench.screenshot('matrix-empty');

		await bankOf(folder, ['The first one']);
		await matrix.page.getByRole('rowheader', { name: /^The first one/u }).waitFor();
		await matrix.page.getByRole('status').getByText('1 story').waitFor();
		await workbench.screenshot('matrix-one-story');

		await fs.writeFile(path.join(folder, 'star-framework.yaml'), 'extends: [staff\n');
		await matrix.page.getByRole('alert').getByText('star-framework.yaml has errors').waitFor();
		await workbench.screenshot('matrix-broken-framework');
		await matrix.page.getByRole('button', { name: 'Open it' }).click();
		await workbench.tab('star-framework.yaml').waitFor();
	});

	it('counts stories from their first commit, and is saved as a page, and copied, as it is filtered', async () => {
		const workbench = await shared.open({ fill: committedBank });
		const matrix = await showMatrix(workbench);
		await hasSampleStories(matrix);
		await matrix.tab('Progress').click();
		await matrix.page
			.getByRole('combobox', { name: 'Stories count from' })
			.selectOption('By when it was first committed');
		await matrix.page.getByRole('img', { name: /^Stories over time: 11 of 2\d by the end of 2021-05$/u }).waitFor();
		await matrix.tab('Matrix').click();
		await matrix.page.getByRole('searchbox', { name: 'Filter stories' }).fill('reindex');
		await matrix.page.getByRole('status').getByText('1 of 23 stories').waitFor();
		await matrix.page.getByRole('button', { name: 'Export Matrix…' }).click();
		await workbench.quickInput.pick('Web Page');
		await workbench.quickInput.accept('Save Matrix');
		const html = await eventually(
			() => fs.readFile(path.join(workbench.folder ?? '', 'star-stories-matrix.html'), 'utf8').catch(() => ''),
			(text) => text.includes('</html>'),
		);
		expect(html.match(/<tr class/gu)).to.have.length(1);
		expect(html).to.contain('Retiring the nightly reindex').and.not.contain('<script');
		await matrix.page.getByRole('button', { name: 'Export Matrix…' }).click();
		await workbench.quickInput.pick('Copy as Markdown Table');
		await workbench.page.locator('.part.statusbar').getByText('The matrix is in the clipboard').waitFor();
		const copied = await workbench.clipboardText();
		expect(copied.split('\n').filter((line) => line.startsWith('| Retiring the nightly reindex |'))).to.have.length(
			1,
		);
		const print = await workbench.page.context().newPage();
		await print.setContent(html);
		await print.screenshot({
			path: path.join(path.dirname(await workbench.screenshot('matrix-saved')), 'matrix-html.png'),
		});
		await workbench.page.bringToFront();
		await matrix.page.getByRole('searchbox', { name: 'Filter stories' }).fill('');
		await hasSampleStories(matrix);
		await matrix.tab('Progress').click();
		await matrix.page.getByRole('combobox', { name: 'Stories count from' }).selectOption('By when it happened');
		await matrix.tab('Matrix').click();
		await matrix.grid.waitFor();
	});
});

/** Waits until every story of the sample bank has its row: rows move while more come. */
async function hasSampleStories(matrix: MatrixPage): Promise<void> {
	await matrix.page
		.getByRole('status')
		.getByText(/^23 stories/u)
		.waitFor();
}

/** Fifteen ready stories, most of them from one project, with a company and a title that are long. */
async function crowdedBank(folder: string): Promise<void> {
	const stories = path.join(folder, 'stories');
	await fs.mkdir(stories, { recursive: true });
	const long = `The ${'very '.repeat(30)}long name of a company`;
	for (let index = 0; index < 15; index++) {
		const lines = [
			'---',
			`title: ${index === 3 ? 'The cache I got wrong' : index === 4 ? `Story ${'x'.repeat(300)}` : `Story ${index}`}`,
			`competencies: [${['mentorship', 'technical-initiative', 'technical-influence'][index % 3]}]`,
			'status: ready',
			`strength: ${(index % 5) + 1}`,
			`date: ${2019 + (index % 7)}-03`,
			...(index < 8 ? ['company: Acme'] : index < 10 ? [`company: ${long}`] : []),
			...(index < 9 ? ['project: Atlas'] : []),
			...(index % 2 === 0 ? ['scope: teams', 'archetype: [solver, architect]'] : ['scope: team']),
			'---',
			'',
			'## Situation\n\nBuilds took 40 minutes.\n\n## Task\n\nI wanted 10.\n\n## Action\n\nI split them.\n\n## Result\n\nThey took 9 minutes.\n',
		];
		await fs.writeFile(path.join(stories, `story-${index}.md`), lines.join('\n'));
	}
}

/** The names in a chart that its edges cut off. */
function cutLabels(labels: readonly Element[]): string[] {
	return labels.flatMap((label) => {
		const chart = label.closest('svg')?.getBoundingClientRect();
		const { left, right } = label.getBoundingClientRect();
		return chart && left >= chart.left && right <= chart.right ? [] : [label.textContent ?? ''];
	});
}

/** The sample bank with a history in git that is older than any of its files. */
async function committedBank(folder: string): Promise<void> {
	await copySampleBank(folder);
	const date = '2021-05-04T12:00:00Z';
	const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
	const git = (...args: readonly string[]) =>
		promisify(execFile)('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
			cwd: folder,
			env,
		});
	await git('init', '--quiet');
	await git('add', '.');
	await git('commit', '--quiet', '--message', 'Stories');
}

/** Closes the matrix and measures until it shows its stories again, in milliseconds. */
async function timeToOpen(workbench: WorkbenchPage, matrix: MatrixPage): Promise<number> {
	await workbench.runCommand('View: Close Editor');
	await matrix.grid.waitFor({ state: 'detached' });
	const start = performance.now();
	await showMatrix(workbench);
	await matrix.row('Story 1').first().waitFor();
	return Math.round(performance.now() - start);
}

interface ScrollFigures {
	/** Frames a second. */
	readonly mean: number;
	/** The time within which 95 of 100 frames come, in milliseconds. */
	readonly slowest: number;
	/** The most rows that were there at once. */
	readonly drawn: number;
}

/** Scrolls down for two seconds, by more than a row in each frame, and looks at the frames. */
async function scrollThrough(matrix: MatrixPage): Promise<ScrollFigures> {
	return matrix.grid.evaluate(async (grid) => {
		const times: number[] = [];
		let drawn = 0;
		let last = await new Promise<number>(requestAnimationFrame);
		const end = last + 2000;
		while (last < end) {
			grid.scrollTop += 90;
			if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight) grid.scrollTop = 0;
			const now = await new Promise<number>(requestAnimationFrame);
			times.push(now - last);
			last = now;
			drawn = Math.max(drawn, grid.querySelectorAll('[role=row]').length);
		}
		const sorted = times.toSorted((a, b) => a - b);
		return {
			mean: 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length),
			slowest: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
			drawn,
		};
	});
}
