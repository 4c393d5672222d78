import { expect } from 'chai';
import fc from 'fast-check';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { createLookup, Lookups } from '../../src/core/framework/lookups.ts';
import { cueCard } from '../../src/core/library/cueCard.ts';
import { type LibraryStory, storyKey } from '../../src/core/library/storyIndex.ts';
import { maxUses } from '../../src/core/questions/plan/assign.ts';
import { planInterview, type PlannedCompetency } from '../../src/core/questions/plan/interviewPlan.ts';
import { planDocument } from '../../src/core/questions/plan/planDocument.ts';
import { spokenOfStories } from '../../src/core/questions/plan/spoken.ts';
import { type Spoken, withTries } from '../../src/core/questions/plan/tries.ts';
import { wordless } from '../../src/core/story/model.ts';
import { bankStory } from './bankStories.ts';
import { propertyRuns } from './propertyRuns.ts';

const names = createLookup([staff, ...builtInFrameworks.values()]);

type Words = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** @param words by title and competency, how much of the story speaks of it */
function planned(stories: readonly LibraryStory[], words: Words = {}, framework = amazonLp) {
	return withTries(planInterview(framework, stories), stories, {
		names,
		spokenOf: ({ story }) =>
			new Map(
				Object.entries(words[story.title] ?? {}).map(([id, share]): [string, Spoken] => [
					id,
					{ share, because: `I speak of ${id}` },
				]),
			),
	});
}

function rowOf(plan: readonly PlannedCompetency[], id: string): PlannedCompetency {
	const row = plan.find(({ competency }) => competency.id === id);
	if (!row) throw new Error(`No row ${id}`);
	return row;
}

const triedFor = (plan: readonly PlannedCompetency[], id: string) =>
	(rowOf(plan, id).tries ?? []).map(({ entry }) => entry.story.title);

function document(plan: readonly PlannedCompetency[]): string {
	return planDocument({ company: 'Acme', framework: amazonLp }, plan, {
		linkTo: ({ file }) => file,
		cardOf: ({ story }) => cueCard(wordless(story), { competencies: names }),
	});
}

describe('stories to try for a competency that none is tagged with', () => {
	const mentored = bankStory({ title: 'Mentored', tags: ['mentorship'], strength: 4, file: 'a' });
	const cache = bankStory({ title: 'Cache', tags: ['technical-initiative'], strength: 4, file: 'b' });
	const lone = bankStory({ title: 'Lone', tags: ['zither'], strength: 4, file: 'z' });

	it('are those of a kindred competency, with the tag that says so', () => {
		const plan = planned([mentored, cache], { Mentored: { 'hire-and-develop-the-best': 0.5 } });
		expect(triedFor(plan, 'hire-and-develop-the-best')).to.deep.equal(['Mentored']);
		const [tried] = rowOf(plan, 'hire-and-develop-the-best').tries ?? [];
		expect(tried?.kin?.name).to.equal('Mentorship & Knowledge Sharing');
		expect(tried?.isLikely).to.equal(true);
		expect(document(plan))
			.to.contain('| Hire and Develop the Best | *try* [Mentored](a) | – |')
			.and.contain('**Try:** [Mentored](a) · tagged Mentorship & Knowledge Sharing')
			.and.contain('Tag the Stories of This Plan…');
	});

	it('come before those whose words alone speak of it', () => {
		const plan = planned([mentored, cache], { Cache: { 'hire-and-develop-the-best': 1 } });
		expect(triedFor(plan, 'hire-and-develop-the-best')[0]).to.equal('Mentored');
	});

	it('are those whose words speak of it where none is kindred, with the sentence', () => {
		const plan = planned([mentored, lone], {
			Lone: { 'customer-obsession': 0.9 },
			Mentored: { 'dive-deep': 0.2 },
		});
		expect(triedFor(plan, 'customer-obsession')).to.deep.equal(['Lone']);
		expect(triedFor(plan, 'dive-deep')).to.deep.equal([]);
		expect(document(plan)).to.contain('**Try:** [Lone](z) · “I speak of customer-obsession”');
	});

	it('are likely only where a tag is kin, as words alone are not enough', () => {
		const plan = planned([lone], { Lone: { 'customer-obsession': 0.9 } });
		expect(rowOf(plan, 'customer-obsession').tries?.[0]?.isLikely).to.equal(false);
	});

	it('know tags of frameworks that are not active, by any name', () => {
		const other = bankStory({ title: 'Candid', tags: ['Resolving Conflict'], strength: 3, file: 'c' });
		expect(triedFor(planned([other]), 'have-backbone-disagree-and-commit')).to.deep.equal(['Candid']);
	});

	it('are none for one that a story is tagged with, and none that are retired', () => {
		const tagged = bankStory({ title: 'Deep', tags: ['dive-deep'], strength: 3, file: 'd' });
		const retired = bankStory({ title: 'Old', tags: ['mentorship'], status: 'retired', strength: 3, file: 'e' });
		const plan = planned([tagged, retired], { Old: { 'dive-deep': 1 }, Deep: { 'earn-trust': 1 } });
		expect(rowOf(plan, 'dive-deep').tries).to.equal(undefined);
		expect(plan.flatMap(({ tries = [] }) => tries).map(({ entry }) => entry.story.title)).to.not.include('Old');
		expect(triedFor(plan, 'earn-trust')).to.deep.equal(['Deep']);
	});

	it('are told for no more than two, and the rest is named as near', () => {
		const plan = planned([cache]);
		const uses = plan.flatMap(({ tries = [] }) => tries);
		expect(uses).to.have.length(maxUses);
		expect(plan.filter(({ near }) => near).length).to.be.greaterThan(0);
		expect(document(plan)).to.contain('Not tagged with it, but near: [Cache](b)');
	});

	it('fill the rows of a company for a library tagged by another framework', () => {
		const tags = staffExtended.competencies.map(({ id }) => id);
		const stories = Array.from({ length: 11 }, (_, index) =>
			bankStory({
				title: `Story ${index}`,
				tags: [tags[index] ?? '', tags[(index + 2) % 13] ?? ''],
				strength: 4,
				file: String(index),
			}),
		);
		for (const framework of builtInFrameworks.values()) {
			const rows = planned(stories, {}, framework);
			const empty = rows.filter(({ primary, tries = [] }) => !primary && tries.length === 0);
			expect(
				empty.map(({ competency }) => competency.id),
				framework.id,
			).to.deep.equal([]);
		}
	});

	it('are the same in whatever order the library was read, and none is used too often', () => {
		const ids = [...staff.competencies, ...amazonLp.competencies].map(({ id }) => id);
		const story = fc.record({ tags: fc.subarray(ids, { maxLength: 4 }), strength: fc.integer({ min: 1, max: 5 }) });
		fc.assert(
			fc.property(fc.array(story, { maxLength: 8 }), fc.nat(), (drawn, turn) => {
				const stories = drawn.map((each, index) =>
					bankStory({ ...each, title: `S${index}`, file: String(index) }),
				);
				const at = stories.length > 0 ? turn % stories.length : 0;
				const plan = planned(stories);
				expect(document(planned([...stories.slice(at), ...stories.slice(0, at)]))).to.equal(document(plan));
				const uses = new Map<string, number>();
				for (const { primary, backup, tries = [] } of plan) {
					const told = [primary, backup, ...tries.map(({ entry }) => entry)];
					for (const entry of told) {
						if (entry) uses.set(storyKey(entry), (uses.get(storyKey(entry)) ?? 0) + 1);
					}
				}
				for (const count of uses.values()) expect(count).to.be.at.most(maxUses);
			}),
			{ numRuns: propertyRuns(50) },
		);
	});
});

describe('what the words of a story say', () => {
	it('names the competencies it speaks of, the foremost first, with a sentence of the story', () => {
		const [spoken = []] = spokenOfStories(
			[
				{
					title: 'The argument about the queue',
					spoken: [
						'I disagreed with my manager about the queue and said so in the meeting. We argued for a week, and then I committed to her decision.',
					],
				},
			],
			{ lookups: new Lookups([amazonLp]) },
		);
		const [first] = spoken;
		expect(first?.[0]).to.equal('have-backbone-disagree-and-commit');
		expect(first?.[1].share).to.equal(1);
		expect(first?.[1].because).to.match(/disagreed|argued/u);
	});
});
