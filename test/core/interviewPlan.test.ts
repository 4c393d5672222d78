import fc from 'fast-check';
import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import type { LibraryStory } from '../../src/core/library/storyIndex.ts';
import { assign, type Assigned, maxUses, type Offer, worths } from '../../src/core/questions/plan/assign.ts';
import { planInterview } from '../../src/core/questions/plan/interviewPlan.ts';
import {
	type PlanContext,
	planDocument,
	type PlanHeader,
	planHeader,
	planParts,
} from '../../src/core/questions/plan/planDocument.ts';
import { plannedFor } from '../../src/core/questions/plan/plannedFor.ts';
import { planRegions, updatePlan } from '../../src/core/questions/plan/planRegions.ts';
import { isFull } from '../../src/core/story/model.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { bankStory } from './bankStories.ts';
import { growthOf, mostGrowth } from './growth.ts';
import { propertyRuns } from './propertyRuns.ts';

const context: PlanContext = {
	linkTo: ({ file }) => file,
	cardOf: ({ story }) =>
		cueCard(isFull(story) ? story : { ...story, words: 0, sections: [], sides: [], probes: [] }, {
			competencies: new Lookups([staff]).competencies,
		}),
};

describe('stories given to competencies', () => {
	const offers = fc
		.record({ competencies: fc.integer({ min: 1, max: 3 }), stories: fc.integer({ min: 0, max: 4 }) })
		.chain(({ competencies, stories }) => {
			const pairs = Array.from({ length: competencies * stories }, (_, at) => ({
				competency: Math.floor(at / Math.max(stories, 1)),
				story: at % Math.max(stories, 1),
			}));
			return fc
				.tuple(
					fc.subarray(pairs),
					fc.array(fc.integer({ min: 1, max: 9 }), { minLength: pairs.length, maxLength: pairs.length }),
				)
				.map(([chosen, fits]) => ({
					competencies,
					stories,
					offers: chosen.map((pair, index): Offer => ({ ...pair, fit: fits[index] ?? 1 })),
				}));
		});

	it('are as good as the best of all ways to give them', () => {
		fc.assert(
			fc.property(offers, (bank) => {
				const found = assign(bank.competencies, bank.stories, bank.offers);
				expect(total(found, bank.competencies, bank.offers)).to.equal(
					bestTotal(bank.competencies, bank.stories, bank.offers),
				);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	it('are offered ones, none used too often, and none its own backup', () => {
		fc.assert(
			fc.property(offers, (bank) => {
				const uses = new Map<number, number>();
				for (const [competency, { primary, backup }] of assign(
					bank.competencies,
					bank.stories,
					bank.offers,
				).entries()) {
					if (backup !== undefined) expect(primary).to.be.a('number').and.not.equal(backup);
					for (const story of [primary, backup]) {
						if (story === undefined) continue;
						expect(
							bank.offers.some((offer) => offer.competency === competency && offer.story === story),
						).to.equal(true);
						uses.set(story, (uses.get(story) ?? 0) + 1);
					}
				}
				for (const count of uses.values()) expect(count).to.be.at.most(maxUses);
			}),
		);
	});
});

describe('the plan of an interview', () => {
	const everything = ['technical-initiative', 'technical-influence', 'mentorship', 'cross-team-alignment'];

	it('tells no story more than twice, however good, and marks the gaps', () => {
		const planned = planInterview(staff, [
			bankStory({ title: 'The best', tags: everything, strength: 5, file: 'a' }),
			bankStory({ title: 'A draft', tags: ['mentorship'], status: 'draft', file: 'b' }),
		]);
		const used = planned
			.flatMap(({ primary, backup }) => [primary, backup])
			.flatMap((entry) => entry?.story.title ?? []);
		expect(used.filter((title) => title === 'The best')).to.have.length(2);
		expect(planned.filter(({ primary }) => !primary)).to.have.length(1);
		expect(planDocument({ company: 'Acme', framework: staff }, planned, context))
			.to.contain('| **gap** | – |')
			.and.contain('**Gap:**');
	});

	it('is the same in whatever order the bank was read, and leaves out what is retired', () => {
		const stories = Array.from({ length: 8 }, (_, index) =>
			bankStory({
				title: 'Same',
				file: String(index),
				tags: [everything[index % 4] ?? ''],
				strength: 3,
				status: index === 7 ? 'retired' : 'ready',
			}),
		);
		const plan = (order: readonly LibraryStory[]) =>
			planDocument({ company: 'Acme', framework: staff }, planInterview(staff, order), context);
		expect(plan(stories.toReversed())).to.equal(plan(stories)).and.not.contain('](7)');
	});

	it('reads tags by the framework of the interview, also where that is not active', () => {
		const planned = planInterview(amazonLp, [bankStory({ title: 'Bold', tags: ['Think Big'], strength: 4 })]);
		expect(planned.find(({ competency }) => competency.id === 'think-big')?.primary?.story.title).to.equal('Bold');
	});

	it('of a larger bank takes more time in proportion', () => {
		const bankOf = (size: number) =>
			Array.from({ length: size }, (_, index) =>
				bankStory({
					file: String(index),
					tags: [everything[index % 4] ?? '', everything[(index + 1) % 4] ?? ''],
					strength: (index % 5) + 1,
				}),
			);
		expect(growthOf(1600, (size) => planInterview(staff, bankOf(size)))).to.be.lessThan(mostGrowth);
	});
});

describe('a plan that is made anew', () => {
	const first = [
		bankStory({ title: 'First', tags: ['mentorship'], strength: 3, file: 'a' }),
		bankStory({ title: 'Influence', tags: ['technical-influence'], strength: 3, file: 'c' }),
	];
	const later = [...first, bankStory({ title: 'Better', tags: ['mentorship'], strength: 5, file: 'b' })];
	const document = planDocument(
		{ company: 'R&D: "Acme"', date: '2026-12-01', framework: staff },
		planInterview(staff, first),
		context,
	);
	const renewed = (text: string, stories: readonly LibraryStory[]) =>
		applyEdits(text, updatePlan(text, planParts(planInterview(staff, stories), context)));

	it('is known by its front matter', () => {
		const header = { framework: 'staff', company: 'R&D: "Acme"', date: '2026-12-01' };
		expect(planHeader(document)).to.deep.equal(header);
		expect(planHeader(`\uFEFF${document.replaceAll('\n', '\r\n')}`)).to.deep.equal(header);
		expect(
			planHeader(
				'---\ntype: "interview-plan" # mine\nframework: \'staff\'\nasks: [mentorship, "Conflict"]\n---\n',
			),
		).to.deep.equal({ framework: 'staff', asks: ['mentorship', 'Conflict'] });
		expect(planHeader('# Note\n')).to.equal(undefined);
	});

	it('is for the framework and the competencies that its first lines name, by any of their names', () => {
		const builtIn = [staff, amazonLp];
		const idsOf = (header: PlanHeader) =>
			plannedFor(header, [staff], builtIn).framework?.competencies.map(({ id }) => id);
		expect(idsOf({ framework: 'amazon-lp', asks: ['Ownership', 'Mentorship & Knowledge Sharing'] })).to.deep.equal([
			'ownership',
			'mentorship',
		]);
		expect(plannedFor({ framework: 'staff' }, [], builtIn)).to.deep.equal({ framework: staff });
	});

	it('is not made where they name what nobody knows, as its parts would be lost', () => {
		expect(plannedFor({ framework: 'gone' }, [staff], [amazonLp])).to.deep.equal({
			fault: 'No framework is called gone: name another in the first lines of the plan.',
		});
		const { fault, framework } = plannedFor(
			{ framework: 'staff', asks: ['mentorship', 'juggling', 'Tightrope'] },
			[staff],
			[],
		);
		expect(fault).to.equal(
			'`asks` names juggling, Tightrope, which no framework knows: change it in the first lines of the plan.',
		);
		expect(framework?.competencies.map(({ id }) => id)).to.deep.equal(['mentorship']);
	});

	it('says which stories the company has heard', () => {
		const toldOf = ({ file }: LibraryStory) => (file === 'a' ? 'told to *Acme* in round 1' : undefined);
		const plan = planDocument({ company: 'Acme', framework: staff }, planInterview(staff, first), {
			...context,
			toldOf,
		});
		expect(plan).to.contain('**Tell:** [First](a) · strength 3 · **told to \\*Acme\\* in round 1**');
		expect(plan.match(/told to/gu)).to.have.length(1);
	});

	it('is made for what a posting asks for alone, whose lines stay as they are', () => {
		const [, influence, mentorship] = staff.competencies;
		if (!influence || !mentorship) throw new Error('The framework has lost its competencies');
		const framework = { ...staff, competencies: [mentorship] };
		const posting = [{ text: 'You *coach* others.', competencies: [mentorship.name] }];
		const plan = planDocument({ company: 'Acme', framework, posting }, planInterview(framework, first), context);
		expect(planHeader(plan)).to.deep.equal({ framework: 'staff', asks: ['mentorship'], company: 'Acme' });
		expect(plan).to.contain('- You \\*coach\\* others. — Mentorship & Knowledge Sharing');
		expect(planRegions(plan).map(({ id }) => id)).to.deep.equal(['overview', 'mentorship']);
		const after = applyEdits(plan, updatePlan(plan, planParts(planInterview(framework, later), context)));
		expect(after).to.contain('## From the posting\n\n- You').and.contain('[Better](b)');
	});

	it('does not change while the bank stays the same, with either line ending', () => {
		for (const text of [document, document.replaceAll('\n', '\r\n')]) expect(renewed(text, first)).to.equal(text);
	});

	it('is what a new one would be, where nobody edited it', () => {
		expect(renewed(document, later)).to.equal(
			planDocument(
				{ company: 'R&D: "Acme"', date: '2026-12-01', framework: staff },
				planInterview(staff, later),
				context,
			),
		);
		expect(renewed(document.replaceAll('\n', '\r\n'), later)).to.equal(
			renewed(document, later).replaceAll('\n', '\r\n'),
		);
	});

	it('keeps every byte that somebody wrote: in a part, between parts, and a part taken out', () => {
		const edited = document
			.replace(
				'## Mentorship & Knowledge Sharing',
				'## Mentorship & Knowledge Sharing\n\nI will tell the zither story.',
			)
			.replace('# Interview', 'My note.\n\n# Interview');
		const without = edited.replace(
			/<!-- star-stories-plan cross-team-alignment [\s\S]*?<!-- \/star-stories-plan cross-team-alignment -->\n\n/u,
			'',
		);
		const after = renewed(without, later);
		expect(after)
			.to.contain('I will tell the zither story.')
			.and.contain('My note.')
			.and.not.contain('plan cross-team-alignment');
		const mentorship = (text: string) => text.slice(...spanOf(text, 'mentorship'));
		expect(mentorship(after)).to.equal(mentorship(without));
		expect(after).to.contain('| Mentorship & Knowledge Sharing | [Better](b) |');
	});

	it('gains the competencies that the framework has gained, and loses those nobody edited', () => {
		const [initiative, influence] = staff.competencies;
		if (!initiative || !influence) throw new Error('The framework has lost its competencies');
		const small = { ...staff, competencies: [initiative] };
		const plan = planDocument({ company: 'Acme', framework: small }, planInterview(small, first), context);
		const grown = renewed(plan, first);
		expect(planRegions(grown).map(({ id }) => id)).to.deep.equal([
			'overview',
			...staff.competencies.map(({ id }) => id),
		]);
		expect(renewed(grown, first)).to.equal(grown);
		const shrunk = applyEdits(grown, updatePlan(grown, planParts(planInterview(small, first), context)));
		expect(planRegions(shrunk).map(({ id }) => id)).to.deep.equal(['overview', 'technical-initiative']);
	});

	it('leaves any other text alone', () => {
		const parts = planParts(planInterview(staff, later), context);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 200 }),
				(text) => void expect(updatePlan(text, parts)).to.deep.equal([]),
			),
		);
	});
});

function spanOf(text: string, id: string): [number, number] {
	const region = planRegions(text).find((each) => each.id === id);
	if (!region) throw new Error(`No part ${id}`);
	return [region.span.start, region.span.end];
}

function total(assigned: readonly Assigned[], competencies: number, offers: readonly Offer[]): number {
	const worth = worths(competencies, offers);
	const fitOf = (competency: number, story: number) =>
		offers.find((offer) => offer.competency === competency && offer.story === story)?.fit ?? Number.NaN;
	return assigned.reduce(
		(sum, { primary, backup }, competency) =>
			sum +
			(primary === undefined ? 0 : worth.primary(fitOf(competency, primary))) +
			(backup === undefined ? 0 : worth.backup(fitOf(competency, backup))),
		0,
	);
}

/** Tries every way. */
function bestTotal(competencies: number, stories: number, offers: readonly Offer[]): number {
	const uses = Array.from({ length: stories }, () => 0);
	const chosen: Assigned[] = [];
	const tryFrom = (competency: number): number => {
		if (competency === competencies) return total(chosen, competencies, offers);
		const own = [undefined, ...offers.filter((offer) => offer.competency === competency).map(({ story }) => story)];
		let best = -Infinity;
		for (const primary of own) {
			for (const backup of own) {
				if (primary !== undefined && primary === backup) continue;
				const both = [primary, backup].flatMap((story) => story ?? []);
				for (const story of both) uses[story] = (uses[story] ?? 0) + 1;
				if (both.every((story) => (uses[story] ?? 0) <= maxUses)) {
					chosen.push({ ...(primary !== undefined && { primary }), ...(backup !== undefined && { backup }) });
					best = Math.max(best, tryFrom(competency + 1));
					chosen.pop();
				}
				for (const story of both) uses[story] = (uses[story] ?? 0) - 1;
			}
		}
		return best;
	};
	return tryFrom(0);
}
