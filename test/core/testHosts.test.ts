import fs from 'node:fs/promises';
import { expect } from 'chai';
import { hostDifferences } from '../host/hostDifferences.ts';

const folder = new URL('../host/', import.meta.url);

describe('the suites of the extension hosts', () => {
	it('say each in which hosts they run, and every way in which hosts differ has one', async () => {
		const marked: string[] = [];
		for (const name of (await fs.readdir(folder)).filter((each) => each.endsWith('.test.ts'))) {
			const source = await fs.readFile(new URL(name, folder), 'utf8');
			const suites = source.match(/^(?:describe|inEveryHost|inCurrentNode)\b.*$/gmu) ?? [];
			expect(suites, name).to.have.length.at.least(1);
			expect(
				suites.filter((suite) => suite.startsWith('describe')),
				name,
			).to.deep.equal([]);
			marked.push(...suites);
		}
		for (const difference of Object.keys(hostDifferences)) {
			expect(
				marked.filter((suite) => suite.startsWith(`inEveryHost('${difference}'`)),
				difference,
			).to.have.length.at.least(1);
		}
		expect(marked.filter((suite) => suite.startsWith('inCurrentNode('))).to.have.length.at.least(1);
	});
});
