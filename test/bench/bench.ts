// npm run bench: how long everything takes, beside others on the same files.
//   npm run bench                     what ends within minutes
//   npm run bench -- --full           everything
//   npm run bench -- --only keystroke --only folder-few --rounds 9
import os from 'node:os';
import { parseArgs } from 'node:util';
import { buildExtension } from '../workbench/extensionBuild.ts';
import { OneLineError, runEntry } from '../workbench/oneLineError.ts';
import { folderParts, namesOfFull } from './parts/folder.ts';
import { bundlesPart } from './parts/bundles.ts';
import { heapPart } from './parts/heap.ts';
import { hostsPart } from './parts/hosts.ts';
import { keystrokePart } from './parts/keystroke.ts';
import type { Part } from './parts/part.ts';
import { recallPart } from './parts/recall.ts';

const parts: readonly Part[] = [...folderParts, keystrokePart, recallPart, heapPart, hostsPart, bundlesPart];

/** Medians of five, as for every figure of docs/performance.md. */
const defaultRounds = '5';

runEntry(async () => {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true, default: [] },
			full: { type: 'boolean', default: false },
			rounds: { type: 'string', default: defaultRounds },
		},
	});
	const unknown = values.only.find((name) => !parts.some((part) => part.name === name));
	const rounds = Number(values.rounds);
	if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
		throw new OneLineError(
			`There is no part ${unknown ?? 'without rounds'}. Parts:\n${parts.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}`,
		);
	}
	await buildExtension('--minify');
	const cores = os.availableParallelism();
	console.log(
		`Node ${process.versions.node}, ${os.platform()} ${os.arch()}, ${cores} ${cores === 1 ? 'core' : 'cores'}, load ${os.loadavg()[0]?.toFixed(1)} at the start.`,
	);
	for (const part of parts) {
		const isWanted =
			values.only.length > 0
				? values.only.includes(part.name)
				: values.full || ![...namesOfFull, hostsPart.name].includes(part.name);
		if (!isWanted) continue;
		console.log(`\n### ${part.name}: ${part.summary}\n`);
		for (const line of await part.run({ rounds, isFull: values.full })) console.log(line);
	}
});
