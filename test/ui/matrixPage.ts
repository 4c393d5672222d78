import type { Locator } from 'playwright-core';
import { WebviewPage } from './webviewPage.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** The page of the matrix, in the words of the person in front of it. */
export class MatrixPage extends WebviewPage {
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
		return this.grid
			.locator('.grid-body .grid-row-header')
			.evaluateAll((headers) =>
				headers
					.toSorted((a, b) => Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row')))
					.map((header) => header.textContent ?? ''),
			);
	}
}

/** Opens the matrix from the palette and waits for its grid. */
export async function showMatrix(workbench: WorkbenchPage): Promise<MatrixPage> {
	await workbench.runCommand('STAR Stories: Show Coverage Matrix');
	const matrix = new MatrixPage(workbench);
	await matrix.grid.waitFor();
	return matrix;
}
