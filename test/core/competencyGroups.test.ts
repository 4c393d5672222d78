import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { competencyGroups } from '../../src/core/library/competencyGroups.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';

describe('the competencies that a new story can prove', () => {
	const builtIn = [...builtInFrameworks.values()];
	const groups = competencyGroups([staff], builtIn, coverageOf(staff.competencies, [], 'staff'));

	it('are those of the active frameworks first, with what is covered, then those of the others', () => {
		const [first, ...others] = groups;
		expect(first?.title).to.equal(staff.name);
		expect(first?.rows.map(({ competency }) => competency)).to.deep.equal(staff.competencies);
		expect(first?.rows.every(({ note }) => note.includes('gap'))).to.equal(true);
		// A list that is filtered shows no titles.
		for (const { title, rows } of others)
			expect(rows.every(({ note }) => note === `${title} · switches it on`)).to.equal(true);
		expect(others.map(({ off }) => off)).to.deep.equal(builtIn.slice(1).map(({ id }) => id));
	});

	it('stand there once each', () => {
		const ids = groups.flatMap(({ rows }) => rows.map(({ competency }) => competency.id));
		expect(new Set(ids).size).to.equal(ids.length);
		expect(new Set(ids)).to.deep.equal(
			new Set(builtIn.flatMap(({ competencies }) => competencies.map(({ id }) => id))),
		);
	});

	it('leave out a framework that has nothing of its own', () => {
		const all = competencyGroups(builtIn, builtIn, []);
		expect(all.every(({ off, rows }) => off === undefined && rows.length > 0)).to.equal(true);
	});
});
