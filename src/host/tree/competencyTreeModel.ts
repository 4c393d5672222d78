import type { Coverage } from '../../core/bank/coverage.ts';
import type { BankStory, StoryIndex } from '../../core/bank/storyIndex.ts';

export type TreeNode = CompetencyNode | UncountedNode | StoryNode;

export interface CompetencyNode {
	readonly kind: 'competency';
	readonly id: string;
	readonly coverage: Coverage;
}

/** Collects the stories whose tags no framework knows, so that none is out of sight. */
export interface UncountedNode {
	readonly kind: 'uncounted';
	readonly id: string;
	readonly stories: readonly BankStory[];
}

export interface StoryNode {
	readonly kind: 'story';
	readonly id: string;
	readonly entry: BankStory;
	readonly parent: CompetencyNode | UncountedNode;
	/** One of the one or two to tell first. */
	readonly best: boolean;
}

/** What the tree of competencies shows, apart from how. */
export class CompetencyTreeModel {
	readonly #index: StoryIndex;
	readonly #coverage: () => readonly Coverage[];

	constructor(index: StoryIndex, coverage: () => readonly Coverage[]) {
		this.#index = index;
		this.#coverage = coverage;
	}

	/** The top level; nothing at all where the workspace holds no story, so that the welcome view has the place. */
	roots(): readonly TreeNode[] {
		if (this.#index.files().length === 0) return [];
		const stories = this.#index.stories();
		const nodes: TreeNode[] = this.#coverage().map((coverage) => ({
			kind: 'competency',
			id: `competency:${coverage.competency.id}`,
			coverage,
		}));
		const uncounted = stories.filter(({ story }) => story.tags.every(({ competency }) => competency === undefined));
		if (uncounted.length > 0) nodes.push({ kind: 'uncounted', id: 'uncounted', stories: uncounted });
		return nodes;
	}

	children(node: TreeNode): readonly StoryNode[] {
		if (node.kind === 'story') return [];
		const stories = node.kind === 'competency' ? [...node.coverage.stories, ...node.coverage.retired] : node.stories;
		const best = new Set(node.kind === 'competency' ? node.coverage.best : []);
		return stories.map((entry) => ({
			kind: 'story',
			id: `${node.id}/${entry.file}#${entry.index}`,
			entry,
			parent: node,
			best: best.has(entry),
		}));
	}

	parent(node: TreeNode): TreeNode | undefined {
		return node.kind === 'story' ? node.parent : undefined;
	}
}
