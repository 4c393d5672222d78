import { expect } from 'chai';
import fc from 'fast-check';
import { applyEdits, inverseEdits } from '../../src/core/text/edit.ts';
import { lineEnd, lineEndingOf, LineMap, lineStart, nextLineStart } from '../../src/core/text/lines.ts';
import { touches, trimSpan } from '../../src/core/text/span.ts';

const lines = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r\n', '\r'), maxLength: 40 });

describe('lines', () => {
	it('end in what the text uses first', () => {
		const cases: readonly [string, string][] = [
			['', '\n'],
			['a', '\n'],
			['a\nb\r\n', '\n'],
			['a\r\nb\n', '\r\n'],
			['\n', '\n'],
			['\r\n', '\r\n'],
			['a\rb\n', '\n'],
		];
		for (const [text, ending] of cases) expect(lineEndingOf(text), JSON.stringify(text)).to.equal(ending);
	});

	it('are found from any offset on them', () => {
		const text = 'one\r\ntwo\n\nfour\rfive';
		const cases: readonly [offset: number, start: number, end: number, next: number][] = [
			[0, 0, 3, 5],
			[3, 0, 3, 5],
			[5, 5, 8, 9],
			[8, 5, 8, 9],
			[9, 9, 9, 10],
			[10, 10, 14, 15],
			[15, 15, 19, 19],
			[19, 15, 19, 19],
		];
		for (const [offset, ...expected] of cases) {
			expect(
				[lineStart(text, offset), lineEnd(text, offset), nextLineStart(text, offset)],
				String(offset),
			).to.deep.equal(expected);
		}
	});

	it('begin after a byte order mark', () => {
		expect([0, 1, 2, 5].map((offset) => lineStart('\uFEFFab\nc', offset))).to.deep.equal([0, 1, 1, 4]);
	});

	it('are known from their lengths, however long they are', () => {
		const text = ['a'.repeat(65_534), 'b'.repeat(65_535), '', 'c'.repeat(200_000), 'd'].join('\n');
		const map = LineMap.of(text);
		for (const letter of 'abcd') {
			const start = text.indexOf(letter);
			expect(map.positionAt(start + 3), letter).to.deep.equal({
				line: text.slice(0, start).split('\n').length - 1,
				character: 3,
			});
		}
	});

	it('are numbered as an editor numbers them, the empty last one included', () => {
		fc.assert(
			fc.property(lines, (text) => {
				const map = LineMap.of(text);
				for (let offset = 0; offset <= text.length; offset++) {
					// Between the two characters of a line ending the line has not ended yet.
					const before = text.slice(0, offset).replace(text[offset] === '\n' ? /\r$/u : /(?!)/u, '');
					expect(map.lineAt(offset)).to.equal(before.split(/\r\n|\r|\n/u).length - 1);
				}
			}),
		);
	});
});

describe('spans', () => {
	it('are trimmed of white space at both ends, to nothing where there is nothing else', () => {
		const cases: readonly [string, string][] = [
			['  a b \t\n', 'a b'],
			['\u00a0a\ufeff', 'a'],
			['   ', ''],
			['', ''],
			['a', 'a'],
		];
		for (const [text, trimmed] of cases) {
			const { start, end } = trimSpan(text, { start: 0, end: text.length });
			expect(text.slice(start, end)).to.equal(trimmed);
			expect(start).to.be.within(0, end);
			expect(end).to.be.at.most(text.length);
		}
	});

	it('are touched by a caret at their ends', () => {
		expect([0, 1, 2, 3, 4].map((offset) => touches({ start: 1, end: 3 }, offset))).to.deep.equal([
			false,
			true,
			true,
			true,
			false,
		]);
	});
});

describe('edits', () => {
	it('are applied in the order of their places, whatever the order they come in', () => {
		const edits = [
			{ span: { start: 4, end: 5 }, newText: 'E' },
			{ span: { start: 0, end: 0 }, newText: '>' },
			{ span: { start: 1, end: 3 }, newText: '' },
			{ span: { start: 5, end: 5 }, newText: '!' },
		];
		for (const order of [edits, edits.toReversed()]) expect(applyEdits('abcde', order)).to.equal('>adE!');
	});

	it('that insert at one place keep their order, and come before a replacement there', () => {
		const at = { start: 1, end: 1 };
		const edits = [
			{ span: { start: 1, end: 2 }, newText: 'X' },
			{ span: at, newText: '1' },
			{ span: at, newText: '2' },
		];
		expect(applyEdits('abc', edits)).to.equal('a12Xc');
	});

	it('that are none leave every character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(applyEdits(text, [])).to.equal(text);
			}),
		);
	});

	it('change nothing outside their spans', () => {
		fc.assert(
			fc.property(lines, fc.nat(40), fc.nat(40), lines, (text, a, b, newText) => {
				const start = Math.min(a, b, text.length);
				const end = Math.min(Math.max(a, b), text.length);
				expect(applyEdits(text, [{ span: { start, end }, newText }])).to.equal(
					text.slice(0, start) + newText + text.slice(end),
				);
			}),
		);
	});

	it('are taken back by their inverse', () => {
		const cuts = fc.array(fc.tuple(fc.nat(40), lines), { maxLength: 8 });
		fc.assert(
			fc.property(lines, cuts, (text, pieces) => {
				const places = pieces.map(([at]) => Math.min(at, text.length)).toSorted((a, b) => a - b);
				const edits = places.flatMap((start, index) =>
					index % 2 === 0
						? [{ span: { start, end: places[index + 1] ?? start }, newText: pieces[index]?.[1] ?? '' }]
						: [],
				);
				expect(applyEdits(applyEdits(text, edits), inverseEdits(text, edits))).to.equal(text);
			}),
		);
	});
});
