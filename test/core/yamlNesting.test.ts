import { expect } from 'chai';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { readFrontMatter } from '../../src/core/story/frontMatter.ts';
import { findTooDeep } from '../../src/core/text/yaml/nesting.ts';

describe('YAML that nests too deeply', () => {
	for (const [what, opener, closer] of [
		['lists', '[', ']'],
		['mappings', '{a: ', '}'],
		['lists without an end', '[', ''],
		['list marks on a line', '- ', ''],
		['keys on a line', '? ', ''],
	] as const) {
		it(`is found at its ${what}, without the parser, which takes seconds where its stack is large`, () => {
			const nested = (depth: number) => `${opener.repeat(depth)}a${closer.repeat(depth)}`;
			expect(findTooDeep(nested(150))).to.equal(undefined);
			const at = findTooDeep(`x: 1\n${nested(20_000)}`) ?? 0;
			expect(nested(20_000).slice(at - 5, at - 5 + opener.length)).to.equal(opener);
			expect(at).to.be.within(5, 5 + 201 * opener.length);
		});
	}

	it('is not what stands in quotes, comments and texts of several lines', () => {
		const brackets = '['.repeat(5000);
		for (const text of [`a: "${brackets}"`, `a: 1 # ${brackets}`, `a: |\n  ${brackets}\n`, `a: ${'-'.repeat(500)}`])
			expect(findTooDeep(text), text.slice(0, 20)).to.equal(undefined);
		const wide = Array.from({ length: 500 }, (_, n) => `k${n}: [${n}]`).join(', ');
		expect(findTooDeep(`a: { ${wide} }`)).to.equal(undefined);
		expect(findTooDeep(Array.from({ length: 500 }, (_, n) => `- "the ${n}th [": a`).join('\n'))).to.equal(
			undefined,
		);
	});

	it('is said at the place, in front matter and framework files', () => {
		const deep = `competencies: ${'['.repeat(20_000)}`;
		const text = `---\nstatus: ready\n${deep}\n---\n\n# A\n`;
		const [error] = readFrontMatter(text)?.errors ?? [];
		expect(error?.message).to.equal('This front matter nests too deeply to be read.');
		expect(error?.span.start).to.be.within(text.indexOf('[') + 199, text.indexOf('[') + 201);
		const [problem] = loadFramework(`id: own\n${deep}`).problems;
		expect(problem?.message).to.equal('This file cannot be read: it nests too deeply.');
		expect(problem?.span.start).to.be.above(200);
	});
});
