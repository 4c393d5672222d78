import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { createLookup, namesOf } from '../../src/core/framework/lookups.ts';
import { normaliseName } from '../../src/core/framework/nearness.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { sectionKinds } from '../../src/core/framework/sectionKind.ts';
import { frameworkOf } from './reading.ts';

const all = [...builtInFrameworks.values()];
const competencies = [...new Set(all.flatMap((list) => list.competencies))];

function framework(id: string): Framework {
	const found = builtInFrameworks.get(id);
	if (!found) throw new Error(`no framework ${id}`);
	return found;
}

describe('the built-in frameworks', () => {
	const names: readonly [id: string, names: readonly string[]][] = [
		[
			'staff',
			['Technical Initiative', 'Technical Influence', 'Mentorship & Knowledge Sharing', 'Cross-Team Alignment'],
		],
		[
			'staff-extended',
			[
				'Technical Initiative',
				'Technical Influence',
				'Mentorship & Knowledge Sharing',
				'Cross-Team Alignment',
				'Conflict',
				'Failure & Learning',
				'Ambiguity',
				'Delivery',
				'Technical Judgement',
				'Operations',
				'Customer Focus',
				'Communication',
				'People & Culture',
			],
		],
		[
			'amazon-lp',
			[
				'Customer Obsession',
				'Ownership',
				'Invent and Simplify',
				'Are Right, A Lot',
				'Learn and Be Curious',
				'Hire and Develop the Best',
				'Insist on the Highest Standards',
				'Think Big',
				'Bias for Action',
				'Frugality',
				'Earn Trust',
				'Dive Deep',
				'Have Backbone; Disagree and Commit',
				'Deliver Results',
				"Strive to be Earth's Best Employer",
				'Success and Scale Bring Broad Responsibility',
			],
		],
		[
			'meta',
			[
				'Resolving Conflict',
				'Growing Continuously',
				'Embracing Ambiguity',
				'Driving Results',
				'Communicating Effectively',
			],
		],
		['google', ['General Cognitive Ability', 'Leadership', 'Googleyness', 'Role-Related Knowledge']],
		[
			'gitlab-values',
			[
				'Collaboration',
				'Results for Customers',
				'Efficiency',
				'Diversity, Inclusion & Belonging',
				'Iteration',
				'Transparency',
			],
		],
	];
	for (const [id, expected] of names) {
		it(`${id} has its names, in order`, () =>
			expect(framework(id).competencies.map(({ name }) => name)).to.deep.equal(expected));
	}

	it('are these, each with a version and a day', () => {
		expect([...builtInFrameworks.keys()]).to.deep.equal(names.map(([id]) => id));
		for (const [key, { id, name, version, asOf }] of builtInFrameworks) {
			expect(id).to.equal(key);
			expect(name).to.not.equal('');
			expect(version).to.match(/^\d+\.\d+\.\d+$/u);
			expect(asOf).to.match(/^20\d\d-\d\d-\d\d$/u);
		}
	});

	it('have ids that stand for one competency each, and share those of staff', () => {
		expect(new Set(competencies.map(({ id }) => id)).size).to.equal(competencies.length);
		expect(framework('staff-extended').competencies.slice(0, 4)).to.deep.equal(framework('staff').competencies);
		for (const [index, competency] of framework('staff').competencies.entries()) {
			expect(framework('staff-extended').competencies[index]).to.equal(competency);
		}
		for (const { id } of competencies) expect(id).to.match(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
	});

	for (const { id, competencies: own } of all) {
		it(`${id} has no name that means two of its competencies`, () => {
			const keys = own.flatMap((competency) => [...new Set(namesOf(competency).map(normaliseName))]);
			expect(keys.filter((key, index) => keys.indexOf(key) !== index)).to.deep.equal([]);
		});
	}

	for (const { id, description, target, prompts, questions } of competencies) {
		it(`${id} has a line of description, prompts for every section and questions`, () => {
			expect(description).to.match(/^\p{Lu}.{20,130}\.$/u);
			expect(target.min).to.be.within(1, target.max);
			for (const kind of sectionKinds) {
				expect(prompts[kind].length).to.be.within(1, 3);
				for (const prompt of prompts[kind]) expect(prompt).to.match(/^\p{Lu}.*\?$/u);
			}
			expect(questions.length).to.be.at.least(2);
			for (const { text } of questions) expect(text).to.match(/^\p{Lu}.*[.?]$/u);
		});
	}

	it('ask no question twice and give each an id of its own', () => {
		const questions = competencies.flatMap((competency) => competency.questions);
		expect(new Set(questions.map(({ id }) => id)).size).to.equal(questions.length);
		expect(new Set(questions.map(({ text }) => text)).size).to.equal(questions.length);
	});
});

describe('with every framework active', () => {
	const lookup = createLookup(all);

	it('each competency is found by its id and name, and none is there twice', () => {
		expect(lookup.all).to.have.length(competencies.length);
		for (const competency of competencies) {
			expect(lookup.find(competency.id)).to.equal(competency);
			expect(lookup.find(competency.name)).to.equal(competency);
			expect(lookup.find(competency.name.toUpperCase().replaceAll("'", '’'))).to.equal(competency);
		}
	});

	it('a name is never an alias: the alias means its competency only where nothing has the name', () => {
		expect(lookup.find('ownership')?.id).to.equal('ownership');
		expect(createLookup([framework('staff')]).find('ownership')?.id).to.equal('technical-initiative');
		expect(createLookup([framework('staff'), framework('meta')]).find('ownership')?.id).to.equal(
			'technical-initiative',
		);
	});

	it('the first framework that has an alias gives it its meaning', () => {
		const first = { ...frameworkOf(['Pairing']), id: 'first' };
		const other = { ...frameworkOf(['Teaching']), id: 'other' };
		const withAlias = (list: Framework): Framework => {
			return {
				...list,
				competencies: list.competencies.map((competency) => ({ ...competency, aliases: ['tutoring'] })),
			};
		};
		expect(createLookup([withAlias(first), withAlias(other)]).find('Tutoring')?.id).to.equal('pairing');
		expect(createLookup([withAlias(other), withAlias(first)]).find('Tutoring')?.id).to.equal('teaching');
	});

	it('the first framework that has an id gives it its meaning', () => {
		const own = frameworkOf(['Mentorship', 'Courage']);
		expect(createLookup([own, ...all]).find('mentorship')).to.equal(own.competencies[0]);
		expect(createLookup([own, ...all]).find('mentoring')?.id).to.not.equal('mentorship');
		expect(createLookup([...all, own]).find('mentoring')?.id).to.equal('mentorship');
		expect(createLookup([...all, own]).all).to.have.length(competencies.length + 1);
	});

	const slips: readonly [tag: string, first: string][] = [
		['mentroship', 'mentorship'],
		['Customer Obsesion', 'customer-obsession'],
		['customer-focs', 'customer-focus'],
		['Have Backbone', 'have-backbone-disagree-and-commit'],
		['Disagree & Comit', 'have-backbone-disagree-and-commit'],
		['Googliness!', 'googleyness'],
		['Driving Reslts', 'driving-results'],
		['Deliver Result', 'deliver-results'],
		['technical judgment call', 'technical-judgement'],
		['Results for Custmers', 'results-for-customers'],
	];
	for (const [tag, first] of slips) {
		it(`the nearest to ${JSON.stringify(tag)} is ${first}`, () =>
			expect(lookup.nearest(tag, 3)[0]?.id).to.equal(first));
	}

	it('the nearest are each there once, the earlier framework first where two are as near', () => {
		const near = lookup.nearest('resolving conflicts', 5).map(({ id }) => id);
		expect(new Set(near).size).to.equal(near.length);
		const [a, b] = [frameworkOf(['Boldness']), frameworkOf(['Goldness'])];
		expect(
			createLookup([a, b])
				.nearest('Foldness', 2)
				.map(({ id }) => id),
		).to.deep.equal(['boldness', 'goldness']);
		expect(
			createLookup([b, a])
				.nearest('Foldness', 2)
				.map(({ id }) => id),
		).to.deep.equal(['goldness', 'boldness']);
	});
});
