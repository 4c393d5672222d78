import type { Locator } from 'playwright-core';

/** What a row of a tree shows, and what a screen reader says of it. */
export interface TreeRow {
	readonly level: number;
	readonly label: string;
	readonly description: string;
	/** The icon's codicon, such as `codicon-warning`. */
	readonly icon: string;
	/** Undefined where there is nothing to expand. */
	readonly expanded: boolean | undefined;
	readonly spoken: string;
}

/** Reads rows of a tree as they stand on the screen, from the top down. */
export async function readTreeRows(rows: Locator): Promise<TreeRow[]> {
	return rows.evaluateAll((elements) => {
		// Their order in the page is not the one on the screen.
		const place = (row: Element) => Number(row.getAttribute('data-index'));
		return elements
			.toSorted((a, b) => place(a) - place(b))
			.map((row) => {
				const textOf = (selector: string) => row.querySelector(selector)?.textContent ?? '';
				const icon = row.querySelector('.custom-view-tree-node-item-icon');
				const expanded = row.getAttribute('aria-expanded');
				return {
					level: Number(row.getAttribute('aria-level')),
					label: textOf('.label-name'),
					description: textOf('.label-description'),
					icon: [...(icon?.classList ?? [])].find((name) => name.startsWith('codicon-')) ?? '',
					expanded: expanded === null ? undefined : expanded === 'true',
					spoken: row.getAttribute('aria-label') ?? '',
				};
			});
	});
}
