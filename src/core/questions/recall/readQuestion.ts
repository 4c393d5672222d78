import { thousandths } from '../../text/thousandths.ts';
import { crosswalk, kinIn, kinOf } from '../../framework/built-in/crosswalk.ts';
import { builtInFrameworks } from '../../framework/built-in/index.ts';
import { createLookup, type Lookups } from '../../framework/lookups.ts';
import type { Competency, Framework } from '../../framework/model.ts';
import { everyday, type Likelihoods, likelihoodsOf, storyLogits } from './classifier/questionModel.ts';
import { likeness, termSet } from './storyTexts.ts';
import { type UnansweredKind, unansweredKind } from './unanswered.ts';
import { wordIndex } from './wordIndex.ts';

/** How sure it is that a question probes a competency: likely ones are right in 95 of 100. */
export type Confidence = 'likely' | 'possible';

/** A competency that a question may be about. */
export interface ProbedCompetency {
	readonly competency: Competency;
	/** 0 to 1; those of one framework come to no more than 1 together. */
	readonly likelihood: number;
	readonly confidence: Confidence;
	/** Whether an active framework has it. */
	readonly active: boolean;
	/** The framework that has it, where none that is active does. */
	readonly framework?: Pick<Framework, 'id' | 'name'>;
}

/** What a question asks for. */
export interface QuestionReading {
	/** The likeliest first; empty where nothing points at one. */
	readonly competencies: readonly ProbedCompetency[];
	/** Set where no story answers questions of this kind; no competencies are named then. */
	readonly unanswered?: UnansweredKind;
}

/** Reads questions in any words. */
export interface QuestionReader {
	read(question: string): QuestionReading;
	/** How likely it is that a text speaks of each competency, by their ids; empty where no word says anything. */
	likelihoods(text: string): ReadonlyMap<string, number>;
	/**
	 * How much a story speaks of a competency beside others, as the logarithm of a likelihood, by the ids of the active
	 * ones; empty where no word of it says anything.
	 *
	 * @param texts its title and what is said of it
	 */
	storyLogits(texts: readonly string[]): ReadonlyMap<string, number>;
	/** The active competencies and the inactive built-in ones to which a competency is kin, by their ids. */
	kinOf(competency: string): ReadonlySet<string>;
	/** A competency of the active frameworks, or of a built-in one that is not active. */
	find(name: string): Competency | undefined;
}

/** From these on a competency is likely, and worth naming at all; chosen on the questions of development. */
const minLikely = 0.7;
const minPossible = 0.06;
/** From here on a question is one that no story answers, where no competency is much likelier: of 378 others four are. */
const minUnanswered = 0.25;
const minUnansweredShare = 0.8;
/** What a framework's own question is read as: the competency that lists it, and another that it probes too. */
const knownLikelihoods = [0.95, 0.5];
/** Two questions that share this much are the same one in nearly the same words. */
const sameWords = 0.8;
/** What words alone say of a competency that nothing was trained for. */
const wordsLikelihood = 0.55;

const unansweredMark = 'none:';

/** A reader for the active frameworks; made once by `lookups.derive(questionReader)`. */
export function questionReader(lookups: Lookups): QuestionReader {
	const { frameworks, competencies: active, questions } = lookups;
	const builtIn = [...builtInFrameworks.values()];
	const all = createLookup([...frameworks, ...builtIn]);
	const homes = homesOf(frameworks, builtIn);
	const builtInHomes = new Map(
		builtIn.toReversed().flatMap(({ id, competencies }) => competencies.map((each) => [each.id, id] as const)),
	);
	const homeOf = (id: string) => homes.get(id) ?? builtInHomes.get(id);
	const known = [...questions.values()].map((each) => ({ ...each, terms: termSet(each.question.text) }));
	const trained = new Set([everyday, ...homes.values()]);

	function knownShares(question: string): ReadonlyMap<string, number> {
		const shares = new Map<string, number>();
		const asked = termSet(question);
		for (const { terms, competencies } of known) {
			if (likeness(terms, asked) < sameWords) continue;
			for (const [index, { id }] of competencies.entries())
				shares.set(id, Math.max(shares.get(id) ?? 0, knownLikelihoods[index] ?? 0));
		}
		return shares;
	}

	function likelihoods(question: string, models: ReadonlyMap<string, Likelihoods>): ReadonlyMap<string, number> {
		const found = new Map<string, number>();
		for (const [framework, classes] of models) {
			for (const [id, likelihood] of classes)
				if (homeOf(id) === framework) found.set(id, Math.max(found.get(id) ?? 0, likelihood));
		}
		const untrained = active.all.filter(({ id }) => !homes.has(id));
		if (untrained.length > 0) {
			const shares = lookups.derive(wordIndex).sharesOf(question);
			for (const { id } of untrained) found.set(id, thousandths(wordsLikelihood * (shares.get(id) ?? 0) ** 2));
		}
		for (const [id, share] of knownShares(question)) found.set(id, Math.max(found.get(id) ?? 0, share));
		return found;
	}

	return {
		likelihoods: (text) => likelihoods(text, likelihoodsOf(text, trained)),
		read(question) {
			const models = likelihoodsOf(question, trained);
			const found = likelihoods(question, models);
			const unanswered = unansweredIn(models.get(everyday), Math.max(0, ...found.values()));
			if (unanswered) return { competencies: [], unanswered };
			const competencies = [...found]
				.filter(([, likelihood]) => likelihood >= minPossible)
				.flatMap(([id, likelihood]): readonly ProbedCompetency[] => {
					const competency = active.find(id) ?? all.find(id);
					if (competency?.id !== id) return [];
					const isActive = active.find(id)?.id === id;
					const framework = isActive ? undefined : builtInFrameworks.get(homeOf(id) ?? everyday);
					return [
						{
							competency,
							likelihood,
							confidence: likelihood >= minLikely ? 'likely' : 'possible',
							active: isActive,
							...(framework && { framework: { id: framework.id, name: framework.name } }),
						},
					];
				});
			return { competencies: competencies.toSorted((a, b) => b.likelihood - a.likelihood) };
		},
		storyLogits(texts) {
			const told = storyLogits(texts);
			if (told.size === 0) return new Map();
			return new Map(
				active.all.map(({ id }) => {
					const home = homes.get(id);
					if (home === everyday) return [id, told.get(id) ?? untoldLogit];
					const likelihood = kinLikelihood(home === undefined ? [] : kinOf(home, id), (kin) =>
						Math.exp(told.get(kin) ?? untoldLogit),
					);
					return [id, Math.max(untoldLogit, Math.log(likelihood))];
				}),
			);
		},
		kinOf(id) {
			const home = homeOf(id);
			if (home === undefined) return new Set();
			const others = builtIn.flatMap((other) => kinIn(home, id, other.id));
			return new Set([...others, ...(active.find(id)?.id === id ? [] : nearestOf(id))]);
		},
		find: (name) => active.find(name) ?? all.find(name),
	};
}

/**
 * The kind of questions without an answer that is the likeliest, where such kinds together are about as likely as the
 * likeliest competency, or likelier.
 */
function unansweredIn(classes: Likelihoods | undefined, likeliest: number): UnansweredKind | undefined {
	const kinds = [...(classes ?? [])].filter(([name]) => name.startsWith(unansweredMark));
	const together = kinds.reduce((sum, [, likelihood]) => sum + likelihood, 0);
	if (together < minUnanswered || together < likeliest * minUnansweredShare) return undefined;
	const [first] = kinds.toSorted(([, a], [, b]) => b - a);
	return first && unansweredKind(first[0].slice(unansweredMark.length));
}

/** What the closest kin of a competency counts, the next one, and so on. */
const kinShares = [1, 0.5, 0.3, 0.2];

/** How likely a competency is by those to which it is kin, the closest first. */
function kinLikelihood(kin: readonly string[], likelihoodOf: (id: string) => number): number {
	return kin.reduce((sum, other, rank) => sum + likelihoodOf(other) * (kinShares[rank] ?? 0), 0);
}

/** What a story says of a competency of which nothing is known, as a logarithm beside the one it says most of. */
const untoldLogit = -4;

/** So many of the companies' competencies make two of `staff-extended` near to one another. */
const minShared = 2;

/**
 * The competencies of `staff-extended` whose stories come nearest where the one that is asked for is not active: those
 * to which several of the companies' competencies are kin that are closest to it.
 */
function nearestOf(id: string): readonly string[] {
	const lists = Object.values(crosswalk.kin)
		.flatMap((framework) => Object.values(framework))
		.filter(([first]) => first === id);
	const others = lists.flatMap(([, ...rest]) => rest);
	return [...new Set(others)].filter((other) => others.filter((each) => each === other).length >= minShared);
}

/** The trained framework of each active competency; a framework file that extends one has its competencies by their ids. */
function homesOf(frameworks: readonly Framework[], builtIn: readonly Framework[]): ReadonlyMap<string, string> {
	const homes = new Map<string, string>();
	for (const framework of frameworks) {
		const candidates = [framework.id, everyday, ...builtIn.map(({ id }) => id)]
			.filter((id) => id !== 'staff')
			.flatMap((id) => builtInFrameworks.get(id) ?? []);
		for (const { id } of framework.competencies) {
			const home = candidates.find((candidate) => hasCompetency(candidate, id));
			if (home && !homes.has(id)) homes.set(id, home.id);
		}
	}
	return homes;
}

function hasCompetency({ competencies }: Framework, id: string): boolean {
	return competencies.some((competency) => competency.id === id);
}
