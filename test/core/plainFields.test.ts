import { expect } from 'chai';
import fc from 'fast-check';
import { readYaml } from '../../src/core/story/frontMatter.ts';
import { readPlainFields } from '../../src/core/story/plainFields.ts';
import { corpusFiles } from '../bench/corpus/corpus.ts';

/** @returns whether it was read without a parser, in which case a parser says the same */
function isPlain(block: string, before = '---\n'): boolean {
	const text = `${before}${block}---\n`;
	const content = { start: before.length, end: before.length + block.length };
	const entries = readPlainFields(text, content);
	if (!entries) return false;
	expect({ entries, errors: [], intact: true }, JSON.stringify(block)).to.deep.equal(readYaml(text, content));
	return true;
}

const values = [
	'mentorship', 'Mentorship & Knowledge Sharing', 'a, b', 'a - b', 'a # b', 'a #b', 'a#b', 'a: b', 'a:', 'a:b', '# x', '', ' ', '~', 'null', 'True', 'FALSE', 'yes', 'no', '4', '04', '4.5', '0', '-1', '1e3', '0x1f', '2024', '2024-06', '2024-06-30', '2024-6', '64%', '1_000', '.inf', 'NaN',
	'"a"', "'a'", "don't", "rock 'n' roll", 'é', '你好', '🎯', '&a x', '*a', '!x', '!!str 4', '| ', '>', '|\n  x', 'a\n  b', '[', ']', '[]', '[ ]', '[a]', '[a, b]', '[a,b]', '[ a , b ]', '[a, ]', '[,a]', '[a,, b]', '[a, "b"]', '[4]', '[null]', '[a: b]', '[a # b]', '[a] # b', '[a]#b', '[a] b', '[a\n  , b]', '{a: b}', '{}', '- a', '-', '--', '---', '...', '? a', '@a', '`a`', '%a', 'a\tb', 'a  ', 'a  b', 'a\u00a0', 'a\u2028b', '\ufeffa', 'a]', 'a}', 'a, [b]', '"a, b"', "'a, b'", '""', '"a\\n"', "'it''s'", '"a" b', '64% ', '[64%, "1,000 euros", \'x\']', '[64% b]', '["a"b]',
];
const lines = fc.oneof(
	fc.tuple(fc.constantFrom('competencies', 'title', 'date', 'a-b', '__proto__', 'null', '4', '"a"', 'a b', '- a', '  a', '', '?', '<<'), fc.constantFrom(': ', ':', ':  ', ' : ', ''), fc.constantFrom(...values)).map((parts) => parts.join('')),
	fc.tuple(fc.constantFrom('', '  ', '  ', '    ', '\t'), fc.constantFrom('- ', '-  ', '-', '- - '), fc.constantFrom(...values)).map((parts) => parts.join('')),
	fc.constantFrom('', '  ', '# x', '  # x', 'competencies:', 'questions:', 'x: ', 'x: # y'),
);
const block = fc.tuple(fc.array(lines, { maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([all, ending]) => all.map((line) => line.replaceAll('\n', ending) + ending).join(''));

describe('front matter of plain fields', () => {
	it('is read as a parser of YAML reads it, or left to that', () => {
		let plain = 0;
		fc.assert(fc.property(block, (text) => void (isPlain(text) && plain++)), { numRuns: 20_000 });
		expect(plain).to.be.above(500);
	});

	it('is read so whatever its values are', () => {
		for (const value of values) {
			for (const text of [`x: ${value}\n`, `x: ${value}\r\ny: z\r\n`, `x:\n  - ${value}\n`, `x:\n- ${value}\n- b\n`, `x: [${value}]\n`, `x: [${value}, ${value}]\ny: ${value}\n`]) isPlain(text);
		}
	});

	it('is what most people write', () => {
		const blocks = [...corpusFiles({ stories: 300, notes: 0 }, 5)].flatMap(({ text }) => /^---\r?\n([^]*?)^---\r?$/mu.exec(text)?.[1] ?? []);
		expect(blocks.length).to.be.above(200);
		expect(blocks.filter((text) => isPlain(text)).length).to.be.above(blocks.length * 0.6);
	});
});
