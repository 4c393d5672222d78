import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { drawnLess } from '../workbench/drawnLess.ts';
import { ensureServer } from '../workbench/installedServer.ts';
import { launchBrowser } from '../workbench/launchedBrowser.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { serverBuilds } from '../workbench/serverBuilds.ts';
import type { WorkbenchOptions, WorkbenchVisit } from '../workbench/workbenchOptions.ts';
import { WorkbenchServer } from '../workbench/workbenchServer.ts';
import { appears } from './appears.ts';
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
	/** User settings on top of those that the server was started with. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Size of the window in CSS pixels. */
	readonly viewport?: { readonly width: number; readonly height: number };
}

/** What the tests of a file share. */
export interface SharedWorkbench {
	/** Opens a workbench of its own: a fresh folder, user and browser profile. Closed after the test. */
	open(options?: OpenOptions): Promise<WorkbenchPage>;
	/** The server that all of them use. */
	readonly server: WorkbenchServer;
}

/** The browser of the whole run, from the first test that needs it. */
let browser: Promise<Browser> | undefined;

/** The servers of the whole run, by the options that they were started with. */
const servers = new Map<string, Promise<WorkbenchServer>>();

after(async () => {
	try {
		await (await browser)?.close();
	} finally {
		for (const server of servers.values()) await (await server).dispose();
	}
});

async function sharedServer(options: WorkbenchOptions): Promise<WorkbenchServer> {
	const key = JSON.stringify(options);
	let server = servers.get(key);
	if (!server) {
		server = ensureServer(serverBuilds.current).then((installed) => WorkbenchServer.start(installed, options));
		servers.set(key, server);
		// A test that comes after one whose server ended, or never began, gets another.
		const forget = (): unknown => servers.delete(key);
		server
			.then(
				({ ended }) => ended,
				() => undefined,
			)
			.then(forget, forget);
	}
	return server;
}

async function sharedBrowser(): Promise<Browser> {
	if (!(await browser?.catch(() => undefined))?.isConnected()) browser = launchBrowser();
	return browser as Promise<Browser>;
}

/**
 * What the tests of a file open workbenches with. Servers and browser are those of the whole run: one server for each
 * set of options. Call it in a `describe`.
 */
export function workbenchForFile(options: WorkbenchOptions = {}): SharedWorkbench {
	let server: WorkbenchServer | undefined;
	const open: { context: BrowserContext; workbench: WorkbenchPage }[] = [];

	beforeEach(async () => {
		server = await sharedServer(options);
	});

	afterEach(async function () {
		for (const { context, workbench } of open.splice(0)) {
			// A test that gets another try has no state.
			if (this.currentTest && this.currentTest.state !== 'passed') {
				const name = `failed-${this.currentTest.fullTitle().replaceAll(/[^a-z0-9]+/gi, '-')}`;
				await workbench.screenshot(name).catch(() => undefined);
			}
			// The workbench says goodbye, else the server keeps its extension host and waits for it to come back.
			await workbench.page.goto('about:blank').catch(() => undefined);
			// It fails where the browser has ended, after which the next tests get another.
			await context.close().catch(() => undefined);
		}
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
			const { fill = copySampleBank, development = true, settings = {} } = openOptions;
			const { deviceScaleFactor = 1, emptyWindow = false, prepare, viewport = usualSize } = openOptions;
			const workbenches = running();
			await workbenches.startUserAnew({ ...drawnLess, ...options.settings, ...settings });
			const folder = await workbenches.temporaryFolder('sample-bank');
			await fill(folder);
			const context = await (await sharedBrowser()).newContext({ viewport, deviceScaleFactor });
			const workbench = new WorkbenchPage(await context.newPage(), emptyWindow ? undefined : folder);
			open.push({ context, workbench });
			await prepare?.(workbench.page);
			const extension = development ? { extension: projectFolder } : {};
			await workbench.open(workbenches.address({ ...whatToOpen(folder, openOptions), ...extension }));
			if (openOptions.workspaceFile !== undefined) {
				await reloadUntilItHasFolders(workbench);
			}
			return workbench;
		},
	};
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
