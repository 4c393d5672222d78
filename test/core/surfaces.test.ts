import { expect } from 'chai';
import fc from 'fast-check';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { starKinds } from '../../src/core/framework/sectionKind.ts';
import { type Coverage, coverageSummary } from '../../src/core/library/coverage.ts';
import { complete } from '../../src/core/library/languageFeatures/completion.ts';
import { hoverAt } from '../../src/core/library/languageFeatures/hover.ts';
import { lensNamed } from '../../src/core/library/lens.ts';
import { LibraryCoverage } from '../../src/core/library/libraryCoverage.ts';
import { cellTag, columnTotals, headerWords, type Matrix, matrixOf } from '../../src/core/library/matrix/matrix.ts';
import { matrixStory } from '../../src/core/library/matrix/matrixStory.ts';
import { progressOf } from '../../src/core/library/matrix/progress.ts';
import { questionBoard } from '../../src/core/library/matrix/questionBoard.ts';
import { initialView } from '../../src/core/library/matrix/view.ts';
import { type LibraryStory, StoryIndex, storyKey } from '../../src/core/library/storyIndex.ts';
import { problemsOfStory } from '../../src/core/library/storyProblems.ts';
import type { LeafNode } from '../../src/core/library/tree/branch.ts';
import { LibraryTree } from '../../src/core/library/tree/libraryTree.ts';
import { defaultOptions } from '../../src/core/library/tree/options.ts';
import { buildReport } from '../../src/core/report/buildReport.ts';
import { questionsInNeed } from '../../src/core/report/wording.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import { shareOf, wordsOf } from '../../src/core/rules/english/spokenTime.ts';
import { statuses } from '../../src/core/story/fields.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { toShownFramework } from '../../src/pages/protocol/story.ts';
import { propertyRuns } from './propertyRuns.ts';
import { frameworkOf } from './reading.ts';
import { throwOn } from './throwOn.ts';

const today = '2026-11-29';

/** A framework of one's own that calls things by names which the others know as something else. */
const own: Framework = {
	...frameworkOf(['Ownership', 'Mentorship', 'Depth']),
	id: 'workspace',
	name: 'Ours',
};

const frameworks: readonly Framework[] = [...builtInFrameworks.values(), own];

/** Names of competencies that several frameworks know, some of them as different ones, and those of single ones. */
const names = [
	'ownership',
	'initiative',
	'mentorship',
	'Mentoring',
	'alignment',
	'influence',
	'customer-obsession',
	'depth',
	'technical-initiative',
	'deliver-results',
	'conflict',
	'collaboration',
	'no such competency',
];

interface Sketch {
	readonly title: string;
	readonly tags: readonly string[];
	readonly status: string;
	readonly strength?: number;
	readonly date: string;
	readonly questions: readonly string[];
	readonly told: readonly (readonly [name: string, words: number])[];
}

const sketch: fc.Arbitrary<Sketch> = fc.record(
	{
		title: fc.constantFrom('One', 'Two', 'Three'),
		tags: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }),
		status: fc.constantFrom(...statuses, 'ready', 'ready'),
		strength: fc.integer({ min: 1, max: 5 }),
		date: fc.constantFrom('2019', '2025-03', '2026-11-01'),
		questions: fc.uniqueArray(fc.constantFrom('initiative-resources', 'What keeps you awake?'), { maxLength: 2 }),
		told: fc
			.tuple(
				...['Situation', 'Task', 'Action', 'Result', 'Learnings'].map((name) =>
					fc.tuple(fc.constant(name), fc.integer({ min: 0, max: 40 })),
				),
			)
			.map((sections) => sections.filter(([, words]) => words > 0)),
	},
	{ requiredKeys: ['title', 'tags', 'status', 'date', 'questions', 'told'] },
);

function told(level: string, sections: Sketch['told']): string {
	return sections
		.map(
			([name, words]) => `${level} ${name}\n\nI ${'led the work and '.repeat(Math.ceil(words / 4))}shipped it.\n`,
		)
		.join('\n');
}

function storyText({ title, tags, told: sections, ...fields }: Sketch): string {
	const lines = Object.entries({ competencies: tags, ...fields }).map(
		([name, value]) => `${name}: ${JSON.stringify(value)}`,
	);
	return `---\n${lines.join('\n')}\n---\n\n# ${title}\n\n${told('##', sections)}`;
}

function bankText(stories: readonly Sketch[]): string {
	const parts = stories.map(({ title, tags, status, date, told: sections }) =>
		[
			`## ${title}`,
			`**Competencies:** ${tags.join('; ')}`,
			`**Status:** ${status}`,
			`**Date:** ${date}`,
			told('###', sections),
		].join('\n\n'),
	);
	return `# A bank\n\n${parts.join('\n\n')}\n`;
}

const text = fc.oneof(
	{ weight: 3, arbitrary: sketch.map(storyText) },
	{ weight: 1, arbitrary: fc.array(sketch, { minLength: 2, maxLength: 4 }).map(bankText) },
);

/** A library as the editor and the command line have it. */
class Library {
	readonly lookups: Lookups;
	readonly index = new StoryIndex(throwOn);
	readonly texts: ReadonlyMap<string, string>;
	readonly analyses = new Map<string, FullAnalysis>();
	readonly coverage: LibraryCoverage;

	constructor(texts: readonly string[], active: readonly Framework[]) {
		this.lookups = new Lookups(active);
		this.texts = new Map(texts.map((each, position) => [`file:///w/${position}.md`, each]));
		for (const [file, each] of this.texts) {
			const context = { fileName: file, lookups: this.lookups, severities: {}, today };
			this.analyses.set(file, analyse(each, context));
		}
		this.index.update(this.analyses);
		this.coverage = new LibraryCoverage(this.index, { lookupsFor: () => this.lookups });
	}

	tree(lens: string): LibraryTree {
		return new LibraryTree({
			index: this.index,
			lookups: () => this.lookups,
			options: () => ({ ...defaultOptions, lens }),
			keyOf: (file) => file,
			hasPlans: () => true,
			factsOf: (path) => ({ path, wordsPerMinute: 150, staleAfterYears: 5, today }),
		});
	}

	/** The matrix as the page has it: of plain data. */
	matrix(lens: string): Matrix {
		const shown = this.lookups.frameworks.map(toShownFramework);
		return matrixOf(this.stories.map(matrixStory), shown, { ...initialView, lens });
	}

	report(lens: string) {
		const files = [...this.analyses].map(([path, analysis]) => ({
			path,
			analysis,
			lines: LineMap.of(this.texts.get(path) ?? ''),
		}));
		return buildReport({ files, lookups: this.lookups, lens });
	}

	get stories(): readonly LibraryStory[] {
		return this.index.stories();
	}
}

const library = fc
	.tuple(
		fc.array(text, { maxLength: 6 }),
		fc.uniqueArray(fc.constantFrom(...frameworks), { minLength: 1, maxLength: 4 }),
	)
	.map(([texts, active]) => new Library(texts, active));

/** What a surface says of one competency. */
interface Said {
	readonly state: string;
	readonly ready: number;
	readonly stories: number;
	/** The best first, each with whether it is primary there. */
	readonly best: readonly string[];
}

const tagged = (key: string, isPrimary: boolean) => `${key} ${isPrimary ? 'primary' : 'secondary'}`;

function inTree(tree: LibraryTree): Record<string, Said> {
	const nodes = tree.roots().flatMap((node) => (node.kind === 'competency' ? [node] : []));
	return Object.fromEntries(
		nodes.map((node) => {
			const rows = tree.children(node).filter((row) => row.kind === 'story');
			const current = rows.filter(({ facts }) => facts.status !== 'retired');
			expect(current.slice(0, 2).map(storyOf)).to.deep.equal(node.coverage.best.map(storyKey));
			const { state, ready } = node.coverage;
			const best = current.map((row) => tagged(storyOf(row), !row.secondary));
			return [node.coverage.competency.id, { state, ready, stories: current.length, best: best.slice(0, 2) }];
		}),
	);
}

function storyOf({ entry }: LeafNode): string {
	return storyKey(entry);
}

function inMatrix(matrix: Matrix): Record<string, Said> {
	return Object.fromEntries(
		matrix.coverage.map((item, position) => {
			const { competency, state, ready, best } = item;
			const cells = matrix.stories.flatMap((entry) => {
				const tag = cellTag(entry, competency.id);
				return tag ? [{ entry, tag }] : [];
			});
			expect(headerWords(item)).to.contain(`${ready} ready, `).and.contain(state);
			const current = cells.filter(({ entry }) => entry.story.details.status !== 'retired');
			expect(matrix.totals.columns[position]?.tagged).to.equal(current.length);
			expect(columnTotals(matrix)[position]).to.match(
				new RegExp(`^${current.length} stor.*, ${ready} ready, `, 'u'),
			);
			const tagOf = new Map(cells.map(({ entry, tag }) => [storyKey(entry), tag]));
			return [
				competency.id,
				{
					state,
					ready,
					stories: current.length,
					best: best.map((entry) => tagged(storyKey(entry), tagOf.get(storyKey(entry)) === 'primary')),
				},
			];
		}),
	);
}

function inReport(report: ReturnType<Library['report']>, stories: readonly LibraryStory[]): Record<string, Said> {
	return Object.fromEntries(
		report.competencies.map(({ id, state, ready, stories: count, best }) => {
			const keyed = best.map(({ story, why }) => {
				const entry = stories[story];
				return tagged(entry ? storyKey(entry) : '', why.includes('primary'));
			});
			return [id, { state, ready, stories: count, best: keyed }];
		}),
	);
}

const withoutTag = ({ best, ...said }: Said) => ({ ...said, best: best.map((each) => each.split(' ', 1)[0]) });

function ofCoverage(coverage: readonly Coverage[]): Record<string, unknown> {
	return Object.fromEntries(
		coverage.map(({ competency, state, ready, stories, best }) => [
			competency.id,
			{ state, ready, stories: stories.length, best: best.map(storyKey) },
		]),
	);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

describe('every surface', () => {
	it('says the same of each competency, through every lens and through none', () => {
		fc.assert(
			fc.property(library, (made) => {
				for (const lens of ['', ...made.lookups.frameworks.map(lensNamed)]) {
					const said = inTree(made.tree(lens));
					const report = made.report(lens);
					expect(inMatrix(made.matrix(lens)), lens).to.deep.equal(said);
					expect(inReport(report, made.stories), lens).to.deep.equal(said);
					const isCovered = ({ state }: Said) => state === 'covered' || state === 'rich';
					const { points } = progressOf(
						made.stories.map(matrixStory),
						made.lookups.frameworks,
						lens,
						({ story }) => story.details.date,
					);
					expect(points.at(-1)?.covered ?? 0, lens).to.equal(Object.values(said).filter(isCovered).length);
					const { states } = report.summary;
					expect(states.covered + states.rich, lens).to.equal(Object.values(said).filter(isCovered).length);
				}
			}),
			{ numRuns: propertyRuns(300) },
		);
	});

	it('says the same of each competency as the API, hover and completion do, who know no lens', () => {
		fc.assert(
			fc.property(library, (made) => {
				const coverage = made.coverage.for(undefined);
				expect(ofCoverage(coverage)).to.deep.equal(mapValues(inTree(made.tree('')), withoutTag));
				const competencies = made.lookups.competencies;
				const { questions } = made.lookups;
				for (const [file, { stories }] of made.analyses) {
					const whole = made.texts.get(file) ?? '';
					for (const { span, competency } of stories.flatMap(({ tags }) => tags)) {
						const hover = hoverAt(whole, stories, span.start, {
							competencies,
							coverage,
							wordsPerMinute: 150,
						});
						const known = coverage.find((each) => each.competency.id === competency);
						if (known) expect(hover?.markdown).to.contain(coverageSummary(known));
						else expect(hover).to.equal(undefined);
					}
				}
				const offered = complete('---\ncompetencies: \n---\n', '---\ncompetencies: '.length, {
					competencies,
					coverage,
					questions,
					rules: [],
					scope: 'elsewhere',
				});
				expect(offered.map(({ detail }) => detail)).to.deep.equal(coverage.map(coverageSummary));
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('says the same of problems: tree, matrix, report, code lens and status bar', () => {
		fc.assert(
			fc.property(library, (made) => {
				const counted = made.stories.map((entry) => [storyKey(entry), entry.openProblems] as const);
				const report = made.report('');
				const rows = made.tree('');
				const ofTree = new Map(
					rows
						.roots()
						.flatMap((node) => rows.children(node).map((row) => [storyOf(row), row.facts.problems])),
				);
				for (const [key, problems] of counted) expect(ofTree.get(key) ?? problems).to.equal(problems);
				expect(
					made.stories.map(matrixStory).map((entry) => [storyKey(entry), entry.openProblems]),
				).to.deep.equal(counted);
				expect(report.stories.map(({ problems }) => problems)).to.deep.equal(counted.map(([, each]) => each));
				expect(report.summary.problems).to.equal(counted.reduce((sum, [, each]) => sum + each, 0));
				expect(report.problems.reduce((sum, { found }) => sum + found.length, 0)).to.equal(
					report.summary.problems,
				);
				const asShown = made.stories.map(({ file, index }) => [
					storyKey({ file, index }),
					problemsOfStory(made.index.get(file), index).length,
				]);
				expect(asShown).to.deep.equal(counted);
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('says the same of questions that no story answers, through every lens, whatever else is found by its words', () => {
		fc.assert(
			fc.property(library, (made) => {
				for (const lens of ['', ...made.lookups.frameworks.map(lensNamed)]) {
					const { lookups } = made;
					const shown = made.stories.map(matrixStory);
					const found = new Map([...lookups.questions.keys()].map((id) => [id, shown.map(storyKey)]));
					const board = questionBoard(shown, lookups.frameworks, lens, Infinity, found);
					const inReports = questionsInNeed(made.report(lens)).filter(({ stories }) => stories.length === 0);
					expect(
						board.filter(({ state }) => state === 'none').map(({ id }) => id),
						lens,
					).to.deep.equal(inReports.map(({ id }) => id));
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('says the same of shares: hover, code lens and the problem of balance', () => {
		fc.assert(
			fc.property(library, (made) => {
				for (const [file, { stories, problems }] of made.analyses) {
					const whole = made.texts.get(file) ?? '';
					const context = { competencies: made.lookups.competencies, coverage: [], wordsPerMinute: 150 };
					for (const [index, story] of stories.entries()) {
						const of = wordsOf(story.sections);
						for (const section of story.sections.filter(({ words }) => words > 0)) {
							const said = hoverAt(whole, stories, section.name.start, context)?.markdown;
							const share = `· ${shareOf(of, [section.kind])}% of the story`;
							if (starKinds.some((kind) => kind === section.kind)) expect(said).to.contain(share);
							else expect(said).not.to.contain('%');
						}
						const found = problems.filter((each) => each.rule === 'balance' && (each.story ?? 0) === index);
						for (const { message } of found) {
							const [, kind, percent] =
								/^(Action|Result) is (\d+)%/u.exec(message) ??
								/^(Situation and Task) take (\d+)%/u.exec(message) ??
								[];
							const kinds = starKinds.filter((each) => kind?.toLowerCase().includes(each));
							expect(shareOf(of, kinds), message).to.equal(Number(percent));
						}
					}
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});
