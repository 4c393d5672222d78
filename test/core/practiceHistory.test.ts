import { expect } from 'chai';
import fc from 'fast-check';
import {
	historyText,
	historyVersion,
	mergeHistories,
	type PracticeHistory,
	ratings,
	readHistory,
	type Telling,
} from '../../src/core/questions/practice/history.ts';

const telling: fc.Arbitrary<Telling> = fc.record(
	{
		// Few ids, so that copies meet.
		id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
		at: fc.integer({ min: 0, max: 50 }),
		question: fc.string({ minLength: 1 }),
		asked: fc.string(),
		rating: fc.constantFrom(...ratings),
		seconds: fc.nat(600),
		story: fc.record({ file: fc.webUrl(), title: fc.string() }),
		notes: fc.string({ minLength: 1 }),
		added: fc.integer({ min: 0, max: 100 }),
	},
	{ requiredKeys: ['id', 'at', 'question', 'asked', 'rating'] },
);

const history: fc.Arbitrary<PracticeHistory> = fc
	.record({
		tellings: fc.array(telling, { maxLength: 8 }),
		reset: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
	})
	.map(({ tellings, reset }) => mergeHistories([{ tellings, ...(reset !== undefined && { reset }) }]));

const plain: Telling = { id: 'x', at: 5, question: 'q', asked: 'Q?', rating: 'good' };

describe('the history of practice', () => {
	it('is read back as it was written', () => {
		fc.assert(
			fc.property(history, (one) => {
				expect(readHistory(historyText(one))).to.deep.equal({ kind: 'read', history: one, dropped: 0 });
			}),
		);
	});

	it('joins its copies to the same whole, in whatever order and however often', () => {
		fc.assert(
			fc.property(history, history, history, (a, b, c) => {
				const joined = mergeHistories([a, b, c]);
				expect(mergeHistories([c, mergeHistories([b, a])])).to.deep.equal(joined);
				expect(mergeHistories([joined, b])).to.deep.equal(joined);
			}),
		);
	});

	it('loses what a reset in any copy took away, and keeps a backup that was brought back after it', () => {
		const emptied: PracticeHistory = { tellings: [], reset: 10 };
		expect(mergeHistories([{ tellings: [plain] }, emptied]).tellings).to.deep.equal([]);
		const backup = { ...plain, added: 11 };
		expect(mergeHistories([{ tellings: [plain] }, emptied, { tellings: [backup] }]).tellings).to.deep.equal([
			backup,
		]);
	});

	it('survives any text, and says of every broken one that it is broken', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readHistory(text)));
		const text = historyText({ tellings: [plain] });
		for (let end = 0; end < text.trimEnd().length; end++)
			expect(readHistory(text.slice(0, end)).kind, text.slice(0, end)).to.equal('unreadable');
		for (const other of [
			'null',
			'7',
			'{}',
			'{"version":-1}',
			'{"version":1}',
			'{"version":1,"tellings":{}}',
			'{"version":1e99,"tellings":[]}',
		]) {
			expect(readHistory(other).kind, other).to.equal('unreadable');
		}
	});

	it('keeps what it understands of entries that somebody has edited', () => {
		const odd = [
			plain,
			null,
			7,
			{ ...plain, id: '' },
			{ ...plain, id: 'y', rating: 'perfect' },
			{ ...plain, id: 'z', at: '5' },
			{ ...plain, id: 'later', at: 1e300 },
			{ ...plain, id: 'w', seconds: -1, story: 7, notes: [], extra: 1, __proto__: { at: 0 } },
		];
		const read = readHistory(JSON.stringify({ version: 1, tellings: odd }));
		expect(read).to.deep.equal({ kind: 'read', history: { tellings: [{ ...plain, id: 'w' }, plain] }, dropped: 6 });
	});

	it('reads the bare list that came before versions, and leaves a newer version to the newer extension', () => {
		expect(readHistory(JSON.stringify([plain]))).to.deep.equal({
			kind: 'read',
			history: { tellings: [plain] },
			dropped: 0,
		});
		expect(readHistory(JSON.stringify({ version: historyVersion + 1, tellings: 'who knows' }))).to.deep.equal({
			kind: 'newer',
			version: historyVersion + 1,
		});
	});
});
