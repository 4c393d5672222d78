/** Which competencies of `staff-extended` those of the other built-in frameworks are kin to. */
export interface Crosswalk {
	/** Version of the table, as semantic versioning. */
	readonly version: string;
	/** The day on which the table was last compared with the frameworks, `YYYY-MM-DD`. */
	readonly asOf: string;
	/** By framework and competency: ids of `staff-extended`, one to four, the closest first. */
	readonly kin: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * The kinship of the built-in frameworks. It is this project's own judgement, made from the descriptions and questions
 * of both sides: would a story that is told for the one be worth a look for the other? Frameworks and competencies
 * stand in the order of their lists. The competencies of `staff` are in `staff-extended` themselves, and kin to nothing
 * else there: a tag does not say which of the two lists it was taken from.
 */
export const crosswalk: Crosswalk = {
	version: '1.0.0',
	asOf: '2026-11-29',
	kin: {
		staff: {
			'technical-initiative': ['technical-initiative'],
			'technical-influence': ['technical-influence'],
			mentorship: ['mentorship'],
			'cross-team-alignment': ['cross-team-alignment'],
		},
		'amazon-lp': {
			'customer-obsession': ['customer-focus'],
			ownership: ['technical-initiative', 'operations', 'delivery'],
			'invent-and-simplify': ['technical-initiative', 'technical-judgement'],
			'are-right-a-lot': ['technical-judgement', 'ambiguity', 'technical-influence'],
			'learn-and-be-curious': ['failure-learning', 'technical-initiative'],
			'hire-and-develop-the-best': ['mentorship', 'people-culture'],
			'insist-on-the-highest-standards': ['technical-initiative', 'operations', 'technical-judgement'],
			'think-big': ['technical-influence', 'technical-initiative', 'ambiguity'],
			'bias-for-action': ['ambiguity', 'technical-initiative', 'operations'],
			frugality: ['technical-initiative', 'technical-judgement', 'delivery'],
			'earn-trust': ['conflict', 'failure-learning', 'communication', 'cross-team-alignment'],
			'dive-deep': ['operations', 'technical-judgement'],
			'have-backbone-disagree-and-commit': ['conflict', 'technical-influence'],
			'deliver-results': ['delivery', 'cross-team-alignment', 'technical-initiative'],
			'strive-to-be-earths-best-employer': ['people-culture', 'mentorship'],
			'success-and-scale-bring-broad-responsibility': ['customer-focus', 'technical-judgement'],
		},
		meta: {
			'resolving-conflict': ['conflict', 'cross-team-alignment', 'technical-influence'],
			'growing-continuously': ['failure-learning'],
			'embracing-ambiguity': ['ambiguity', 'delivery', 'technical-judgement'],
			'driving-results': ['delivery', 'technical-initiative', 'operations', 'customer-focus'],
			'communicating-effectively': ['communication', 'cross-team-alignment', 'technical-influence', 'mentorship'],
		},
		google: {
			'general-cognitive-ability': ['technical-judgement', 'ambiguity', 'operations', 'communication'],
			leadership: ['technical-influence', 'technical-initiative', 'cross-team-alignment', 'mentorship'],
			googleyness: ['people-culture', 'ambiguity', 'failure-learning', 'conflict'],
			'role-related-knowledge': ['technical-judgement', 'technical-initiative', 'operations', 'delivery'],
		},
		'gitlab-values': {
			collaboration: ['cross-team-alignment', 'conflict', 'mentorship', 'technical-influence'],
			'results-for-customers': ['customer-focus', 'delivery', 'operations'],
			efficiency: ['technical-initiative', 'technical-judgement'],
			'diversity-inclusion-belonging': ['people-culture'],
			iteration: ['delivery', 'ambiguity', 'technical-judgement'],
			transparency: ['communication', 'failure-learning', 'people-culture'],
		},
	},
};

/** Competencies of one framework by id, each with its kin in `staff-extended`. */
type KinById = ReadonlyMap<string, readonly string[]>;

const kinByFramework: ReadonlyMap<string, KinById> = new Map([
	...Object.entries(crosswalk.kin).map(([id, kin]): [string, KinById] => [id, new Map(Object.entries(kin))]),
	['staff-extended', kinOfThemselves()],
]);

/** Each competency of `staff-extended` as kin to itself; every one of them is kin to something in the table. */
function kinOfThemselves(): KinById {
	const ids = Object.values(crosswalk.kin).flatMap((kin) => Object.values(kin).flat());
	return new Map(ids.map((id) => [id, [id]]));
}

/**
 * The competencies of `staff-extended` that a competency of a built-in framework is kin to, closest first; itself where
 * that framework is `staff-extended`; none where the table does not know it.
 *
 * @param framework id of the framework
 * @param id id of the competency
 */
export function kinOf(framework: string, id: string): readonly string[] {
	return kinByFramework.get(framework)?.get(id) ?? [];
}

/**
 * The competencies of another built-in framework that are kin to a competency, closest first and then in the order of
 * their list. Two are kin where both are kin to the same competency of `staff-extended` and it is the closest to at
 * least one of them: what is only remotely kin to both connects nothing.
 *
 * @param framework id of the competency's framework
 * @param id id of the competency
 * @param other id of the framework whose competencies are wanted; there are none where it is the same
 */
export function kinIn(framework: string, id: string, other: string): readonly string[] {
	if (other === framework) return [];
	const own = kinOf(framework, id);
	return [...(kinByFramework.get(other) ?? [])]
		.map(([otherId, theirs]) => ({ id: otherId, distance: distanceBetween(own, theirs) }))
		.filter(({ distance }) => distance < Infinity)
		.toSorted((a, b) => a.distance - b.distance)
		.map((kin) => kin.id);
}

const kinById: KinById = new Map([...kinByFramework.values()].flatMap((kin) => [...kin]));

/**
 * The competencies of `staff-extended` that one of any built-in framework is kin to, the closest first; itself where it
 * is one of those, none where no built-in framework has it.
 */
export function kinOfCompetency(id: string): readonly string[] {
	return kinById.get(id) ?? [];
}

/**
 * How remote the kinship of two competencies of different built-in frameworks is: 0 for the closest, `Infinity` where
 * there is none. Who tags by a framework tells its competencies apart, so that no two of one are kin. No two frameworks
 * have different competencies of one id (test/core/crosswalk.test.ts).
 */
export function kinDistance(id: string, other: string): number {
	if ([...kinByFramework.values()].some((kin) => kin.has(id) && kin.has(other))) return Infinity;
	return distanceBetween(kinById.get(id) ?? [], kinById.get(other) ?? []);
}

/** How far down the longer way to a shared kin is that is the first of one of the lists; `Infinity` where none is. */
function distanceBetween(a: readonly string[], b: readonly string[]): number {
	const ranks = [a.indexOf(b[0] ?? ''), b.indexOf(a[0] ?? '')].filter((rank) => rank >= 0);
	return Math.min(...ranks);
}
