import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { InstalledServer } from './installedServer.ts';
import { OneLineError } from './oneLineError.ts';
import {
	type Settings,
	dataArguments,
	environment,
	firstSettings,
	installExtension,
	linkExtension,
	startUserAnew,
} from './serverFolder.ts';
import { stepLimitMilliseconds } from '../limits.ts';
import type { ServerCommand, WardenReport } from './wardenMessages.ts';
import { workbenchAddress } from './workbenchAddress.ts';
import type { WorkbenchOptions, WorkbenchVisit } from './workbenchOptions.ts';

/** A VS Code server of our own: its data, extensions and workspaces in one temporary folder, removed with it. */
export class WorkbenchServer {
	readonly port: number;
	readonly #folder: string;
	readonly #warden: ChildProcess;
	readonly #settings: Settings;
	/** Resolves when the server is gone, disposed of or not, and tells how it ended, with its last words. */
	readonly ended: Promise<string>;

	private constructor(port: number, folder: string, warden: ChildProcess, settings: Settings) {
		this.port = port;
		this.#folder = folder;
		this.#warden = warden;
		this.#settings = settings;
		this.ended = new Promise((resolve) => {
			warden.once('message', (report: WardenReport) =>
				resolve('ended' in report ? report.ended : 'no account of it'),
			);
			warden.once('exit', () => resolve('its warden'));
		});
	}

	/**
	 * Starts a server with a fresh data folder and waits until it listens.
	 *
	 * @throws OneLineError when it does not start, with its last words
	 */
	static async start(installed: InstalledServer, options: WorkbenchOptions = {}): Promise<WorkbenchServer> {
		const folder = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-'));
		const warden = fork(path.join(import.meta.dirname, 'serverWarden.ts'), [folder], {
			detached: true,
			execArgv: [],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		try {
			const settings = firstSettings(options);
			await startUserAnew(folder, settings);
			if (options.vsix !== undefined) {
				await installExtension(installed, folder, options.vsix);
			}
			if (options.linkedExtension !== undefined) {
				await linkExtension(folder, options.linkedExtension);
			}
			return new WorkbenchServer(await startServer(warden, installed, folder, options), folder, warden, settings);
		} catch (error) {
			await dismiss(warden);
			throw error;
		}
	}

	/** The address that opens the workbench on a folder. */
	address(visit: WorkbenchVisit): string {
		return workbenchAddress(this.port, visit);
	}

	/** The folder that holds what is installed. */
	get extensionsFolder(): string {
		return path.join(this.#folder, 'extensions');
	}

	/** A new empty folder that goes when the server goes. */
	async temporaryFolder(name: string): Promise<string> {
		// The inner folder's name is what the workbench shows.
		const folder = path.join(await fs.mkdtemp(path.join(this.#folder, 'folder-')), name);
		await fs.mkdir(folder);
		return folder;
	}

	/**
	 * Begins with a fresh user again, who has the settings of the start with others on top.
	 *
	 * @param keybindings as keybindings.json has them
	 */
	async startUserAnew(settings: Settings, keybindings: readonly unknown[]): Promise<void> {
		await startUserAnew(this.#folder, { ...this.#settings, ...settings }, keybindings);
	}

	/** Ends the server with all its processes and removes its folders. */
	async dispose(): Promise<void> {
		await dismiss(this.#warden);
	}
}

async function startServer(
	warden: ChildProcess,
	installed: InstalledServer,
	folder: string,
	options: WorkbenchOptions,
): Promise<number> {
	const command: ServerCommand = {
		command: installed.node,
		args: [
			installed.entry,
			'--host=127.0.0.1',
			`--port=${options.port ?? 0}`,
			'--without-connection-token',
			'--accept-server-license-terms',
			'--telemetry-level=off',
			// Without it the page does not listen to what an address asks to load.
			'--enable-smoke-test-driver',
			...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
			...dataArguments(folder),
		],
		// Started from a command line it has its environment, and starts no login shell that would be asked for one.
		env: { ...environment(), VSCODE_CLI: '1' },
	};
	const name = `VS Code ${installed.build.vscode}`;
	const heard = once(warden, 'message', { signal: AbortSignal.timeout(stepLimitMilliseconds) }).catch(() => {
		throw new OneLineError(`${name} did not start within ${stepLimitMilliseconds / 1000} s.`);
	});
	warden.send(command);
	const [report] = (await heard) as [WardenReport];
	if ('listening' in report) {
		return report.listening;
	}
	throw new OneLineError(`${name} did not start: it ended with ${report.ended}`);
}

async function dismiss(warden: ChildProcess): Promise<void> {
	if (warden.exitCode !== null || warden.signalCode !== null) {
		return;
	}
	const gone = once(warden, 'exit');
	if (warden.connected) {
		warden.disconnect();
	}
	await gone;
}
