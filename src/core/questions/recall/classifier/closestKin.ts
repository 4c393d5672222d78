import { kinOf } from '../../../framework/built-in/crosswalk.ts';
import { builtInFrameworks } from '../../../framework/built-in/index.ts';

/** What a phrase of a kindred competency counts beside one of the competency's own. */
const kinWeight = 0.1;

/** The competency of `staff-extended` from which one of a company's framework borrows phrases. */
export interface ClosestKin {
	readonly id: string;
	/** What each of its phrases counts: several that borrow from one share it. */
	readonly weight: number;
}

/** From which competency of `staff-extended` each of a framework borrows, by their ids: the closest by the crosswalk. */
export function closestKin(framework: string): ReadonlyMap<string, ClosestKin> {
	const pairs = (builtInFrameworks.get(framework)?.competencies ?? []).flatMap(({ id }) => {
		const [kin] = kinOf(framework, id);
		return kin === undefined ? [] : [[id, kin] as const];
	});
	return new Map(
		pairs.map(([id, kin]) => [
			id,
			{ id: kin, weight: kinWeight / pairs.filter(([, other]) => other === kin).length },
		]),
	);
}
