import { createLookup } from '../../framework/lookups.ts';
import type { Framework } from '../../framework/model.ts';
import type { PlanHeader } from './planDocument.ts';

/** What the first lines of a plan ask for. */
export interface PlannedFor {
	/** With the competencies that are asked for alone where the plan names them; absent where no framework is named so. */
	readonly framework?: Framework;
	/** Why no plan can be made of it, and what to do. */
	readonly fault?: string;
}

/**
 * The framework that a plan is made for.
 *
 * @param active at the document; its names go before those of the others
 * @param builtIn those that need not be active
 */
export function plannedFor(
	{ framework: id, asks = [] }: PlanHeader,
	active: readonly Framework[],
	builtIn: readonly Framework[],
): PlannedFor {
	const framework = [...active, ...builtIn].find((each) => each.id === id);
	if (!framework) return { fault: `No framework is called ${id}: name another in the first lines of the plan.` };
	if (asks.length === 0) return { framework };
	const names = createLookup([framework, ...active, ...builtIn]);
	const competencies = new Set(asks.flatMap((name) => names.find(name) ?? []));
	const unknown = asks.filter((name) => !names.find(name));
	return {
		framework: { ...framework, competencies: [...competencies] },
		...(unknown.length > 0 && {
			fault: `\`asks\` names ${unknown.join(', ')}, which no framework knows: change it in the first lines of the plan.`,
		}),
	};
}
