import { createRequire } from 'node:module';
import fs from 'node:fs/promises';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { WorkbenchPage } from './workbenchPage.ts';

/** The page of the matrix, in the words of the person in front of it. */
export class MatrixPage {
	readonly workbench: WorkbenchPage;
	readonly page: FrameLocator;

	constructor(workbench: WorkbenchPage) {
		this.workbench = workbench;
		// Only one webview shows at a time.
		this.page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	get grid(): Locator {
		return this.page.getByRole('grid');
	}

	/** The row of a story. */
	row(title: string): Locator {
		return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) });
	}

	/** The cell in which a story and the column at a position meet; 0 is the first after the headers. */
	cell(title: string, column: number): Locator {
		return this.row(title).locator(`[data-column="${column}"]`);
	}

	columnHeader(name: string | RegExp): Locator {
		return this.grid.getByRole('columnheader', { name });
	}

	tab(name: string): Locator {
		return this.page.getByRole('tab', { name, exact: true });
	}

	/** The titles of the stories on the screen, from the top down. */
	async titles(): Promise<string[]> {
		return this.grid.locator('.grid-body .grid-row-header').evaluateAll((headers) =>
			headers.toSorted((a, b) => Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row'))).map((header) => header.textContent ?? ''),
		);
	}

	/** The document of the page, for what no person does. */
	async frame(): Promise<Frame> {
		const frame = await (await this.page.locator('#page').elementHandle())?.ownerFrame();
		if (!frame) throw new Error('The page is gone');
		return frame;
	}

	/** What axe finds wrong with the page as it is, in a line each. */
	async violations(): Promise<readonly string[]> {
		const frame = await this.frame();
		await frame.evaluate(await fs.readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
		const found: unknown = await frame.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary.slice(0, 300))))`);
		return found as readonly string[];
	}

	/** The accessible name of what has the focus in the page. */
	async focused(): Promise<string> {
		return this.page.locator('body').evaluate(() => {
			const focused = document.activeElement;
			const spoken = [...(focused?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.getAttribute('aria-hidden') === 'true'));
			return focused?.getAttribute('aria-label') ?? spoken.map((node) => node.textContent).join('');
		});
	}
}

/** Opens the matrix from the palette and waits for its grid. */
export async function showMatrix(workbench: WorkbenchPage): Promise<MatrixPage> {
	await workbench.runCommand('STAR Stories: Show Matrix');
	const matrix = new MatrixPage(workbench);
	await matrix.grid.waitFor();
	return matrix;
}
