import { expect } from 'chai';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import type { FileAnalysis, TakeFiles } from '../../src/core/library/storyAnalyser.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import type { WorkerListener, WorkerThread } from '../../src/worker/start.ts';
import { FakeClock } from './fakeClock.ts';

/** As many files as the worker reads in a turn here. */
const filesATurn = 2;

/** A worker that says of every file that it is gone, a few a turn, and never ends where one is called `stuck.md`. */
function workerOf(events: string[]): (listener: WorkerListener) => Promise<WorkerThread> {
	return async ({ onMessage }) => {
		setImmediate(() => onMessage({ form: 'ready', at: 0 }));
		return {
			post(message: ToWorker): void {
				if (message.form !== 'call') return;
				const paths = (message.args[0] as readonly string[]).slice(0, filesATurn);
				events.push(`read ${paths.join(' ')}`);
				if (paths.includes('stuck.md')) return;
				const files = paths.map((): FileAnalysis => ({ unread: 'gone' }));
				setImmediate(() => onMessage({ form: 'result', id: message.id, result: { files } }));
			},
			terminate: () => undefined,
		};
	};
}

describe('the reading of files by the worker', () => {
	let events: string[];
	let client: LanguageClient;
	let clock: FakeClock;

	beforeEach(() => {
		events = [];
		clock = new FakeClock();
		client = new LanguageClient(workerOf(events), clock);
	});

	afterEach(() => client.dispose());

	function read(
		paths: readonly string[],
		{
			take = () => undefined,
			isWanted = () => true,
		}: { readonly take?: TakeFiles; readonly isWanted?: () => boolean } = {},
	): Promise<void> {
		const takeAndTell: TakeFiles = (files) => {
			events.push(`take ${files.map(([path, file]) => (file ? path : `${path}?`)).join(' ')}`);
			take(files);
		};
		const context = { lookups: new Lookups([]), severities: {} };
		return client.readFiles(paths, (path) => path, context, takeAndTell, isWanted);
	}

	it('goes on in the worker while what came last is taken in', async () => {
		await read(['a.md', 'b.md', 'c.md', 'd.md', 'e.md']);
		expect(events).to.deep.equal([
			'read a.md b.md',
			'read c.md d.md',
			'take a.md b.md',
			'read e.md',
			'take c.md d.md',
			'take e.md',
		]);
	});

	it('tells of a file that takes too long, and of all the others', async () => {
		const taken: string[] = [];
		const whole = read(['a.md', 'stuck.md', 'c.md', 'd.md'], {
			take: (files) => taken.push(...files.map(([path, file]) => (file ? path : `${path}?`))),
		});
		await clock.passUntil(whole);
		expect(taken).to.deep.equal(['a.md', 'stuck.md?', 'c.md', 'd.md']);
	});

	it('asks for nothing more once it is no longer wanted', async () => {
		let isWanted = true;
		await read(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md'], {
			take: () => (isWanted = false),
			isWanted: () => isWanted,
		});
		expect(events).to.deep.equal(['read a.md b.md', 'read c.md d.md', 'take a.md b.md']);
	});
});
