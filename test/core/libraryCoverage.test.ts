import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { LibraryCoverage } from '../../src/core/library/libraryCoverage.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { type Analysis, nothing } from '../../src/core/rules/analysis.ts';
import { bankStory } from './bankStories.ts';
import { propertyRuns } from './propertyRuns.ts';
import { throwOn } from './throwOn.ts';

const ids = staff.competencies.map(({ id }) => id);

const story = fc
	.record({
		title: fc.constantFrom('A', 'B'),
		tags: fc.array(fc.constantFrom(...ids, '?unknown'), { maxLength: 5 }),
		status: fc.constantFrom('draft', 'ready', 'retired'),
		strength: fc.integer({ min: 1, max: 5 }),
	})
	.map((sketch) => bankStory(sketch).story);

const analysis: fc.Arbitrary<Analysis> = fc.oneof(
	{ weight: 1, arbitrary: fc.constant(nothing) },
	{
		weight: 4,
		arbitrary: fc
			.record({ kind: fc.constantFrom('story', 'bank', 'candidate'), stories: fc.array(story, { maxLength: 4 }) })
			.map((found) => ({ ...nothing, ...found })),
	},
);

const changes = fc.array(
	fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md'), analysis, { maxKeys: 5 }),
	{ maxLength: 12 },
);

const lookups = new Map([staff, staffExtended].map((framework) => [framework.id, new Lookups([framework])]));
/** Frameworks that are active in a place that has their id for its address. */
const frameworks = { lookupsFor: (id = staff.id) => lookups.get(id) ?? new Lookups([]) };

describe('the coverage of an index', () => {
	it('is after every change what one made from nothing is, through each framework', () => {
		fc.assert(
			fc.property(changes, fc.nat(12), (batches, late) => {
				const index = new StoryIndex(throwOn);
				let coverage = new LibraryCoverage(index, frameworks);
				for (const [at, batch] of batches.entries()) {
					index.update(new Map(Object.entries(batch)));
					if (at === late) coverage = new LibraryCoverage(index, frameworks);
					for (const { id, competencies } of [staff, staffExtended])
						expect(coverage.for(id)).to.deep.equal(coverageOf(competencies, index.stories(), 'staff'));
				}
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	it('is not followed any further once it is disposed of', () => {
		const index = new StoryIndex(throwOn);
		const coverage = new LibraryCoverage(index, frameworks);
		coverage.dispose();
		index.update(new Map([['a.md', { ...nothing, kind: 'story', stories: [bankStory({ tags: ids }).story] }]]));
		expect(coverage.for(staff.id).map(({ state }) => state)).to.deep.equal(ids.map(() => 'gap'));
	});
});
