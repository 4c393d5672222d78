import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { createLookup } from '../../src/core/framework/lookups.ts';
import { normaliseName } from '../../src/core/framework/nearness.ts';
import { frameworkOf } from './reading.ts';

describe('a competency is found', () => {
	const lookup = createLookup([staff]);
	const spellings: readonly [tag: string, id: string | undefined][] = [
		['mentorship', 'mentorship'],
		['Mentorship & Knowledge Sharing', 'mentorship'],
		['mentorship and knowledge sharing', 'mentorship'],
		['MENTORSHIP  &  KNOWLEDGE  SHARING', 'mentorship'],
		['Mentorship&Knowledge-Sharing', 'mentorship'],
		['Mentoring', 'mentorship'],
		['cross-team-alignment', 'cross-team-alignment'],
		['Cross Team Alignment', 'cross-team-alignment'],
		['cross_team_alignment', 'cross-team-alignment'],
		['Cross–Team Alignment', 'cross-team-alignment'],
		[' technical influence ', 'technical-influence'],
		['ｍｅｎｔｏｒｓｈｉｐ', 'mentorship'],
		['mentroship', undefined],
		['Courage', undefined],
		['', undefined],
		['-', undefined],
		['__proto__', undefined],
		['constructor', undefined],
		['toString', undefined],
		['hasOwnProperty', undefined],
	];
	for (const [tag, id] of spellings) {
		it(`as ${JSON.stringify(tag)}: ${id}`, () => expect(lookup.find(tag)?.id).to.equal(id));
	}

	it('under its own id, name and aliases, each', () => {
		for (const competency of staff.competencies) {
			for (const name of [competency.id, competency.name, ...competency.aliases])
				expect(lookup.find(name)).to.equal(competency);
		}
	});

	it('under the short name that a long one has, which fits a narrow view', () => {
		for (const framework of builtInFrameworks.values()) {
			for (const competency of framework.competencies) {
				const shown = competency.shortName ?? competency.name;
				expect(shown).to.have.lengthOf.at.most(24);
				expect(createLookup([framework]).find(shown)).to.equal(competency);
			}
		}
	});

	it('in the earlier framework where two share a name', () => {
		const other = frameworkOf(['Courage', 'Mentorship']);
		expect(createLookup([staff, other]).find('mentorship')).to.equal(
			staff.competencies.find(({ id }) => id === 'mentorship'),
		);
		expect(createLookup([other, staff]).find('mentorship')?.name).to.equal('Mentorship');
		expect(createLookup([staff, other]).all).to.have.length(staff.competencies.length + 1);
	});

	it('by its own id and name even where an earlier framework has them as an alias', () => {
		const other = frameworkOf(['Ownership']);
		expect(staff.competencies.some(({ aliases }) => aliases.includes('ownership'))).to.equal(true);
		expect(createLookup([staff, other]).find('ownership')?.name).to.equal('Ownership');
		expect(createLookup([staff]).find('ownership')?.id).to.equal('technical-initiative');
	});

	it('nowhere without a framework', () => {
		expect(createLookup([]).find('mentorship')).to.equal(undefined);
		expect(createLookup([]).nearest('mentorship', 3)).to.deep.equal([]);
	});
});

describe('the nearest competencies', () => {
	const nearest = (tag: string) =>
		createLookup([staff])
			.nearest(tag, 3)
			.map(({ id }) => id);

	const slips: readonly [tag: string, first: string][] = [
		['mentroship', 'mentorship'],
		['Mentorship & Knowlege Sharing', 'mentorship'],
		['menotring', 'mentorship'],
		['tehcnical-influence', 'technical-influence'],
		['technical inititive', 'technical-initiative'],
		['cross-team-alignmnet', 'cross-team-alignment'],
		['Cross-Team', 'cross-team-alignment'],
		['knowledge sharing', 'mentorship'],
	];
	for (const [tag, first] of slips) {
		it(`to ${JSON.stringify(tag)} begin with ${first}`, () => expect(nearest(tag)[0]).to.equal(first));
	}

	for (const tag of ['Courage', 'x', '', '-', '__proto__', 'constructor', 'a'.repeat(5000), '🎯🎯🎯']) {
		it(`to ${JSON.stringify(tag.slice(0, 20))} are none`, () => expect(nearest(tag)).to.deep.equal([]));
	}

	it('are no more than asked for, each once', () => {
		const near = createLookup([staff])
			.nearest('technical', 2)
			.map(({ id }) => id);
		expect(near).to.have.length(2);
		expect(new Set(near).size).to.equal(2);
	});
});

describe('the spelling of a name', () => {
	it('is brought together once and stays', () => {
		for (const name of ['A & B', 'A&B', '&', ' - a__b – c ', 'İ', 'ﬁne', '\u0000']) {
			expect(normaliseName(normaliseName(name))).to.equal(normaliseName(name));
		}
	});
});
