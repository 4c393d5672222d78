import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/staff.ts';
import { parseMarkdown } from '../../src/core/story/markdown.ts';
import { scanOutline } from '../../src/core/story/outlineScan.ts';
import { type Pieces, piecesOfTree } from '../../src/core/story/pieces.ts';
import { scannedPieces } from '../../src/core/story/scannedPieces.ts';
import { createSectionNames } from '../../src/core/story/sectionNames.ts';
import { scanStretch } from '../../src/core/story/stretchScan.ts';
import { corpusFiles } from '../bench/corpus/corpus.ts';
import { growthOf, mostGrowth } from './growth.ts';
import { jumble, sampleFiles, storyDocument, taggedJumble } from './generated.ts';
import { lineSoup, markdownLines } from './markdownLines.ts';

const names = createSectionNames([staff]);

/** How many characters of a document its lines told, and how many a parser had to. */
interface Told {
	readonly byLines: number;
	readonly byParser: number;
}

/** @returns undefined where the outline was not clear; else both readings were the same */
function compare(text: string): Told | undefined {
	const cuts = scanOutline(text, names)?.cuts;
	if (!cuts) return undefined;
	const [scanned, parsed] = [scannedPieces(text, cuts), piecesOfTree(parseMarkdown(text))];
	const end = text.length;
	for (const span of [{ start: 0, end }, { start: Math.floor(end / 3), end: Math.floor((end * 2) / 3) }]) {
		expect(shown(scanned, span, text), JSON.stringify(text)).to.deep.equal(shown(parsed, span, text));
	}
	const told = { byLines: 0, byParser: 0 };
	for (const [index, start] of cuts.entries()) {
		const stretch = { start, end: cuts[index + 1] ?? end };
		told[scanStretch(text, stretch) ? 'byLines' : 'byParser'] += stretch.end - start;
	}
	return told;
}

function shown(pieces: Pieces, span: { start: number; end: number }, text: string): unknown {
	return pieces.within(span).map((piece) => ({ ...piece, source: text.slice(piece.start, piece.end) }));
}

/** What a paragraph may hold, with what turns its meaning. */
const words = fc.constantFrom(
	'I', ' ', ' ', ' ', 'did', 'snake_case', '_', '__', '*', '**', '***', '`', '``', '`code`', '`a b`', '`*`', '` `', '\\', '\\*', '\\`', '\n', '\n', '  \n', ' \n', '\n  ', '\\\n', '[', ']', '](', '[x]', '(', ')', '!', '<', '< ', '<b', '<b>', '>', '&', '& b',
	'**bold**', '*slanted*', '_slanted_', '__bold__', '**bold:** ', '**a**b', 'a**b**', '**“a”**', '“', '”', '.', ',', '-', '—', '🎯', 'é', '\u00a0', '$', '5%', '1. ', '2. ', '- ', '+ ', '> ', '~', '|', '#', '=', 'a*b*c', '[a b](c)', '[a](b_c_d "e *f")', '![a](b)', '[a](', '<c>', '</c>', '<https://a_b_c>', '<a b>', '<c-2>', '4 * 5', '*4 * 5*', '**a *b* c**', '_a_b_',
);
const plain = fc.constantFrom('I', ' did ', ' ', 'so, ', 'it', '\n', '**bold**', ' `code` ', '[a b](c)');
const paragraph = fc.array(fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: words }), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

const item = fc.tuple(fc.constantFrom('- ', '- ', '* ', '1. ', '2. ', '10) ', '-   ', '  - ', '   - ', '    - ', ' - ', '   1. ', '', '  ', '   ', '    '), paragraph, fc.constantFrom('\n', '\n', '\n\n')).map((parts) => parts.join(''));
const list = fc.array(item, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

const quotation = fc
	.array(fc.tuple(fc.constantFrom('> ', '> ', '> ', '>', '>  ', ''), fc.oneof(paragraph, fc.constant(''))), { minLength: 1, maxLength: 4 })
	.map((lines) => lines.map(([mark, told]) => mark + told).join('\n'));

const block = fc.oneof(paragraph, paragraph.map((told) => `So ${told}`), list, quotation, fc.constantFrom('## Aside', '```\ncode\n```', '~~~~ ts\n~~~\n\n~~~~~ ', '```\nopen', '***', '- - -', '<!-- x -->'));
const page = fc
	.tuple(fc.constantFrom('', '---\ncompetencies: [mentorship]\n---\n', '---\nx: y\n---\n---\n', '# One\n\n'), fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n', '\n \n')), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\n', '\r\n'))
	.map(([head, blocks, ending]) => (head + blocks.flat().join('')).replaceAll('\n', ending));

describe('the pieces of a document by its lines', function () {
	this.timeout(120_000);

	it('are those of the parser in paragraphs and lists of any make', () => {
		let [clear, byLines] = [0, 0];
		fc.assert(
			fc.property(page, (text) => {
				const told = compare(text);
				if (told) clear++;
				if (told && told.byParser === 0) byLines++;
			}),
			{ numRuns: 20_000 },
		);
		expect(clear, 'clear outlines').to.be.above(4000);
		expect(byLines, 'without the parser').to.be.above(1500);
	});

	it('are those of the parser for lines in any order', () => {
		fc.assert(fc.property(lineSoup, (text) => void compare(text)), { numRuns: 5000 });
	});

	it('are those of the parser for each two lines, below a heading, a paragraph and an item', () => {
		for (const first of markdownLines) {
			for (const second of markdownLines) {
				for (const above of ['## Task\n', 'I did\n', '- I did\n', '1. I did\n   - we\n\n']) compare(`${above}${first}\n${second}\nEnd`);
			}
		}
	});

	it('are those of the parser in documents of any make', () => {
		fc.assert(fc.property(fc.oneof(jumble, taggedJumble, storyDocument), (text) => void compare(text)), { numRuns: 1000 });
	});

	it('are read in a time in proportion to the length', () => {
		for (const part of ['`a` ', '`', '[a](b) ', '[a](', '[', '<b> ', '<', '**a** ', '*a_', '**a ', 'a  \n', 'a `b  \nc` d  \n', '> a\n', '- a\n', '1. a\n', '- ', '> ', '***\n', 'a\\', '(', '_ ', '    a\n', ' ']) {
			const growth = growthOf(60_000, (length) => {
				const text = `So ${part.repeat(length / part.length)}`;
				scanStretch(text, { start: 0, end: text.length });
			});
			expect(growth, part).to.be.lessThan(mostGrowth);
		}
	});

	it('take no parser for most of what people write', () => {
		const texts = [...sampleFiles.map(({ text }) => text), ...[...corpusFiles({ stories: 200, notes: 100 }, 11)].map(({ text }) => text)];
		const told = texts.flatMap((text) => compare(text) ?? []);
		const sum = (of: keyof Told) => told.reduce((total, each) => total + each[of], 0);
		expect(sum('byParser') / sum('byLines')).to.be.below(0.1);
	});
});
