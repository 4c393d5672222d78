import type { Competency, Framework, Question } from './model.ts';
import { maxComparedNameLength, nameDistance, nearestShare, normaliseName } from './nearness.ts';
import { createSectionNames, type SectionNames } from './sectionNames.ts';

export { normaliseName };

/** The names of the active frameworks' competencies, ready to be searched. */
export interface CompetencyLookup {
	/** The competency of that id, name or alias, in any case and spelling of the gaps between words. */
	find(name: string): Competency | undefined;
	/** The competencies whose names come nearest to `name`, nearest first; empty where none is near. */
	nearest(name: string, limit: number): readonly Competency[];
	readonly all: readonly Competency[];
}

/**
 * Indexes the competencies of the active frameworks. Where two share a name the earlier framework wins, but an id comes
 * before every name and a name before every alias: each competency is found by its own id.
 *
 * @param frameworks in order of precedence
 */
export function createLookup(frameworks: readonly Framework[]): CompetencyLookup {
	const byId = new Map<string, Competency>();
	const byName = new Map<string, Competency>();
	for (const competency of frameworks.flatMap((framework) => framework.competencies)) {
		if (!byId.has(competency.id)) byId.set(competency.id, competency);
	}
	const all = [...byId.values()];
	for (const names of [idOf, nameOf, aliasesOf]) {
		for (const competency of all) {
			for (const key of names(competency).map(normaliseName)) {
				if (!byName.has(key)) byName.set(key, competency);
			}
		}
	}
	return {
		all,
		find: (name) => byName.get(normaliseName(name)),
		nearest(name, limit) {
			const wanted = normaliseName(name);
			if (wanted.length > maxComparedNameLength) return [];
			return all
				.map((competency) => ({ competency, distance: distanceTo(competency, wanted) }))
				.filter(({ distance }) => distance <= nearestShare)
				.toSorted((a, b) => a.distance - b.distance)
				.slice(0, limit)
				.map(({ competency }) => competency);
		},
	};
}

/** Every name under which a tag finds the competency. */
export function namesOf(competency: Competency): readonly string[] {
	return [competency.id, competency.name, ...competency.aliases];
}

const idOf = ({ id }: Competency): readonly string[] => [id];
const nameOf = ({ name }: Competency): readonly string[] => [name];
const aliasesOf = ({ aliases }: Competency): readonly string[] => aliases;

/** The share of letters, 0 to 1, by which the nearest of the competency's names differs from `wanted`. */
function distanceTo(competency: Competency, wanted: string): number {
	return Math.min(...namesOf(competency).map((name) => nameDistance(normaliseName(name), wanted)));
}

/** A question of the active frameworks, with everything it asks about. */
export interface KnownQuestion {
	readonly question: Question;
	/** The first framework that has it. */
	readonly framework: Framework;
	/** The competencies that it probes, of all frameworks. */
	readonly competencies: readonly Competency[];
}

/**
 * Every question of the active frameworks by its id, in their order. A framework can ask one question of several
 * competencies, and several frameworks can share one.
 *
 * @param frameworks in order of precedence
 */
export function knownQuestions(frameworks: readonly Framework[]): ReadonlyMap<string, KnownQuestion> {
	const known = new Map<string, KnownQuestion>();
	const byId = new Map(
		frameworks
			.flatMap(({ competencies }) => competencies)
			.toReversed()
			.map((competency) => [competency.id, competency]),
	);
	for (const framework of frameworks) {
		for (const competency of framework.competencies) {
			for (const question of competency.questions) {
				const before = known.get(question.id);
				// A file can leave out the other competency.
				const other = question.also === undefined ? undefined : byId.get(question.also);
				const probed = [...(before?.competencies ?? []), competency, ...(other ? [other] : [])];
				const competencies = [...new Map(probed.map((each) => [each.id, each])).values()];
				known.set(question.id, before ? { ...before, competencies } : { question, framework, competencies });
			}
		}
	}
	return known;
}

/** A question as it is compared: in any case and spacing, and whoever copies it may leave its mark out. */
export function questionWords(question: string): string {
	return normaliseName(question).replace(/[?.!\s]+$/u, '');
}

/** What is looked up in frameworks again and again. */
export interface Derived {
	readonly competencies: CompetencyLookup;
	readonly sectionNames: SectionNames;
	readonly questions: ReadonlyMap<string, KnownQuestion>;
	/** What `make` makes of these lookups, made once: for rooms below that derive more from the same frameworks. */
	derive<T>(make: (lookups: Derived) => T): T;
}

const derivedFrom = new WeakMap<readonly Framework[], Derived>();

/** Derives the look-ups once for an array of frameworks and keeps them with it. */
export function deriveFrom(frameworks: readonly Framework[]): Derived {
	let derived = derivedFrom.get(frameworks);
	if (!derived) derivedFrom.set(frameworks, (derived = lookupsIn(frameworks)));
	return derived;
}

/** Each look-up is made when somebody wants it. */
function lookupsIn(frameworks: readonly Framework[]): Derived {
	const made: { -readonly [Name in keyof Derived]?: Derived[Name] } = {};
	const derived = new Map<unknown, unknown>();
	return {
		get competencies() {
			return (made.competencies ??= createLookup(frameworks));
		},
		get sectionNames() {
			return (made.sectionNames ??= createSectionNames(frameworks));
		},
		get questions() {
			return (made.questions ??= knownQuestions(frameworks));
		},
		derive<T>(make: (lookups: Derived) => T): T {
			if (!derived.has(make)) derived.set(make, make(this));
			return derived.get(make) as T;
		},
	};
}
