import { type Lookups, createLookup, type KnownQuestion, knownQuestions } from '../../framework/lookups.ts';
import { staffExtended } from '../../framework/built-in/staffExtended.ts';
import type { Competency } from '../../framework/model.ts';
import { sectionKinds } from '../../framework/sectionKind.ts';
import { isWord, searchable } from './terms.ts';

/** A line of a pasted list, with what it seems to ask about. */
export interface ProposedQuestion {
	readonly text: string;
	/** Ids of the one or two active competencies that it probes, the likelier first; none where nothing points at one. */
	readonly competencies: readonly string[];
}

/** A list longer than this was not meant to be one of questions. */
const maxQuestions = 200;

/** Lengths of a question in UTF-16 code units: a shorter line is a heading or a stray mark, a longer one a text. */
const [minLength, maxLength] = [8, 400];

/** A second competency is proposed where it is nearly as likely as the first. */
const alsoLikely = 0.75;

/**
 * Reads a pasted list of questions, one a line, with or without bullets and numbers, and proposes for each the active
 * competencies that it probes. Lines that are no questions by their length are left out, and so is what stands twice.
 */
export function pastedQuestions(text: string, lookups: Lookups): readonly ProposedQuestion[] {
	const index = lookups.derive(questionIndex);
	const lines = text.split(/\r\n|\r|\n/u).map((line) =>
		line
			.replace(marker, '')
			.replace(/["”]\s*$/u, '')
			.replace(/\s+/gu, ' ')
			.trim(),
	);
	const questions = [...new Set(lines)]
		.filter(({ length }) => length >= minLength && length <= maxLength)
		.slice(0, maxQuestions);
	return questions.map((question) => {
		const likely = index.competenciesOf(question).filter(({ active }) => active);
		const highest = likely[0]?.likelihood ?? 0;
		const near = likely.filter(({ likelihood }) => likelihood >= highest * alsoLikely).slice(0, 2);
		return { text: question, competencies: near.map(({ competency }) => competency.id) };
	});
}

/** A bullet, a number, a quotation mark or a check box at the beginning of a line. */
const marker = /^\s*(?:[-*•–—+>]\s*|\d{1,3}[.):]\s*|Q\d*[.:)]\s*|\[[ x]\]\s*|["“”']\s*)+/iu;

/** A competency that a question may be about. */
export interface ProbedCompetency {
	readonly competency: Competency;
	/** How likely it is meant, beside the likeliest one: 0 to 1, which that one has. */
	readonly likelihood: number;
	/** Whether an active framework has it; where none has, it is one of `staff-extended`, and no story can prove it. */
	readonly active: boolean;
}

/** Says which competencies a question probes, by the questions, names and prompts that the frameworks have. */
export interface QuestionIndex {
	/** The likely competencies of a question in any words, the likeliest first; empty where nothing points at one. */
	competenciesOf(question: string): readonly ProbedCompetency[];
}

/** A question of a framework, as it is indexed. */
interface AskedEntry {
	readonly id: number;
	readonly asked: string;
	readonly signal: string;
}

/** A competency, as it is indexed. */
interface CompetencyEntry extends Omit<AskedEntry, 'id'> {
	/** The competency's id. */
	readonly id: string;
	/** Questions of other competencies that probe it too. */
	readonly askedToo: string;
	readonly name: string;
	readonly aliases: string;
	readonly description: string;
	readonly prompts: string;
}

/** What a question says of the competency that it probes second, beside the first. */
const secondShare = 0.5;

/** A competency at which several questions point counts for more than one at which a single one does. */
const furtherShares = [1, 0.4, 0.2];

/** A group of the thesaurus says more of what is meant than the word that was chosen. */
const groupBoost = 3;

/** What is less likely than this share of the likeliest competency is not worth naming. */
const minLikelihood = 0.35;

/** What a competency that no active framework has counts beside one that is prepared for. */
const inactiveShare = 0.8;

/** Indexes the questions of the active frameworks; made once by `lookups.derive(questionIndex)`. */
export function questionIndex({ frameworks, competencies: { all: prepared } }: Lookups): QuestionIndex {
	const active = new Set(prepared.map(({ id }) => id));
	// Without the qualities that nobody here prepares for, every question would be about one that somebody does.
	const all = [...frameworks, staffExtended];
	const questions = [...knownQuestions(all).values()];
	const competencies = createLookup(all).all;
	const asked = searchable<AskedEntry>(['asked', 'signal']);
	asked.addAll(questions.map(({ question: { text, signal = '' } }, id) => ({ id, asked: text, signal })));
	const described = searchable<CompetencyEntry>([
		'asked',
		'signal',
		'askedToo',
		'name',
		'aliases',
		'description',
		'prompts',
	]);
	described.addAll(competencies.map((competency) => entryOf(competency, questions)));
	return {
		competenciesOf(question) {
			const boostTerm = (term: string): number => (isWord(term) ? 1 : groupBoost);
			const byQuestion = asked.search(question, { boostTerm, boost: { asked: 1.5, signal: 0.2 } });
			const byCompetency = described.search(question, {
				boostTerm,
				boost: { asked: 1, signal: 0.2, askedToo: 0.3, name: 1.5, aliases: 1, description: 0.5, prompts: 0.2 },
			});
			const nearest = shares(
				pointedAt(byQuestion.map(({ id, score }) => [questions[id as number] as KnownQuestion, score])),
			);
			const overall = shares(new Map(byCompetency.map(({ id, score }) => [id as string, score])));
			return ranked(
				competencies,
				active,
				new Map(competencies.map(({ id }) => [id, (nearest.get(id) ?? 0) + (overall.get(id) ?? 0)])),
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

function ranked(
	competencies: readonly Competency[],
	active: ReadonlySet<string>,
	scores: ReadonlyMap<string, number>,
): readonly ProbedCompetency[] {
	const likelihoods = shares(
		new Map([...scores].map(([id, score]) => [id, active.has(id) ? score : score * inactiveShare])),
	);
	return (
		competencies
			// Sums of fractions differ in their last digits with the order of adding; nobody means those.
			.map((competency) => ({
				competency,
				likelihood: Math.round((likelihoods.get(competency.id) ?? 0) * 1000) / 1000,
				active: active.has(competency.id),
			}))
			.filter(({ likelihood }) => likelihood >= minLikelihood)
			.toSorted((a, b) => b.likelihood - a.likelihood)
	);
}

function entryOf(
	{ id, name, aliases, description, prompts }: Competency,
	questions: readonly KnownQuestion[],
): CompetencyEntry {
	const first = questions.filter(({ competencies }) => competencies[0]?.id === id).map(({ question }) => question);
	const further = questions.filter(({ competencies }) =>
		competencies.slice(1).some((competency) => competency.id === id),
	);
	return {
		id,
		asked: first.map(({ text }) => text).join('\n'),
		signal: first.map(({ signal = '' }) => signal).join('\n'),
		askedToo: further.map(({ question }) => question.text).join('\n'),
		name,
		aliases: aliases.join('; '),
		description,
		prompts: sectionKinds.flatMap((kind) => prompts[kind]).join(' '),
	};
}
