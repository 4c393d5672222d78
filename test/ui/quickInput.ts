import type { Locator, Page } from 'playwright-core';
import { eventually } from '../host/eventually.ts';
import { appears, succeeds } from './appears.ts';
import { stepLimitMilliseconds } from '../limits.ts';

/** The box while one can use it: it is inert while it fades out. */
const openBox = '.quick-input-widget:visible:not([inert])';

/** Longer than any click on a choice that is there takes, in milliseconds. */
const slowClickMilliseconds = 15_000;

/** The box at the top in which VS Code asks: the command palette, quick picks, input boxes. */
export class QuickInput {
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	/** Where one types. */
	get input(): Locator {
		return this.#page.locator(`${openBox} .quick-input-box input`);
	}

	/** The title above it, where there is one. */
	get title(): Locator {
		return this.#page.locator(`${openBox} .quick-input-title`);
	}

	/** The button that leads to the question before. */
	get back(): Locator {
		return this.#page.locator(`${openBox} .quick-input-titlebar`).getByRole('button', { name: /^Back/ });
	}

	/** What the box says about the input: its prompt, or what is wrong with it. */
	get message(): Locator {
		return this.#page.locator(`${openBox} .quick-input-message`);
	}

	/** The choices of the open quick pick. */
	get rows(): Locator {
		return this.#page.locator(`${openBox} .monaco-list-row`);
	}

	/** The choice that Enter would take. */
	get focusedRow(): Locator {
		return this.#page.locator(`${openBox} .monaco-list-row.focused`);
	}

	/** A choice in the list, by its label alone. */
	row(label: string): Locator {
		const exactly = this.#page.locator('.label-name').getByText(label, { exact: true });
		return this.rows.filter({ has: exactly }).first();
	}

	/** Picks a choice of the open quick pick by its label. */
	async pick(label: string): Promise<void> {
		await this.row(label).click();
		await this.#restPointer();
	}

	/** Answers an open input box: types the text and confirms it. */
	async answer(text: string): Promise<void> {
		await this.input.fill(text);
		await this.#page.keyboard.press('Enter');
	}

	/** Takes what the box with this title has to offer, by Enter: while it still looks for that, it heeds no key. */
	async accept(title: string): Promise<void> {
		const shown = this.title.getByText(title);
		await shown.waitFor();
		await eventually(
			async () => {
				await this.#page.keyboard.press('Enter');
				return succeeds(shown.waitFor({ state: 'hidden', timeout: 5000 }));
			},
			(isTaken) => isTaken,
		);
	}

	/**
	 * Opens the palette, asks and picks the choice with the label. The list is made once per opening, so what an
	 * extension adds a moment later shows only in the next one; and a palette that opens right after another has closed
	 * may close as well, when VS Code gives the focus back to the page that had it. So it is asked again until the time
	 * is up.
	 */
	async pickInPalette(query: string, label: string): Promise<void> {
		await this.#askPalette(query, label, async (timeout) => {
			await this.row(label).click({ trial: true, timeout });
			// It may close before the click, but a click that was slow is not to be repeated.
			await this.row(label).click({ timeout: slowClickMilliseconds });
		});
		await this.#restPointer();
	}

	/** The same with keys alone. */
	async enterInPalette(query: string, label: string): Promise<void> {
		const chosen = this.focusedRow.getByText(label, { exact: true }).first();
		await this.#askPalette(query, label, async (timeout) => {
			await chosen.waitFor({ timeout });
			await this.#page.keyboard.press('Enter');
		});
	}

	/** The commands that the palette offers whose titles begin with these words. */
	async offered(words: string): Promise<readonly string[]> {
		await this.#openPalette();
		await this.input.fill(`>${words}`);
		const labels = async () =>
			(await this.rows.locator('.label-name').allInnerTexts()).filter((each) => each.startsWith(words));
		// The list is made step by step.
		let before: readonly string[] = [];
		const settled = await eventually(labels, (now) => {
			const isSettled = now.length > 0 && now.join() === before.join();
			before = now;
			return isSettled;
		});
		await this.#page.keyboard.press('Escape');
		await this.input.waitFor({ state: 'hidden' });
		return settled;
	}

	/** Opens the palette and asks, until what is wanted can be taken. @param take fails where it is not there in time */
	async #askPalette(query: string, label: string, take: (timeout: number) => Promise<void>): Promise<void> {
		const deadline = Date.now() + stepLimitMilliseconds;
		for (let patience = 1000; ; patience += 1000) {
			await this.#openPalette();
			const isFilled = await succeeds(this.input.fill(query, { timeout: patience }));
			if (isFilled && (await succeeds(take(patience)))) return;
			if (Date.now() > deadline) {
				throw new Error(`The palette does not offer “${label}”`);
			}
			await this.#page.keyboard.press('Escape');
			await this.input.waitFor({ state: 'hidden' });
		}
	}

	/** Takes the pointer out of the way: what comes up under it would show its hover, and that covers other choices. */
	async #restPointer(): Promise<void> {
		await this.#page.mouse.move(0, 0);
	}

	async #openPalette(): Promise<void> {
		const deadline = Date.now() + stepLimitMilliseconds;
		do {
			// Until the keybindings are loaded the key does nothing.
			await this.#page.keyboard.press('F1');
			if (await appears(this.input, 2000)) {
				return;
			}
		} while (Date.now() < deadline);
		throw new Error('F1 does not open the palette');
	}
}
