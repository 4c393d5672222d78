import type { Nodes, Parents } from 'mdast';

/**
 * Yields the nodes below `node` in document order, without recursion.
 *
 * @param enter says whether the children of a node are wanted; all are when left out
 */
export function* walk(node: Nodes, enter: (node: Parents) => boolean = () => true): Generator<Nodes> {
	const pending: Nodes[] = [];
	const push = (parent: Nodes) => {
		if (!('children' in parent) || !enter(parent)) return;
		for (let index = parent.children.length - 1; index >= 0; index--) pending.push(parent.children[index] as Nodes);
	};
	push(node);
	for (let next = pending.pop(); next; next = pending.pop()) {
		yield next;
		push(next);
	}
}
