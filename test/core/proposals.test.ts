import { expect } from 'chai';
import fc from 'fast-check';
import {
	inventedNumbers,
	placeOfProposal,
	type Proposal,
	proposalsIn,
	withNames,
} from '../../src/core/report/proposals.ts';

describe('what a language model proposes', () => {
	const block = (before: string, after: string) => `\`\`\`proposal\n${before}\n=====\n${after}\n\`\`\``;

	it('is read from its blocks, in their order, and from nothing else', () => {
		const answer = `Try:\n\n${block('We did it.', 'I did it.')}\n\nor\n\n${block('a\nb', 'c')}\n`;
		expect(proposalsIn(answer)).to.deep.equal([
			{ before: 'We did it.', after: 'I did it.' },
			{ before: 'a\nb', after: 'c' },
		]);
		for (const none of [
			'',
			'```\nWe\n=====\nI\n```',
			'```proposal\nWe\n```',
			block('same', 'same'),
			block(' ', 'x'),
			'text ```proposal\nWe\n=====\nI\n```',
		])
			expect(proposalsIn(none), none).to.deep.equal([]);
	});

	it('applies where the words stand once, and nowhere else', () => {
		const proposal: Proposal = { before: 'We', after: 'I' };
		expect(placeOfProposal(proposal, 'Then We went.')).to.deep.equal({ start: 5, end: 7 });
		expect(placeOfProposal(proposal, 'Then we went.')).to.equal(undefined);
		expect(placeOfProposal(proposal, 'We and We.')).to.equal(undefined);
		expect(placeOfProposal({ before: 'aa', after: '' }, 'aaa')).to.equal(undefined);
	});

	it('applies across line ends, whichever the model gives back', () => {
		const ends = fc.constantFrom('\n', '\r\n');
		fc.assert(
			fc.property(fc.array(fc.tuple(ends, ends), { minLength: 1, maxLength: 4 }), (lines) => {
				const told = lines.map(([end], index) => `line ${index}${end}`).join('');
				const before = lines.map(([, end], index) => `line ${index}${end}`).join('');
				expect(placeOfProposal({ before, after: '' }, `One.\r\n${told}End.`)).to.deep.equal({
					start: 6,
					end: 6 + told.length,
				});
			}),
		);
	});

	it('is told apart where it has a number that the story does not have', () => {
		const numbersOf = (after: string) => inventedNumbers({ before: 'x', after }, 'From 1,200 to 40 in 2024.');
		expect(numbersOf('40 of 1,200')).to.deep.equal([]);
		expect(numbersOf('4 of 1.200, 4 times')).to.deep.equal(['4', '1.200']);
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(inventedNumbers({ before: 'x', after: text }, text)).to.deep.equal([]);
			}),
		);
	});

	it('gets back the names that were hidden', () => {
		const hidden = [
			{ name: 'Halyard $& Co', placeholder: '[Company A]' },
			{ name: 'Inês', placeholder: '[Name A]' },
		];
		expect(withNames({ before: '[Company A] and [Name A]', after: '[Name A], [Name A]' }, hidden)).to.deep.equal({
			before: 'Halyard $& Co and Inês',
			after: 'Inês, Inês',
		});
	});
});
