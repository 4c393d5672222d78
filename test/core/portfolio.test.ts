import { expect } from 'chai';
import fc from 'fast-check';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { coverageThrough } from '../../src/core/library/coverage.ts';
import { lensOf } from '../../src/core/library/lens.ts';
import type { MatrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { enoughReady, type Portfolio, portfolioOf } from '../../src/core/library/portfolio/portfolio.ts';
import {
	balanceWords,
	missingWords,
	readyWords,
	shownParts,
	shownShares,
} from '../../src/core/library/portfolio/words.ts';
import type { Archetype, Status } from '../../src/core/story/fields.ts';
import { archetypes } from '../../src/core/story/fields.ts';
import { type StoryScope, storyScopes } from '../../src/core/story/storyScope.ts';
import { propertyRuns } from './propertyRuns.ts';
import { frameworkOf } from './reading.ts';

interface Sketch {
	readonly title?: string;
	readonly tags?: readonly string[];
	readonly status?: Status;
	readonly strength?: number;
	readonly date?: string;
	readonly company?: string;
	readonly project?: string;
	readonly archetypes?: readonly Archetype[];
	readonly scope?: StoryScope;
	readonly questions?: readonly string[];
	readonly problems?: number;
}

const known = new Set([staffExtended, amazonLp].flatMap(({ competencies }) => competencies.map(({ id }) => id)));

/** A library of stories, each in a file of its own. */
function libraryOf(sketches: readonly Sketch[]): readonly MatrixStory[] {
	return sketches.map(({ title, tags = [], status = 'ready', problems = 0, ...details }, index) => ({
		file: `file:///${index}.md`,
		index: 0,
		openProblems: problems,
		story: {
			title: title ?? `Story ${index}`,
			tags: tags.map((text) => ({ text, ...(known.has(text) && { competency: text }) })),
			details: { status, ...details },
			filled: ['action'],
		},
	}));
}

function portfolio(sketches: readonly Sketch[], frameworks: readonly Framework[] = [staffExtended]): Portfolio {
	return portfolioOf(libraryOf(sketches), { frameworks, level: 'staff', today: '2026-11-30' });
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
	return Array.from({ length: count }, (_, index) => make(index));
}

const missing = (sketches: readonly Sketch[], frameworks?: readonly Framework[]) =>
	portfolio([...sketches, ...times(5, () => ({ tags: ['mentorship'] }))], frameworks).missing.map(({ kind, maybe }) =>
		[kind, ...maybe.map(({ story }) => story.title)].join(': '),
	);

describe('the shares of a portfolio', () => {
	it('count companies, projects, years, archetypes and scopes, and what is not said', () => {
		const { shares } = portfolio([
			{ company: 'Acme', project: 'Atlas', date: '2024-03', scope: 'teams', archetypes: ['solver', 'architect'] },
			{
				company: 'ACME ',
				project: 'Atlas',
				date: '2026',
				scope: 'team',
				status: 'draft',
				archetypes: ['solver'],
			},
			{ company: 'Borealis', date: '2024-03-01' },
			{ company: 'Gone', status: 'retired' },
		]);
		const told = shares.map(({ kind, parts, unsaid }) => [
			kind,
			...parts.map(({ name, stories, ready, percent }) => `${name} ${stories} (${ready} ready, ${percent} %)`),
			`${unsaid.stories} not said (${unsaid.percent} %)`,
		]);
		expect(told).to.deep.equal([
			['company', 'Acme 2 (1 ready, 67 %)', 'Borealis 1 (1 ready, 33 %)', '0 not said (0 %)'],
			['project', 'Atlas 2 (1 ready, 67 %)', '1 not said (33 %)'],
			['year', '2026 1 (0 ready, 33 %)', '2024 2 (2 ready, 67 %)', '0 not said (0 %)'],
			['archetype', 'solver 2 (1 ready, 67 %)', 'architect 1 (1 ready, 33 %)', '1 not said (33 %)'],
			['scope', 'team 1 (0 ready, 33 %)', 'teams 1 (1 ready, 33 %)', '1 not said (33 %)'],
		]);
	});

	it('come to the number of stories and to about 100 percent, whatever the library', () => {
		fc.assert(
			fc.property(sketches, (library) => {
				const { shares, stories, ready } = portfolio(library);
				for (const share of shares) {
					const { kind, parts, unsaid } = share;
					const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
					const all = [...parts, unsaid];
					const shown = shownParts(share, stories);
					for (const count of ['stories', 'ready'] as const)
						expect(sum(shown.map((part) => part[count]))).to.equal(sum(all.map((part) => part[count])));
					for (const part of shown) {
						const exact = (part.stories * 100) / Math.max(1, stories);
						expect(Math.abs(part.percent - exact)).to.be.at.most(0.5);
					}
					expect(shown.length).to.be.at.most(9);
					if (kind === 'archetype') continue;
					expect(sum(all.map((part) => part.stories))).to.equal(stories);
					expect(sum(all.map((part) => part.ready))).to.equal(ready);
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('are shown where any story says, the smallest together', () => {
		const many = portfolio(times(12, (index) => ({ company: `Company ${index}` })));
		expect(shownShares(many).map(({ kind }) => kind)).to.deep.equal(['company']);
		const [share] = shownShares(many);
		expect(
			share &&
				shownParts(share, 12)
					.map(({ name, stories }) => `${name} ${stories}`)
					.slice(-2),
		).to.deep.equal(['Company 4 1', '5 others 5']);
		expect(shownShares(portfolio([]))).to.deep.equal([]);
	});
});

describe('what a portfolio lacks', () => {
	it('is a story of a failure and of a conflict, found through the kinship of frameworks', () => {
		expect(missing([])).to.deep.equal(['failure', 'conflict']);
		expect(missing([{ tags: ['failure-learning'] }, { tags: ['conflict'] }])).to.deep.equal([]);
		expect(missing([{ tags: ['have-backbone-disagree-and-commit'] }], [amazonLp])).to.deep.equal(['failure']);
		expect(missing([{ tags: ['learn-and-be-curious'] }, { tags: ['earn-trust'] }], [amazonLp])).to.deep.equal([]);
	});

	it('knows tags of frameworks that are not active', () => {
		expect(missing([{ tags: ['Earn Trust'] }, { tags: ['Learn and Be Curious'] }], [staff])).to.deep.equal([]);
	});

	it('looks at questions that a story answers, and at the names of competencies of one’s own', () => {
		const question = staffExtended.competencies.find(({ id }) => id === 'failure-learning')?.questions[0]?.id ?? '';
		expect(missing([{ tags: ['mentorship'], questions: [question] }])).to.deep.equal(['conflict']);
		expect(missing([{ questions: ['Tell me of a mistake you made.'] }])).to.deep.equal(['conflict']);
		const own = frameworkOf(['Owning a failure', 'Dealing with conflict']);
		const [failure, conflict] = own.competencies.map(({ id }) => id);
		const tagged = libraryOf([
			...times(5, () => ({})),
			...[failure, conflict].map((id) => ({ tags: [id ?? ''] })),
		]).map((entry) => ({
			...entry,
			story: { ...entry.story, tags: entry.story.tags.map(({ text }) => ({ text, competency: text })) },
		}));
		expect(portfolioOf(tagged, { frameworks: [own], level: 'staff', today: '2026-11-30' }).missing).to.deep.equal(
			[],
		);
	});

	it('names the stories that may be of the kind: by a remote kinship, or by their titles', () => {
		const found = missing([{ title: 'The cache I got wrong' }, { title: 'Failover drills', tags: ['conflict'] }]);
		expect(found).to.deep.equal(['failure: The cache I got wrong']);
		expect(missing([{ title: 'Humble', tags: ['earn-trust'] }], [amazonLp])).to.deep.equal(['failure: Humble']);
		const maybe = libraryOf([{}]);
		expect(missingWords({ kind: 'failure', maybe })).to.match(/One may be such a story, and is not tagged so:$/u);
		expect(missingWords({ kind: 'conflict', maybe: [] })).to.match(/Which one could you tell\?$/u);
	});

	it('counts no retired story, and is silent in a library that has only begun', () => {
		expect(missing([{ tags: ['conflict'], status: 'retired' }])).to.deep.equal(['failure', 'conflict']);
		expect(portfolio(times(4, () => ({}))).missing).to.deep.equal([]);
	});

	it('is anything of the last two years', () => {
		const since = (...dates: readonly (string | undefined)[]) =>
			portfolio(
				times(5, (index) => {
					const date = dates[index];
					return date === undefined ? {} : { date };
				}),
			).nothingSince;
		expect(since('2024-10', '2022', '2023-05')).to.deep.equal({ date: '2024-10', undated: 2 });
		expect(since('2024-11-30', '2022')).to.equal(undefined);
		expect(since('2024')).to.equal(undefined);
		expect(since('2023')).to.deep.equal({ date: '2023', undated: 4 });
		expect(since()).to.equal(undefined);
	});
});

describe('what a portfolio has too much of', () => {
	it('is one project with over 40 % of the stories', () => {
		const crowded = (count: number) =>
			portfolio(times(10, (index) => (index < count ? { project: index % 2 ? 'Atlas' : 'atlas' } : {}))).crowded;
		expect(crowded(4)).to.deep.equal([]);
		expect(crowded(5)).to.deep.equal([{ name: 'atlas', stories: 5, percent: 50 }]);
		expect(portfolio(times(4, () => ({ project: 'Atlas' }))).crowded).to.deep.equal([]);
		expect(balanceWords({ crowded: crowded(5) })).to.deep.equal([
			'50 % from atlas, 5 stories: what did you do elsewhere?',
		]);
	});

	it('is ready stories beyond twelve: the weakest can go, with the reasons', () => {
		const library = [
			...times(12, () => ({ tags: ['mentorship'], strength: 4, scope: 'teams' as const, date: '2025' })),
			{ tags: ['mentorship'], strength: 2, date: '2019-04', problems: 1, title: 'Old and weak' },
			{ tags: ['mentorship'], strength: 3, date: '2020', title: 'Middling' },
		];
		const found = portfolio(library);
		expect(found.retire.map(({ story, reasons }) => [story.story.title, ...reasons])).to.deep.equal([
			[
				'Old and weak',
				'strength 2',
				'1 open problem',
				'of 2019',
				'Mentorship & Knowledge Sharing keeps 12 ready stories',
			],
			['Middling', 'strength 3', 'of 2020', 'Mentorship & Knowledge Sharing keeps 12 ready stories'],
		]);
		expect(readyWords(found)).to.equal('14 ready to tell; 8 to 12 are enough. These could retire:');
		expect(readyWords(portfolio(library.slice(0, 12)))).to.equal('12 ready to tell: enough.');
		expect(readyWords(portfolio(library.slice(0, 1)))).to.equal('1 ready to tell; 8 to 12 are enough.');
		expect(portfolio(library.map((each) => ({ ...each, status: 'draft' as const }))).retire).to.deep.equal([]);
	});

	it('never is the only story of a competency, of a failure or a conflict', () => {
		const needed = staffExtended.competencies.map(({ id }) => ({ tags: [id], strength: 1 }));
		const found = portfolio(needed);
		expect(found.retire).to.deep.equal([]);
		expect(readyWords(found)).to.equal(
			'13 ready to tell; 8 to 12 are enough, but each of them is needed for a competency.',
		);
	});

	it('leaves every competency of every framework as it was, whatever the library', () => {
		fc.assert(
			fc.property(
				sketches,
				fc.subarray([staff, staffExtended, amazonLp], { minLength: 1 }),
				(library, frameworks) => {
					const before = libraryOf(library);
					const { retire, ready } = portfolioOf(before, { frameworks, level: 'staff', today: '2026-11-30' });
					expect(retire.length).to.be.at.most(Math.max(0, ready - enoughReady.max));
					const gone = new Set(retire.map(({ story }) => story));
					const after = before.filter((story) => !gone.has(story));
					for (const framework of frameworks) {
						const lens = lensOf(frameworks, framework.id);
						const [then, now] = [before, after].map((stories) => coverageThrough(lens, stories, 'staff'));
						for (const [index, { state, best, reach }] of (then ?? []).entries()) {
							const left = now?.[index];
							const closed = ['covered', 'rich'];
							expect(left?.best[0]).to.deep.equal(best[0]);
							expect(left?.reach?.isReached ?? false).to.equal(reach?.isReached ?? false);
							if (closed.includes(state)) expect(closed).to.include(left?.state);
							else expect(left?.state).to.be.oneOf([state, 'single']);
						}
					}
				},
			),
			{ numRuns: propertyRuns(100) },
		);
	});
});

const ids = [...known].slice(0, 14);

const sketches: fc.Arbitrary<readonly Sketch[]> = fc.array(
	fc.record(
		{
			tags: fc.subarray(ids, { maxLength: 3 }),
			status: fc.constantFrom('ready', 'ready', 'ready', 'draft', 'retired'),
			strength: fc.integer({ min: 1, max: 5 }),
			date: fc.constantFrom('2019', '2022-02', '2024-12-31', '2026-01'),
			company: fc.constantFrom('Acme', 'acme', ' ', 'Borealis', 'Ćma'),
			project: fc.constantFrom('Atlas', 'ATLAS', 'Bridge'),
			archetypes: fc.subarray([...archetypes]),
			scope: fc.constantFrom(...storyScopes),
			problems: fc.nat({ max: 3 }),
		},
		{ requiredKeys: ['tags', 'status'] },
	),
	{ maxLength: 30 },
);
