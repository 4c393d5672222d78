import type { Lookups } from '../../framework/lookups.ts';
import type { Framework } from '../../framework/model.ts';
import { lensNamed, lensOf } from '../lens.ts';
import { isOpen } from '../matrix/matrix.ts';
import type { CompetencyNode, ParentNode } from './branch.ts';
import type { TreeOptions } from './options.ts';

/** An active framework over its competencies, where several are active. */
export interface FrameworkNode {
	readonly kind: 'framework';
	readonly id: string;
	readonly name: string;
	/** Those of its competencies that show, in their order. */
	readonly competencies: readonly CompetencyNode[];
	/** How many of them want nothing more. */
	readonly covered: number;
	/** How many of them have no story. */
	readonly gaps: number;
}

/**
 * Puts the competencies of the tree under their frameworks where several are active and seen together. A competency of
 * several stands under the first. A framework keeps its node as long as it is active.
 */
export class FrameworkGroups {
	#nodes: ReadonlyMap<string, FrameworkNode> = new Map();
	#parents: ReadonlyMap<ParentNode, FrameworkNode> = new Map();

	/**
	 * Takes in the rows of the tree.
	 *
	 * @param roots competencies and other groups, as the tree has them
	 * @returns the frameworks that look different, or hold other competencies
	 */
	update(roots: readonly ParentNode[], lookups: Lookups, options: TreeOptions): readonly FrameworkNode[] {
		const before = this.#nodes;
		const parents = new Map<ParentNode, FrameworkNode>();
		const changed: FrameworkNode[] = [];
		this.#nodes = new Map(
			groupsOf(roots, lookups, options).map(([framework, competencies]) => {
				const id = `framework:${lensNamed(framework)}`;
				const known = before.get(id);
				const picture = pictureOf(known);
				const node: FrameworkNode = Object.assign(known ?? {}, {
					kind: 'framework' as const,
					id,
					name: framework.name,
					competencies,
					covered: competencies.filter(({ coverage }) => !isOpen(coverage.state)).length,
					gaps: competencies.filter(({ coverage }) => coverage.state === 'gap').length,
				});
				if (known && picture !== pictureOf(node)) changed.push(node);
				for (const competency of competencies) parents.set(competency, node);
				return [id, node];
			}),
		);
		this.#parents = parents;
		return changed;
	}

	/** The rows of the top level, of those that {@link update} took in. */
	top(roots: readonly ParentNode[]): readonly (FrameworkNode | ParentNode)[] {
		return [...this.#nodes.values(), ...roots.filter((root) => !this.#parents.has(root))];
	}

	/** The framework under which a competency stands. */
	parent(node: ParentNode): FrameworkNode | undefined {
		return this.#parents.get(node);
	}
}

function pictureOf(node: FrameworkNode | undefined): string {
	return JSON.stringify(node && [node.name, node.covered, node.gaps, node.competencies.map(({ id }) => id)]);
}

/** The frameworks that have competencies of their own, each with those that show; none where there is only one. */
function groupsOf(
	roots: readonly ParentNode[],
	{ frameworks, competencies }: Lookups,
	{ grouping, lens }: TreeOptions,
): readonly (readonly [Framework, readonly CompetencyNode[]])[] {
	if (grouping !== 'competency' || lensOf(frameworks, lens).framework) return [];
	const owners = new Map(
		competencies.all.map(({ id }) => [
			id,
			frameworks.find((each) => each.competencies.some((own) => own.id === id)),
		]),
	);
	if (new Set(owners.values()).size < 2) return [];
	const shown = roots.filter((root) => root.kind === 'competency');
	return frameworks.flatMap((framework) => {
		const own = shown.filter(({ coverage }) => owners.get(coverage.competency.id) === framework);
		return own.length > 0 ? [[framework, own] as const] : [];
	});
}
