import { thousandths } from '../../text/thousandths.ts';
import { type Lookups, createLookup, type KnownQuestion, knownQuestions } from '../../framework/lookups.ts';
import { staffExtended } from '../../framework/built-in/staffExtended.ts';
import type { Competency } from '../../framework/model.ts';
import { sectionKinds } from '../../framework/sectionKind.ts';
import { isWord } from './terms.ts';
import { WordSearch } from './wordSearch.ts';

/** Says which competencies share words with a question, by the questions, names and prompts that the frameworks have. */
export interface WordIndex {
	/** By the ids of competencies, how much each has beside the one that has most: 0 to 1, which that one has. */
	sharesOf(question: string): ReadonlyMap<string, number>;
}

/** What is searched of a competency; `askedToo` are questions of other competencies that probe it too. */
type CompetencyField = 'asked' | 'signal' | 'askedToo' | 'name' | 'aliases' | 'description' | 'prompts';

/** What a question says of the competency that it probes second, beside the first. */
const secondShare = 0.5;

/** A competency at which several questions point counts for more than one at which a single one does. */
const furtherShares = [1, 0.4, 0.2];

/** A group of the thesaurus says more of what is meant than the word that was chosen. */
const groupBoost = 3;

/** Indexes the questions of the active frameworks; made once by `lookups.derive(wordIndex)`. */
export function wordIndex({ frameworks }: Lookups): WordIndex {
	// Without the qualities that nobody here prepares for, every question would be about one that somebody does.
	const all = [...frameworks, staffExtended];
	const questions = [...knownQuestions(all).values()];
	const competencies = createLookup(all).all;
	const asked = new WordSearch<KnownQuestion, 'asked' | 'signal'>(['asked', 'signal']);
	for (const known of questions) {
		const { text, signal = '' } = known.question;
		asked.set(known, { asked: text, signal });
	}
	const described = new WordSearch<string, CompetencyField>([
		'asked',
		'signal',
		'askedToo',
		'name',
		'aliases',
		'description',
		'prompts',
	]);
	for (const competency of competencies) described.set(competency.id, textsOf(competency, questions));
	return {
		sharesOf(question) {
			const boostTerm = (term: string): number => (isWord(term) ? 1 : groupBoost);
			const byQuestion = asked.search(question, {
				boostTerm,
				forgivesTypos: true,
				boost: { asked: 1.5, signal: 0.2 },
			});
			const byCompetency = described.search(question, {
				boostTerm,
				forgivesTypos: true,
				boost: { asked: 1, signal: 0.2, askedToo: 0.3, name: 1.5, aliases: 1, description: 0.5, prompts: 0.2 },
			});
			const nearest = shares(pointedAt(byQuestion.map(({ id, score }) => [id, score])));
			const overall = shares(new Map(byCompetency.map(({ id, score }) => [id, score])));
			// Sums of fractions differ in their last digits with the order of adding; nobody means those.
			const sums = competencies.map(({ id }) => (nearest.get(id) ?? 0) + (overall.get(id) ?? 0));
			const highest = Math.max(0, ...sums);
			return new Map(
				competencies.map(({ id }, index) => [
					id,
					highest === 0 ? 0 : thousandths((sums[index] ?? 0) / highest),
				]),
			);
		},
	};
}

/** How strongly the questions that were found point at each competency. */
function pointedAt(found: readonly (readonly [KnownQuestion, number])[]): ReadonlyMap<string, number> {
	const scores = new Map<string, number[]>();
	for (const [{ competencies }, score] of found) {
		for (const [index, { id }] of competencies.entries())
			scores.set(id, [...(scores.get(id) ?? []), index === 0 ? score : score * secondShare]);
	}
	return new Map(
		[...scores].map(([id, own]) => {
			const best = own.toSorted((a, b) => b - a);
			return [id, furtherShares.reduce((sum, share, index) => sum + share * (best[index] ?? 0), 0)];
		}),
	);
}

/** Scores as shares of the highest one. */
function shares(scores: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	const max = Math.max(0, ...scores.values());
	return new Map([...scores].map(([id, score]) => [id, max > 0 ? score / max : 0]));
}

function textsOf(
	{ id, name, aliases, description, prompts }: Competency,
	questions: readonly KnownQuestion[],
): Readonly<Record<CompetencyField, string>> {
	const first = questions.filter(({ competencies }) => competencies[0]?.id === id).map(({ question }) => question);
	const further = questions.filter(({ competencies }) =>
		competencies.slice(1).some((competency) => competency.id === id),
	);
	return {
		asked: first.map(({ text }) => text).join('\n'),
		signal: first.map(({ signal = '' }) => signal).join('\n'),
		askedToo: further.map(({ question }) => question.text).join('\n'),
		name,
		aliases: aliases.join('; '),
		description,
		prompts: sectionKinds.flatMap((kind) => prompts[kind]).join(' '),
	};
}
