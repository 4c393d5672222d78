import type { LeafNode, ParentNode } from './nodes.ts';

/** A node without what the tree gives it. */
export type ParentFields = ParentNode extends infer Node ? (Node extends ParentNode ? Omit<Node, 'id'> : never) : never;

/** A row to be, with all that it shows in one string. */
export interface LeafSketch {
	readonly key: string;
	readonly picture: string;
	readonly fields: LeafNode extends infer Node ? (Node extends LeafNode ? Omit<Node, 'id' | 'parent'> : never) : never;
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
			const node: LeafNode = known ? Object.assign(known.node, fields) : { ...fields, id: `${this.node.id}/${key}`, parent: this.node };
			if (known && known.picture !== picture) changed.push(node);
			leaves.set(key, { node, picture });
			return node;
		});
		this.#leaves = leaves;
		const isSame = before.length === this.#rows.length && this.#rows.every((node, index) => node === before[index]);
		return isSame ? changed : undefined;
	}
}
