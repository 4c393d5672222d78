// npm run bench: the figures of docs/performance.md, beside those of other programs on the same files.
//   npm run bench
//   npm run bench -- --only keystroke --only folder-200 --rounds 9
import os from 'node:os';
import { parseArgs } from 'node:util';
import { buildExtension } from '../workbench/extensionBuild.ts';
import { OneLineError, runEntry } from '../workbench/oneLineError.ts';
import { bundlesPart } from './parts/bundles.ts';
import { burstPart } from './parts/burst.ts';
import { commandLinePart } from './parts/commandLine.ts';
import { folderParts } from './parts/folder.ts';
import { hostsPart } from './parts/hosts.ts';
import { intricatePart } from './parts/intricate.ts';
import { keystrokePart } from './parts/keystroke.ts';
import type { Part } from './parts/part.ts';
import { questionsPart } from './parts/questions.ts';

const parts: readonly Part[] = [
	...folderParts,
	keystrokePart,
	intricatePart,
	questionsPart,
	commandLinePart,
	hostsPart,
	burstPart,
	bundlesPart,
];

const defaultRounds = '3';

runEntry(async () => {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true, default: [] },
			rounds: { type: 'string', default: defaultRounds },
		},
	});
	const unknown = values.only.find((name) => !parts.some((part) => part.name === name));
	const rounds = Number(values.rounds);
	if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
		const listed = parts.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n');
		const reason =
			unknown === undefined ? `${values.rounds} is no number of rounds` : `There is no part ${unknown}`;
		throw new OneLineError(`${reason}. Parts:\n${listed}`);
	}
	await buildExtension('--minify');
	const cores = os.availableParallelism();
	console.log(
		`Node ${process.versions.node}, ${os.platform()} ${os.arch()}, ${cores} ${cores === 1 ? 'core' : 'cores'}.`,
	);
	for (const part of parts) {
		if (values.only.length > 0 && !values.only.includes(part.name)) continue;
		console.log(`\n### ${part.name}: ${part.summary}\n`);
		console.log(`Load ${os.loadavg()[0]?.toFixed(1)} at the start.\n`);
		for (const line of await part.run(rounds)) console.log(line);
	}
});
