import fs from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

interface ColourTheme {
	/** What the setting calls it. */
	readonly id: string;
	/** Its file, of which VS Code makes a class. */
	readonly file: string;
}

const themes: Readonly<Record<string, ColourTheme>> = {
	'Light Modern': { id: 'Light Modern', file: 'light_modern' },
	'Dark Modern': { id: 'Dark Modern', file: 'dark_modern' },
	'Light High Contrast': { id: 'Default High Contrast Light', file: 'hc_light' },
	'Dark High Contrast': { id: 'Default High Contrast', file: 'hc_black' },
};

/** Makes a theme that of a folder, by its settings: the list of themes tries on each that it passes. */
export async function useTheme(page: Page, folder: string, name: string): Promise<void> {
	const theme = themes[name];
	if (!theme) throw new Error(`${name} is none of the themes that tests look at`);
	const settings = path.join(folder, '.vscode/settings.json');
	await fs.mkdir(path.dirname(settings), { recursive: true });
	const text = await fs.readFile(settings, 'utf8').catch(() => '{}');
	// In one step, as VS Code may read it at any time.
	await fs.writeFile(
		`${settings}.new`,
		JSON.stringify({ ...(JSON.parse(text) as object), 'workbench.colorTheme': theme.id }),
	);
	await fs.rename(`${settings}.new`, settings);
	await workbenchIn(page, [theme]).waitFor();
}

/** Waits until the window has none of these themes any more. */
export async function isUnthemed(page: Page): Promise<void> {
	await workbenchIn(page, Object.values(themes)).waitFor({ state: 'detached' });
}

function workbenchIn(page: Page, wanted: readonly ColourTheme[]): Locator {
	const classes = wanted.map(({ file }) => `[class*="-themes-${file}-"]`);
	return page.locator(`.monaco-workbench:is(${classes.join()})`).first();
}
