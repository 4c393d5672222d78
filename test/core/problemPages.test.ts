import { expect } from 'chai';
import { describedProblems } from '../../src/core/describedProblems.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkProblems } from '../../src/core/framework/file/problems.ts';
import { intricateDocument, maxDocumentLength } from '../../src/core/rules/unreadDocument.ts';
import { analysed, at } from './reading.ts';
import { unmark } from './unmark.ts';

const told = 'Words, and more words.\n'.repeat(maxDocumentLength / 20);

describe('the examples on the pages of', () => {
	for (const { id, bad, good } of frameworkProblems) {
		it(`${id} are found at their exact ranges, and the good ones are content`, () => {
			for (const example of bad) {
				const { text, spans } = unmark(example);
				const found = loadFramework(text).problems;
				expect(
					found.map(({ rule }) => rule),
					text,
				).to.deep.equal(spans.map(() => id));
				expect(
					found.map(({ span }) => span),
					text,
				).to.deep.equal(spans);
			}
			for (const text of good) expect(loadFramework(text).problems, text).to.deep.equal([]);
		});
	}

	it('document-length are found at their exact ranges, and the good ones are content', () => {
		const { bad = [], good = [] } = describedProblems.find(({ id }) => id === 'document-length') ?? {};
		expect([bad.length, good.length]).to.deep.equal([1, 1]);
		for (const example of bad) {
			const { text, spans } = unmark(example);
			expect(analysed(text.replace('…', told)).problems.map(({ rule, span }) => ({ rule, span }))).to.deep.equal(
				spans.map((span) => ({ rule: 'document-length', span })),
			);
		}
		for (const text of good)
			expect(analysed(text).problems.map(({ rule }) => rule)).to.not.include('document-length');
	});

	it('document-intricate are found at their exact ranges', () => {
		const { bad = [] } = describedProblems.find(({ id }) => id === 'document-intricate') ?? {};
		expect(bad).to.have.length(1);
		for (const example of bad) {
			const { text, spans } = unmark(example);
			expect(intricateDocument(text, {}).problems.map(({ span }) => at(text, span))).to.deep.equal(
				spans.map((span) => at(text, span)),
			);
		}
	});
});
