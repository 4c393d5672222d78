import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** What axe finds wrong with a page as it is, in a line each. */
export async function violationsIn(page: Frame | Page): Promise<readonly string[]> {
	await page.evaluate(await fs.readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
	const found: unknown = await page.evaluate(
		`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary.slice(0, 300))))`,
	);
	return found as readonly string[];
}
