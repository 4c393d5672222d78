import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { OverBudget } from '../../src/core/library/storyAnalyser.ts';
import { WorkerLane } from '../../src/worker/lane.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import type { WorkerListener, WorkerThread } from '../../src/worker/start.ts';
import { FakeClock } from './fakeClock.ts';

/**
 * A worker that answers each call with its first argument; never where that is `forever`, takes no `unsendable`, and
 * breaks down at `crash`.
 */
class Worker implements WorkerThread {
	readonly received: ToWorker[] = [];
	ended = false;
	readonly #listener: WorkerListener;

	constructor(listener: WorkerListener) {
		this.#listener = listener;
		setImmediate(() => listener.onMessage({ form: 'ready', at: 0 }));
	}

	post(message: ToWorker): void {
		this.received.push(message);
		if (message.form !== 'call') return;
		const [result] = message.args;
		if (result === 'unsendable') throw new Error('cannot be cloned');
		if (result === 'forever') return;
		setImmediate(() => {
			if (result === 'crash') this.#listener.onFailure('crashed');
			else if (result === 'throw')
				this.#listener.onMessage({ form: 'failure', id: message.id, message: 'thrown' });
			else this.#listener.onMessage({ form: 'result', id: message.id, result });
		});
	}

	terminate(): void {
		this.ended = true;
	}
}

describe('a lane with a worker', () => {
	let workers: Worker[] = [];
	let lane: WorkerLane;

	beforeEach(() => {
		workers = [];
		const numbers = new Map<unknown, number>();
		const start = async (listener: WorkerListener) => {
			const worker = new Worker(listener);
			workers.push(worker);
			return worker;
		};
		lane = new WorkerLane(start, (lookups) => {
			const number = numbers.get(lookups) ?? numbers.size + 1;
			numbers.set(lookups, number);
			return number;
		});
	});

	afterEach(() => lane.dispose());

	const call = (argument: unknown, { urgent = false, budget = 20, context = {} } = {}): Promise<unknown> =>
		new Promise((resolve, reject) => {
			lane.add({ method: 'analyse', args: [argument, context], budget, urgent, resolve, reject });
		});

	const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
		promise.then(
			() => undefined,
			(error: unknown) => error,
		);

	it('answers each call, with one worker', async () => {
		expect(await Promise.all([call('one'), call('two'), call('three')])).to.deep.equal(['one', 'two', 'three']);
		expect(workers).to.have.length(1);
	});

	it('ends what takes too long, and answers the others with a new worker', async () => {
		const stuck = failureOf(call('forever'));
		const other = call('other');
		expect(await stuck).to.be.instanceOf(OverBudget);
		expect(await other).to.equal('other');
		expect(workers.map(({ ended }) => ended)).to.deep.equal([true, false]);
	});

	describe('by the processor time of its worker', () => {
		let clock: FakeClock;
		let failure: Error | undefined;

		beforeEach(() => {
			clock = new FakeClock();
			failure = undefined;
		});

		/** A lane whose worker loads in some time, never answers, and tells of its time as it is made to. */
		async function laneOf(
			loadTime: number,
			time: Pick<WorkerThread, 'processorTime' | 'processorTimeBound'>,
		): Promise<void> {
			const start = async ({ onMessage }: WorkerListener): Promise<WorkerThread> => {
				setImmediate(() => onMessage({ form: 'ready', at: clock.now() + loadTime }));
				return { post: () => undefined, terminate: () => undefined, ...time };
			};
			lane = new WorkerLane(start, () => 1, clock);
			lane.add({
				method: 'analyse',
				args: ['forever'],
				budget: 800,
				urgent: false,
				resolve: () => undefined,
				reject: (error) => (failure = error),
			});
			await new Promise(setImmediate);
		}

		it('ends one that computes', async () => {
			await laneOf(100, { processorTime: async () => clock.now(), processorTimeBound: () => 0 });
			await clock.pass(1000);
			expect(failure).to.be.instanceOf(OverBudget);
		});

		it('ends none that waits', async () => {
			await laneOf(100, { processorTime: async () => 100, processorTimeBound: clock.now });
			await clock.pass(20_000);
			expect(failure).to.equal(undefined);
		});

		it('ends none that has had no more of what the process has had, where its thread has no clock', async () => {
			await laneOf(100, { processorTimeBound: () => clock.now() / 10 });
			await clock.pass(8000);
			expect(failure).to.equal(undefined);
			await clock.pass(1000);
			expect(failure).to.be.instanceOf(OverBudget);
		});

		it('gives one more time that was slow to load, where nothing has a clock', async () => {
			await laneOf(2000, {});
			await clock.pass(8000);
			expect(failure).to.equal(undefined);
			await clock.pass(1000);
			expect(failure).to.be.instanceOf(OverBudget);
		});
	});

	it('answers the others where one throws, or takes the worker with it', async () => {
		const [thrown, crashed, other] = [failureOf(call('throw')), failureOf(call('crash')), call('other')];
		expect(await thrown).to.have.property('message', 'thrown');
		expect(await crashed).to.have.property('message', 'crashed');
		expect(await other).to.equal('other');
	});

	it('lets a call go first for which somebody waits', async () => {
		const answers: unknown[] = [];
		const note = (answer: unknown) => answers.push(answer);
		await Promise.all([
			call('first').then(note),
			call('second').then(note),
			call('urgent', { urgent: true }).then(note),
		]);
		expect(answers).to.deep.equal(['first', 'urgent', 'second']);
	});

	it('ends a running call that is withdrawn, and never starts a waiting one', async () => {
		const [running, waiting] = [failureOf(call('forever', { budget: 60_000 })), failureOf(call('waiting'))];
		const reason = new OverBudget('superseded');
		lane.withdraw(() => false, reason);
		expect(await Promise.all([running, waiting])).to.deep.equal([reason, reason]);
		expect(await call('next')).to.equal('next');
		const asked = workers
			.flatMap(({ received }) => received)
			.flatMap((message) => (message.form === 'call' ? [message.args[0]] : []));
		expect(asked).not.to.include('waiting');
	});

	it('tells a worker of frameworks once, and a new worker again', async () => {
		const lookups = new Lookups([staff]);
		const formsOf = (worker: Worker | undefined) => worker?.received.map(({ form }) => form);
		await call('one', { context: { lookups } });
		await call('two', { context: { lookups } });
		expect(formsOf(workers[0])).to.deep.equal(['definition', 'call', 'call']);
		await failureOf(call('forever'));
		await call('three', { context: { lookups } });
		expect(formsOf(workers[1])).to.deep.equal(['definition', 'call']);
	});

	it('ends its worker where a call cannot be sent to it, and goes on with a new one', async () => {
		expect(await failureOf(call('unsendable'))).to.have.property('message', 'cannot be cloned');
		expect(await call('next')).to.equal('next');
		expect(workers.map(({ ended }) => ended)).to.deep.equal([true, false]);
	});

	it('fails its calls where no worker starts, and tries again for the next', async () => {
		let failures = 1;
		const hesitant = new WorkerLane(
			async (listener) => {
				if (failures-- > 0) throw new Error('no workers here');
				return new Worker(listener);
			},
			() => 1,
		);
		const ask = () =>
			new Promise((resolve, reject) =>
				hesitant.add({ method: 'analyse', args: ['x'], budget: 20, urgent: false, resolve, reject }),
			);
		expect(await failureOf(ask())).to.have.property('message', 'no workers here');
		expect(await ask()).to.equal('x');
		hesitant.dispose();
	});

	it('starts its worker ahead of the first call, and again where that fails', async () => {
		lane.warmUp();
		expect(workers).to.have.length(1);
		expect(await call('one')).to.equal('one');
		expect(workers).to.have.length(1);
		let failures = 1;
		const hesitant = new WorkerLane(
			async (listener) => {
				if (failures-- > 0) throw new Error('no workers here');
				return new Worker(listener);
			},
			() => 1,
		);
		hesitant.warmUp();
		await new Promise(setImmediate);
		expect(
			await new Promise((resolve, reject) =>
				hesitant.add({ method: 'analyse', args: ['x'], budget: 20, urgent: false, resolve, reject }),
			),
		).to.equal('x');
		hesitant.dispose();
	});
});
