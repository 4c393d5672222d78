import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { LibraryTree } from '../../src/core/library/tree/libraryTree.ts';
import { defaultOptions, type TreeOptions } from '../../src/core/library/tree/options.ts';
import { lensNamed } from '../../src/core/library/lens.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { Expansion } from '../../src/vscode/features/tree/redraws.ts';
import { retiredUri } from '../../src/vscode/features/tree/treeItems.ts';
import { toTreeItem } from '../../src/vscode/features/tree/treeItems.ts';
import { RememberedOptions, viewMessage } from '../../src/vscode/features/tree/viewOptions.ts';
import { inCurrentNode, inEveryHost } from './hosts.ts';
import { throwOn } from '../core/throwOn.ts';

const today = '2026-11-22';

const texts: Readonly<Record<string, string>> = {
	'atlas.md': story(
		'Atlas',
		'competencies: [initiative, influence, alignment]\nstatus: ready\nstrength: 4\ndate: 2019-05',
	),
	'kept.md': story('Kept', 'competencies: [initiative]\nstatus: retired\nstrength: 5'),
	'lost.md': story('**Lost** <img src=x> [here](command:evil)', 'competencies: [Quantum Leadership]').replace(
		'## Result\n\nI did.',
		'## Result\n',
	),
	'empty.md': '---\ntype: star-story\n---\n\n# Untold\n',
	'candidate.md': '# Some day\n\n## Situation\n\nI was.\n\n## Task\n\nI had to.\n\n## Action\n\nI did.\n',
};

/** Every row as VS Code gets it, by its label; a story under the first of its competencies. */
function items(
	options: TreeOptions = defaultOptions,
	isOwn: (competency: string) => boolean = () => false,
	more: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, vscode.TreeItem> {
	const index = new StoryIndex(throwOn);
	const context = { lookups: new Lookups([staff]), severities: {}, today };
	index.update(
		new Map(
			Object.entries({ ...texts, ...more }).map(([file, text]) => [
				`file:///bank/${file}`,
				analyse(text, { ...context, fileName: file }),
			]),
		),
	);
	const factsOf = (file: string) => ({
		path: file.replace('file:///bank/', ''),
		wordsPerMinute: 150,
		staleAfterYears: 5,
		today,
	});
	const tree = new LibraryTree({
		index,
		lookups: () => context.lookups,
		options: () => options,
		factsOf,
		keyOf: (file) => file,
		hasPlans: () => false,
	});
	const nodes = tree.roots().flatMap((root) => [root, ...tree.children(root)]);
	return new Map(
		nodes
			.map((node) => toTreeItem(node, isOwn))
			.toReversed()
			.map((each) => [labelOf(each), each]),
	);
}

function labelOf({ label }: vscode.TreeItem): string {
	return typeof label === 'string' ? label : (label?.label ?? '');
}

function item(label: string): vscode.TreeItem {
	const found = items().get(label);
	if (!found) throw new Error(`There is no row ${label}`);
	return found;
}

const spoken = (label: string): string => item(label).accessibilityInformation?.label ?? '';

function tooltip(label: string): string {
	const { tooltip: text } = item(label);
	return text instanceof vscode.MarkdownString ? text.value : (text ?? '');
}

inCurrentNode('the rows of the Competencies view', () => {
	it('say of a competency where it stands, what would help, and what else its only story carries', () => {
		const row = item('Initiative');
		expect(row.description).to.equal('1 ready, 1–2 wanted');
		expect(spoken('Initiative')).to.equal(
			'Technical Initiative, 1 ready, 1–2 wanted, single. Its only story carries other competencies alone too. ' +
				'The same story alone carries Technical Influence, Cross-Team Alignment. Tell first: Atlas.',
		);
		expect(tooltip('Initiative')).to.include(
			'The same story alone carries Technical Influence, Cross-Team Alignment.',
		);
		expect(spoken('Mentorship')).to.equal(
			'Mentorship & Knowledge Sharing, 0 ready, 2–3 wanted, gap. No story yet.',
		);
		expect(item('Mentorship').collapsibleState).to.equal(vscode.TreeItemCollapsibleState.None);
	});

	it('say of a story all there is to know, in figures and in words', () => {
		const row = item('Atlas');
		expect(row.description).to.match(/^4 · 0:05 ⚠\d+ · alone for 3 · 7 years old · ready$/);
		expect(spoken('Atlas')).to.match(
			/^Atlas, ready, strength 4 of 5, 5 s to tell, \d+ problems, 2019-05, tell first\. It alone carries Technical Initiative, Technical Influence, Cross-Team Alignment: .+\. It happened about 7 years ago: .+\?$/,
		);
		expect(tooltip('Atlas')).to.include('atlas.md');
		expect(row.contextValue).to.equal('story.ready.problems');
		expect(row.command?.arguments).to.deep.equal([{ file: 'file:///bank/atlas.md', index: 0 }]);
	});

	it('dim what is retired, and no file', () => {
		expect(item('Kept').resourceUri).to.equal(retiredUri);
		expect(spoken('Kept')).to.match(/^Kept, retired, strength 5 of 5, /);
		for (const [label, { resourceUri }] of items())
			expect(resourceUri === undefined || label === 'Kept', label).to.equal(true);
	});

	it('name the tags that nobody knows, whatever they and the titles hold', () => {
		const title = '**Lost** <img src=x> [here](command:evil)';
		const label = [...items().keys()].find((each) => each.includes('Lost')) ?? '';
		expect(item(label).description).to.match(/^“Quantum Leadership” · 0:05 ⚠\d+ · draft$/);
		expect(spoken(label)).to.match(/“Quantum Leadership”, draft, not rated, 5 s to tell, .+ Empty: Result\.$/);
		const text = item(label).tooltip;
		expect(text instanceof vscode.MarkdownString && (text.isTrusted || text.supportHtml) === true).to.equal(false);
		expect(tooltip(label)).not.to.include(title).and.not.to.include('](command');
		expect(spoken('Untold')).to.match(
			/^Untold, no tags, draft, not rated, nothing to tell yet, .+ Missing: Situation, Task, Action, Result\.$/,
		);
	});

	it('keep candidates apart from stories, for menus too', () => {
		expect(spoken('Some day')).to.match(/^Some day, candidate\.md\. Looks like a story/);
		expect(item('Some day').contextValue).to.equal('candidate');
		expect(['Untagged', 'Candidates'].map((label) => item(label).contextValue)).to.deep.equal([
			'group.untagged',
			'group.candidates',
		]);
	});

	it('offer a rename for the competencies that a framework file names, and for no built-in one', () => {
		const rows = items(defaultOptions, (competency) => competency === 'mentorship');
		expect(rows.get('Mentorship')?.contextValue).to.equal('competency.own');
		expect(rows.get('Influence')?.contextValue).to.equal('competency');
		const manifest = vscode.extensions.getExtension('star-stories.star-stories')?.packageJSON as {
			contributes: { menus: Record<string, readonly { command: string; when?: string }[]> };
		};
		const shownFor = (command: string, context: string) =>
			manifest.contributes.menus['view/item/context']?.some(({ command: each, when = '' }) => {
				const [, equal, pattern] = /viewItem (?:== (\S+)|=~ \/(\S+)\/)/u.exec(when) ?? [];
				return (
					each === command &&
					(equal === undefined ? new RegExp(pattern ?? '^$', 'u').test(context) : equal === context)
				);
			});
		for (const [context, isShown] of [
			['competency', false],
			['competency.own', true],
		] as const) {
			expect(shownFor('starStories.renameCompetency', context), context).to.equal(isShown);
			expect(shownFor('starStories.newStoryFor', context), context).to.equal(true);
			expect(shownFor('starStories.planOpportunity', context), context).to.equal(true);
		}
	});

	it('stand under how far they reached, the furthest first, where they are grouped by scope', () => {
		const scoped = { 'a.md': 'team', 'b.md': 'industry', 'c.md': 'org' };
		const more = Object.entries(scoped).map(([file, scope]) => [
			file,
			story(`In the ${scope}`, `competencies: [initiative]\nscope: ${scope}`),
		]);
		const rows = items({ ...defaultOptions, grouping: 'scope' }, undefined, Object.fromEntries(more));
		expect([...rows.keys()].toReversed()).to.deep.equal([
			'Industry',
			'In the industry',
			'Organization',
			'In the org',
			'Team',
			'In the team',
			'No Scope',
			'Atlas',
			'Lost here',
			'Untold',
			'Kept',
			'Candidates',
			'Some day',
		]);
	});

	it('have a label in words in every grouping', () => {
		for (const grouping of ['archetype', 'scope', 'status', 'company', 'sections'] as const) {
			const rows = [...items({ ...defaultOptions, grouping }).values()];
			expect(rows.length).to.be.greaterThan(5);
			for (const row of rows) {
				const words = row.accessibilityInformation?.label ?? '';
				expect(words).to.match(/\w\.$|\?$/);
				expect(words.startsWith(`${labelOf(row)}, `), words).to.equal(true);
				expect(row.description).to.be.a('string');
			}
		}
	});
});

inEveryHost('views', 'how the Competencies view is looked at', () => {
	const options: TreeOptions = {
		grouping: 'company',
		lens: lensNamed(staff),
		filter: { text: ' kafka ', statuses: ['draft', 'ready'], problems: 'without' },
	};

	it('is remembered for the workspace, and told in one line', () => {
		const state = memento();
		const first = new RememberedOptions(state);
		let changes = 0;
		first.onDidChange(() => changes++);
		expect(first.areDefault).to.equal(true);
		first.change(options);
		first.change({ ...options });
		expect([changes, first.areDefault]).to.deep.equal([1, false]);
		expect(new RememberedOptions(state).current).to.deep.equal(options);
		expect(viewMessage(options, [staff], { count: { stories: 41, shown: 3 } })).to.equal(
			'By Company · Staff Engineer · “kafka” · Draft, Ready · Without Problems: 3 of 41 stories',
		);
		expect(viewMessage(defaultOptions, [staff], { count: { stories: 41, shown: 41 } })).to.equal('');
		first.change(defaultOptions);
		expect(new RememberedOptions(state).areDefault).to.equal(true);
	});

	it('unfolds everything while a filter is on, as rows of their own', () => {
		let isFiltered = true;
		const expansion = new Expansion(() => isFiltered);
		const node = { kind: 'group', id: 'untagged', group: { by: 'untagged' }, count: 1 } as const;
		const { id, collapsibleState } = expansion.applyTo(
			toTreeItem(node, () => false),
			node,
		);
		isFiltered = false;
		const usual = expansion.applyTo(
			toTreeItem(node, () => false),
			node,
		);
		expect(collapsibleState).to.equal(vscode.TreeItemCollapsibleState.Expanded);
		expect(usual.collapsibleState).to.equal(vscode.TreeItemCollapsibleState.Collapsed);
		expect(usual.id).not.to.equal(id);
	});
});

function story(title: string, frontMatter: string): string {
	const sections = ['Situation', 'Task', 'Action', 'Result', 'Learnings'].map((name) => `## ${name}\n\nI did.\n`);
	return `---\n${frontMatter}\n---\n\n# ${title}\n\n${sections.join('\n')}`;
}

/** A memory of its own. */
function memento(): vscode.Memento {
	const values = new Map<string, unknown>();
	return {
		keys: () => [...values.keys()],
		get: <T>(key: string, otherwise?: T) =>
			values.has(key) ? (JSON.parse(JSON.stringify(values.get(key))) as T) : otherwise,
		update: async (key: string, value: unknown) => void values.set(key, value),
	};
}
