import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { InstalledServer } from './installedServer.ts';
import type { WorkbenchOptions } from './workbenchOptions.ts';

/** Our environment, without what VS Code or Electron left there if this runs in a terminal of theirs. */
export function environment(): NodeJS.ProcessEnv {
	const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** The arguments that keep a server's data and extensions in its folder. */
export function dataArguments(folder: string): string[] {
	return ['--server-data-dir', path.join(folder, 'server'), '--extensions-dir', path.join(folder, 'extensions')];
}

/** User settings by their full names. */
export type Settings = Readonly<Record<string, unknown>>;

/** The user settings of a fresh workbench that asks nothing and shows nothing by itself. */
export function firstSettings(options: WorkbenchOptions): Settings {
	return {
		'chat.disableAIFeatures': true,
		'extensions.autoCheckUpdates': false,
		'extensions.autoUpdate': false,
		'extensions.ignoreRecommendations': true,
		'telemetry.telemetryLevel': 'off',
		'update.showReleaseNotes': false,
		'workbench.secondarySideBar.defaultVisibility': 'hidden',
		'workbench.startupEditor': 'none',
		'workbench.tips.enabled': false,
		...(options.workspaceTrust ? {} : { 'security.workspace.trust.enabled': false }),
		...options.settings,
	};
}

/**
 * Gives the server in `folder` a fresh user with these settings. What windows and extensions kept for the one before,
 * such as the global storage of extensions, is deleted.
 *
 * @param keybindings as keybindings.json has them
 */
export async function startUserAnew(
	folder: string,
	settings: Settings,
	keybindings: readonly unknown[] = [],
): Promise<void> {
	const user = path.join(folder, 'server/data/User');
	// A window that is just closing may still write there.
	await fs.rm(user, { recursive: true, force: true, maxRetries: 10 });
	await fs.mkdir(user, { recursive: true });
	await fs.writeFile(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
	await fs.writeFile(path.join(user, 'keybindings.json'), JSON.stringify(keybindings, undefined, '\t'));
}

/** Installs a packaged extension for the server in `folder`, as `code --install-extension` does. */
export async function installExtension(installed: InstalledServer, folder: string, vsix: string): Promise<void> {
	const install = ['--install-extension', vsix, '--accept-server-license-terms'];
	const args = [installed.entry, ...install, ...dataArguments(folder)];
	await promisify(execFile)(installed.node, args, { env: environment() });
}

/** Makes the server in `folder` find an extension's folder among those installed. Removing the one leaves the other. */
export async function linkExtension(folder: string, extension: string): Promise<void> {
	const extensions = path.join(folder, 'extensions');
	await fs.mkdir(extensions, { recursive: true });
	// Windows lets everybody make junctions, but not links; elsewhere the type does not matter.
	await fs.symlink(extension, path.join(extensions, 'extension-under-development'), 'junction');
}
