import { expect } from 'chai';
import fc from 'fast-check';
import { withoutSections } from '../../src/core/story/model.ts';
import { compactAnalysis } from '../../src/host/language/compactAnalysis.ts';
import { SharedValues } from '../../src/host/language/sharedValues.ts';
import { sampleFiles, storyDocument, taggedJumble } from './generated.ts';
import { analysed } from './reading.ts';

function expectSame(text: string): void {
	const { stories, ...rest } = analysed(text, { today: '2026-03-01' });
	const analysis = { ...rest, stories: stories.map(withoutSections) };
	expect(compactAnalysis(structuredClone(analysis), new SharedValues())).to.deep.equal(analysis);
}

describe('an analysis as the extension host keeps it', () => {
	it('says what it said when it came, of the sample bank', () => {
		for (const { text } of sampleFiles) expectSame(text);
	});

	it('says it of documents of any make', () => {
		fc.assert(fc.property(fc.oneof(storyDocument, taggedJumble), expectSame), { numRuns: 300 });
	});
});
