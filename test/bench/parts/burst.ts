import fs from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../../workbench/launchedBrowser.ts';
import { serverBuilds } from '../../workbench/serverBuilds.ts';
import { copyShipped } from '../../workbench/shippedCopy.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { type BurstFigures, burstPrefix, createRequest, deleteRequest } from '../hosts/burst.ts';
import { burstSize, createBurst, deleteBurst } from '../hosts/burstFiles.ts';
import { type HostRun, runInHost } from '../hosts/runInHost.ts';
import { median, ratio, table } from '../measure/results.ts';
import type { Part } from './part.ts';

const stories = 200;

type Variant = Pick<HostRun, 'fill' | 'copy'> & { readonly name: string };

const variants: readonly Variant[] = [
	{ name: 'without the extension', fill: withoutStories, copy: copyNothing },
	{ name: 'in a folder without stories', fill: withoutStories, copy: copyExtension },
	{
		name: `in a folder with ${stories} stories`,
		fill: async (folder) => void writeCorpus(folder, { stories, notes: 0 }),
		copy: copyExtension,
	},
];

/** What files of others cost: nobody asked this extension about them. */
export const burstPart: Part = {
	name: 'burst',
	summary: `processor time of the Node host of VS Code ${serverBuilds.current.vscode} for ${burstSize} new files of code, and for deleting them`,
	async run(rounds) {
		const browser = await launchBrowser();
		try {
			const runs = new Map<Variant, BurstFigures[]>(variants.map((variant) => [variant, []]));
			// In turns, so that what else the machine does hits all of them.
			for (let round = 0; round < rounds; round++)
				for (const [{ fill, copy }, own] of runs)
					own.push(
						(await runInHost(browser, {
							kind: 'node',
							script: 'burstInHost.ts',
							fill,
							copy,
							prefix: burstPrefix,
							requests: { [createRequest]: createBurst, [deleteRequest]: deleteBurst },
						})) as BurstFigures,
					);
			const standings = [...runs].map(([{ name }, own]) => ({
				name,
				created: median(own.map(({ created }) => created)),
				deleted: median(own.map(({ deleted }) => deleted)),
			}));
			const [base] = standings;
			const rows = standings.map(({ name, created, deleted }) => [
				name,
				`${created.toFixed(0)} ms`,
				ratio(created / (base?.created ?? Number.NaN)),
				`${deleted.toFixed(0)} ms`,
				ratio(deleted / (base?.deleted ?? Number.NaN)),
			]);
			return table(['extension host', 'created', '', 'deleted', ''], rows);
		} finally {
			await browser.close();
		}
	},
};

async function withoutStories(folder: string): Promise<void> {
	await fs.writeFile(path.join(folder, 'README.md'), '# A program\n\nIt computes.\n');
}

function copyExtension(target: string): Promise<string> {
	return copyShipped(target, (manifest) => delete manifest['extensionKind']);
}

async function copyNothing(target: string): Promise<string> {
	const manifest = { name: 'nothing', publisher: 'nobody', version: '0.0.0', engines: { vscode: '*' } };
	await fs.writeFile(path.join(target, 'package.json'), JSON.stringify(manifest));
	return target;
}
