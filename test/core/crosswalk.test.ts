import { expect } from 'chai';
import { crosswalk, kinDistance, kinIn, kinOf } from '../../src/core/framework/built-in/crosswalk.ts';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';

const extendedIds = idsOf('staff-extended');
const crossed = [...builtInFrameworks.keys()].filter((id) => id !== 'staff-extended');

function idsOf(framework: string): readonly string[] {
	const found = builtInFrameworks.get(framework);
	if (!found) throw new Error(`no framework ${framework}`);
	return found.competencies.map(({ id }) => id);
}

describe('the crosswalk', () => {
	it('has a version and a day', () => {
		expect(crosswalk.version).to.match(/^\d+\.\d+\.\d+$/u);
		expect(crosswalk.asOf).to.match(/^20\d\d-\d\d-\d\d$/u);
	});

	it('crosses every built-in framework to staff-extended, in their order', () =>
		expect(Object.keys(crosswalk.kin)).to.deep.equal(crossed));

	for (const framework of crossed) {
		it(`has every competency of ${framework}, in order`, () =>
			expect(Object.keys(crosswalk.kin[framework] ?? {})).to.deep.equal(idsOf(framework)));

		it(`gives each of ${framework} one to four that exist, none twice`, () => {
			for (const [id, kin] of Object.entries(crosswalk.kin[framework] ?? {})) {
				expect(kin.length, id).to.be.within(1, 4);
				expect(new Set(kin).size, id).to.equal(kin.length);
				expect(extendedIds, id).to.include.members([...kin]);
			}
		});
	}

	it('leaves none of staff-extended without kin', () =>
		expect(extendedIds.filter((id) => kinIn('staff-extended', id, 'amazon-lp').length === 0)).to.deep.equal([]));
});

describe('kinOf', () => {
	it('is what the table says', () =>
		expect(kinOf('amazon-lp', 'hire-and-develop-the-best')).to.deep.equal(['mentorship', 'people-culture']));

	it('of one that stands in staff-extended is itself, whichever list it was taken from', () => {
		for (const id of extendedIds) expect(kinOf('staff-extended', id)).to.deep.equal([id]);
		for (const id of idsOf('staff')) expect(kinOf('staff', id)).to.deep.equal([id]);
	});

	const unknown: readonly [framework: string, id: string][] = [
		['amazon-lp', 'mentorship'],
		['staff', 'conflict'],
		['staff-extended', 'ownership'],
		['our-own', 'mentorship'],
		['meta', 'constructor'],
		['constructor', 'name'],
	];
	for (const [framework, id] of unknown) {
		it(`${id} of ${framework} has none`, () => expect(kinOf(framework, id)).to.deep.equal([]));
	}
});

describe('kinIn', () => {
	it('finds the company’s names for one of staff, closest first', () => {
		expect(kinIn('staff', 'mentorship', 'amazon-lp')).to.deep.equal([
			'hire-and-develop-the-best',
			'strive-to-be-earths-best-employer',
		]);
		expect(kinIn('staff', 'technical-influence', 'google')).to.deep.equal(['leadership']);
	});

	it('goes from company to company', () =>
		expect(kinIn('meta', 'resolving-conflict', 'amazon-lp')).to.deep.equal([
			'earn-trust',
			'have-backbone-disagree-and-commit',
			'think-big',
		]));

	it('passes over what is only remotely kin to both', () => {
		expect(kinOf('amazon-lp', 'dive-deep')).to.include('technical-judgement');
		expect(kinOf('gitlab-values', 'iteration')).to.include('technical-judgement');
		expect(kinIn('amazon-lp', 'dive-deep', 'gitlab-values')).to.not.include('iteration');
	});

	it('towards staff-extended is kinOf', () => {
		for (const framework of crossed) {
			for (const id of idsOf(framework)) {
				expect(kinIn(framework, id, 'staff-extended')).to.deep.equal(kinOf(framework, id));
			}
		}
	});

	it('holds both ways', () => {
		for (const framework of builtInFrameworks.keys()) {
			for (const other of builtInFrameworks.keys()) {
				for (const id of idsOf(framework)) {
					for (const kin of kinIn(framework, id, other)) expect(kinIn(other, kin, framework)).to.include(id);
				}
			}
		}
	});

	it('has nothing in the same framework, in an unknown one and for an unknown competency', () => {
		expect(kinIn('amazon-lp', 'ownership', 'amazon-lp')).to.deep.equal([]);
		expect(kinIn('amazon-lp', 'ownership', 'our-own')).to.deep.equal([]);
		expect(kinIn('amazon-lp', 'owner', 'meta')).to.deep.equal([]);
	});
});

describe('kinDistance', () => {
	const ids = [...builtInFrameworks.keys()].flatMap((framework) => idsOf(framework).map((id) => ({ framework, id })));

	it('needs no framework, as none has another competency of the same id', () => {
		const shared = ids.filter(({ id }, index) => ids.findIndex((other) => other.id === id) !== index);
		expect(shared.map(({ id }) => id)).to.have.members(idsOf('staff'));
	});

	it('is finite for those that kinIn names, and for no others', () => {
		for (const { framework, id } of ids) {
			for (const other of builtInFrameworks.keys()) {
				const kin = idsOf(other).filter((each) => kinDistance(id, each) < Infinity);
				const named = kinIn(framework, id, other).filter((each) => !idsOf(framework).includes(each));
				expect(kin, `${id} in ${other}`).to.have.members(
					named.filter((each) => kinDistance(id, each) < Infinity),
				);
				if (!idsOf(other).includes(id)) expect(kin, `${id} in ${other}`).to.have.members(named);
			}
		}
	});

	it('is least for the closest, and none within a framework', () => {
		expect(kinDistance('conflict', 'have-backbone-disagree-and-commit')).to.equal(0);
		expect(kinDistance('technical-influence', 'have-backbone-disagree-and-commit')).to.equal(1);
		expect(kinDistance('mentorship', 'dive-deep')).to.equal(Infinity);
		expect(kinDistance('ownership', 'invent-and-simplify')).to.equal(Infinity);
		expect(kinDistance('our-own', 'dive-deep')).to.equal(Infinity);
	});
});
