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
	for (const framework of frameworks) {
		for (const competency of framework.competencies) {
			for (const question of competency.questions) {
				const before = known.get(question.id);
				const isNew = !before?.competencies.some(({ id }) => id === competency.id);
				if (!before) known.set(question.id, { question, framework, competencies: [competency] });
				else if (isNew) known.set(question.id, { ...before, competencies: [...before.competencies, competency] });
			}
		}
	}
	return known;
}
