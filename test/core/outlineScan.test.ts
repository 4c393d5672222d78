import { expect } from 'chai';
import fc from 'fast-check';
import { createLookup } from '../../src/core/framework/lookup.ts';
import { staff } from '../../src/core/framework/staff.ts';
import { parseMarkdown } from '../../src/core/story/markdown.ts';
import type { Marker } from '../../src/core/story/markers.ts';
import { readStories } from '../../src/core/story/outline.ts';
import { scanOutline } from '../../src/core/story/outlineScan.ts';
import { outlineOfTree } from '../../src/core/story/parse.ts';
import { createSectionNames } from '../../src/core/story/sectionNames.ts';
import { corpusFiles } from '../bench/corpus/corpus.ts';
import { tagged } from './reading.ts';
import { jumble, sampleFiles, storyDocument, taggedJumble } from './generated.ts';

const names = createSectionNames([staff]);
const context = { fileName: 'a-story.md', competencies: createLookup([staff]), sectionNames: names };

/** @returns whether the scan was sure, in which case it says what the parser says */
function isSure(text: string): boolean {
	const outline = scanOutline(text, names);
	if (!outline) return false;
	const parsed = outlineOfTree(parseMarkdown(text), text, names);
	expect(outline.markers.map(withoutLineEnd), JSON.stringify(text)).to.deep.equal(parsed.markers.map(withoutLineEnd));
	expect(outline.frontMatter, JSON.stringify(text)).to.deep.equal(parsed.frontMatter);
	expect(readStories(text, outline, context), JSON.stringify(text)).to.deep.equal(readStories(text, parsed, context));
	return true;
}

/** Nobody asks where the line of a label ends, and a parser says so only sometimes where it ends with spaces. */
function withoutLineEnd(marker: Marker): unknown {
	return marker.form === 'label' ? { ...marker, span: marker.span.start } : marker;
}

/** Lines in which Markdown changes its mind about the lines around them, each alone clear enough to be met often. */
const lines = [
	'', '', '', '', '# One', '## Two', '## Three', '### Situation', '## Task', '## 2. Action:', '## Result (20%)', '## ', '#x', '## Two ##', '## Two ', '## a_b_c', '## [x] y', '## 🎯 Result', ' ## Task', '    ## Task', '##\tTask',
	'**Situation:** I did', '**Task**: my', '**Action** — we did', '__Result__ - our', '**Result:**', '**Result:**text', '**Result**text', '**Learnings:** ', '**Competencies:** mentorship; x', '**Tags:** mentorship', '**Strength:** 4', '**Note** that I', '**Led** it', '**a** **b**: c',
	'** Task:** x', '**Task :** x', '**Task (mine):** x', '**5%**: x', '***Task:*** x', '****Task:**** x', '**Task:** `code', '**Task:** *em', '**Task:** — ', '**Task:** …', '**Task：** x', '**Task**：x', '**Task:**\u00a0x', '__Task:__x', '__Task__x: y', '**Task:**: x', '**Task:**. x',
	'- **Task:** mine', '1. **Task:** mine', '2. **Action:** mine', '  - **Task:** mine', '-  **Task** - x', '-     **Task:** x', '> **Task:** mine', '> ## Task', '- ## Task', '- # x', '> quoted', '> ', '>', '> - x', '- x', '-', '1.', '1. x', '2) x', '* x', '+ x', '- - x', '- > x', '  more', '    code', '    —', '\tcode',
	'I did. We did our part, my way.', 'We did `this` and *that*', 'a `code', 'open *star', 'open **bold', 'close** it', 'end_ here', '[open', 'shut](x)', '[x](y)', '[](y)', '![](y)', '![x](y)', '[x]: y', '<b>', 'a <b', 'a <b>c</b>', 'x > y', '<!-- a', 'b -->', 'a <!-- b --> c', '<metric>', 'a\\', 'a  ', '&nbsp;', '&amp; b', 'a & b', '—', '`—`', '…',
	'---', '***', '* * *', '- - -', '--', '===', '=', '+++', '----', '```', '```ts', '~~~', '````', '``` `x`', ' ```', '- ```', '| a | b |', '| --- | - |', 'a | b', '--- | ---', '> | - | - |', 'é lan', 'шаг', '🎯', '1984 was', '\ufeff', 'a\u2028b', 'a\tb',
];

const soup = fc
	.tuple(fc.constantFrom('', tagged, '---\ncompetencies: [mentorship]\n---\n', '---\ntitle: x\n---\n\n', '---\nx\n', '--- \nx: y\n---\n', '---\nx: y\n--- \n', '---\n---\n'), fc.array(fc.constantFrom(...lines), { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
	.map(([head, body, ending, isClosed]) => (head + body.join('\n') + (isClosed ? '\n' : '')).replaceAll('\n', ending));

describe('the scan of lines', function () {
	this.timeout(60_000);

	it('says of lines in any order what the parser says, or nothing', () => {
		let sure = 0;
		fc.assert(fc.property(soup, (text) => void (isSure(text) && sure++)), { numRuns: 20_000 });
		expect(sure).to.be.above(2000);
	});

	it('says of each two lines, between others and at the end, what the parser says, or nothing', () => {
		for (const first of lines) {
			for (const second of lines) {
				isSure(`${first}\n${second}`);
				isSure(`${tagged}# One\n\n**Situation:** I did\n${first}\n${second}\n**Action:** we\n\nEnd`);
				isSure(`${tagged}## Task\n${first}\n${second}\n## Action\n${second}`);
			}
		}
	});

	it('says of documents of any make what the parser says, or nothing', () => {
		fc.assert(fc.property(fc.oneof(jumble, taggedJumble, storyDocument), (text) => void isSure(text)), { numRuns: 1000 });
	});

	it('is sure of most of what people write, and right', () => {
		// Every second one has a comment that a parser has to look at.
		expect(sampleFiles.filter(({ text }) => isSure(text)).length, 'of the sample bank').to.be.above(sampleFiles.length * 0.4);
		const files = [...corpusFiles({ stories: 300, notes: 300 }, 11)];
		expect(files.filter(({ text }) => isSure(text)).length, 'of a folder of notes').to.be.above(files.length * 0.95);
	});
});
