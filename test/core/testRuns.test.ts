import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { closingLine, countsIn, progressIn, progressLine } from '../workbench/closingLine.ts';
import { failureIn, failureLines, isLostInJson, valueText } from '../workbench/failureLines.ts';
import { sharesOf } from '../workbench/shares.ts';
import { runInLanes } from '../workbench/stageLanes.ts';
import { type StageResult, type TestStage, followStage } from '../workbench/testStage.ts';

const progress = { counts: { passed: 12, failed: 1 }, running: 'a story is read' };

describe('the lines of a test run', () => {
	it('are read as they are written, and other lines are not', () => {
		expect(countsIn(closingLine(progress.counts))).to.deep.equal(progress.counts);
		expect(progressIn(progressLine(progress))).to.deep.equal(progress);
		expect(countsIn(progressLine(progress))).to.equal(undefined);
		expect(progressIn(closingLine(progress.counts))).to.equal(undefined);
		expect(failureLines('A title', new Error('why')).map(failureIn)[0]).to.equal('A title');
	});

	it('show the members of sets and maps that a test compared', () => {
		const lines = failureLines('A title', {
			message: 'differ',
			showDiff: true,
			expected: new Set([0]),
			actual: { map: new Map([['a', 1]]), none: undefined },
		});
		expect(lines.join('\n'))
			.to.contain('expected: {"Set of":[0]}')
			.and.to.contain('actual: {"map":{"Map of":[["a",1]]},"none":"[undefined]"}');
		expect([new Set([1]), { a: [new Map()] }, { a: undefined }, Number.NaN].map(isLostInJson)).to.deep.equal([
			true,
			true,
			true,
			true,
		]);
		expect([{ a: [1, 'b', null] }, 'text', 7].map(isLostInJson)).to.deep.equal([false, false, false]);
	});

	it('show of a value without end what there is to show', () => {
		const circle: { own?: object } = {};
		circle.own = circle;
		expect(valueText(circle)).to.equal('[object Object]');
		expect(isLostInJson(circle)).to.equal(false);
	});
});

describe('a stage of all tests', () => {
	it('counts as its closing line says', async () => {
		const result = await followed(['one', progressLine(progress), closingLine({ passed: 13, failed: 0 })], 0);
		expect(result).to.deep.equal({ counts: { passed: 13, failed: 0 }, failures: [], output: 'one' });
	});

	it('tells of the failures that it tells of, and adds none', async () => {
		const result = await followed(
			[...failureLines('A title', { message: 'why' }), closingLine({ passed: 0, failed: 1 })],
			1,
		);
		expect(result.counts).to.deep.equal({ passed: 0, failed: 1 });
		expect(result.failures).to.deep.equal(['A title', '    why']);
	});

	it('that gets no further names what had passed and what ran', async () => {
		const { counts, failures } = await followed([progressLine(progress)]);
		expect(counts).to.deep.equal({ passed: 12, failed: 2 });
		expect(failures).to.deep.equal([
			'It did not finish “a story is read”: it printed nothing for 0.03 s and was ended',
		]);
	});

	it('that does not end after its closing line is one failure with a name', async () => {
		const { counts, failures } = await followed([closingLine({ passed: 39, failed: 0 })]);
		expect(counts).to.deep.equal({ passed: 39, failed: 1 });
		expect(failures).to.deep.equal([
			'Its tests passed, but not the run: it printed nothing for 0.02 s and was ended',
		]);
	});

	it('that dies names what ran and how it died', async () => {
		const { counts, failures } = await followed([progressLine(progress)], 7, ['out of memory']);
		expect(counts).to.deep.equal({ passed: 12, failed: 2 });
		expect(failures).to.deep.equal([
			'It did not finish “a story is read”: it ended with code 7. Its last words:\n    out of memory',
		]);
	});

	it('that passes its tests and ends badly is one failure with a name', async () => {
		const { counts, failures } = await followed([closingLine({ passed: 39, failed: 0 })], 1, [
			'an error that nobody caught',
		]);
		expect(counts).to.deep.equal({ passed: 39, failed: 1 });
		expect(failures).to.deep.equal([
			'Its tests passed, but not the run: it ended with code 1. Its last words:\n    an error that nobody caught',
		]);
	});

	it('that holds no test has failed', async () => {
		for (const lines of [[], [closingLine({ passed: 0, failed: 0 })]]) {
			const { counts, failures } = await followed(lines, 0);
			expect(counts).to.deep.equal({ passed: 0, failed: 1 });
			expect(failures).to.deep.equal(['It ran no test: it ended with code 0']);
		}
	});
});

describe('the lanes of all tests', () => {
	it('share out what takes long: everything once, and to each about as much', () => {
		const work = [5, 9, 2, 7, 4, 1].map((weight) => ({ name: `${weight}`, weight }));
		expect(sharesOf(work, 3)).to.deep.equal([
			['9', '1'],
			['7', '2'],
			['5', '4'],
		]);
		expect(sharesOf(work, 1).flat()).to.have.members(work.map(({ name }) => name));
		expect(sharesOf(work, 9)).to.have.length(work.length);
		expect(sharesOf([], 2)).to.deep.equal([]);
	});

	for (const lanes of [1, 2, 4])
		it(`run ${lanes} at a time, and build anew beside none that needs the build`, async () => {
			const stage = (name: string, more: Partial<TestStage> = {}): TestStage => ({ name, script: name, ...more });
			let open!: () => void;
			const workbench = { isReady: false, ready: new Promise<void>((resolve) => (open = resolve)) };
			const running = new Set<TestStage>();
			const ended: string[] = [];
			let mostAtOnce = 0;
			await runInLanes(
				[
					stage('host', { needsWorkbench: true, build: 'shared' }),
					stage('lint'),
					stage('browser', { needsWorkbench: true, build: 'shared' }),
					stage('vsix', { build: 'own' }),
					stage('npm', { build: 'own' }),
					stage('core'),
				],
				lanes,
				workbench,
				async (each) => {
					running.add(each);
					expect(running.size).to.be.most(lanes);
					mostAtOnce = Math.max(mostAtOnce, running.size);
					const builds = [...running].map(({ build }) => build);
					if (builds.includes('own')) expect(builds.filter((build) => build !== undefined)).to.have.length(1);
					if (each.needsWorkbench) expect(workbench.isReady).to.equal(true);
					if (each.name === 'lint') {
						workbench.isReady = true;
						open();
					}
					await new Promise((resolve) => setImmediate(resolve));
					running.delete(each);
					ended.push(each.name);
				},
			);
			expect(mostAtOnce).to.equal(lanes);
			expect(ended).to.have.members(['host', 'lint', 'browser', 'vsix', 'npm', 'core']);
			expect(ended.indexOf('vsix')).to.be.above(Math.max(ended.indexOf('host'), ended.indexOf('browser')));
		});
});

/** What is made of a stage that prints these lines and ends with a code, or not at all. */
function followed(lines: readonly string[], code?: number, errors: readonly string[] = []): Promise<StageResult> {
	const [stdout, stderr] = [new PassThrough(), new PassThrough()];
	const child = Object.assign(new EventEmitter(), {
		stdout,
		stderr,
		kill: () => child.emit('close', null, 'SIGTERM'),
	});
	for (const line of lines) stdout.write(`${line}\n`);
	for (const line of errors) stderr.write(`${line}\n`);
	const followedStage = followStage(
		child as unknown as ChildProcess,
		false,
		code === undefined ? { stall: 30, end: 20 } : { stall: 600_000, end: 600_000 },
	);
	if (code !== undefined) {
		void Promise.all([stdout, stderr].map((stream) => new Promise((resolve) => stream.once('end', resolve)))).then(
			() => setImmediate(() => child.emit('close', code, null)),
		);
		stdout.end();
		stderr.end();
	}
	return followedStage;
}
