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
import { lineSoup, markdownLines } from './markdownLines.ts';
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

describe('the scan of lines', function () {
	this.timeout(60_000);

	it('says of lines in any order what the parser says, or nothing', () => {
		let sure = 0;
		fc.assert(fc.property(lineSoup, (text) => void (isSure(text) && sure++)), { numRuns: 20_000 });
		expect(sure).to.be.above(2000);
	});

	it('says of each two lines, between others and at the end, what the parser says, or nothing', () => {
		for (const first of markdownLines) {
			for (const second of markdownLines) {
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
