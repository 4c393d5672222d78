import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { drawnLess } from '../workbench/drawnLess.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import type { WorkbenchOptions, WorkbenchVisit } from '../workbench/workbenchOptions.ts';
import type { WorkbenchServer } from '../workbench/workbenchServer.ts';
import { appears } from './appears.ts';
import { sharedBrowser, sharedServer } from './sharedServers.ts';
import { keybindings, takeAgain, writeSettings } from './takenAgain.ts';
import { WorkbenchPage } from './workbenchPage.ts';

const usualSize = { width: 1280, height: 800 };

/** How a workbench is to be opened. */
export interface OpenOptions {
	/** Fills the empty folder that the workbench opens on; a copy of the sample bank when absent. */
	readonly fill?: (folder: string) => Promise<void>;
	/** Opens an empty window instead of the folder. */
	readonly emptyWindow?: boolean;
	/** Name of a workspace file in the filled folder to open instead of the folder. */
	readonly workspaceFile?: string;
	/** Runs in the page before anything else does, for instance to watch it. */
	readonly prepare?: (page: Page) => Promise<void>;
	/** Loads this checkout as extension under development; not wanted where an installed VSIX is under test. */
	readonly development?: boolean;
	/** Pixels per CSS pixel of screenshots. */
	readonly deviceScaleFactor?: number;
	/** Settings of the folder, which has none of its own then. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Why the test needs a window that no other had, such as that it reads what the extension remembers. */
	readonly fresh?: string;
	/** Size of the window in CSS pixels. */
	readonly viewport?: { readonly width: number; readonly height: number };
}

/** What the tests of a file share. */
export interface SharedWorkbench {
	/**
	 * Opens a workbench on a folder that is filled anew. It is the window of an earlier test where that fits, in the
	 * state in which a new one begins, but for what the extension remembers: a test leaves that as it found it. After a
	 * test that failed its window is closed.
	 */
	open(options?: OpenOptions): Promise<WorkbenchPage>;
	/** The server that all of them use. */
	readonly server: WorkbenchServer;
}

interface OpenWindow {
	readonly context: BrowserContext;
	readonly workbench: WorkbenchPage;
	readonly server: WorkbenchServer;
	/** What a test has to ask for to get this window after the present one; undefined where none can. */
	readonly kind: string | undefined;
	/** The tests that had it, the present one left out. */
	readonly earlier: string[];
}

/** The window of each server that waits for its next test. */
const waiting = new Map<WorkbenchServer, OpenWindow>();

/**
 * What the tests of a file open workbenches with. Servers and browser are those of the whole run: one server for each
 * set of options. Call it in a `describe`.
 */
export function workbenchForFile(options: WorkbenchOptions = {}): SharedWorkbench {
	let server: WorkbenchServer | undefined;
	const opened: OpenWindow[] = [];

	beforeEach(async () => {
		server = await sharedServer(options);
	});

	afterEach(async function () {
		const test = this.currentTest;
		const title = test?.fullTitle() ?? '';
		// A test that gets another try has no state.
		const hasFailed = test !== undefined && test.state !== 'passed';
		for (const window of opened.splice(0)) {
			const { earlier, kind, workbench } = window;
			if (hasFailed) {
				await workbench.screenshot(`failed-${title.replaceAll(/[^a-z0-9]+/gi, '-')}`).catch(() => undefined);
				if (earlier.length > 0)
					process.stdout.write(`      in a window that had been through: ${earlier.join('; ')}\n`);
			}
			earlier.push(title);
			if (hasFailed || kind === undefined) await close(window);
			else waiting.set(window.server, window);
		}
	});

	after(async () => {
		const window = server && waiting.get(server);
		// Others have a server without options, and go on with its window.
		if (!server || !window || Object.keys(options).length === 0) return;
		waiting.delete(server);
		await close(window);
	});

	const running = (): WorkbenchServer => {
		if (!server) throw new Error('The server is there from the first test of the file on');
		return server;
	};

	return {
		get server() {
			return running();
		},
		async open(openOptions = {}) {
			const { fill = copySampleBank, settings, viewport = usualSize } = openOptions;
			const before = waiting.get(running());
			waiting.delete(running());
			if (before && before.kind === kindOf(openOptions) && openOptions.fresh === undefined) {
				opened.push(before);
				await before.workbench.page.setViewportSize(viewport);
				await takeAgain(before.workbench, fill, settings);
				return before.workbench;
			}
			// The two would share a user.
			if (before) await close(before);
			return openAnew(openOptions);
		},
	};

	async function openAnew(openOptions: OpenOptions): Promise<WorkbenchPage> {
		const { fill = copySampleBank, development = true, settings } = openOptions;
		const { deviceScaleFactor = 1, emptyWindow = false, prepare, viewport = usualSize } = openOptions;
		const workbenches = running();
		await workbenches.startUserAnew({ ...drawnLess, ...options.settings }, keybindings);
		const folder = await workbenches.temporaryFolder('sample-bank');
		await fill(folder);
		if (settings) await writeSettings(folder, settings);
		const context = await (await sharedBrowser()).newContext({ viewport, deviceScaleFactor });
		const workbench = new WorkbenchPage(await context.newPage(), emptyWindow ? undefined : folder);
		opened.push({ context, workbench, server: workbenches, kind: kindOf(openOptions), earlier: [] });
		await prepare?.(workbench.page);
		const extension = development ? { extension: projectFolder } : {};
		await workbench.open(workbenches.address({ ...whatToOpen(folder, openOptions), ...extension }));
		if (openOptions.workspaceFile !== undefined) {
			await reloadUntilItHasFolders(workbench);
		}
		return workbench;
	}
}

/** What windows have in common that may stand in for each other; undefined for one that none may stand in for. */
function kindOf(options: OpenOptions): string | undefined {
	const { deviceScaleFactor, development, emptyWindow, prepare, workspaceFile } = options;
	if (emptyWindow || prepare || workspaceFile !== undefined) return undefined;
	return JSON.stringify({ deviceScaleFactor, development });
}

async function close({ context, workbench }: OpenWindow): Promise<void> {
	// The workbench says goodbye, else the server keeps its extension host and waits for it to come back.
	await workbench.page.goto('about:blank').catch(() => undefined);
	// It fails where the browser has ended, after which the next tests get another.
	await context.close().catch(() => undefined);
}

function whatToOpen(folder: string, { emptyWindow, workspaceFile }: OpenOptions): WorkbenchVisit {
	if (emptyWindow) {
		return {};
	}
	return workspaceFile === undefined ? { folder } : { workspaceFile: path.join(folder, workspaceFile) };
}

/** A loaded machine opens a workspace file now and then before it can read it, and takes it for one without folders. */
async function reloadUntilItHasFolders(workbench: WorkbenchPage): Promise<void> {
	for (let attempt = 0; attempt < 3; attempt++) {
		if (await appears(workbench.treeRows('Files Explorer').first(), 10_000)) {
			return;
		}
		await workbench.page.reload();
		await workbench.waitUntilReady();
	}
	throw new Error('The workspace shows no folders');
}
