import { expect } from 'chai';
import { frameworkRules } from '../../src/core/framework/file/problems.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkFixtures } from './frameworkFixtures.ts';
import { at } from './reading.ts';

describe('a framework file with mistakes', () => {
	for (const { name, text, expected, onlyWarnings } of frameworkFixtures('bad')) {
		it(`${name}: each is named at its place`, () => {
			const { framework, problems } = loadFramework(text);
			const found = problems.map(
				({ rule, span }) => `${rule} ${span.start}-${span.end} ${JSON.stringify(at(text, span))}`,
			);
			expect(found).to.deep.equal(expected.toSorted((a, b) => Number(/\d+/u.exec(a)) - Number(/\d+/u.exec(b))));
			expect(framework !== undefined, 'whether it is used').to.equal(onlyWarnings);
			expect(problems.every(({ severity }) => (severity === 'warning') === onlyWarnings)).to.equal(true);
		});
	}

	it('shows every rule there is, and no other', () => {
		const shown = frameworkFixtures('bad').flatMap(({ expected }) => expected.map((line) => line.split(' ')[0]));
		expect([...new Set(shown)]).to.have.members(frameworkRules.map(({ id }) => id));
	});
});
