import type { Competency, Framework, Question } from './model.ts';

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
 * @param frameworks in order of precedence
 */
export function knownQuestions(frameworks: readonly Framework[]): ReadonlyMap<string, KnownQuestion> {
	const known = new Map<string, KnownQuestion>();
	const byId = new Map(frameworks.flatMap(({ competencies }) => competencies).toReversed().map((competency) => [competency.id, competency]));
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
