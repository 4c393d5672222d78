import { expect } from 'chai';
import fc from 'fast-check';
import { parseMarkdown, visibleText, walk } from '../../src/core/story/markdown.ts';
import { escapeMarkdown } from '../../src/core/text/escape.ts';
import { propertyRuns } from './propertyRuns.ts';

describe('text escaped for Markdown', () => {
	for (const hostile of [
		'<img src=x onerror=alert(1)>',
		'${alert(1)}',
		'| a | b |',
		'# no',
		'1. no',
		'- no',
		'[a](b)',
		'&copy; R&D',
		'*_`~`_*',
		'\\',
		'+ a',
		'=',
	]) {
		it(`shows ${hostile} as it is`, () => expect(rendered(hostile)).to.equal(hostile));
	}

	it('shows any words as they are', () => {
		const words = fc.string({ unit: fc.constantFrom(...'ab1 *_`[]()<>#|~&;!$\\+-=.:/"é🎯'), maxLength: 30 });
		const shownAsItIs = fc.property(words, (text) => {
			expect(rendered(text)).to.equal(text.replaceAll(/\s+/gu, ' ').trim());
		});
		fc.assert(shownAsItIs, { numRuns: propertyRuns(1000) });
	});

	function rendered(text: string): string {
		const { root } = parseMarkdown(`x\n\n${escapeMarkdown(text)}\n`);
		const types = [...walk(root)].map(({ type }) => type).filter((type) => type !== 'paragraph' && type !== 'text');
		expect(types, 'only plain text').to.deep.equal([]);
		return root.children[1] ? visibleText(root.children[1]) : '';
	}
});
