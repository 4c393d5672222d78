import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../host/eventually.ts';
import type { Settings } from '../workbench/serverFolder.ts';
import { succeeds } from './appears.ts';
import { tree } from './competencies.ts';
import { isUnthemed } from './colourTheme.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/**
 * Closes all that an earlier test opened and shows the competencies, without a palette that would have to open. What is
 * still to be saved is saved first: VS Code saves in its own time, also what is closed, and would do so over new files.
 */
const tidyUp = {
	key: 'Control+Alt+Shift+F9',
	commands: [
		'workbench.action.files.saveFiles',
		'workbench.action.closePanel',
		'workbench.action.closeAuxiliaryBar',
		'notifications.clearAll',
		'notifications.hideList',
		'starStories.competencies.focus',
		'workbench.action.closeAllGroups',
	],
} as const;

const foldAll = {
	key: 'Control+Alt+Shift+F7',
	commands: ['workbench.actions.treeView.starStories.competencies.collapseAll'],
} as const;

const showExplorer = { key: 'Control+Alt+Shift+F8', commands: ['workbench.view.explorer'] } as const;

/** Keybindings that the user of a window needs for {@link takeAgain}. */
export const keybindings: readonly unknown[] = [tidyUp, foldAll, showExplorer].map(({ key, commands }) => ({
	key: key.toLowerCase().replace('control', 'ctrl'),
	command: 'runCommands',
	args: { commands },
}));

let count = 0;

/**
 * Brings a window on a folder from where an earlier test left it to where one is that opens: nothing is open, the side
 * bar shows the explorer, the folder is filled anew, and the extension has seen it empty. What that remembers of how
 * the earlier test looked at things stays.
 *
 * @param fill fills the empty folder
 * @param settings of the folder, where it is to have any
 */
export async function takeAgain(
	workbench: WorkbenchPage,
	fill: (folder: string) => Promise<void>,
	settings: Settings | undefined,
): Promise<void> {
	const { folder = '', page } = workbench;
	await letGo(workbench);
	await closeAll(workbench);
	await fold(workbench);
	await empty(workbench);
	// Settings in the folder come and go in their own time: when one that shows has, so have those with it.
	const title = `Test ${++count}`;
	const isTitled = async (wanted: boolean): Promise<void> =>
		void (await eventually(
			() => page.title(),
			(shown) => shown.includes(title) === wanted,
		));
	await writeSettings(folder, { 'window.title': title });
	await isTitled(true);
	await fs.rm(path.join(folder, '.vscode'), { recursive: true });
	await isTitled(false);
	await isUnthemed(page);
	await fill(folder);
	if (settings) {
		await writeSettings(folder, { ...settings, 'window.title': title });
		await isTitled(true);
	}
	await page.keyboard.press(showExplorer.key);
	await page.locator('.part.sidebar .explorer-folders-view').waitFor();
}

/** Writes settings of a folder that has none yet. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
	await fs.mkdir(path.join(folder, '.vscode'));
	await fs.writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
}

/** Takes away what a test did to the page itself, and what it holds down. */
async function letGo({ page }: WorkbenchPage): Promise<void> {
	const context = page.context();
	for (const other of context.pages()) if (other !== page) await other.close();
	page.removeAllListeners('dialog');
	await context.clearPermissions();
	await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
	for (const key of ['Control', 'Shift', 'Alt', 'Meta']) await page.keyboard.up(key);
	await page.mouse.up();
	await page.mouse.move(0, 0);
}

async function closeAll({ page }: WorkbenchPage): Promise<void> {
	// From a frame, keys come to the workbench late or never.
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	const boxes = page.locator(
		'.quick-input-widget:visible:not([inert]), .monaco-menu:visible, .action-widget:visible, .rename-box:visible',
	);
	const open = page.locator('.tabs-container .tab, .part.panel:visible, .notifications-center:visible');
	const discard = page.locator('.monaco-dialog-box').getByRole('button', { name: /^Don.t Save$/u });
	await eventually(
		async () => {
			if (await discard.isVisible()) await succeeds(discard.click({ timeout: 1000 }));
			else if ((await boxes.count()) > 0) await page.keyboard.press('Escape');
			else await page.keyboard.press(tidyUp.key);
			return succeeds(open.or(boxes).first().waitFor({ state: 'detached', timeout: 2000 }));
		},
		(isClosed) => isClosed,
	);
}

/**
 * Rows of the competencies that are folded at first. Frameworks, which stand over them where there are several, are
 * not.
 */
const foldedAtFirst = 'wanted|^Untagged|^Candidates';

/** Folds the competencies as they are at first: VS Code remembers how rows were folded even while they are away. */
async function fold(workbench: WorkbenchPage): Promise<void> {
	const { page, welcome } = workbench;
	const rows = workbench.treeRows(tree);
	await rows.or(welcome).first().waitFor();
	await page.keyboard.press(foldAll.key);
	const toChange = () =>
		rows.evaluateAll((elements, pattern) => {
			const states = elements.map((row) => row.getAttribute('aria-expanded'));
			const isFoldedAtFirst = (at: number) => new RegExp(pattern, 'u').test(elements[at]?.ariaLabel ?? '');
			const unfolded = states.some((state, at) => state === 'true' && isFoldedAtFirst(at));
			return { unfolded, folded: states.findIndex((state, at) => state === 'false' && !isFoldedAtFirst(at)) };
		}, foldedAtFirst);
	await eventually(
		async () => {
			const { unfolded, folded } = await toChange();
			if (unfolded) await page.keyboard.press(foldAll.key);
			else if (folded >= 0) await succeeds(rows.nth(folded).click({ timeout: 1000 }));
			return !unfolded && folded < 0;
		},
		(isFolded) => isFolded,
	);
}

/** Empties the folder, which what is still being saved may fill again, until the extension knows no story there. */
async function empty(workbench: WorkbenchPage): Promise<void> {
	const { folder = '', welcome } = workbench;
	const remains = async (): Promise<number> => {
		const names = await fs.readdir(folder);
		for (const name of names)
			await fs.rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
		return names.length;
	};
	await eventually(
		async () => ((await remains()) === 0 ? welcome.getByText('No stories here yet.').isVisible() : false),
		(isEmpty) => isEmpty,
	);
}
