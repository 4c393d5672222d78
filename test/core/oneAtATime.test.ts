import { expect } from 'chai';
import { OneAtATime } from '../../src/core/library/oneAtATime.ts';

describe('what is done one at a time', () => {
	let begun: string[];
	let ends: ((result: string) => void)[];
	let fails: ((error: Error) => void)[];
	let turns: OneAtATime<string>;

	beforeEach(() => {
		begun = [];
		ends = [];
		fails = [];
		turns = new OneAtATime();
	});

	const run = (key: string, name: string): Promise<string> =>
		turns.run(key, () => {
			begun.push(name);
			return new Promise((resolve, reject) => {
				ends.push(resolve);
				fails.push(reject);
			});
		});
	const settled = () => new Promise(setImmediate);

	it('begins anew once it is done, for all who asked meanwhile together', async () => {
		const [first, second, third] = [run('a', 'first'), run('a', 'second'), run('a', 'third')];
		await settled();
		expect(begun).to.deep.equal(['first']);
		ends[0]?.('one');
		expect(await first).to.equal('one');
		await settled();
		expect(begun).to.deep.equal(['first', 'second']);
		ends[1]?.('two');
		expect(await Promise.all([second, third])).to.deep.equal(['two', 'two']);
	});

	it('begins at once where nothing is being done, and for another key', async () => {
		const first = run('a', 'first');
		void run('b', 'beside it');
		expect(begun).to.deep.equal(['first', 'beside it']);
		ends[0]?.('one');
		await first;
		await settled();
		void run('a', 'second');
		expect(begun).to.deep.equal(['first', 'beside it', 'second']);
	});

	it('goes on where it fails', async () => {
		const [first, second] = [run('a', 'first'), run('a', 'second')];
		fails[0]?.(new Error('broken'));
		expect(await first.catch((error: Error) => error.message)).to.equal('broken');
		await settled();
		ends[1]?.('two');
		expect(await second).to.equal('two');
		await settled();
		void run('a', 'third');
		expect(begun).to.deep.equal(['first', 'second', 'third']);
	});
});
