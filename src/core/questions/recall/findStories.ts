import { type CompetencyLookup, type KnownQuestion, type Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { compareFor, isPrimary } from '../../library/ranking.ts';
import { type LibraryStory, storyKey } from '../../library/storyIndex.ts';
import { type ProbedCompetency, questionIndex } from './questionIndex.ts';
import { likeness, type StoryTexts, type TextMatch } from './storyTexts.ts';

/** As many words as show at a glance what a story and a question share. */
const maxMentions = 3;

/** Why a story was found, such as `primary: Mentorship · strength 4 · ready · mentions onboarding`. */
export function foundReason({ entry, proves, answers, mentions }: FoundStory): string {
	const { status, strength } = entry.story.details;
	const parts: string[] = [];
	if (answers !== undefined) parts.push(`answers “${answers}”`);
	if (proves)
		parts.push(
			proves.as === 'misspelt'
				? `tag reads like ${proves.competency.name}`
				: `${proves.as}: ${proves.competency.name}`,
		);
	if (strength !== undefined) parts.push(`strength ${strength}`);
	parts.push(status);
	if (mentions.length > 0) parts.push(`mentions ${mentions.slice(0, maxMentions).join(', ').toLowerCase()}`);
	return parts.join(' · ');
}

/** How well a story answers a question, in a word. */
export type Fit = 'strong' | 'workable' | 'stretch';

/** A story that answers a question, and why. */
export interface FoundStory {
	readonly entry: LibraryStory;
	readonly fit: Fit;
	/** The competency for which it is told, with how it is tagged; absent where only its words answer. */
	readonly proves?: { readonly competency: Competency; readonly as: 'primary' | 'secondary' | 'misspelt' };
	/** The question of its own `questions` that was asked. */
	readonly answers?: string;
	/** Words of the question that the story has. */
	readonly mentions: readonly string[];
}

/** What was found for a question. */
export interface Found {
	/** The likely competencies, the likeliest first. */
	readonly competencies: readonly ProbedCompetency[];
	/** The stories to tell, the best first; none where nothing fits. */
	readonly stories: readonly FoundStory[];
}

const fitOrder: Readonly<Record<Fit, number>> = { strong: 0, workable: 1, stretch: 2 };

/** What is searched. */
export interface RecallContext {
	/** Every story of the library, as {@link StoryTexts.refresh} has taken them in. */
	readonly stories: readonly LibraryStory[];
	readonly texts: StoryTexts;
	readonly lookups: Lookups;
}

/**
 * What a secondary tag counts beside a primary one, and a tag that only reads like a competency beside one that names
 * it.
 */
const secondaryTag = 0.75;
const misspeltTag = 0.8;

/** What the words of a story, and the question it says it answers, count beside its competency. */
const wordsWeight = 0.7;
const questionWeight = 2;
/** How ready a story is decides between those that answer about as well. */
const meritWeight = 0.25;

/** Two questions that share this much ask the same thing. */
const sameQuestion = 0.45;

/**
 * Below this a story has no more to do with the question than any other, however good it is: a word in common is no
 * answer.
 */
const minRelevance = 0.4;

/** How far a strong story may fall short of the likeliest competency, and a workable one. */
const strongProof = 0.7;
const workableProof = 0.45;
const workableWords = 0.6;
/** The author's own rating from which a story counts (product definition of coverage). */
const minStrength = 3;

/**
 * Finds the stories that answer a question: by the competencies it probes, by the questions that stories say they
 * answer, and by their words; those that say so come first, then those that fit better. Where these come to the same,
 * the order of {@link compareFor} decides, so that the result is total and the same on every machine. Retired stories
 * are not found.
 *
 * @param question in any words, also while it is being typed
 */
export function findStories(question: string, { stories, texts, lookups }: RecallContext): Found {
	const competencies = lookups.derive(questionIndex).competenciesOf(question);
	const { competencies: lookup, questions } = lookups;
	const words = texts.search(question);
	const near = new Map<string, Competency | undefined>();
	const nearest = (tag: string) => {
		if (!near.has(tag)) near.set(tag, lookup.nearest(tag, 1)[0]);
		return near.get(tag);
	};
	const likelihoods = new Map(competencies.map(({ competency, likelihood }) => [competency.id, likelihood]));
	const scored = stories
		.filter(({ story }) => story.details.status !== 'retired')
		.map((entry) =>
			scoreOf(entry, question, { likelihoods, lookup, nearest, questions, match: words.get(storyKey(entry)) }),
		)
		.filter(({ relevance }) => relevance >= minRelevance);
	const compare = compareFor(competencies[0]?.competency.id ?? '');
	scored.sort(
		(a, b) => placeOf(a.found) - placeOf(b.found) || b.score - a.score || compare(a.found.entry, b.found.entry),
	);
	return { competencies, stories: scored.map(({ found }) => found) };
}

/** What the author says answers the question comes before what seems to. */
function placeOf({ answers, fit }: FoundStory): number {
	return answers === undefined ? fitOrder[fit] : -1;
}

interface ScoreContext {
	readonly likelihoods: ReadonlyMap<string, number>;
	readonly lookup: CompetencyLookup;
	/** The competency that a tag nobody knows reads like. */
	readonly nearest: (tag: string) => Competency | undefined;
	readonly questions: ReadonlyMap<string, KnownQuestion>;
	readonly match: TextMatch | undefined;
}

function scoreOf(
	entry: LibraryStory,
	question: string,
	{ likelihoods, lookup, nearest, questions, match }: ScoreContext,
): { readonly relevance: number; readonly score: number; readonly found: FoundStory } {
	const proof = proofOf(entry, { likelihoods, lookup, nearest });
	const answer = answerOf(entry, question, questions);
	const words = match ? match.share * match.part : 0;
	const relevance = (proof?.value ?? 0) + words * wordsWeight + (answer?.value ?? 0) * questionWeight;
	const { status, strength = 0 } = entry.story.details;
	const merit = (status === 'ready' ? 0.5 : 0) + strength / 10;
	const isProven = (proof?.value ?? 0) >= strongProof || answer !== undefined;
	const isTellable = status === 'ready' && strength >= minStrength && proof?.as !== 'misspelt';
	const isWorkable = isProven || (proof?.value ?? 0) >= workableProof || words >= workableWords;
	return {
		relevance,
		// Two stories a thousandth apart answer equally well.
		score: Math.round((relevance + merit * meritWeight) * 1000) / 1000,
		found: {
			entry,
			fit: isProven && isTellable ? 'strong' : isWorkable ? 'workable' : 'stretch',
			...(proof && { proves: { competency: proof.competency, as: proof.as } }),
			...(answer && { answers: answer.text }),
			mentions: match?.words ?? [],
		},
	};
}

interface Proof extends NonNullable<FoundStory['proves']> {
	readonly value: number;
}

/** The tag that says most for telling the story. */
function proofOf(
	entry: LibraryStory,
	{ likelihoods, lookup, nearest }: Pick<ScoreContext, 'likelihoods' | 'lookup' | 'nearest'>,
): Proof | undefined {
	let best: Proof | undefined;
	for (const [index, { text, competency: id }] of entry.story.tags.entries()) {
		const competency = id === undefined ? nearest(text) : lookup.find(id);
		const likelihood = competency && likelihoods.get(competency.id);
		if (!competency || likelihood === undefined) continue;
		const isFirst = id === undefined ? index === 0 : isPrimary(entry, id);
		const value = likelihood * (isFirst ? 1 : secondaryTag) * (id === undefined ? misspeltTag : 1);
		const as = id === undefined ? 'misspelt' : isFirst ? 'primary' : 'secondary';
		if (value > (best?.value ?? 0)) best = { value, competency, as };
	}
	return best;
}

/** The question of the story's own list that comes nearest, where it is the same. */
function answerOf(
	{ story }: LibraryStory,
	question: string,
	known: ReadonlyMap<string, KnownQuestion>,
): { readonly value: number; readonly text: string } | undefined {
	let best: { value: number; text: string } | undefined;
	for (const { value: written } of story.details.questions ?? []) {
		const text = known.get(written)?.question.text ?? written;
		const value = likeness(text, question);
		if (value >= sameQuestion && value > (best?.value ?? 0)) best = { value, text };
	}
	return best;
}
