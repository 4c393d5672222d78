import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { starKinds } from '../../src/core/framework/sectionKind.ts';
import { coverageAdvice, coverageOf, coverageSummary } from '../../src/core/library/coverage.ts';
import { compareFor } from '../../src/core/library/ranking.ts';
import type { LibraryStory } from '../../src/core/library/storyIndex.ts';
import { bankStory, type StorySketch } from './bankStories.ts';

const [initiative, influence, mentorship, alignment] = staff.competencies.map(({ id }) => id) as [
	string,
	string,
	string,
	string,
];

function coverage(id: string, ...stories: LibraryStory[]) {
	const found = coverageOf(staff.competencies, stories, 'staff').find(({ competency }) => competency.id === id);
	if (!found) throw new Error(`no competency ${id}`);
	return found;
}

function told(id: string, count: number, sketch: StorySketch = {}): LibraryStory[] {
	return Array.from({ length: count }, (_, index) =>
		bankStory({ tags: [id], strength: 4, title: `Story ${index}`, index, ...sketch }),
	);
}

describe('coverage', () => {
	// Technical Initiative wants 1–2 stories, Mentorship 2–3.
	const cases: readonly [what: string, id: string, stories: LibraryStory[], summary: string, advice: string][] = [
		['no story', initiative, [], '0 ready, 1–2 wanted · gap', 'No story yet.'],
		[
			'only a retired one',
			initiative,
			told(initiative, 1, { status: 'retired' }),
			'0 ready, 1–2 wanted · gap',
			'No story yet.',
		],
		[
			'only stories of another competency',
			initiative,
			told(influence, 2),
			'0 ready, 1–2 wanted · gap',
			'No story yet.',
		],
		[
			'one draft',
			initiative,
			told(initiative, 1, { status: 'draft' }),
			'0 ready, 1–2 wanted · weak',
			'1 draft, none ready to tell.',
		],
		[
			'ready but unrated',
			initiative,
			told(initiative, 1, { strength: 2 }),
			'1 ready, 1–2 wanted · weak',
			'No ready story is rated 3 or more.',
		],
		[
			'a strong draft beside a weak ready one',
			initiative,
			[...told(initiative, 1, { strength: 2 }), ...told(initiative, 1, { status: 'draft', strength: 5 })],
			'1 ready, 1–2 wanted · weak',
			'No ready story is rated 3 or more.',
		],
		[
			'a draft that is written to its end',
			initiative,
			told(initiative, 1, { status: 'draft', strength: 4, filled: starKinds }),
			'0 ready, 1–2 wanted · weak',
			'1 draft: ready it to count.',
		],
		[
			'one that nobody has rated',
			initiative,
			told(initiative, 1, { status: 'draft', strength: 0, filled: starKinds }),
			'0 ready, 1–2 wanted · weak',
			'1 draft: ready it to count, and rate it.',
		],
		[
			'as many as are wanted',
			mentorship,
			told(mentorship, 2, { status: 'draft', strength: 4, filled: starKinds }),
			'0 ready, 2–3 wanted · weak',
			'2 drafts: ready them to count.',
		],
		[
			'more than are wanted',
			initiative,
			told(initiative, 3, { status: 'draft', strength: 4, filled: starKinds }),
			'0 ready, 1–2 wanted · weak',
			'3 drafts: ready one to count.',
		],
		[
			'one with a problem',
			initiative,
			told(initiative, 1, { status: 'draft', strength: 4, filled: starKinds, openProblems: 1 }),
			'0 ready, 1–2 wanted · weak',
			'1 draft, none ready to tell.',
		],
		[
			'fewer than are wanted',
			mentorship,
			told(mentorship, 1, { status: 'draft', strength: 4, filled: starKinds }),
			'0 ready, 2–3 wanted · weak',
			'1 draft, none ready to tell.',
		],
		[
			'the draft that is missing, though the ready one is not strong',
			mentorship,
			[...told(mentorship, 1, { strength: 2 }), ...told(mentorship, 1, { status: 'draft', filled: starKinds })],
			'1 ready, 2–3 wanted · weak',
			'1 draft: ready it to count.',
		],
		[
			'a strong draft that is written beside a weak ready one',
			initiative,
			[
				...told(initiative, 1, { strength: 2 }),
				...told(initiative, 1, { status: 'draft', strength: 5, filled: starKinds }),
			],
			'1 ready, 1–2 wanted · weak',
			'1 draft: ready it to count.',
		],
		['min reached', initiative, told(initiative, 1), '1 ready, 1–2 wanted · covered', 'Enough stories are ready.'],
		['max reached', initiative, told(initiative, 2), '2 ready, 1–2 wanted · covered', 'Enough stories are ready.'],
		[
			'over max',
			initiative,
			told(initiative, 3),
			'3 ready, 1–2 wanted · rich',
			'3 are ready: choose the ones you would tell.',
		],
		[
			'drafts do not make it rich',
			initiative,
			[...told(initiative, 1), ...told(initiative, 9, { status: 'draft' })],
			'1 ready, 1–2 wanted · covered',
			'Enough stories are ready.',
		],
		[
			'one strong story where two are wanted',
			mentorship,
			told(mentorship, 1),
			'1 ready, 2–3 wanted · single',
			'One story carries it alone: 1 more would do.',
		],
		[
			'one ready among drafts where two are wanted',
			mentorship,
			[...told(mentorship, 1), ...told(mentorship, 2, { status: 'draft' })],
			'1 ready, 2–3 wanted · weak',
			'1 more ready story wanted.',
		],
		[
			'a secondary tag counts',
			alignment,
			[bankStory({ tags: [initiative, alignment], strength: 3 })],
			'1 ready, 1–2 wanted · covered',
			'Enough stories are ready.',
		],
	];
	for (const [what, id, stories, summary, advice] of cases) {
		it(`${what}: ${summary}`, () => {
			expect(coverageSummary(coverage(id, ...stories))).to.equal(summary);
			expect(coverageAdvice(coverage(id, ...stories))).to.equal(advice);
		});
	}

	it('is single where one story is the only cover of three competencies', () => {
		const alone = bankStory({ tags: [initiative, influence, alignment], strength: 5 });
		expect(coverage(initiative, alone).state).to.equal('single');
		expect(coverage(initiative, alone, ...told(influence, 1)).state, 'two are not three').to.equal('covered');
	});

	it('names the best one or two and keeps retired stories apart', () => {
		const stories = [...told(initiative, 3), ...told(initiative, 1, { status: 'retired', strength: 5 })];
		const { best, retired, stories: counted } = coverage(initiative, ...stories);
		expect([best.length, counted.length, retired.length]).to.deep.equal([2, 3, 1]);
	});
});

describe('the order of stories', () => {
	const better: readonly [by: string, first: StorySketch, second: StorySketch][] = [
		[
			'primary tag',
			{ tags: [initiative, influence], status: 'draft' },
			{ tags: [influence, initiative], strength: 5 },
		],
		['status', { status: 'ready', strength: 1 }, { status: 'draft', strength: 5 }],
		['status before scope', { status: 'ready' }, { status: 'draft', scope: 'industry', strength: 5 }],
		['scope that the level wants', { scope: 'teams', strength: 1 }, { scope: 'team', strength: 5 }],
		['scope before none', { scope: 'teams' }, { strength: 5 }],
		['strength where both reach it', { scope: 'teams', strength: 4 }, { scope: 'industry', strength: 3 }],
		['strength where none does', { strength: 4 }, { scope: 'team', strength: 3 }],
		['strength', { strength: 4, openProblems: 9 }, { strength: 3 }],
		['an unrated story comes last', { strength: 1, openProblems: 9 }, {}],
		['fewer open problems', { openProblems: 0, date: '2019' }, { openProblems: 1, date: '2025' }],
		['more recent date', { date: '2024-06', title: 'Z' }, { date: '2024', title: 'A' }],
		['title', { title: 'A', file: 'file:///z.md' }, { title: 'B', file: 'file:///a.md' }],
		['place', { file: 'file:///a.md', index: 1 }, { file: 'file:///a.md', index: 2 }],
	];
	for (const [by, first, second] of better) {
		it(`goes by ${by}`, () => {
			const [one, other] = [
				bankStory({ tags: [initiative], ...first }),
				bankStory({ tags: [initiative], ...second }),
			];
			expect([other, one].toSorted(compareFor(initiative, 'staff'))).to.deep.equal([one, other]);
			expect([one, other].toSorted(compareFor(initiative, 'staff'))).to.deep.equal([one, other]);
		});
	}

	it('is total and does not depend on the order in which files were read', () => {
		const sketch = fc.record({
			title: fc.constantFrom('A', 'B', 'É'),
			tags: fc.constantFrom([initiative], [influence, initiative]),
			status: fc.constantFrom('draft' as const, 'ready' as const, 'retired' as const),
			strength: fc.constantFrom(1, 3, 5),
			date: fc.constantFrom('2023', '2023-04', '2024-04-01'),
			openProblems: fc.nat({ max: 2 }),
			scope: fc.constantFrom(undefined, 'team' as const, 'org' as const),
		});
		fc.assert(
			fc.property(fc.array(sketch, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (sketches, random) => {
				const stories = sketches.map(({ scope, ...rest }, index) =>
					bankStory({ ...rest, ...(scope && { scope }), index }),
				);
				const keyed = stories.map((story) => ({ story, key: random.next().value ?? 0 }));
				const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ story }) => story);
				expect(shuffled.toSorted(compareFor(initiative, 'staff'))).to.deep.equal(
					stories.toSorted(compareFor(initiative, 'staff')),
				);
			}),
		);
	});
});
