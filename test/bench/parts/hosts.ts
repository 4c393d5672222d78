import fs from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser } from 'playwright-core';
import type { HostKind } from '../../workbench/hostBundle.ts';
import { buildExtension } from '../../workbench/extensionBuild.ts';
import { exitOfHost } from '../../workbench/hostSuite.ts';
import { ensureServer } from '../../workbench/installedServer.ts';
import { launchBrowser } from '../../workbench/launchedBrowser.ts';
import { OneLineError } from '../../workbench/oneLineError.ts';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { serverBuilds } from '../../workbench/serverBuilds.ts';
import { WorkbenchServer } from '../../workbench/workbenchServer.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { longStory } from '../corpus/prose.ts';
import { figuresPrefix, type HostFigures, linesPrefix } from '../hosts/figures.ts';
import { copyMeasured, copyProfiled } from '../hosts/measuredBundle.ts';
import { median, quantile, table } from '../measure/results.ts';
import type { Part } from './part.ts';

const size = { stories: 200, notes: 1800 };
const kinds = { node: 'Node', web: 'web worker' } as const satisfies Record<HostKind, string>;
const typed = [2, 8, 100];

/** What only a real VS Code shows. */
export const hostsPart: Part = {
	name: 'hosts',
	summary: `inside the extension hosts of VS Code ${serverBuilds.current.vscode}, on ${size.stories + size.notes} files with ${size.stories} that hold stories`,
	async run(rounds) {
		const browser = await launchBrowser();
		try {
			const rows: string[][] = [];
			for (const kind of ['node', 'web'] as const) {
				const runs: HostFigures[] = [];
				for (let round = 0; round < rounds; round++) runs.push(await measure(browser, kind));
				rows.push(row(kinds[kind], runs));
			}
			const head = [
				'host',
				'loading the bundle',
				'activation, first slice',
				'longest slice',
				'all of it',
				'activation to complete tree',
				'longest block till then',
				'while typing',
				...typed.map((kilobytes) => `typed to diagnostic, ${kilobytes} KB, p50 / p95`),
			];
			return [...table(head, rows), '', ...(await ownBlocks(browser))];
		} finally {
			await browser.close();
		}
	},
};

function row(name: string, runs: readonly HostFigures[]): string[] {
	const milliseconds = (of: (run: HostFigures) => number) => `${median(runs.map(of)).toFixed(1)} ms`;
	const typing = typed.map((kilobytes) => {
		const times = runs.flatMap(({ keystrokes }) => keystrokes[fileOf(kilobytes)] ?? []);
		return `${quantile(times, 0.5)} / ${quantile(times, 0.95)} ms`;
	});
	return [
		name,
		milliseconds(({ activation }) => activation.loaded),
		milliseconds(({ activation }) => activation.slices[0] ?? Number.NaN),
		milliseconds(({ activation }) => Math.max(...activation.slices)),
		milliseconds(({ activation }) => activation.activated),
		milliseconds(({ activation }) => activation.complete),
		milliseconds(({ activation }) => activation.longestBlock),
		milliseconds(({ blockWhileTyping }) => blockWhileTyping),
		...typing,
	];
}

function fileOf(kilobytes: number): string {
	return `${kilobytes}-kb.md`;
}

function measure(browser: Browser, kind: HostKind): Promise<HostFigures> {
	return runInHost(
		browser,
		kind,
		'benchInHost.ts',
		(target) => copyMeasured(kind, target),
		figuresPrefix,
	) as Promise<HostFigures>;
}

/**
 * For how long the extension itself holds the thread of the Node host. Functions have their names only in a build that
 * is not minified.
 */
async function ownBlocks(browser: Browser): Promise<readonly string[]> {
	await buildExtension();
	try {
		return (await runInHost(browser, 'node', 'profileInHost.ts', copyProfiled, linesPrefix)) as readonly string[];
	} finally {
		await buildExtension('--minify');
	}
}

/**
 * Runs a script inside an extension host, on a fresh folder.
 *
 * @param copy puts the extension into an empty folder
 * @returns what the script says after the prefix
 */
async function runInHost(
	browser: Browser,
	kind: HostKind,
	script: string,
	copy: (target: string) => Promise<string>,
	prefix: string,
): Promise<unknown> {
	const server = await WorkbenchServer.start(await ensureServer(serverBuilds.current), {
		settings: { 'files.autoSave': 'off' },
	});
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const folder = await server.temporaryFolder('notes');
		writeCorpus(folder, size);
		await fs.mkdir(path.join(folder, 'typing'));
		for (const kilobytes of typed)
			await fs.writeFile(path.join(folder, 'typing', fileOf(kilobytes)), longStory(kilobytes * 1024));
		const extension = await copy(await server.temporaryFolder('extension'));
		const tests = path.join(extension, kind === 'node' ? 'bench.cjs' : 'bench.js');
		await bundle(kind, script, tests);
		const page = await context.newPage();
		let said: unknown;
		let latest: unknown;
		await page.exposeFunction('codeAutomationLog', (_level: string, [message]: unknown[]) => {
			latest = message;
			if (typeof message === 'string' && message.startsWith(prefix))
				said = JSON.parse(message.slice(prefix.length));
		});
		const exit = await exitOfHost(page);
		await Promise.all([exit.code, page.goto(server.address({ folder, extension, tests }))]);
		if (said === undefined)
			throw new OneLineError(`The ${kinds[kind]} host has measured nothing. Its last message: ${String(latest)}`);
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
