import path from 'node:path';
import { errors, type Locator, type Page } from 'playwright-core';
import { eventually } from '../host/eventually.ts';
import { ActiveEditor } from './activeEditor.ts';
import { useTheme } from './colourTheme.ts';
import { stepLimitMilliseconds } from '../limits.ts';
import { QuickInput } from './quickInput.ts';
import { outFolder } from '../workbench/projectFolders.ts';

/** After so long without a hover the pointer is moved again, in milliseconds. */
const secondLookMilliseconds = 10_000;

/** A workbench in the browser, in the words of the person in front of it. Every method waits for what it promises. */
export class WorkbenchPage {
	/** The page itself, for what is not said here. */
	readonly page: Page;
	/** The folder that the workbench is open on. */
	readonly folder: string | undefined;
	/** The box at the top in which VS Code asks: palette, quick pick, input. */
	readonly quickInput: QuickInput;
	/** The text editor that has the focus. */
	readonly editor: ActiveEditor;

	constructor(page: Page, folder: string | undefined) {
		this.page = page;
		this.folder = folder;
		this.quickInput = new QuickInput(page);
		this.editor = new ActiveEditor(page);
		page.setDefaultTimeout(stepLimitMilliseconds);
	}

	/** Opens the address and waits until the workbench can be used. */
	async open(address: string): Promise<void> {
		await this.page.goto(address);
		await this.waitUntilReady();
	}

	/** Waits until the workbench has restored itself: its parts are there and the explorer, if it shows, has its rows. */
	async waitUntilReady(): Promise<void> {
		await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
		if (this.folder !== undefined) {
			await this.page.locator('.monaco-workbench .part.sidebar .pane-body').first().waitFor();
		}
	}

	/** Runs a command from the palette by its full title, such as `STAR Stories: Show Report`. */
	async runCommand(title: string): Promise<void> {
		await this.quickInput.pickInPalette(`>${title}`, title);
	}

	/** Opens a file of the workspace by its name, as Go to File does, and waits until one can type in it. */
	async openFile(name: string): Promise<void> {
		await this.quickInput.pickInPalette(name, name);
		await this.editor.waitForFocus(name);
		await this.page.locator('.editor-instance .view-line').first().waitFor();
	}

	/** Brings an open file to the front by its tab, and waits until one can type in it. */
	async showTab(name: string): Promise<void> {
		await this.tab(name).click();
		await this.editor.waitForFocus(name);
	}

	/** Types into what has the focus, key by key. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	/** Presses a key or a chord, in Playwright's words: `Control+Period`, `Enter`. */
	async press(keys: string): Promise<void> {
		await this.page.keyboard.press(keys);
	}

	/** Shows a view container by its name in the activity bar. */
	async showContainer(name: string): Promise<void> {
		const tab = this.page.locator('.part.activitybar').getByRole('tab', { name });
		await tab.waitFor();
		if ((await tab.getAttribute('aria-selected')) !== 'true') {
			await tab.click();
			await this.restPointer();
		}
	}

	/** Takes the pointer where nothing has a hover. */
	async restPointer(): Promise<void> {
		await this.page.mouse.move(0, 0);
	}

	/** The rows of a tree on the screen, by the tree's accessible name: `Files Explorer` or a view's title. */
	treeRows(tree: string): Locator {
		return this.page.getByRole('tree', { name: tree }).locator('.monaco-list-row[role=treeitem]');
	}

	/** A row of a tree by its accessible name or a part of it. */
	treeRow(tree: string, row: string | RegExp): Locator {
		return this.page.getByRole('tree', { name: tree }).getByRole('treeitem', { name: row });
	}

	/** What the tree in the side bar says over its rows, of which there may be none. */
	get treeMessage(): Locator {
		return this.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
	}

	/** The bar over the side bar's view while it has something to wait for. */
	get viewProgress(): Locator {
		return this.page.locator('.part.sidebar .monaco-progress-container.active');
	}

	/** An editor's tab, by its accessible name or a part of it. */
	tab(name: string | RegExp): Locator {
		return this.page.locator('.tabs-container').getByRole('tab', { name }).first();
	}

	/** The rows of the Problems panel, which this opens. */
	async problems(): Promise<Locator> {
		await this.runCommand('Problems: Focus on Problems View');
		return this.page.locator('.markers-panel-container .monaco-list-row[role=treeitem]');
	}

	/** The text of the lines on the screen in the active editor; only these exist in the page. */
	async visibleText(): Promise<string> {
		const lines = this.page.locator('.editor-group-container.active .editor-instance .view-line');
		const placed = await lines.evaluateAll((elements) =>
			elements.map((element) => ({ top: (element as HTMLElement).offsetTop, text: element.textContent ?? '' })),
		);
		placed.sort((a, b) => a.top - b.top);
		return placed.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
	}

	/** Gives the folder a colour theme by its name. */
	async chooseTheme(name: string): Promise<void> {
		await useTheme(this.page, this.folder ?? '', name);
	}

	/** What shows in place of a view's content while it has none. */
	get welcome(): Locator {
		return this.page.locator('.part.sidebar .welcome-view-content');
	}

	/**
	 * Rests the pointer on something until its hover shows, and returns that. VS Code gives a hover up where what it is
	 * about is drawn anew in that moment; a person then moves the pointer away and back, and so does this.
	 *
	 * @param text a part of the hover's text
	 */
	async hoverOver(target: Locator, text: string | RegExp): Promise<Locator> {
		const hover = this.page.locator('.workbench-hover:visible').filter({ hasText: text }).first();
		const end = performance.now() + stepLimitMilliseconds;
		for (;;) {
			await target.hover();
			try {
				await hover.waitFor({ timeout: secondLookMilliseconds });
				return hover;
			} catch (error) {
				if (!(error instanceof errors.TimeoutError) || performance.now() > end) throw error;
				await this.restPointer();
			}
		}
	}

	/**
	 * A notification, by a part of its text, in the list under the bell, which this opens. Under the smoke-test driver,
	 * which loads the extension, VS Code shows none by itself.
	 */
	async notification(text: string | RegExp): Promise<Locator> {
		await this.runCommand('Notifications: Show Notifications');
		return this.page.locator('.notifications-center .notification-list-item').filter({ hasText: text });
	}

	/** The text in the clipboard, once the page may read it: while the focus moves between frames it may not. */
	async clipboardText(): Promise<string> {
		await this.page.context().grantPermissions(['clipboard-read']);
		return eventually(
			() => this.page.evaluate(() => navigator.clipboard.readText()).catch(() => ''),
			(text) => text !== '',
		);
	}

	/** Writes test/out/screenshots/NAME.png and returns its path. */
	async screenshot(name: string): Promise<string> {
		const file = path.join(outFolder, 'screenshots', `${name}.png`);
		await this.page.screenshot({ path: file });
		return file;
	}
}
