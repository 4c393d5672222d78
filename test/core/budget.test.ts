import { expect } from 'chai';
import { estimatingMeter, watchBudget } from '../../src/worker/budget.ts';
import { FakeClock } from './fakeClock.ts';

describe('the budget of a call', () => {
	let clock: FakeClock;
	let spentAt: number | undefined;

	beforeEach(() => {
		clock = new FakeClock();
		spentAt = undefined;
	});

	const watch = (used: () => number | Promise<number>, budget = 800): (() => void) =>
		watchBudget(budget, used, clock, () => {
			spentAt = clock.now();
		});

	it('is spent within a second by a worker that computes', async () => {
		watch(() => clock.now());
		await clock.pass(5000);
		expect(spentAt).to.be.within(800, 1000);
	});

	it('is never spent by a worker that waits', async () => {
		watch(() => 12_345);
		await clock.pass(60_000);
		expect(spentAt).to.equal(undefined);
	});

	it('is spent later by a worker that has a tenth of a processor', async () => {
		watch(() => clock.now() / 10);
		await clock.pass(7000);
		expect(spentAt).to.equal(undefined);
		await clock.pass(3000);
		expect(spentAt).to.be.within(8000, 9000);
	});

	it('does not count what the worker did before the call', async () => {
		watch(() => 1_000_000 + clock.now());
		await clock.pass(700);
		expect(spentAt).to.equal(undefined);
	});

	it('is not watched any more once the call is answered, also while its time is being told', async () => {
		let tell: (time: number) => void = () => undefined;
		const stop = watch(() => new Promise((resolve) => (tell = resolve)), 0);
		await clock.pass(200);
		tell(0);
		await clock.pass(200);
		stop();
		tell(10_000);
		await clock.pass(1000);
		expect(spentAt).to.equal(undefined);
	});

	it('leaves an answer the time to come that is on its way while the thread which watches is held up', async () => {
		const stop = watch(() => clock.now());
		await clock.pass(500);
		clock.holdUp(3000);
		await clock.pass(1);
		expect(spentAt).to.equal(undefined);
		stop();
		await clock.pass(1000);
		expect(spentAt).to.equal(undefined);
	});

	it('does not mind that a worker is gone when it is asked', async () => {
		watch(() => Promise.reject(new Error('ERR_WORKER_NOT_RUNNING')));
		await clock.pass(5000);
		expect(spentAt).to.equal(undefined);
	});

	describe('where the thread has no clock', () => {
		it('is spent within a second on a calm machine', async () => {
			watch(estimatingMeter(clock, 120));
			await clock.pass(5000);
			expect(spentAt).to.be.within(800, 1000);
		});

		it('is spent as much later as the worker was loaded slower', async () => {
			watch(estimatingMeter(clock, 2000));
			await clock.pass(7900);
			expect(spentAt).to.equal(undefined);
			await clock.pass(1000);
			expect(spentAt).to.be.within(8000, 8800);
		});

		it('is spent in the end, however long the worker took to load', async () => {
			watch(estimatingMeter(clock, 3_600_000));
			await clock.pass(17_000);
			expect(spentAt).to.be.within(16_000, 17_000);
		});

		it('does not count the time that the whole process was held up', async () => {
			watch(estimatingMeter(clock, 100));
			await clock.pass(110);
			for (let times = 0; times < 20; times++) {
				clock.holdUp(5000);
				await clock.pass(1);
			}
			expect(spentAt).to.equal(undefined);
		});

		it('counts no more than the process has had besides', async () => {
			watch(estimatingMeter(clock, 100, () => clock.now() / 5));
			await clock.pass(3900);
			expect(spentAt).to.equal(undefined);
			await clock.pass(500);
			expect(spentAt).to.be.within(4000, 4400);
		});

		it('counts nothing while nothing but the thread that watches is busy', async () => {
			watch(estimatingMeter(clock, 100, () => -clock.now() / 10));
			await clock.pass(60_000);
			expect(spentAt).to.equal(undefined);
		});
	});
});
