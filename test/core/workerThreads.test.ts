import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import { OverBudget } from '../../src/core/library/storyAnalyser.ts';
import { WorkerLane } from '../../src/worker/lane.ts';
import { startThread, type WorkerListener, type WorkerThread } from '../../src/worker/start.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { sampleFiles } from './generated.ts';

/** Text for which the Markdown parser takes many seconds. */
const superLinear: Readonly<Record<string, string>> = {
	'list marks': `${'- '.repeat(4096)}x`,
	'open emphasis': '*a_'.repeat(9000),
};

function start(file: string, listener: WorkerListener): Promise<WorkerThread> {
	return startThread(file, () => readFile(file), listener);
}

describe('real workers while another thread is busy', () => {
	let busy: Worker;

	beforeEach(async () => {
		busy = new Worker('for (;;);', { eval: true });
		await once(busy, 'online');
	});

	afterEach(() => busy.terminate());

	describe('that are told how long to take', () => {
		let lane: WorkerLane;

		beforeEach(() => {
			lane = new WorkerLane(
				(listener) => start(path.join(import.meta.dirname, 'obedientWorker.mts'), listener),
				() => 1,
			);
		});

		afterEach(() => lane.dispose());

		const call = (task: Int32Array | number): Promise<unknown> =>
			new Promise((resolve, reject) =>
				lane.add({ method: 'analyse', args: [task], budget: 300, urgent: false, resolve, reject }),
			);

		it('are not ended while they wait, whatever the other thread has had meanwhile', async () => {
			const task = new Int32Array(new SharedArrayBuffer(4));
			const answer = call(task);
			const before = process.cpuUsage();
			// Three times its budget.
			while (process.cpuUsage(before).user < 900_000) await new Promise((resolve) => setTimeout(resolve, 10));
			Atomics.store(task, 0, 1);
			Atomics.notify(task, 0);
			expect(await answer).to.equal('done');
		});

		it('are not ended while they have had less than their budget, however long that takes', async () => {
			expect(await call(200)).to.equal('done');
		});

		it('are ended once they have had more', async () => {
			const [stuck, next] = [call(Number.POSITIVE_INFINITY).catch((error: unknown) => error), call(1)];
			expect(await stuck).to.be.instanceOf(OverBudget);
			expect(await next).to.equal('done');
		});
	});

	it('analyse every other story as ever where one is super-linear', async () => {
		const folder = await mkdtemp(path.join(tmpdir(), 'star-stories-'));
		const bundle = path.join(folder, 'languageService.js');
		await esbuild.build({
			entryPoints: [path.join(projectFolder, 'src/worker/thread.ts')],
			bundle: true,
			format: 'iife',
			conditions: ['worker'],
			target: 'es2023',
			outfile: bundle,
		});
		const client = new LanguageClient((listener) => start(bundle, listener));
		const context = { fileName: 'story.md', lookups: new Lookups([staff]), severities: {} };
		try {
			const ordinary = sampleFiles.slice(0, 4);
			const tried = Object.values(superLinear).flatMap((text, index) => {
				const hostile = client
					.call('analyse', [
						`---\ncompetencies: [mentorship]\n---\n# A story\n\n## Task\n\n${text}\n`,
						context,
					])
					.catch((error: unknown) => error);
				return [hostile, client.call('analyse', [ordinary[index]?.text ?? '', context])];
			});
			const results = await Promise.all(tried);
			for (let index = 0; index < results.length; index += 2) {
				expect(results[index]).to.be.instanceOf(OverBudget);
				expect(results[index + 1]).to.deep.equal(
					structuredClone(analyse(ordinary[index / 2]?.text ?? '', context)),
				);
			}
		} finally {
			client.dispose();
			await rm(folder, { recursive: true });
		}
	});
});
