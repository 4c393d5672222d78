import type { Browser } from 'playwright-core';
import { ensureServer } from '../workbench/installedServer.ts';
import { launchBrowser } from '../workbench/launchedBrowser.ts';
import { serverBuilds } from '../workbench/serverBuilds.ts';
import type { WorkbenchOptions } from '../workbench/workbenchOptions.ts';
import { WorkbenchServer } from '../workbench/workbenchServer.ts';

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

/** The server of the whole run that was started with these options. */
export async function sharedServer(options: WorkbenchOptions): Promise<WorkbenchServer> {
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

/** The browser of the whole run. */
export async function sharedBrowser(): Promise<Browser> {
	if (!(await browser?.catch(() => undefined))?.isConnected()) browser = launchBrowser();
	return browser as Promise<Browser>;
}
