import type { Coverage } from '../../core/bank/coverage.ts';
import type { StoryIndex } from '../../core/bank/storyIndex.ts';
import type { LeafNode, ParentNode, TreeNode } from '../../core/tree/nodes.ts';

/** What the tree of competencies shows, apart from how. */
export class CompetencyTreeModel {
	readonly #index: StoryIndex;
	readonly #coverage: () => readonly Coverage[];

	constructor(index: StoryIndex, coverage: () => readonly Coverage[]) {
		this.#index = index;
		this.#coverage = coverage;
	}

	/** The top level; nothing at all where the workspace holds no story, so that the welcome view has the place. */
	roots(): readonly ParentNode[] {
		if (this.#index.files().length === 0) return [];
		const nodes: ParentNode[] = this.#coverage().map((coverage) => ({ kind: 'competency', id: `competency:${coverage.competency.id}`, coverage }));
		const count = this.#untagged().length;
		if (count > 0) nodes.push({ kind: 'group', id: 'untagged', group: { by: 'untagged' }, count });
		return nodes;
	}

	children(node: TreeNode): readonly LeafNode[] {
		if (node.kind === 'story' || node.kind === 'candidate') return [];
		const stories = node.kind === 'competency' ? [...node.coverage.stories, ...node.coverage.retired] : this.#untagged();
		const best = new Set(node.kind === 'competency' ? node.coverage.best : []);
		return stories.map((entry) => ({
			kind: 'story',
			id: `${node.id}/${entry.file}#${entry.index}`,
			entry,
			parent: node,
			best: best.has(entry),
		}));
	}

	parent(node: TreeNode): ParentNode | undefined {
		return node.kind === 'story' || node.kind === 'candidate' ? node.parent : undefined;
	}

	#untagged() {
		return this.#index.stories().filter(({ story }) => story.tags.every(({ competency }) => competency === undefined));
	}
}
