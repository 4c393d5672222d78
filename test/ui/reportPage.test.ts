import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { matrixOf } from '../../src/core/library/matrix/matrix.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { initialView } from '../../src/core/library/matrix/view.ts';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import { htmlFormat } from '../../src/core/report/formats/html.ts';
import { matrixFormats } from '../../src/core/report/matrix/formats.ts';
import type { Report } from '../../src/core/report/report.ts';
import { reportFile, reportWith, sampleReportFiles } from '../core/sampleReport.ts';
import { launchBrowser } from '../workbench/launchedBrowser.ts';
import { outFolder } from '../workbench/projectFolders.ts';
import { violationsIn } from './violations.ts';

const screenshots = path.join(outFolder, 'screenshots');

/** A story in which everything is longer than it should be, and nothing can be broken between words. */
const unwieldy = `---\ncompetencies: [mentorship, ${'x'.repeat(200)}]\nstatus: ready\ncompany: ${'Company'.repeat(30)}\nmetrics: [${Array.from({ length: 12 }, (_, index) => `${'number'.repeat(20)}${index}`).join(', ')}]\n---\n\n# ${'Title'.repeat(60)}\n\n## Situation\n\nקרה משהו. <img src=x onerror=alert(1)> ${'situation'.repeat(60)}\n\n## Task\n\n${'task '.repeat(80)}\n\n## Action\n\nI ${'acted'.repeat(80)}.\n\n## Result\n\n${'9'.repeat(300)} hours.\n`;

describe('the report as a page', () => {
	let browser: Browser;

	before(async () => {
		browser = await launchBrowser();
		await fs.mkdir(screenshots, { recursive: true });
	});

	after(() => browser.close());

	async function show(
		report: Report,
		size = { width: 1000, height: 900 },
		colorScheme: 'light' | 'dark' = 'light',
	): Promise<Page> {
		const page = await browser.newPage({ viewport: size, colorScheme });
		page.on('dialog', () => expect.fail('The page ran something'));
		await page.setContent(htmlFormat(report));
		return page;
	}

	/** How far the page, or what is in it, is wider than its window, in pixels. */
	const overflow = (page: Page): Promise<number> =>
		page.evaluate(() => {
			const width = document.documentElement.clientWidth;
			return Math.max(
				document.documentElement.scrollWidth - width,
				...[...document.body.querySelectorAll('*')].map(
					(element) => element.getBoundingClientRect().right - width,
				),
				...[...document.querySelectorAll('article')].map((card) => card.scrollWidth - card.clientWidth),
			);
		});

	const hostile = reportWith({
		files: [...sampleReportFiles, reportFile('stories/unwieldy.md', unwieldy)],
		date: '2026-11-25',
		linkTo: (file, line) => `${encodeURI(file)}#L${line}`,
	});

	it('fits every window, in light and dark, whatever the stories hold', async () => {
		for (const [name, width, scheme] of [
			['wide', 1400, 'light'],
			['dark', 900, 'dark'],
			['narrow', 360, 'light'],
		] as const) {
			const page = await show(hostile, { width, height: 900 }, scheme);
			expect(await overflow(page), name).to.be.lessThanOrEqual(0);
			await page.screenshot({
				path: path.join(screenshots, `report-page-${name}.png`),
				fullPage: name === 'wide',
			});
			await page.close();
		}
	});

	it('is without a fault that axe finds, in light and dark, as is the matrix', async () => {
		const files = [...sampleReportFiles, reportFile('stories/unwieldy.md', unwieldy)];
		const stories = files.flatMap(({ path: file, analysis }) => storiesOf(file, analysis).map(matrixStory));
		const matrix = matrixFormats.html.write(matrixOf(stories, [staff], initialView));
		for (const html of [htmlFormat(hostile), matrix]) {
			for (const colorScheme of ['light', 'dark'] as const) {
				const page = await browser.newPage({ colorScheme });
				await page.setContent(html);
				expect(await violationsIn(page), colorScheme).to.deep.equal([]);
				await page.close();
			}
		}
	});

	it('tells links from text without their colour', async () => {
		const page = await show(hostile);
		const lines = await page
			.locator('a')
			.evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));
		expect([...new Set(lines)]).to.deep.equal(['underline']);
		await page.close();
	});

	it('holds no script, and shows what looks like one as text', async () => {
		const page = await show(hostile);
		expect(await page.locator('script, img, iframe, object, embed, link').count()).to.equal(0);
		expect(
			await page.evaluate(
				() =>
					[...document.querySelectorAll('*')].flatMap(({ attributes }) =>
						[...attributes].filter(({ name }) => name.startsWith('on')),
					).length,
			),
		).to.equal(0);
		expect(await page.locator('article').last().innerText()).to.contain('קרה משהו');
		await page.close();
	});

	it('prints as a handout: cards two to a sheet, none cut in two, nothing wider than the paper', async () => {
		const report = reportWith({ date: '2026-11-25' });
		const page = await show(report);
		await page.emulateMedia({ media: 'print' });
		const cards = await page.locator('article').count();
		expect(cards).to.equal(report.stories.filter(({ status }) => status !== 'retired').length);
		for (const format of ['A4', 'Letter'] as const) {
			const file = path.join(screenshots, `report-${format}.pdf`);
			const whole = await pagesOf(await page.pdf({ format, path: file, preferCSSPageSize: true }));
			await page.evaluate(() => document.querySelector('.cards')?.setAttribute('hidden', ''));
			const before = await pagesOf(await page.pdf({ format, preferCSSPageSize: true }));
			await page.evaluate(() => document.querySelector('.cards')?.removeAttribute('hidden'));
			expect(whole - before, format).to.equal(Math.ceil(cards / 2));
		}
		// The width of A4 without its margins.
		await page.setViewportSize({ width: Math.round(((210 - 28) / 25.4) * 96), height: 900 });
		expect(await overflow(page)).to.be.lessThanOrEqual(0);
		await page.close();
	});
});

/** How many sheets a PDF has, as its page tree says. */
async function pagesOf(pdf: Buffer): Promise<number> {
	return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/gu)].length;
}
