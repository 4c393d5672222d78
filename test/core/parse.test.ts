import { expect } from 'chai';
import { corpusFiles } from '../bench/corpus/corpus.ts';
import { sampleFiles } from './generated.ts';
import { analysed, problemsIn, read, tagged, unfinished } from './reading.ts';

describe('the reading of Markdown', () => {
	it('sees a heading of nothing but marks as empty', () => {
		const text = `${tagged}# #\n\n## Situation\n\nThe tests were slow.\n`;
		expect(problemsIn(text, unfinished)).to.include('title-missing "# #"');
	});

	it('counts code in an item of a list as text', () => {
		const text = `${tagged}# One\n\n## Result\n\n-     ...\n`;
		expect(read(text).stories[0]?.sections[0]).to.deep.include({ kind: 'result', empty: false });
	});

	it('finds the same whether or not there is a comment elsewhere in the file', () => {
		for (const { text, fileName } of [
			...sampleFiles,
			...[...corpusFiles({ stories: 100, notes: 20 }, 11)].map((file) => ({ ...file, fileName: 'a-story.md' })),
		]) {
			const [without, commented] = [
				analysed(text, { fileName }),
				analysed(`${text}\n\n<!-- A note. -->\n`, { fileName }),
			];
			expect(
				commented.problems.map(({ fixes: _fixes, ...problem }) => problem),
				fileName,
			).to.deep.equal(without.problems.map(({ fixes: _fixes, ...problem }) => problem));
			expect(
				commented.stories.map(({ title, words, filled }) => ({ title, words, filled })),
				fileName,
			).to.deep.equal(without.stories.map(({ title, words, filled }) => ({ title, words, filled })));
		}
	});
});
