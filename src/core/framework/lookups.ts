import type { Competency, Framework, Question } from './model.ts';
import { defaultTargetLevel, type TargetLevel } from './targetLevel.ts';
import { maxComparedNameLength, nameDistance, nearestShare, normaliseName } from './nearness.ts';

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
export function namesOf(competency: Pick<Competency, 'id' | 'writtenId' | 'name' | 'aliases'>): readonly string[] {
	return [writtenIdOf(competency), competency.name, ...competency.aliases];
}

/** The id of a competency as it is written in files. */
export function writtenIdOf({ id, writtenId }: Pick<Competency, 'id' | 'writtenId'>): string {
	return writtenId ?? id;
}

const idOf = ({ id, writtenId }: Competency): readonly string[] => (writtenId === undefined ? [id] : [id, writtenId]);
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

/**
 * The active frameworks of a file, the level they are seen from, and what is looked up in them, each look-up made when
 * it is first asked for.
 */
export class Lookups {
	/** In order of precedence. */
	readonly frameworks: readonly Framework[];
	/** What the author prepares for. */
	readonly level: TargetLevel;
	#competencies: CompetencyLookup | undefined;
	#questions: ReadonlyMap<string, KnownQuestion> | undefined;
	readonly #derived = new Map<unknown, unknown>();

	/** @param frameworks in order of precedence */
	constructor(frameworks: readonly Framework[], level: TargetLevel = defaultTargetLevel) {
		this.frameworks = frameworks;
		this.level = level;
	}

	get competencies(): CompetencyLookup {
		return (this.#competencies ??= createLookup(this.frameworks));
	}

	/** The questions of the frameworks by their ids. */
	get questions(): ReadonlyMap<string, KnownQuestion> {
		return (this.#questions ??= knownQuestions(this.frameworks));
	}

	/**
	 * A value that other code derives from the frameworks, kept with them.
	 *
	 * @param make is called once; the same function gives the same value
	 */
	derive<T>(make: (lookups: Lookups) => T): T {
		if (!this.#derived.has(make)) this.#derived.set(make, make(this));
		return this.#derived.get(make) as T;
	}
}
