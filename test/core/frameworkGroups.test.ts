import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { lensNamed } from '../../src/core/library/lens.ts';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { FrameworkGroups } from '../../src/core/library/tree/frameworkGroups.ts';
import { LibraryTree } from '../../src/core/library/tree/libraryTree.ts';
import { defaultOptions, everyStory, type TreeOptions } from '../../src/core/library/tree/options.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { throwOn } from './throwOn.ts';

/** A tree whose top level is grouped. */
class Grouped {
	readonly lookups: Lookups;
	readonly groups = new FrameworkGroups();
	readonly #index = new StoryIndex(throwOn);
	readonly tree: LibraryTree;
	options: TreeOptions = defaultOptions;

	constructor(...frameworks: readonly Framework[]) {
		this.lookups = new Lookups(frameworks);
		this.tree = new LibraryTree({
			index: this.#index,
			lookups: () => this.lookups,
			options: () => this.options,
			factsOf: (path) => ({ path, wordsPerMinute: 150, staleAfterYears: 5, today: '2026-11-29' }),
			keyOf: (file) => file,
			hasPlans: () => true,
		});
	}

	write(file: string, text: string): void {
		const context = { fileName: file, lookups: this.lookups, severities: {}, today: '2026-11-29' };
		this.#index.update(new Map([[file, analyse(text, context)]]));
		this.tree.update([file]);
	}

	/** The names of what changed. */
	update(): readonly string[] {
		return this.groups.update(this.tree.roots(), this.lookups, this.options).map(({ name }) => name);
	}

	/** The top level, with how many rows stand under each framework. */
	top(): readonly string[] {
		return this.groups
			.top(this.tree.roots())
			.map((node) => (node.kind === 'framework' ? `${node.name}: ${node.competencies.length}` : node.id));
	}
}

const story = '---\ncompetencies: [ownership]\nstatus: ready\nstrength: 4\n---\n\n# One\n\n## Situation\n\nI was.\n';

describe('the frameworks of the tree', () => {
	it('stand over their competencies where several are active, and before the other groups', () => {
		const grouped = new Grouped(staff, amazonLp);
		grouped.write('a.md', story.replace('ownership', 'Courage'));
		expect(grouped.update()).to.deep.equal([]);
		expect(grouped.top()).to.deep.equal(['Staff Engineer: 4', 'Amazon Leadership Principles: 16', 'untagged']);
		for (const node of grouped.groups.top(grouped.tree.roots())) {
			if (node.kind !== 'framework') continue;
			expect([node.covered, node.gaps]).to.deep.equal([0, node.competencies.length]);
			for (const own of node.competencies) expect(grouped.groups.parent(own)).to.equal(node);
		}
	});

	it('keep their nodes and tell which look different', () => {
		const grouped = new Grouped(staff, amazonLp);
		grouped.update();
		const before = grouped.groups.top(grouped.tree.roots());
		grouped.write('a.md', story);
		expect(grouped.update()).to.deep.equal(['Amazon Leadership Principles']);
		expect(grouped.update()).to.deep.equal([]);
		const after = grouped.groups.top(grouped.tree.roots());
		expect(after).to.deep.equal(before);
		expect(after[1]).to.equal(before[1]).and.to.include({ covered: 1, gaps: 15 });
	});

	it('are left out of sight by a filter that shows none of theirs', () => {
		const grouped = new Grouped(staff, amazonLp);
		grouped.options = { ...defaultOptions, filter: { ...everyStory, text: 'frugality' } };
		grouped.tree.rebuild();
		grouped.update();
		expect(grouped.top()).to.deep.equal(['Amazon Leadership Principles: 1']);
	});

	it('are not there where one has all competencies, is looked through, or stories are grouped otherwise', () => {
		const { framework } = loadFramework('extends: staff\nquestions: []\n');
		const flat = (options: Partial<TreeOptions>, ...frameworks: readonly Framework[]) => {
			const grouped = new Grouped(...frameworks);
			grouped.options = { ...defaultOptions, ...options };
			grouped.tree.rebuild();
			grouped.update();
			return grouped.groups.top(grouped.tree.roots()).every(({ kind }) => kind !== 'framework');
		};
		expect(flat({}, staff)).to.equal(true);
		expect(flat({}, ...(framework ? [framework] : []), staff)).to.equal(true);
		expect(flat({ lens: lensNamed(staff) }, staff, amazonLp)).to.equal(true);
		expect(flat({ grouping: 'status' }, staff, amazonLp)).to.equal(true);
		expect(flat({}, staff, amazonLp)).to.equal(false);
	});
});
