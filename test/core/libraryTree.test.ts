import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import type { LeafNode, ParentNode, TreeNode } from '../../src/core/library/tree/branch.ts';
import { FileKeys } from '../../src/core/library/tree/groups.ts';
import { LibraryTree, type TreeChanges } from '../../src/core/library/tree/libraryTree.ts';
import {
	defaultOptions,
	everyStory,
	groupings,
	readOptions,
	type TreeOptions,
} from '../../src/core/library/tree/options.ts';
import { lensNamed } from '../../src/core/library/lens.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { nothing } from '../../src/core/rules/analysis.ts';
import { propertyRuns } from './propertyRuns.ts';
import { frameworkOf } from './reading.ts';
import { throwOn } from './throwOn.ts';

const today = '2026-11-22';

/** What a story file says of its story, and all that a test wants to vary of it. */
interface Sketch {
	readonly title: string;
	readonly tags: readonly string[];
	readonly status?: string;
	readonly strength?: number;
	readonly date?: string;
	readonly company?: string;
	readonly archetype?: string;
	readonly scope?: string;
	/** The sections that are told. */
	readonly told?: readonly string[];
}

const starSections = ['Situation', 'Task', 'Action', 'Result', 'Learnings'];

function storyText({ title, tags, told = starSections, ...fields }: Sketch): string {
	const lines = [
		`competencies: [${tags.map((tag) => `"${tag}"`).join(', ')}]`,
		...Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
	];
	return `---\n${lines.join('\n')}\n---\n\n# ${title}\n\n${told.map((name) => `## ${name}\n\nI told ${name} in eight words or so.\n`).join('\n')}`;
}

function bankText(stories: readonly Sketch[]): string {
	const parts = stories.map(({ title, tags, status = 'draft', told = starSections }) =>
		[
			`## ${title}`,
			`**Competencies:** ${tags.join('; ')}`,
			`**Status:** ${status}`,
			...told.map((name) => `**${name}:** I did ${name}.`),
		].join('\n\n'),
	);
	return `# A bank\n\n${parts.join('\n\n')}\n`;
}

const candidateText = '# A candidate\n\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n';

/** A workspace without an editor: files, frameworks and options that a tree follows. */
class Workspace {
	readonly index = new StoryIndex(throwOn);
	readonly texts = new Map<string, string>();
	lookups = new Lookups([staff]);
	options: TreeOptions = defaultOptions;
	wordsPerMinute = 150;
	staleAfterYears = 5;
	hasPlans = false;
	readonly keys = new FileKeys();
	/** The files that a tree looked at, one after the other. */
	readonly looked: string[] = [];

	/** A tree of the workspace as it is now. */
	tree(): LibraryTree {
		return new LibraryTree({
			index: this.index,
			lookups: () => this.lookups,
			options: () => this.options,
			keyOf: (file) => this.keys.of(file),
			hasPlans: () => this.hasPlans,
			factsOf: (file) => (
				this.looked.push(file),
				{ path: file, wordsPerMinute: this.wordsPerMinute, staleAfterYears: this.staleAfterYears, today }
			),
		});
	}

	/** @param texts undefined for a file that is gone */
	write(texts: Readonly<Record<string, string | undefined>>): readonly string[] {
		for (const [file, text] of Object.entries(texts)) {
			if (text === undefined) this.texts.delete(file);
			else this.texts.set(file, text);
		}
		return this.read(Object.keys(texts));
	}

	/** Gives a file another name, as an editor does that tells of it. */
	rename(from: string, to: string): readonly string[] {
		this.keys.move(from, to);
		return this.write({ [from]: undefined, [to]: this.texts.get(from) });
	}

	/** Analyses files, as after a change of settings. */
	read(files: readonly string[] = [...this.texts.keys()]): readonly string[] {
		this.index.update(
			new Map(
				files.map((file) => {
					const text = this.texts.get(file);
					const context = { fileName: file, lookups: this.lookups, severities: {}, today };
					return [file, text === undefined ? nothing : analyse(text, context)];
				}),
			),
		);
		return files;
	}
}

/** Everything that a row says, without the places in the text, which nobody sees. */
function said(node: TreeNode): unknown {
	switch (node.kind) {
		case 'competency': {
			const {
				coverage: { competency, state, ready, best },
				alsoCarried,
				id,
				count,
			} = node;
			return {
				id,
				name: competency.name,
				state,
				ready,
				best: best.map(({ story }) => story.title),
				alsoCarried,
				hasRows: count > 0,
			};
		}
		case 'group':
			return { id: node.id, group: node.group, count: node.count };
		case 'story':
			return {
				id: node.id,
				facts: node.facts,
				best: node.best,
				secondary: node.secondary,
				carriesAlone: node.carriesAlone,
			};
		case 'candidate':
			return { id: node.id, facts: node.facts };
	}
}

function whole(tree: LibraryTree): unknown {
	return tree.roots().map((root) => [said(root), ...tree.children(root).map(said)]);
}

/** What a view shows that draws anew only what it is told to. */
class View {
	readonly #tree: LibraryTree;
	#roots: readonly ParentNode[] = [];
	readonly #rows = new Map<TreeNode, readonly LeafNode[]>();
	readonly #said = new Map<TreeNode, unknown>();

	constructor(tree: LibraryTree) {
		this.#tree = tree;
		this.draw({ all: true, nodes: [] });
	}

	draw({ all, nodes }: TreeChanges): void {
		if (all) this.#roots = [...this.#tree.roots()];
		for (const node of all ? this.#roots : nodes) {
			this.#said.set(node, said(node));
			if (node.kind === 'story' || node.kind === 'candidate') continue;
			this.#rows.set(node, [...this.#tree.children(node)]);
			for (const row of this.#tree.children(node)) this.#said.set(row, said(row));
		}
	}

	shown(): unknown {
		return this.#roots.map((root) => [root, ...(this.#rows.get(root) ?? [])].map((node) => this.#said.get(node)));
	}
}

function rows(tree: LibraryTree): string[] {
	return tree
		.roots()
		.flatMap((root) => [
			root.kind === 'competency' ? root.coverage.competency.id : JSON.stringify(Object.values(root.group)),
			...tree.children(root).map(({ facts }) => `  ${facts.title}`),
		]);
}

const [initiative, influence, mentorship, alignment] = staff.competencies.map(({ id }) => id) as [
	string,
	string,
	string,
	string,
];
const other = frameworkOf(['Frugality', 'Mentorship']);

describe('the tree of the library', () => {
	it('lists competencies in the order of the framework, with retired stories last, then what is untagged and candidates', () => {
		const workspace = new Workspace();
		workspace.write({
			'a.md': storyText({ title: 'Kept', tags: [initiative], status: 'retired', strength: 5 }),
			'b.md': storyText({ title: 'Secondary', tags: [influence, initiative], status: 'ready', strength: 4 }),
			'c.md': storyText({ title: 'Draft', tags: [initiative] }),
			'd.md': storyText({ title: 'Lost', tags: ['Quantum Leadership'] }),
			'e.md': candidateText,
		});
		expect(rows(workspace.tree())).to.deep.equal([
			initiative,
			'  Draft',
			'  Secondary',
			'  Kept',
			influence,
			'  Secondary',
			mentorship,
			alignment,
			'["untagged"]',
			'  Lost',
			'["candidates"]',
			'  A candidate',
		]);
		expect(workspace.tree().gaps).to.equal(2);
	});

	it('marks the story that carries three competencies alone wherever it stands, and names the other two', () => {
		const workspace = new Workspace();
		workspace.write({
			'a.md': storyText({
				title: 'Atlas',
				tags: [initiative, influence, alignment],
				status: 'ready',
				strength: 4,
			}),
		});
		const tree = workspace.tree();
		const [first] = tree.roots();
		const names = staff.competencies.filter(({ id }) => id !== mentorship).map(({ name }) => name);
		expect(first?.kind === 'competency' && [first.coverage.state, first.alsoCarried]).to.deep.equal([
			'single',
			names.slice(1),
		]);
		expect(tree.rowsOf('a.md', 0).map((row) => row.kind === 'story' && row.carriesAlone)).to.deep.equal([
			names,
			names,
			names,
		]);
		tree.update(workspace.write({ 'b.md': storyText({ title: 'Help', tags: [alignment] }) }));
		expect(tree.rowsOf('a.md', 0).map((row) => row.kind === 'story' && row.carriesAlone)).to.deep.equal([
			[],
			[],
			[],
		]);
	});

	const grouped: readonly [grouping: TreeOptions['grouping'], expected: readonly string[]][] = [
		[
			'status',
			[
				'["status","ready"]',
				'  Ready',
				'["status","draft"]',
				'  Half',
				'["status","retired"]',
				'  Old',
				'["candidates"]',
				'  A candidate',
			],
		],
		[
			'company',
			['["company","Acme"]', '  Ready', '  Half', '["company",null]', '  Old', '["candidates"]', '  A candidate'],
		],
		[
			'archetype',
			[
				'["archetype","solver"]',
				'  Ready',
				'["archetype",null]',
				'  Half',
				'  Old',
				'["candidates"]',
				'  A candidate',
			],
		],
		[
			'scope',
			['["scope","org"]', '  Ready', '["scope",null]', '  Half', '  Old', '["candidates"]', '  A candidate'],
		],
		[
			'sections',
			[
				'["sections","missing"]',
				'  Half',
				'["sections","noLearnings"]',
				'  Old',
				'["sections","complete"]',
				'  Ready',
				'["candidates"]',
				'  A candidate',
			],
		],
	];
	for (const [grouping, expected] of grouped) {
		it(`groups by ${grouping}`, () => {
			const workspace = new Workspace();
			workspace.options = { ...defaultOptions, grouping };
			workspace.write({
				'a.md': storyText({
					title: 'Ready',
					tags: [initiative],
					status: 'ready',
					company: 'acme ',
					archetype: 'solver',
					scope: 'org',
				}),
				'b.md': storyText({ title: 'Half', tags: [initiative], company: 'Acme', told: ['Situation', 'Task'] }),
				'c.md': storyText({
					title: 'Old',
					tags: ['nobody knows'],
					status: 'retired',
					told: starSections.slice(0, 4),
				}),
				'd.md': candidateText,
			});
			expect(rows(workspace.tree())).to.deep.equal(expected);
		});
	}

	it('shows a story through a framework by what that knows of its tags', () => {
		const workspace = new Workspace();
		workspace.lookups = new Lookups([staff, other]);
		workspace.options = { ...defaultOptions, lens: lensNamed(other) };
		workspace.write({
			'a.md': storyText({
				title: 'Both',
				tags: [initiative, 'Frugality', mentorship],
				status: 'ready',
				strength: 4,
			}),
			'b.md': storyText({ title: 'One', tags: [initiative] }),
			'c.md': storyText({ title: 'None', tags: ['nobody knows'] }),
		});
		const tree = workspace.tree();
		expect(rows(tree)).to.deep.equal(['frugality', '  Both', 'mentorship', '  Both', '["untagged"]', '  None']);
		expect(tree.rowsOf('a.md', 0).map((row) => row.kind === 'story' && row.secondary)).to.deep.equal([false, true]);
		workspace.lookups = new Lookups([staff]);
		tree.update([]);
		expect(
			tree.roots(),
			'a lens that is gone is none, and nobody has to say that frameworks changed',
		).to.have.length(5);
	});

	it('filters by words in any case, by status and by problems, and leaves the coverage as it is', () => {
		const workspace = new Workspace();
		workspace.write({
			'a.md': storyText({
				title: 'Thirty days with Inês',
				tags: [mentorship],
				status: 'ready',
				strength: 4,
				company: 'Bank of Oz',
			}),
			'b.md': storyText({ title: 'TODO', tags: [initiative] }),
			'c.md': candidateText,
		});
		const filtered = (filter: Partial<typeof everyStory>) => {
			workspace.options = { ...defaultOptions, filter: { ...everyStory, ...filter } };
			return workspace.tree();
		};
		expect(rows(filtered({ text: 'INES oz' }))).to.deep.equal([mentorship, '  Thirty days with Inês']);
		expect(rows(filtered({ text: 'influence' })), 'a competency by its name').to.deep.equal([influence]);
		expect(rows(filtered({ statuses: ['draft', 'retired'] }))).to.deep.equal([initiative, '  TODO']);
		expect(rows(filtered({ problems: 'with', text: 'todo' }))).to.deep.equal([initiative, '  TODO']);
		expect(rows(filtered({ text: 'nothing of the kind' }))).to.deep.equal([]);
		const tree = filtered({ text: 'ines' });
		expect([tree.gaps, tree.count]).to.deep.equal([2, { stories: 2, shown: 1 }]);
	});

	it('draws only the row that changed, and knows where nothing did', () => {
		const workspace = new Workspace();
		const story = { title: 'One', tags: [initiative], status: 'ready', strength: 3 };
		workspace.write({
			'a.md': storyText(story),
			'b.md': storyText({ ...story, title: 'Two' }),
			'c.md': storyText({ ...story, title: 'Third', tags: [influence] }),
		});
		const tree = workspace.tree();
		expect(tree.update(workspace.read())).to.deep.equal({ all: false, nodes: [] });
		const moved = `${storyText(story)}\n\n<!-- moved -->\n`.replace('# One', '\n\n# One');
		expect(tree.update(workspace.write({ 'a.md': moved }))).to.deep.equal({ all: false, nodes: [] });
		const [row] = tree.rowsOf('a.md', 0);
		expect(row?.entry.story.anchor.start, 'though it knows the new place').to.equal(
			moved.indexOf('One', moved.indexOf('# One')),
		);
		const changes = tree.update(workspace.write({ 'a.md': storyText({ ...story, company: 'Acme' }) }));
		expect(changes.nodes.map(({ id }) => id)).to.deep.equal([`competency:${initiative}/a.md`]);
		expect(changes.nodes[0]).to.equal(row);
		expect(
			tree
				.update(
					workspace.write({
						'c.md': storyText({ ...story, title: 'Third', tags: [influence], strength: 4 }),
					}),
				)
				.nodes.map(({ id }) => id),
		).to.deep.equal([`competency:${influence}/c.md`]);
		expect(tree.update(workspace.write({ 'a.md': undefined })).nodes.map(({ id }) => id)).to.deep.equal([
			`competency:${initiative}`,
		]);
		expect(tree.update(workspace.write({ 'd.md': candidateText })).all).to.equal(true);
	});

	it('looks at no other file of a large bank than the one that changed', () => {
		const workspace = new Workspace();
		const files = Array.from({ length: 500 }, (_, number) => [
			`${number}.md`,
			storyText({ title: `Story ${number}`, tags: [initiative, influence] }),
		]);
		workspace.write(Object.fromEntries(files) as Record<string, string>);
		const tree = workspace.tree();
		workspace.looked.length = 0;
		const { nodes } = tree.update(
			workspace.write({
				'7.md': storyText({ title: 'Story 7', tags: [initiative, influence], company: 'Acme' }),
			}),
		);
		expect(workspace.looked).to.deep.equal(['7.md']);
		expect(nodes.map(({ id }) => id)).to.deep.equal([
			`competency:${initiative}/7.md`,
			`competency:${influence}/7.md`,
		]);
	});

	it('keeps the rows of a bank apart when a story is written before them, and when titles are the same', () => {
		const workspace = new Workspace();
		const stories = ['Same', 'Same', 'Different'].map((title) => ({ title, tags: [initiative] }));
		workspace.write({ 'bank.md': bankText(stories) });
		const tree = workspace.tree();
		const ids = () => tree.children(tree.roots()[0] as TreeNode).map(({ id }) => id);
		const before = ids();
		expect(new Set(before).size).to.equal(3);
		tree.update(workspace.write({ 'bank.md': bankText([{ title: 'First', tags: [initiative] }, ...stories]) }));
		expect(ids()).to.include.members(before);
	});

	it('keeps the row of a story whose file is renamed, and makes another one for what comes under the old name', () => {
		const workspace = new Workspace();
		const story = storyText({ title: 'One', tags: [initiative] });
		workspace.write({ 'a.md': story });
		const tree = workspace.tree();
		const [row] = tree.rowsOf('a.md', 0);
		const { all, nodes } = tree.update(workspace.rename('a.md', 'b.md'));
		expect([all, nodes], 'nothing comes and goes').to.deep.equal([false, [row]]);
		expect(tree.rowsOf('b.md', 0)).to.deep.equal([row]);
		tree.update(workspace.write({ 'a.md': story }));
		expect(new Set(tree.children(tree.roots()[0] as TreeNode).map(({ id }) => id)).size).to.equal(2);
		tree.update(workspace.rename('b.md', 'a.md'));
		expect(tree.rowsOf('a.md', 0)).to.deep.equal([row]);
	});

	it('shows the competencies of a workspace without a story once something is planned for one', () => {
		const workspace = new Workspace();
		const tree = workspace.tree();
		expect(tree.roots()).to.deep.equal([]);
		workspace.hasPlans = true;
		tree.rebuild();
		expect(rows(tree)).to.deep.equal([initiative, influence, mentorship, alignment]);
		expect(tree.gaps).to.equal(4);
	});

	it('reads options of any kind that were remembered', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const options = readOptions(value);
				expect(readOptions(JSON.parse(JSON.stringify(options)))).to.deep.equal(options);
			}),
		);
		const options: TreeOptions = {
			grouping: 'company',
			lens: 'meta/Meta',
			filter: { text: 'x', statuses: ['draft'], problems: 'with' },
		};
		expect(readOptions(options)).to.deep.equal(options);
	});

	it('is after any sequence of changes what it would be if it were made anew, and so is a view that draws what it is told to', () => {
		const file = fc.constantFrom('a.md', 'b.md', 'folder/a.md', 'folder/c.md', 'folder/deep/d.md');
		const sketch: fc.Arbitrary<Sketch> = fc.record(
			{
				title: fc.constantFrom('One', 'Two', 'Trois'),
				tags: fc.array(
					fc.constantFrom(
						initiative,
						influence,
						'Cross-Team Alignment',
						'Mentoring',
						'Frugality',
						'nobody knows',
					),
					{ maxLength: 3 },
				),
				status: fc.constantFrom('draft', 'ready', 'retired'),
				strength: fc.constantFrom(2, 4),
				date: fc.constantFrom('2011', '2025-03'),
				company: fc.constantFrom('Acme', 'acme', 'Oz'),
				archetype: fc.constantFrom('solver', 'architect'),
				told: fc.subarray(starSections),
			},
			{ requiredKeys: ['title', 'tags'] },
		);
		const text = fc.oneof(
			{ weight: 6, arbitrary: sketch.map(storyText) },
			{ weight: 3, arbitrary: fc.array(sketch, { minLength: 2, maxLength: 4 }).map(bankText) },
			fc.constantFrom(candidateText, '# Notes\n', '---\ncompetencies: [\n---\n'),
		);
		const options: fc.Arbitrary<TreeOptions> = fc.record({
			grouping: fc.constantFrom(...groupings),
			lens: fc.constantFrom('', lensNamed(staff), lensNamed(other)),
			filter: fc.record({
				text: fc.constantFrom('', '', 'one', 'folder', 'mentor'),
				statuses: fc.subarray(['draft', 'ready', 'retired'] as const),
				problems: fc.constantFrom('any', 'any', 'with', 'without'),
			}),
		});
		type Step = (workspace: Workspace, tree: LibraryTree) => readonly TreeChanges[];
		const step: fc.Arbitrary<Step> = fc.oneof(
			{
				weight: 8,
				arbitrary: fc.tuple(file, text).map(([name, content]): Step => (workspace, tree) => [
					tree.update(workspace.write({ [name]: content })),
				]),
			},
			{
				weight: 2,
				arbitrary: file.map((name): Step => (workspace, tree) => [
					tree.update(workspace.write({ [name]: undefined })),
				]),
			},
			{
				weight: 2,
				arbitrary: fc.tuple(file, file).map(([from, to]): Step => (workspace, tree) => [
					tree.update(workspace.write({ [from]: undefined, [to]: workspace.texts.get(from) })),
				]),
			},
			{
				weight: 2,
				arbitrary: fc
					.tuple(file, file)
					.filter(([from, to]) => from !== to)
					.map(([from, to]): Step => (workspace, tree) => [tree.update(workspace.rename(from, to))]),
			},
			{
				weight: 1,
				arbitrary: fc.boolean().map(
					(plans): Step =>
						(workspace, tree) => ((workspace.hasPlans = plans), [tree.rebuild()]),
				),
			},
			{
				weight: 1,
				arbitrary: fc.constantFrom('folder/', 'moved/').map((from): Step => (workspace, tree) => [
					tree.update(workspace.write(moveFolder(workspace, from))),
				]),
			},
			{
				weight: 2,
				arbitrary: options.map(
					(value): Step =>
						(workspace, tree) => ((workspace.options = value), [tree.rebuild()]),
				),
			},
			{
				weight: 1,
				// Frameworks change at once, what files mean by them file after file.
				arbitrary: fc
					.constantFrom([staff], [other], [staff, other], [other, staff])
					.map((value): Step => (workspace, tree) => {
						workspace.lookups = new Lookups(value);
						return [
							tree.rebuild(),
							...[...workspace.texts.keys()].map((name) => tree.update(workspace.read([name]))),
						];
					}),
			},
			{
				weight: 1,
				arbitrary: fc
					.tuple(fc.constantFrom(60, 150), fc.constantFrom(5, 20))
					.map(([words, years]): Step => (workspace, tree) => {
						[workspace.wordsPerMinute, workspace.staleAfterYears] = [words, years];
						return [tree.update(workspace.read())];
					}),
			},
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
				const workspace = new Workspace();
				const tree = workspace.tree();
				const view = new View(tree);
				for (const take of steps) {
					for (const changes of take(workspace, tree)) view.draw(changes);
					expect(whole(tree)).to.deep.equal(whole(workspace.tree()));
					expect(view.shown()).to.deep.equal(whole(tree));
				}
			}),
			{ numRuns: propertyRuns(150) },
		);
	});
});

/** A folder under a new name, or back under the old one. */
function moveFolder({ texts }: Workspace, from: string): Readonly<Record<string, string | undefined>> {
	const to = from === 'folder/' ? 'moved/' : 'folder/';
	const inside = [...texts].filter(([file]) => file.startsWith(from));
	return Object.fromEntries(
		inside.flatMap(([file, content]) => [
			[file, undefined],
			[file.replace(from, to), content],
		]),
	);
}
