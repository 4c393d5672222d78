import path from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser } from 'playwright-core';
import type { HostKind } from '../../workbench/hostBundle.ts';
import { exitOfHost } from '../../workbench/hostSuite.ts';
import { ensureServer } from '../../workbench/installedServer.ts';
import { OneLineError } from '../../workbench/oneLineError.ts';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { serverBuilds } from '../../workbench/serverBuilds.ts';
import { WorkbenchServer } from '../../workbench/workbenchServer.ts';

/** What runs inside an extension host, and on what. */
export interface HostRun {
	readonly kind: HostKind;
	/** A script of test/host. */
	readonly script: string;
	/** Writes the files of the folder that is open. */
	readonly fill: (folder: string) => Promise<void>;
	/** Puts the extension into an empty folder, and returns that. */
	readonly copy: (target: string) => Promise<string>;
	/** What the script says begins with this and goes on as JSON. */
	readonly prefix: string;
	/** What the script may ask for, by a message of the console; it happens outside the host. */
	readonly requests?: Readonly<Record<string, (folder: string) => Promise<void>>>;
}

/** Runs a script inside an extension host, on a fresh folder. @returns what the script says */
export async function runInHost(
	browser: Browser,
	{ kind, script, fill, copy, prefix, requests = {} }: HostRun,
): Promise<unknown> {
	const server = await WorkbenchServer.start(await ensureServer(serverBuilds.current), {
		settings: { 'files.autoSave': 'off' },
	});
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const folder = await server.temporaryFolder('notes');
		await fill(folder);
		const extension = await copy(await server.temporaryFolder('extension'));
		const tests = path.join(extension, kind === 'node' ? 'bench.cjs' : 'bench.js');
		await bundle(kind, script, tests);
		const page = await context.newPage();
		let said: unknown;
		let latest: unknown;
		await page.exposeFunction('codeAutomationLog', async (_level: string, [message]: unknown[]) => {
			latest = message;
			if (typeof message !== 'string') return;
			if (message.startsWith(prefix)) said = JSON.parse(message.slice(prefix.length));
			await requests[message]?.(folder);
		});
		const exit = await exitOfHost(page);
		await Promise.all([exit.code, page.goto(server.address({ folder, extension, tests }))]);
		if (said === undefined)
			throw new OneLineError(`The ${kind} host has measured nothing. Its last message: ${String(latest)}`);
		return said;
	} finally {
		await context.close();
		await server.dispose();
	}
}

async function bundle(kind: HostKind, script: string, outfile: string): Promise<void> {
	await esbuild.build({
		entryPoints: [path.join(projectFolder, 'test/host', script)],
		outfile,
		bundle: true,
		format: 'cjs',
		target: 'es2023',
		platform: kind === 'node' ? 'node' : 'browser',
		external: ['vscode'],
		logLevel: 'warning',
	});
}
