import { expect } from 'chai';
import { blocksIn, type CpuProfile } from '../bench/measure/blocks.ts';

describe('the blocks in a profile', () => {
	const nodes: CpuProfile['nodes'] = [
		{ id: 1, callFrame: { functionName: '(root)', url: '' }, children: [2, 3, 4] },
		{ id: 2, callFrame: { functionName: '(garbage collector)', url: '' } },
		{ id: 3, callFrame: { functionName: 'host', url: 'host.js' }, children: [5] },
		{ id: 4, callFrame: { functionName: '(idle)', url: '' } },
		{ id: 5, callFrame: { functionName: 'activate', url: 'ours.js' }, children: [6] },
		{ id: 6, callFrame: { functionName: 'registerCommand', url: 'host.js' } },
	];
	const blocks = (...samples: readonly (readonly [id: number, delta: number])[]) =>
		blocksIn(
			{ nodes, samples: samples.map(([id]) => id), timeDeltas: samples.map(([, delta]) => delta) },
			(url) => url === 'ours.js',
		);

	it('hold what the program calls and the garbage that is collected meanwhile, and end with anything else', () => {
		const [first, second, ...others] = blocks(
			[2, 500],
			[5, 500],
			[6, 400],
			[2, 300],
			[6, 300],
			[3, 500],
			[2, 500],
			[5, 500],
			[4, 500],
		);
		expect(first).to.deep.equal({
			milliseconds: 1.5,
			entry: 'activate',
			top: [
				['registerCommand', 0.7],
				['activate', 0.5],
				['(garbage collector)', 0.3],
			],
		});
		expect(second).to.deep.include({ milliseconds: 0.5 });
		expect(others).to.deep.equal([]);
	});

	it('leave out the time that other processes had', () => {
		expect(blocks([5, 500], [5, 60_000]).map(({ milliseconds }) => milliseconds)).to.deep.equal([1.5]);
	});
});
