import { expect } from 'chai';
import fc from 'fast-check';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { cellTag, columnTotals, isOpen, matrixOf } from '../../src/core/library/matrix/matrix.ts';
import { MatrixFeed } from '../../src/core/library/matrix/matrixFeed.ts';
import { type MatrixStory, matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { progressOf } from '../../src/core/library/matrix/progress.ts';
import { questionBoard } from '../../src/core/library/matrix/questionBoard.ts';
import { initialView, type MatrixView, noFilter, sortKeys } from '../../src/core/library/matrix/view.ts';
import { StoryIndex, storyKey } from '../../src/core/library/storyIndex.ts';
import { matrixFormats } from '../../src/core/report/matrix/formats.ts';
import { exportedMatrix } from '../../src/core/report/matrix/exportedMatrix.ts';
import { textsIn, withTextsIn } from '../../src/core/report/redact/redactData.ts';
import { redactTexts } from '../../src/core/report/redact/redactor.ts';
import { nothing } from '../../src/core/rules/analysis.ts';
import { statuses } from '../../src/core/story/fields.ts';
import { storyScopes } from '../../src/core/story/storyScope.ts';
import { cellAfterMoves, headerKey } from '../../src/pages/ui/gridGeometry.ts';
import { matrixMessage, matrixRequest, matrixView } from '../../src/pages/protocol/matrix.ts';
import { toShownFramework } from '../../src/pages/protocol/story.ts';
import { bankStory, type StorySketch } from './bankStories.ts';
import { propertyRuns } from './propertyRuns.ts';
import { throwOn } from './throwOn.ts';

const ids = [...staff.competencies, ...amazonLp.competencies].map(({ id }) => id);

const sketch: fc.Arbitrary<StorySketch> = fc.record(
	{
		title: fc.oneof(
			fc.string(),
			fc.constantFrom('<img src=x onerror=alert(1)>', '=HYPERLINK("x")', '| a | b |', '${alert(1)}', '\ud800'),
		),
		tags: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
		status: fc.constantFrom(...statuses),
		scope: fc.constantFrom(...storyScopes),
		strength: fc.integer({ min: 1, max: 5 }),
		date: fc.constantFrom('2019', '2021-04', '2024-12-31'),
		openProblems: fc.nat(3),
	},
	{ requiredKeys: [] },
);

const library: fc.Arbitrary<readonly MatrixStory[]> = fc
	.array(sketch, { maxLength: 30 })
	.map((sketches) => sketches.map((each, index) => matrixStory(bankStory({ ...each, index }))));

const view: fc.Arbitrary<MatrixView> = fc.record(
	{
		transposed: fc.boolean(),
		sort: fc.constantFrom(...sortKeys),
		descending: fc.boolean(),
		filter: fc.record(
			{
				text: fc.constantFrom('', 'a', ' img  src'),
				onlyProblems: fc.boolean(),
				onlyGaps: fc.boolean(),
				status: fc.constantFrom(...statuses),
				scope: fc.constantFrom(...storyScopes),
			},
			{ requiredKeys: ['text', 'onlyProblems', 'onlyGaps'] },
		),
		lens: fc.constantFrom('staff', 'amazon-lp', 'gone'),
	},
	{ requiredKeys: ['transposed', 'sort', 'descending', 'filter'] },
);

const frameworks = [staff, amazonLp];

describe('the matrix', () => {
	it('shows every story that passes the filter once, in an order that does not depend on how they came', () => {
		fc.assert(
			fc.property(library, view, (stories, seen) => {
				const { stories: shown } = matrixOf(stories, frameworks, seen);
				const { filter } = seen;
				const wanted = stories.filter(
					({ story, openProblems }) =>
						(filter.status === undefined || story.details.status === filter.status) &&
						(filter.scope === undefined || story.details.scope === filter.scope) &&
						(!filter.onlyProblems || openProblems > 0) &&
						filter.text
							.trim()
							.split(/\s+/u)
							.every((word) => story.title.toLowerCase().includes(word)),
				);
				expect(new Set(shown.map(storyKey))).to.deep.equal(new Set(wanted.map(storyKey)));
				expect(shown.length).to.equal(wanted.length);
				expect(matrixOf(stories.toReversed(), frameworks, seen).stories).to.deep.equal(shown);
			}),
		);
	});

	it('puts what has no value last, whichever way it is sorted', () => {
		const stories = [
			bankStory({ index: 0 }),
			bankStory({ index: 1, strength: 2 }),
			bankStory({ index: 2, strength: 5 }),
		].map(matrixStory);
		const order = (descending: boolean) =>
			matrixOf(stories, frameworks, { ...initialView, descending }).stories.map(({ index }) => index);
		expect(order(true)).to.deep.equal([2, 1, 0]);
		expect(order(false)).to.deep.equal([1, 2, 0]);
	});

	it('counts what its cells show but what is retired, and leaves out what is covered where only gaps are asked for', () => {
		fc.assert(
			fc.property(library, view, (stories, seen) => {
				const matrix = matrixOf(stories, frameworks, seen);
				const { coverage, totals, stories: shown } = matrix;
				const current = shown.filter(({ story }) => story.details.status !== 'retired');
				const ready = (some: readonly MatrixStory[]) =>
					some.filter(({ story }) => story.details.status === 'ready').length;
				expect([totals.stories, totals.retired]).to.deep.equal([current.length, shown.length - current.length]);
				expect(totals.ready).to.equal(ready(current));
				expect(totals.problems).to.equal(current.reduce((sum, { openProblems }) => sum + openProblems, 0));
				for (const [position, { competency, state }] of coverage.entries()) {
					const tagged = current.filter((story) => cellTag(story, competency.id));
					expect(totals.columns[position]).to.deep.equal({ tagged: tagged.length, ready: ready(tagged) });
					expect(columnTotals(matrix)[position]).to.contain(`, ${ready(tagged)} ready, `);
					if (seen.filter.onlyGaps) expect(isOpen(state)).to.equal(true);
				}
			}),
		);
	});

	it('is built within a frame or two for 1,000 stories and 20 competencies', () => {
		const stories = Array.from({ length: 1000 }, (_, index) =>
			matrixStory(
				bankStory({
					index,
					title: `Story ${index}`,
					tags: [ids[index % 20] ?? '', ids[(index * 7) % 20] ?? ''],
					strength: (index % 5) + 1,
					openProblems: index % 3,
				}),
			),
		);
		const times = Array.from({ length: 10 }, () => {
			const start = performance.now();
			matrixOf(stories, frameworks, initialView);
			return performance.now() - start;
		});
		const median = times.toSorted((a, b) => a - b)[5] ?? 0;
		process.stdout.write(`      matrix of 1,000 × 20: ${median.toFixed(1)} ms\n`);
		expect(median).to.be.lessThan(500);
	});
});

describe('the questions of the matrix', () => {
	const question = staff.competencies[0]?.questions[0];
	const naming = (text: string, more: StorySketch = {}): MatrixStory => {
		const entry = matrixStory(bankStory({ tags: ['technical-initiative'], ...more }));
		return { ...entry, story: { ...entry.story, details: { ...entry.story.details, questions: [text] } } };
	};
	const stateFor = (...stories: readonly MatrixStory[]) =>
		questionBoard(stories, [staff], undefined).find(({ id }) => id === question?.id);

	it('are answered by stories that name them, by id or in their words', () => {
		expect(stateFor()?.state).to.equal('none');
		expect(stateFor(naming(question?.id ?? '', { strength: 3 }))?.state).to.equal('strong');
		expect(stateFor(naming(question?.text.toUpperCase() ?? '', { strength: 2 }))?.state).to.equal('single');
		expect(stateFor(naming(question?.id ?? ''), naming(question?.id ?? '', { index: 1 }))?.state).to.equal(
			'answered',
		);
		expect(stateFor(naming(question?.id ?? '', { status: 'retired' }))?.state).to.equal('none');
	});

	it('are about the same competencies on the page as everywhere else', () => {
		const about = (board: ReturnType<typeof questionBoard>) =>
			board.map(({ id, competencies }) => [id, competencies.map((competency) => competency.id)]);
		expect(about(questionBoard([], [staff].map(toShownFramework), undefined))).to.deep.equal(
			about(questionBoard([], [staff], undefined)),
		);
		expect(about(questionBoard([], [staff].map(toShownFramework), undefined))).to.deep.include([
			'initiative-resources',
			['technical-initiative', 'technical-influence'],
		]);
	});

	it('name the stories first that were found for them, and none that is retired, gone or named', () => {
		const found = matrixStory(bankStory({ index: 1, tags: ['mentorship'] }));
		const old = matrixStory(bankStory({ index: 2, tags: ['mentorship'], status: 'retired' }));
		const proving = matrixStory(bankStory({ index: 3, tags: ['technical-initiative'] }));
		const named = { ...naming(question?.id ?? ''), index: 4 };
		const ranked = new Map([[question?.id ?? '', [named, old, found].map(storyKey).concat('gone#0')]]);
		const [asked] = questionBoard([proving, named, old, found], [staff], undefined, undefined, ranked);
		expect(asked?.id).to.equal(question?.id);
		expect(asked?.candidates.map(({ index }) => index)).to.deep.equal([1, 3]);
		expect(asked?.answers.map(({ index }) => index)).to.deep.equal([4]);
	});

	it('name stories that could answer, and keep those of the author', () => {
		const own = naming('What keeps you awake?', { strength: 4 });
		expect(stateFor(own)?.candidates).to.deep.equal([own]);
		expect(questionBoard([own], [staff], undefined).at(-1)).to.include({
			text: 'What keeps you awake?',
			state: 'strong',
		});
	});
});

describe('the focused cell of the matrix', () => {
	it('stays with its story where the file has another name, in a row or in a column', () => {
		const [before, after] = ['file:///w/a.md', 'file:///w/b%23.md'];
		const moves = [
			{ from: 'file:///w/other.md', to: 'file:///w/a.md' },
			{ from: before, to: after },
		];
		const row = storyKey({ file: before, index: 2 });
		const expected = storyKey({ file: after, index: 2 });
		expect(cellAfterMoves({ row, column: 'mentorship' }, moves)).to.deep.equal({
			row: expected,
			column: 'mentorship',
		});
		expect(cellAfterMoves({ row: 'attribute:date', column: row }, moves)).to.deep.equal({
			row: 'attribute:date',
			column: expected,
		});
		expect(cellAfterMoves({ row: headerKey, column: 'total' }, moves)).to.deep.equal({
			row: headerKey,
			column: 'total',
		});
		expect(matrixMessage({ form: 'stories', changed: [], gone: [], moved: moves })).to.equal(true);
	});
});

describe('the progress of the matrix', () => {
	it('never falls, and ends with every story that has a date', () => {
		fc.assert(
			fc.property(library, (stories) => {
				const { points, undated } = progressOf(
					stories,
					frameworks,
					undefined,
					({ story }) => story.details.date,
				);
				const told = stories.filter(({ story }) => story.details.status !== 'retired');
				expect((points.at(-1)?.stories ?? 0) + undated).to.equal(told.length);
				for (const [index, point] of points.entries())
					expect(point.stories).to.be.least(points[index - 1]?.stories ?? 0);
				expect(points.length).to.be.most(24);
			}),
		);
	});

	it('counts by months, quarters or years, as they fit', () => {
		const periods = (...dates: readonly string[]) =>
			progressOf(
				dates.map((date, index) => matrixStory(bankStory({ index, date }))),
				[staff],
				undefined,
				({ story }) => story.details.date,
			).points.map(({ period }) => period);
		expect(periods('2024-11', '2025-01')).to.deep.equal(['2024-11', '2024-12', '2025-01']);
		expect(periods('2021', '2024-02').at(0)).to.equal('2021 Q4');
		expect(periods('2001', '2024')).to.have.length(24);
	});
});

describe('the matrix outside the editor', () => {
	const stories = ['<img src=x onerror=alert(1)>', '=cmd|x', '| cell |', 'x'.repeat(10_000)].map((title, index) =>
		matrixStory(bankStory({ title, index, tags: ['mentorship'], strength: 4 })),
	);
	const matrix = matrixOf(stories, [staff], initialView);

	it('holds every title as text, in every format', () => {
		const html = matrixFormats.html.write(matrix);
		expect(html).not.to.match(/<img|<script/u);
		expect(html).to.contain('&#60;img src=x onerror=alert(1)&#62;').and.contain('x'.repeat(10_000));
		expect(matrixFormats.svg.write(matrix)).not.to.match(/<img|<script|x{100}/u);
		expect(matrixFormats.csv.write(matrix)).to.contain('"\'=cmd|x"');
		const rows = matrixFormats.markdown
			.write(matrix)
			.trimEnd()
			.split('\n')
			.map((line) => line.replaceAll(/\\\|/gu, '').split('|').length);
		expect(new Set(rows).size).to.equal(1);
	});

	it('has a column for scopes where a story says one, and is as before where none does', () => {
		const scoped = matrixOf([matrixStory(bankStory({ title: 'A', scope: 'org' }))], [staff], initialView);
		const heads = (told: typeof scoped) => [
			matrixFormats.csv.write(told).replace('\uFEFF', '').startsWith('Story,Strength,Status,Scope,Date,'),
			matrixFormats.markdown.write(told).startsWith('| Story | Strength | Status | Scope | Date |'),
			matrixFormats.html.write(told).includes('<th scope="col">Scope</th>'),
		];
		expect(heads(scoped)).to.deep.equal([true, true, true]);
		expect(matrixFormats.html.write(scoped)).to.include('<td>org</td>');
		expect(heads(matrix)).to.deep.equal([false, false, false]);
		expect(
			matrixOf(scoped.stories, [staff], { ...initialView, filter: { ...noFilter, scope: 'team' } }).stories,
		).to.deep.equal([]);
	});

	it('is the same in every format without what the formats do not show', () => {
		fc.assert(
			fc.property(library, view, (told, seen) => {
				const whole = matrixOf(told, frameworks, seen);
				for (const [id, { write }] of Object.entries(matrixFormats))
					expect(write(exportedMatrix(whole)), id).to.equal(write(whole));
			}),
			{ numRuns: propertyRuns(50) },
		);
	});

	it('holds no name that is to be hidden, in any format', () => {
		const title = `Leaving Halyard, ${'and so on '.repeat(20)}`;
		const told = exportedMatrix(
			matrixOf([matrixStory(bankStory({ title, tags: ['mentorship'] }))], [staff], initialView),
		);
		const names = [{ name: 'Halyard', field: 'company' }] as const;
		const texts = textsIn(told);
		const { data, replaced } = withTextsIn(told, names, texts, redactTexts(texts, names));
		expect(replaced).to.deep.equal([{ ...names[0], placeholder: '[Company A]', count: 1 }]);
		for (const [id, { write }] of Object.entries(matrixFormats)) {
			expect(write(data), id)
				.to.contain('Company A')
				.and.not.match(/halyard/iu);
			expect(write(data).length, id).to.be.least(write(told).length);
		}
	});

	it('writes a page whose letters shrink with the stories, so that they fit a sheet', () => {
		const sizeFor = (count: number) =>
			Number(
				/font-size: ([\d.]+)mm/u.exec(
					matrixFormats.html.write(
						matrixOf(
							Array.from({ length: count }, (_, index) => matrixStory(bankStory({ index }))),
							[staff],
							initialView,
						),
					),
				)?.[1],
			);
		expect(sizeFor(1)).to.equal(3.2);
		expect(sizeFor(30)).to.be.within(1.7, 3.1);
	});
});

describe('the border between the host and the matrix', () => {
	it('lets through what either side sends', () => {
		fc.assert(
			fc.property(library, view, (stories, seen) => {
				const bankMessage = {
					form: 'library',
					scanned: true,
					stories,
					frameworks: frameworks.map(toShownFramework),
					level: 'staff',
					broken: [],
					view: seen,
				};
				// As it comes over: without what is undefined, and copied.
				expect(matrixMessage(structuredClone(bankMessage))).to.equal(true);
				expect(matrixRequest({ form: 'view', view: seen })).to.equal(true);
			}),
		);
	});

	it('stops everything else', () => {
		const nonsense: readonly unknown[] = [
			undefined,
			null,
			0,
			'ready',
			[],
			{},
			{ form: 'ready', more: 1 },
			{ form: 'toString' },
			{ form: 'open' },
			{ form: 'open', story: { file: 'x', index: -1 } },
			{ form: 'open', story: { file: 'x'.repeat(30_000), index: 0 } },
			{ form: 'change', story: { file: 'x', index: 0 }, change: { kind: 'set', field: 'strength', value: 9 } },
			{ form: 'change', story: { file: 'x', index: 0 }, change: { kind: 'set', field: 'title', value: 'x' } },
			{ form: 'view', view: { ...initialView, sort: 'constructor' } },
			{ form: 'view', view: { ...initialView, filter: { ...noFilter, __proto__: null, evil: 1 } } },
		];
		for (const message of nonsense) expect(matrixRequest(message), JSON.stringify(message)).to.equal(false);
		fc.assert(
			fc.property(
				fc.anything(),
				(message) => !matrixRequest(message) && !matrixMessage(message) && !matrixView(message),
			),
		);
	});
});

describe('what the matrix page is sent', () => {
	it('is every story once, and then the stories that changed alone', () => {
		const index = new StoryIndex(throwOn);
		const { story } = bankStory({ title: 'One', tags: ['mentorship'] });
		const analysis = (title: string) => ({ ...nothing, kind: 'story' as const, stories: [{ ...story, title }] });
		index.update(
			new Map([
				['file:///a.md', analysis('A')],
				['file:///b.md', analysis('B')],
			]),
		);
		const feed = new MatrixFeed(index);
		expect(feed.all().map((each) => each.story.title)).to.deep.equal(['A', 'B']);
		expect(feed.changes()).to.deep.equal({ changed: [], gone: [] });
		index.update(
			new Map([
				['file:///a.md', nothing],
				['file:///b.md', analysis('C')],
			]),
		);
		const { changed, gone } = feed.changes();
		expect([changed.map((each) => each.story.title), gone]).to.deep.equal([['C'], ['file:///a.md#0']]);
	});
});
