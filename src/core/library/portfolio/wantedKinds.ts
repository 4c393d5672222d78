import { kinOfCompetency } from '../../framework/built-in/crosswalk.ts';
import { knownQuestions, namesOf } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import type { MatrixStory } from '../matrix/matrixStory.ts';

/** Stories that interviewers ask of everybody: of something that failed, and of a disagreement. */
export const wantedKinds = ['failure', 'conflict'] as const;
export type WantedKind = (typeof wantedKinds)[number];

interface KindMarks {
	/** The competency of `staff-extended` that such a story proves. */
	readonly competency: string;
	/** What the names of an author's own competencies, the author's own questions and titles say of one. */
	readonly words: RegExp;
}

/** Words of English and of the other languages whose section names are known, each as a whole. */
function wholeWords(words: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
}

const marks: Readonly<Record<WantedKind, KindMarks>> = {
	failure: {
		competency: 'failure-learning',
		words: wholeWords(
			'fail(?:s|ed|ing|ures?)?|mistakes?|setbacks?|regrets?|went wrong|got (?:it )?wrong|fehler|gescheitert|échecs?|' +
				'fracasos?|errores|erros?|fallimento|mislukt|porażk[ai]',
		),
	},
	conflict: {
		competency: 'conflict',
		words: wholeWords(
			'conflicts?|disagree(?:s|d|ing|ments?)?|pushed back|pushback|disputes?|konflikte?|conflits?|conflictos?|' +
				'conflitt[oi]|conflitos?|conflicten|konflikty?',
		),
	},
};

/** How sure it is that a story is of a kind. */
type Likeness = 'certain' | 'possible';

/**
 * Tells stories of a kind by what they are tagged with, or answer: by the table of kinship whatever framework is
 * active, by their names where competencies or questions are the author's own. A remote kinship or a title only make it
 * possible.
 *
 * @param frameworks the active ones
 */
export function kindTeller(
	kind: WantedKind,
	frameworks: readonly Framework[],
): (story: MatrixStory) => Likeness | undefined {
	const { competency: wanted, words } = marks[kind];
	const own = new Map<string, Competency>(
		frameworks
			.flatMap(({ competencies }) => competencies)
			.filter(({ id }) => kinOfCompetency(id).length === 0)
			.map((competency) => [competency.id, competency]),
	);
	const questions = knownQuestions(frameworks);
	const byCompetency = (id: string): Likeness | undefined => {
		const kin = kinOfCompetency(id);
		if (kin[0] === wanted) return 'certain';
		if (kin.includes(wanted)) return 'possible';
		const named = own.get(id);
		return named && namesOf(named).some((name) => words.test(name)) ? 'certain' : undefined;
	};
	const byQuestion = (question: string): Likeness | undefined => {
		const known = questions.get(question);
		if (!known) return words.test(question) ? 'certain' : undefined;
		const asked = known.competencies.map(({ id }) => byCompetency(id));
		return asked.includes('certain') || words.test(known.question.text) ? 'certain' : undefined;
	};
	return ({ story: { tags, details, title } }) => {
		const found = new Set([
			// A tag of a framework that is not active is looked up as its id would be written.
			...tags.map(({ competency, text }) => byCompetency(competency ?? idOf(text))),
			...(details.questions ?? []).map(byQuestion),
		]);
		if (found.has('certain')) return 'certain';
		return found.has('possible') || words.test(title) ? 'possible' : undefined;
	};
}

function idOf(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/['’]/gu, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/gu, '');
}
