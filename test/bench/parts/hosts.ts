import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { HostKind } from '../../workbench/hostBundle.ts';
import { buildExtension } from '../../workbench/extensionBuild.ts';
import { launchBrowser } from '../../workbench/launchedBrowser.ts';
import { serverBuilds } from '../../workbench/serverBuilds.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { longStory } from '../corpus/prose.ts';
import { figuresPrefix, type HostFigures, linesPrefix } from '../hosts/figures.ts';
import { copyMeasured, copyProfiled } from '../hosts/measuredBundle.ts';
import { runInHost } from '../hosts/runInHost.ts';
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

async function fill(folder: string): Promise<void> {
	writeCorpus(folder, size);
	await fs.mkdir(path.join(folder, 'typing'));
	for (const kilobytes of typed)
		await fs.writeFile(path.join(folder, 'typing', fileOf(kilobytes)), longStory(kilobytes * 1024));
}

function fileOf(kilobytes: number): string {
	return `${kilobytes}-kb.md`;
}

function measure(browser: Browser, kind: HostKind): Promise<HostFigures> {
	return runInHost(browser, {
		kind,
		script: 'benchInHost.ts',
		fill,
		copy: (target) => copyMeasured(kind, target),
		prefix: figuresPrefix,
	}) as Promise<HostFigures>;
}

/**
 * For how long the extension itself holds the thread of the Node host. Functions have their names only in a build that
 * is not minified.
 */
async function ownBlocks(browser: Browser): Promise<readonly string[]> {
	await buildExtension();
	try {
		return (await runInHost(browser, {
			kind: 'node',
			script: 'profileInHost.ts',
			fill,
			copy: copyProfiled,
			prefix: linesPrefix,
		})) as readonly string[];
	} finally {
		await buildExtension('--minify');
	}
}
