import { expect } from 'chai';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/core/text/unifiedDiff.ts';

/** Applies a diff of one file to its text, as `patch` does. */
function patched(before: string, diff: string): string {
	const lines = before.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
	let result = '';
	let next = 0;
	for (const hunk of diff.split(/^(?=@@ )/mu).slice(1)) {
		const [head = '', ...body] = hunk.match(/[^\n]*\n/gu) ?? [];
		const [, first = '', count = ''] = /^@@ -(\d+),(\d+) /u.exec(head) ?? [];
		const start = Number(count) === 0 ? Number(first) : Number(first) - 1;
		result += lines.slice(next, start).join('');
		next = start;
		for (const [index, each] of body.entries()) {
			if (each.startsWith('\\')) continue;
			const text = body[index + 1]?.startsWith('\\') ? each.slice(1, -1) : each.slice(1);
			if (!each.startsWith('+')) expect(lines[next++]).to.equal(text);
			if (!each.startsWith('-')) result += text;
		}
	}
	return result + lines.slice(next).join('');
}

const text = fc
	.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '\\ x\n', '-- y\n', '@@ z\n'), { maxLength: 40 })
	.chain((lines) => fc.constantFrom('', 'end').map((end) => lines.join('') + end));

describe('a unified diff', () => {
	it('makes of one text the other, whatever they are', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(patched(before, unifiedDiff('a.md', before, after))).to.equal(after);
			}),
		);
	});

	it('shows three lines around a change, and joins what is near', () => {
		const lines = [...'abcdefghijklmnopqrst'];
		const before = `${lines.join('\n')}\n`;
		const after = before.replace('b\n', 'B\n').replace('h\n', '').replace('t\n', 't\nu\n');
		expect(unifiedDiff('x y.md', before, after)).to.equal(
			'--- a/x y.md\t\n+++ b/x y.md\t\n' +
				'@@ -1,11 +1,10 @@\n a\n-b\n+B\n c\n d\n e\n f\n g\n-h\n i\n j\n k\n' +
				'@@ -18,3 +17,4 @@\n r\n s\n t\n+u\n',
		);
		expect(unifiedDiff('a.md', before, before)).to.equal('');
	});

	it('is made in time of long texts with nothing in common', () => {
		const long = (mark: string) => Array.from({ length: 20_000 }, (_, index) => `${mark}${index}\n`).join('');
		expect(unifiedDiff('a.md', long('a'), long('b')).length).to.be.greaterThan(40_000);
	});
});
