import type { Coverage } from '../bank/coverage.ts';
import type { BankStory } from '../bank/storyIndex.ts';
import type { Archetype, Status } from '../story/fields.ts';
import type { SectionState, StoryFacts } from './storyFacts.ts';

/**
 * A row of the tree. A node keeps its identity as long as its row is there; what it says is brought up to date in place,
 * so that a command that was given it minutes ago sees the story as it is. No property may be optional: one that went
 * would stay.
 */
export type TreeNode = ParentNode | LeafNode;

export type ParentNode = CompetencyNode | GroupNode;

export type LeafNode = StoryNode | CandidateNode;

export interface CompetencyNode {
	readonly kind: 'competency';
	/** Stable and unique in the tree. */
	readonly id: string;
	readonly coverage: Coverage;
	/** How many rows stand under it: with a filter, fewer than it has stories. */
	readonly count: number;
	/** Names of the other competencies that its only story carries alone, where these are too many. */
	readonly alsoCarried: readonly string[];
}

/** Stories that have something else in common than a competency. */
export interface GroupNode {
	readonly kind: 'group';
	readonly id: string;
	readonly group: GroupKey;
	readonly count: number;
}

/** What the stories of a group share; what is undefined is said by none of them. */
export type GroupKey =
	| { readonly by: 'untagged' }
	| { readonly by: 'candidates' }
	| { readonly by: 'archetype'; readonly archetype: Archetype | undefined }
	| { readonly by: 'status'; readonly status: Status }
	| { readonly by: 'company'; readonly company: string | undefined }
	| { readonly by: 'sections'; readonly state: SectionState };

export interface StoryNode {
	readonly kind: 'story';
	readonly id: string;
	readonly entry: BankStory;
	readonly facts: StoryFacts;
	readonly parent: ParentNode;
	/** One of the one or two to tell first for the competency it stands under. */
	readonly best: boolean;
	/** The competency it stands under is not its first tag. */
	readonly secondary: boolean;
	/** Names of the competencies that it carries alone, where these are too many; else empty. */
	readonly carriesAlone: readonly string[];
}

/** Looks like a story, and has no tags yet. */
export interface CandidateNode {
	readonly kind: 'candidate';
	readonly id: string;
	readonly entry: BankStory;
	readonly facts: StoryFacts;
	readonly parent: ParentNode;
}
