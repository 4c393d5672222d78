import { expect } from 'chai';
import { formResults } from '../eval/formsScore.ts';

/** So much of what the reader is not tuned on has to be read as labelled. */
const minHeldOut = 0.95;

describe('story files in other people’s manners', () => {
	for (const { name, faults } of formResults('development')) {
		it(`are read as labelled: ${name}`, () => {
			expect(faults).to.deep.equal([]);
		});
	}

	it('are read as labelled where they were held out', () => {
		const results = formResults('held-out');
		const stories = results.reduce((sum, { expected }) => sum + expected.stories.length, 0);
		const readable = results.reduce((sum, result) => sum + result.readable, 0);
		expect(readable / stories).to.be.at.least(minHeldOut);
		const silent = results.filter(({ expected }) => expected.kind === 'other').flatMap(({ faults }) => faults);
		expect(silent, 'about files without a story').to.deep.equal([]);
	});
});
