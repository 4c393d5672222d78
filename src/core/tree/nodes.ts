import type { Coverage } from '../bank/coverage.ts';
import type { BankStory } from '../bank/storyIndex.ts';

/**
 * A row of the tree. A node keeps its identity as long as its row is there; what it says is brought up to date in place,
 * so that a command that was given it minutes ago sees the story as it is.
 */
export type TreeNode = ParentNode | LeafNode;

export type ParentNode = CompetencyNode | GroupNode;

export type LeafNode = StoryNode | CandidateNode;

export interface CompetencyNode {
	readonly kind: 'competency';
	/** Stable and unique in the tree. */
	readonly id: string;
	readonly coverage: Coverage;
}

/** Stories that have something else in common than a competency. */
export interface GroupNode {
	readonly kind: 'group';
	readonly id: string;
	readonly group: GroupKey;
	/** How many rows stand under it. */
	readonly count: number;
}

/** What the stories of a group share. */
export type GroupKey = { readonly by: 'untagged' };

export interface StoryNode {
	readonly kind: 'story';
	readonly id: string;
	readonly entry: BankStory;
	readonly parent: ParentNode;
	/** One of the one or two to tell first for the competency it stands under. */
	readonly best: boolean;
}

/** Looks like a story, and has no tags yet. */
export interface CandidateNode {
	readonly kind: 'candidate';
	readonly id: string;
	readonly entry: BankStory;
	readonly parent: ParentNode;
}
