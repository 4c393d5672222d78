import path from 'node:path';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { projectFolder } from '../workbench/projectFolders.ts';

/** The packages that parse, and what they are made of. */
const parsers = /node_modules\/(?:unified|remark|micromark|mdast|yaml)/;

async function modulesOf(entry: string): Promise<readonly string[]> {
	const { metafile } = await esbuild.build({
		entryPoints: [path.join(projectFolder, entry)],
		bundle: true,
		write: false,
		metafile: true,
		platform: 'browser',
		conditions: ['worker'],
		external: ['vscode'],
		outdir: 'out',
		logLevel: 'silent',
	});
	return Object.keys(metafile.inputs);
}

describe('the bundles', () => {
	it('load no parser on the thread on which the editor waits', async () => {
		expect((await modulesOf('src/extension.ts')).filter((module) => parsers.test(module))).to.deep.equal([]);
	});

	it('load the scheduler of practice in the worker alone', async () => {
		const scheduler = /node_modules\/ts-fsrs/;
		for (const entry of ['src/extension.ts', 'src/worker/main.ts']) {
			expect((await modulesOf(entry)).some((module) => scheduler.test(module)), entry).to.equal(entry.includes('worker'));
		}
	});

	it('have the parsers in the worker', async () => {
		expect((await modulesOf('src/worker/main.ts')).filter((module) => parsers.test(module))).not.to.deep.equal([]);
	});
});
