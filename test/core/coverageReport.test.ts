import { expect } from 'chai';
import fc from 'fast-check';
import { coverageOf } from '../../src/core/bank/coverage.ts';
import type { BankStory } from '../../src/core/bank/storyIndex.ts';
import { staff } from '../../src/core/framework/staff.ts';
import { coverageReport } from '../../src/core/report/coverageReport.ts';
import { escapeMarkdown } from '../../src/core/report/escapeMarkdown.ts';
import { parseMarkdown, visibleText } from '../../src/core/story/markdown.ts';
import { walk } from '../../src/core/story/walk.ts';
import { bankStory } from './bankStories.ts';

function report(...stories: BankStory[]): string {
	return coverageReport({ coverage: coverageOf(staff.competencies, stories), stories, linkTo: ({ file }) => file });
}

describe('the report', () => {
	it('of an empty bank says what is missing and how to begin', () => {
		const text = report();
		expect(text).to.contain('No stories yet.').and.contain('| Mentorship & Knowledge Sharing | 0 | 2–3 | 0 | gap |');
		expect(text).to.contain('### Cross-Team Alignment: gap').and.contain('- Which goal needed more than one team?');
	});

	it('lists the best stories with their merits and what is not counted', () => {
		const text = report(
			bankStory({ title: 'Second', tags: ['technical-influence', 'technical-initiative'], strength: 5, file: 'b.md' }),
			bankStory({ title: 'First', tags: ['technical-initiative'], strength: 3, openProblems: 1, file: 'a.md' }),
			bankStory({ title: 'Lost', tags: ['?Corage'], file: 'c.md' }),
		);
		expect(text).to.contain('3 stories in 3 files: 3 ready.');
		expect(text).to.contain('1. [First](a.md): primary · ready · strength 3 · 1 problem\n2. [Second](b.md): secondary · ready · strength 5');
		expect(text).to.contain('- [Lost](c.md): “?Corage”');
	});

	it('says so when nothing is missing', () => {
		const ready = staff.competencies.flatMap(({ id, target }) =>
			Array.from({ length: target.min }, (_, index) => bankStory({ tags: [id], strength: 4, index })),
		);
		expect(report(...ready)).to.contain('None: every competency is covered.').and.not.contain('Not counted');
	});

	it('is the same for the same bank, in whatever order it was read', () => {
		const stories = ['a', 'b', 'c'].map((file) => bankStory({ title: file, file, tags: ['mentorship'] }));
		expect(report(...stories.toReversed())).to.equal(report(...stories));
	});
});

describe('text escaped for Markdown', () => {
	for (const hostile of ['<img src=x onerror=alert(1)>', '${alert(1)}', '| a | b |', '# no', '1. no', '- no', '[a](b)', '&copy; R&D', '*_`~`_*', '\\', '+ a', '=']) {
		it(`shows ${hostile} as it is`, () => expect(rendered(hostile)).to.equal(hostile));
	}

	it('shows any words as they are', () => {
		const words = fc.string({ unit: fc.constantFrom(...'ab1 *_`[]()<>#|~&;!$\\+-=.:/"é🎯'), maxLength: 30 });
		const shownAsItIs = fc.property(words, (text) => {
			expect(rendered(text)).to.equal(text.replaceAll(/\s+/gu, ' ').trim());
		});
		fc.assert(shownAsItIs, { numRuns: 1000 });
	});

	function rendered(text: string): string {
		const { root } = parseMarkdown(`x\n\n${escapeMarkdown(text)}\n`);
		const types = [...walk(root)].map(({ type }) => type).filter((type) => type !== 'paragraph' && type !== 'text');
		expect(types, 'only plain text').to.deep.equal([]);
		return root.children[1] ? visibleText(root.children[1]) : '';
	}
});
