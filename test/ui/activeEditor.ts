import type { Locator, Page } from 'playwright-core';
import { eventually } from '../host/eventually.ts';
import { appears } from './appears.ts';
import { stepLimitMilliseconds } from '../limits.ts';

/** A place in a text as the status bar counts it: from 1. */
export interface Caret {
	readonly line: number;
	readonly column: number;
}

/** How severe a squiggle under a text is. A hint has none: it has three dots. */
export type SquiggleSeverity = 'error' | 'warning' | 'info' | 'hint';

const group = '.editor-group-container.active';

/** Selects, among elements of editors, that with the text of a file. */
function holding(file: string): string {
	return `[data-uri*="/${encodeURIComponent(file)}"]`;
}

/** The text editor that has the focus, in the words of the person who types in it. */
export class ActiveEditor {
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	/** Where the caret is, by the status bar. */
	async caret(): Promise<Caret | undefined> {
		const shown = await this.#page
			.locator('.part.statusbar')
			.getByText(/^Ln \d+, Col \d+/)
			.allInnerTexts();
		const match = /^Ln (\d+), Col (\d+)/.exec(shown[0] ?? '');
		return match ? { line: Number(match[1]), column: Number(match[2]) } : undefined;
	}

	/** Waits until the text of a file is there: its tab shows before that takes the place of another text. */
	async waitForFile(name: string): Promise<void> {
		await this.#page
			.locator(`${group} .editor-instance .monaco-editor${holding(name)}`)
			.first()
			.waitFor();
	}

	/**
	 * Waits until what is typed goes into the text.
	 *
	 * @param file name of the file whose text it is to be
	 */
	async waitForFocus(file?: string): Promise<void> {
		const shown = file === undefined ? '' : holding(file);
		await this.#page.locator(`${group} .editor-instance .monaco-editor.focused${shown}`).first().waitFor();
	}

	/** Puts the caret somewhere, as Go to Line does. */
	async goTo({ line, column }: Caret): Promise<void> {
		await this.#page.keyboard.press('Control+g');
		const box = this.#page.locator('.quick-input-widget:visible:not([inert]) .quick-input-box input');
		await box.waitFor();
		await box.fill(`:${line}:${column}`);
		await this.#page.keyboard.press('Enter');
		await box.waitFor({ state: 'hidden' });
		await this.waitForFocus();
		await eventually(
			() => this.caret(),
			(caret) => caret?.line === line && caret.column === column,
		);
	}

	/** The squiggles on the screen. */
	squiggles(severity: SquiggleSeverity): Locator {
		return this.#page.locator(`${group} .squiggly-${severity}`);
	}

	/** The texts above the squiggles on the screen, from the top down; a squiggle of two lines gives two texts. */
	async squiggledTexts(severity: SquiggleSeverity): Promise<string[]> {
		return this.#page.evaluate(
			([inGroup, kind]) => {
				const lines = [...document.querySelectorAll(`${inGroup} .editor-instance .view-line`)];
				const marks = [...document.querySelectorAll(`${inGroup} .squiggly-${kind}`)].map((mark) =>
					mark.getBoundingClientRect(),
				);
				marks.sort((a, b) => a.top - b.top || a.left - b.left);
				const isIn = (x: number, y: number, box: DOMRect) =>
					x > box.left && x < box.right && y > box.top && y < box.bottom;
				const textAbove = (mark: DOMRect) => {
					const line = lines.find((element) =>
						isIn(mark.left + 1, (mark.top + mark.bottom) / 2, element.getBoundingClientRect()),
					);
					let text = '';
					const nodes = line && document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
					for (let node = nodes?.nextNode(); node; node = nodes?.nextNode()) {
						for (let offset = 0; offset < (node.textContent ?? '').length; offset++) {
							const range = document.createRange();
							range.setStart(node, offset);
							range.setEnd(node, offset + 1);
							const { left, right } = range.getBoundingClientRect();
							const middle = (left + right) / 2;
							if (middle > mark.left && middle < mark.right) {
								text += range.toString();
							}
						}
					}
					return text.replaceAll('\u00A0', ' ');
				};
				return marks.map(textAbove);
			},
			[group, severity] as const,
		);
	}

	/** What is shown behind the text of lines, and is no part of it. */
	async textsBehindLines(): Promise<string[]> {
		return this.#page.evaluate((inGroup) => {
			const spans = [...document.querySelectorAll(`${inGroup} .editor-instance .view-line span`)];
			const contents = spans.map((span) => getComputedStyle(span, '::after').content);
			return contents.filter((content) => content.startsWith('"')).map((content) => content.slice(1, -1));
		}, group);
	}

	/** What stands over the stories on the screen, such as their spoken time. */
	async lenses(): Promise<string[]> {
		return this.#page.locator(`${group} .codelens-decoration`).allInnerTexts();
	}

	/** Opens the menu of code actions at the caret, again until it has some, and returns their titles. */
	async openQuickFixes(): Promise<string[]> {
		const first = this.#quickFixMenu.locator('.monaco-list-row.action').first();
		const deadline = Date.now() + stepLimitMilliseconds;
		// Longer each time: asking again gives up what VS Code is still collecting.
		for (let patience = 2000; ; patience *= 2) {
			await this.#page.keyboard.press('Control+Period');
			if ((await appears(first, patience)) || Date.now() > deadline) break;
		}
		await first.waitFor();
		return this.#quickFixMenu.locator('.monaco-list-row.action .title').allInnerTexts();
	}

	/** Takes the code action that has the focus in the open menu, the first one at first. */
	async takeQuickFix(): Promise<void> {
		await this.#page.keyboard.press('Enter');
		await this.#quickFixMenu.waitFor({ state: 'hidden' });
	}

	/** Follows the link with the text in it by Ctrl+click. */
	async followLink(text: string): Promise<void> {
		const link = this.link(text);
		const underPointer = this.#page.locator(`${group} .detected-link-active`, { hasText: text }).first();
		// Not link.click: under the pointer and Ctrl the link is drawn anew. At its start, because one that is wrapped has
		// its middle outside of itself.
		await this.#page.keyboard.down('Control');
		await eventually(
			async () => {
				// It moves where lines above it are just being drawn.
				const box = await link.boundingBox();
				if (!box) return false;
				await this.#page.mouse.move(box.x + 4, box.y + 8);
				return appears(underPointer, 1000);
			},
			(isUnderPointer) => isUnderPointer,
		);
		await this.#page.mouse.down();
		await this.#page.mouse.up();
		await this.#page.keyboard.up('Control');
	}

	/** The link with the text in it, from when VS Code has found it. */
	link(text: string): Locator {
		return this.#page.locator(`${group} .detected-link, ${group} .detected-link-active`, { hasText: text }).first();
	}

	/** The suggestions on the screen, by their labels. */
	suggestions(): Locator {
		return this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name');
	}

	get #quickFixMenu(): Locator {
		return this.#page.locator('.action-widget:not(.action-list-submenu-panel)');
	}
}
