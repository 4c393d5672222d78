import { expect } from 'chai';
import fc from 'fast-check';
import { starKinds } from '../../src/core/framework/sectionKind.ts';
import { shareOf, spokenTime } from '../../src/core/rules/english/spokenTime.ts';

describe('the shares of the sections', () => {
	const words = fc.nat(400);
	const story = fc.record({ situation: words, task: words, action: words, result: words, learnings: words });

	it('come to 100, lie within one percent of what was counted, and add up', () => {
		fc.assert(
			fc.property(story, (of) => {
				const all = starKinds.reduce((sum, kind) => sum + of[kind], 0);
				fc.pre(all > 0);
				const shares = starKinds.map((kind) => shareOf(of, [kind]));
				expect(shares.reduce((sum, share) => sum + share, 0)).to.equal(100);
				for (const [index, kind] of starKinds.entries())
					expect(Math.abs((shares[index] ?? 0) - (of[kind] * 100) / all)).to.be.lessThan(1);
				expect(shareOf(of, ['situation', 'task'])).to.equal((shares[0] ?? 0) + (shares[1] ?? 0));
			}),
			{ seed: 20 },
		);
		expect(shareOf({ situation: 1, task: 1, action: 1, result: 0, learnings: 9 }, ['situation', 'task'])).to.equal(
			67,
		);
		expect(shareOf({ situation: 0, task: 0, action: 0, result: 0, learnings: 9 }, starKinds)).to.equal(0);
	});
});

describe('the time of a story', () => {
	it('is told to five seconds, and never as none where something is told', () => {
		expect([0, 1, 6, 7, 150, 325].map((count) => spokenTime(count, 150))).to.deep.equal([
			'0 s',
			'under 5 s',
			'under 5 s',
			'5 s',
			'1 min',
			'2 min 10 s',
		]);
	});
});
