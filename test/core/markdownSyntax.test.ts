import { expect } from 'chai';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parseMarkdown } from '../../src/core/story/markdown.ts';
import { tablesAndFootnotes } from '../../src/core/story/markdownSyntax.ts';
import { propertyRuns } from './propertyRuns.ts';

describe('the syntax of Markdown', () => {
	it('is the same where tables and footnotes are only looked for when a text may have them', () => {
		const marks = 'a,b c, ,  ,    ,|,-,--,:,:-,-:,:-:,---,***,> ,- ,1. ,# ,[,],^,[^a],[^a]: ,`,\\,<b>,*'.split(',');
		const pieces = fc.constantFrom(...marks, '\t', '\n', '\n', '\n\n', '\r\n');
		const isSame = (text: string) => {
			const { root } = parseMarkdown(text);
			// Front matter is no part of this.
			if (root.children[0]?.type === 'yaml') return;
			expect(root, JSON.stringify(text)).to.deep.equal(fromMarkdown(text, tablesAndFootnotes));
		};
		for (const text of ['a\n:-', 'a\n-:', '- a\n  :-', '> a\n> -:', '| a |\n| - |', 'x[^a]\n\n[^a]: y', 'a\n-'])
			isSame(text);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => isSame(parts.join(''))),
			{ numRuns: propertyRuns(3000) },
		);
	});

	it('has tables of one column, without a pipe', () => {
		for (const text of ['a\n:-', 'a\n-:']) expect(parseMarkdown(text).root.children[0]?.type).to.equal('table');
	});
});
