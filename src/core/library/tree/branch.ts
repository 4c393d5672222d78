import type { Archetype, Status } from '../../story/fields.ts';
import type { StoryScope } from '../../story/storyScope.ts';
import type { Coverage } from '../coverage.ts';
import type { LibraryStory } from '../storyIndex.ts';
import type { SectionState, RowFacts } from './storyRow.ts';

/**
 * A row of the tree. A node keeps its identity as long as its row is there; what it says is brought up to date in
 * place, so that a command that was given it minutes ago sees the story as it is. No property may be optional: one that
 * went would stay.
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
	/** Titles of the stories of kindred competencies, where it has none. */
	readonly toLookAt: readonly string[];
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
	| { readonly by: 'scope'; readonly scope: StoryScope | undefined }
	| { readonly by: 'status'; readonly status: Status }
	| { readonly by: 'company'; readonly company: string | undefined }
	| { readonly by: 'sections'; readonly state: SectionState };

export interface StoryNode {
	readonly kind: 'story';
	readonly id: string;
	readonly entry: LibraryStory;
	readonly facts: RowFacts;
	readonly parent: ParentNode;
	/** One of the one or two to tell first for the competency it stands under. */
	readonly best: boolean;
	/** The competency it stands under is not its first tag. */
	readonly secondary: boolean;
	/** The tag by which it names that competency, as changes of stories name tags. */
	readonly tag: string | undefined;
	/** Names of the competencies that it carries alone, where these are too many; else empty. */
	readonly carriesAlone: readonly string[];
}

/** Looks like a story, and has no tags yet. */
export interface CandidateNode {
	readonly kind: 'candidate';
	readonly id: string;
	readonly entry: LibraryStory;
	readonly facts: RowFacts;
	readonly parent: ParentNode;
}

/** A node without what the tree gives it. */
export type ParentFields = ParentNode extends infer Node ? (Node extends ParentNode ? Omit<Node, 'id'> : never) : never;

/** A row to be, with all that it shows in one string. */
export interface LeafSketch {
	readonly key: string;
	readonly picture: string;
	readonly fields: LeafNode extends infer Node
		? Node extends LeafNode
			? Omit<Node, 'id' | 'parent'>
			: never
		: never;
}

/** A node of the top level with its rows. Each row keeps its node, which is brought up to date in place. */
export class Branch {
	readonly node: ParentNode;
	#picture: string;
	#leaves = new Map<string, { readonly node: LeafNode; readonly picture: string }>();
	#rows: readonly LeafNode[] = [];

	constructor(id: string, fields: ParentFields, picture: string) {
		this.node = { id, ...fields };
		this.#picture = picture;
	}

	/** Its rows, in their order. */
	get rows(): readonly LeafNode[] {
		return this.#rows;
	}

	/** @returns whether the node itself looks different */
	update(fields: ParentFields, picture: string): boolean {
		Object.assign(this.node, fields);
		const changed = picture !== this.#picture;
		this.#picture = picture;
		return changed;
	}

	/** @returns the rows that look different; undefined where rows came, went or changed places */
	arrange(sketches: readonly LeafSketch[]): readonly LeafNode[] | undefined {
		const before = this.#rows;
		const changed: LeafNode[] = [];
		const leaves = new Map<string, { readonly node: LeafNode; readonly picture: string }>();
		this.#rows = sketches.map(({ key, picture, fields }) => {
			const known = this.#leaves.get(key);
			const node: LeafNode = known
				? Object.assign(known.node, fields)
				: { ...fields, id: `${this.node.id}/${key}`, parent: this.node };
			if (known && known.picture !== picture) changed.push(node);
			leaves.set(key, { node, picture });
			return node;
		});
		this.#leaves = leaves;
		const isSame = before.length === this.#rows.length && this.#rows.every((node, index) => node === before[index]);
		return isSame ? changed : undefined;
	}
}
