import { thousandths } from '../../text/thousandths.ts';
import type { Lookups } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { compareFor, isPrimary } from '../../library/ranking.ts';
import { type LibraryStory, storyKey } from '../../library/storyIndex.ts';
import { reaches, wantedScope } from '../../library/wantedScope.ts';
import { angleFor } from '../../story/angles.ts';
import { scopeText } from '../../story/storyScope.ts';
import {
	type Confidence,
	type ProbedCompetency,
	type QuestionReader,
	questionReader,
	type QuestionReading,
} from './readQuestion.ts';
import { likeness, termSet, type StoryTexts, type TextMatch } from './storyTexts.ts';

/** As many words as show at a glance what a story and a question share. */
const maxMentions = 3;

/** Why a story was found, such as `primary: Mentorship · strength 4 · ready · mentions onboarding`. */
export function foundReason(found: FoundStory): string {
	return foundReasons(found).join(' · ');
}

/** The same in parts, the weightier first. */
export function foundReasons({ entry, proves, answers, mentions }: FoundStory): readonly string[] {
	const { status, scope, strength } = entry.story.details;
	const parts: string[] = [];
	if (answers !== undefined) parts.push(`answers “${answers}”`);
	if (proves) parts.push(proofWords(proves));
	if (strength !== undefined) parts.push(`strength ${strength}`);
	parts.push(status);
	if (scope !== undefined) parts.push(scopeText(scope));
	if (mentions.length > 0) parts.push(`mentions ${mentions.slice(0, maxMentions).join(', ').toLowerCase()}`);
	return parts;
}

function proofWords({ competency, as, kinTo }: NonNullable<FoundStory['proves']>): string {
	switch (as) {
		case 'misspelt':
			return `tag reads like ${competency.name}`;
		case 'kin':
			return `${competency.name}, kin to ${kinTo?.name ?? 'it'}`;
		default:
			return `${as}: ${competency.name}`;
	}
}

/** How well a story answers a question, in a word. */
export type Fit = 'strong' | 'workable' | 'stretch';

/** A story that answers a question, and why. */
export interface FoundStory {
	readonly entry: LibraryStory;
	readonly fit: Fit;
	/** The competency for which it is told, with how it is tagged; absent where only its words answer. */
	readonly proves?: {
		readonly competency: Competency;
		readonly as: 'primary' | 'secondary' | 'misspelt' | 'kin';
		/** The competency that is asked for, to which the story's own is kin. */
		readonly kinTo?: Competency;
	};
	/** The question of its own `questions` that was asked. */
	readonly answers?: string;
	/** The sentence with which its author turns it to what is asked for; absent where there is none. */
	readonly angle?: string;
	/** Words of the question that the story has. */
	readonly mentions: readonly string[];
}

/** What was found for a question. */
export interface Found extends QuestionReading {
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
	/** As many as are looked at: what comes after them is in no order. All when left out. */
	readonly maxStories?: number;
}

/**
 * What a secondary tag counts beside a primary one, a tag that only reads like a competency beside one that names it,
 * and the tag of a kindred competency beside one of the competency itself.
 */
const secondaryTag = 0.75;
const misspeltTag = 0.85;
const kinTag = 0.2;

/** What is half as likely is more than half as much worth telling. */
const proofCurve = 0.75;

/** What the words of a story, and the question it says it answers, count beside its competency. */
const wordsWeight = 0.75;
const questionWeight = 2;
/** A story that reaches what the level wants beside one that is ready, which counts half: as two and a half of strength. */
const reachedScope = 0.25;

/** How ready a story is decides between those that answer about as well. */
const meritWeight = 0.15;

/** Two questions that share this much ask the same thing. */
const sameQuestion = 0.45;

/**
 * Below this a story has no more to do with the question than any other, however good it is: a word in common is no
 * answer.
 */
const minRelevance = 0.1;
/**
 * Words alone make a stretch from here on: this much of what is asked, and two of them where it is clear what that is.
 */
const minWords = 0.3;
const minMentions = 2;
/** The author's own rating from which a story counts (product definition of coverage). */
const minStrength = 3;

/**
 * Finds the stories that answer a question: by the competencies it probes and those that are kin to them, by the
 * questions that stories say they answer, and by their words; those that say so come first, then those that fit better.
 * Where these come to the same, the order of {@link compareFor} decides, so that the result is total and the same on
 * every machine. Retired stories are not found.
 *
 * @param question in any words, also while it is being typed
 */
export function findStories(
	question: string,
	{ stories, texts, lookups, maxStories = Infinity }: RecallContext,
): Found {
	const reader = lookups.derive(questionReader);
	const reading = reader.read(question);
	const words = texts.search(question);
	const probed = new Map(reading.competencies.map((each) => [each.competency.id, each]));
	const first = reading.competencies[0]?.competency.id;
	const isClear = reading.competencies[0]?.confidence === 'likely';
	const context = {
		asked: termSet(question),
		probed,
		first,
		isClear,
		kin: kinOf(reading.competencies, reader),
		reader,
		tags: new Map(),
		lookups,
	};
	const scored = stories
		.filter(({ story }) => story.details.status !== 'retired')
		.map((entry) => scoreOf(entry, words.get(storyKey(entry)), context))
		// What no story answers is answered by one only where its author says so.
		.filter(({ found, relevance }) =>
			reading.unanswered === undefined ? relevance >= minRelevance : found.answers !== undefined,
		);
	const answering = (a: Scored, b: Scored) =>
		placeOf(a.found, isClear) - placeOf(b.found, isClear) || b.score - a.score;
	const compare = compareFor(first ?? '', lookups.level);
	const merits = (a: Scored, b: Scored) => compare(a.found.entry, b.found.entry);
	return { ...reading, stories: orderedFirst(scored, answering, merits, maxStories).map(({ found }) => found) };
}

/** In the order of two comparisons; the second may be costly, and is asked only about what comes among the first ones. */
function orderedFirst<T>(
	items: readonly T[],
	first: (a: T, b: T) => number,
	second: (a: T, b: T) => number,
	wanted: number,
): readonly T[] {
	const sorted = items.toSorted(first);
	const ordered: T[] = [];
	while (ordered.length < Math.min(wanted, sorted.length)) {
		const start = ordered.length;
		let end = start + 1;
		while (end < sorted.length && first(sorted[start] as T, sorted[end] as T) === 0) end++;
		ordered.push(...sorted.slice(start, end).toSorted(second));
	}
	return [...ordered, ...sorted.slice(ordered.length)];
}

/**
 * What the author says answers the question comes before what seems to; then the fit decides, where it is clear what is
 * asked for: elsewhere a story with most of its words comes before one whose tag may be meant.
 */
function placeOf({ answers, fit }: FoundStory, isClear: boolean): number {
	if (answers !== undefined) return -1;
	return isClear ? fitOrder[fit] : 0;
}

/** For each competency that is kin to one that is asked for, the likeliest of those. */
function kinOf(probed: readonly ProbedCompetency[], reader: QuestionReader): ReadonlyMap<string, ProbedCompetency> {
	const kin = new Map<string, ProbedCompetency>();
	for (const each of probed) for (const id of reader.kinOf(each.competency.id)) if (!kin.has(id)) kin.set(id, each);
	return kin;
}

interface ScoreContext {
	/** The terms of the question. */
	readonly asked: ReadonlySet<string>;
	readonly probed: ReadonlyMap<string, ProbedCompetency>;
	/** The id of the likeliest. */
	readonly first: string | undefined;
	/** Whether that one is likely. */
	readonly isClear: boolean;
	readonly kin: ReadonlyMap<string, ProbedCompetency>;
	readonly reader: QuestionReader;
	/** The competencies that tags nobody active knows name or read like. */
	readonly tags: Map<string, { readonly competency: Competency | undefined; readonly isMisspelt: boolean }>;
	readonly lookups: Lookups;
}

interface Scored {
	readonly relevance: number;
	readonly score: number;
	readonly found: FoundStory;
}

function scoreOf(entry: LibraryStory, match: TextMatch | undefined, context: ScoreContext): Scored {
	const proof = proofOf(entry, context);
	const answer = answerOf(entry, context);
	const words = match ? match.share * match.part : 0;
	const wordsValue = (match?.rarity ?? 0) * wordsWeight;
	const { status, scope, strength = 0 } = entry.story.details;
	const wanted = wantedScope(context.lookups.level, proof?.competency.id ?? context.first ?? '');
	const merit = (status === 'ready' ? 0.5 : 0) + (reaches(scope, wanted) ? reachedScope : 0) + strength / 10;
	const isTellable = status === 'ready' && strength >= minStrength;
	const isProven = answer !== undefined || (proof?.confidence === 'likely' && isOwn(proof.as));
	const isKin = proof?.kinTo !== undefined && (proof.confidence === 'likely' || proof.kinTo.id === context.first);
	const isWorkable = isProven || isKin || (proof !== undefined && proof.as !== 'kin');
	const angle = angleOf(entry, proof, context);
	const mentions = match?.words ?? [];
	const isTold = words >= minWords && (mentions.length >= minMentions || !context.isClear);
	const counts = proof !== undefined || answer !== undefined || isTold;
	const relevance = counts
		? (proof?.value ?? 0) ** proofCurve + wordsValue + (answer?.value ?? 0) * questionWeight
		: 0;
	return {
		relevance,
		// Two stories a thousandth apart answer equally well.
		score: thousandths(relevance + merit * meritWeight),
		found: {
			entry,
			fit: isProven && isTellable ? 'strong' : isWorkable ? 'workable' : 'stretch',
			...(proof && {
				proves: { competency: proof.competency, as: proof.as, ...(proof.kinTo && { kinTo: proof.kinTo }) },
			}),
			...(answer && { answers: answer.text }),
			...(angle !== undefined && { angle }),
			mentions,
		},
	};
}

/** The competencies that a story is told for, then those that are asked for, the likeliest first. */
export function toldFor(
	proves: FoundStory['proves'],
	probed: readonly Pick<ProbedCompetency, 'competency'>[],
): readonly Competency[] {
	const asked = probed.map(({ competency }) => competency);
	return [proves?.kinTo, proves?.competency, ...asked].filter((each) => each !== undefined);
}

/** The angle for the first of them that has one. */
function angleOf({ story: { details } }: LibraryStory, proof: Proof | undefined, context: ScoreContext) {
	const wanted = details.angles ? toldFor(proof, [...context.probed.values()]) : [];
	return wanted.map((competency) => angleFor(details.angles, competency)).find((text) => text !== undefined);
}

/** Whether a story is tagged with the very competency that is asked for. */
function isOwn(as: NonNullable<FoundStory['proves']>['as']): boolean {
	return as === 'primary' || as === 'secondary';
}

interface Proof extends NonNullable<FoundStory['proves']> {
	readonly value: number;
	readonly confidence: Confidence;
}

/** The tag that says most for telling the story. */
function proofOf(entry: LibraryStory, context: ScoreContext): Proof | undefined {
	let best: Proof | undefined;
	for (const [index, { text, competency: id }] of entry.story.tags.entries()) {
		const { competency, isMisspelt } = competencyOf(text, id, context);
		if (!competency) continue;
		const asked = context.probed.get(competency.id);
		const kinTo = context.kin.get(competency.id);
		const isFirst = id === undefined ? index === 0 : isPrimary(entry, id);
		const share = (isFirst ? 1 : secondaryTag) * (isMisspelt ? misspeltTag : 1);
		const own = asked ? asked.likelihood * share : 0;
		const kin = kinTo ? kinTo.likelihood * share * kinTag : 0;
		if (Math.max(own, kin) <= (best?.value ?? 0)) continue;
		if (asked && own >= kin) {
			const as = isMisspelt ? 'misspelt' : isFirst ? 'primary' : 'secondary';
			best = { value: own, competency, as, confidence: asked.confidence };
		} else if (kinTo)
			best = { value: kin, competency, as: 'kin', kinTo: kinTo.competency, confidence: kinTo.confidence };
	}
	return best;
}

/** What a tag names: also a competency that no active framework has, or one that it only reads like. */
function competencyOf(
	text: string,
	id: string | undefined,
	{ reader, tags, lookups }: ScoreContext,
): { readonly competency: Competency | undefined; readonly isMisspelt: boolean } {
	const key = id ?? text;
	let known = tags.get(key);
	if (!known) {
		const named = reader.find(key);
		known = { competency: named ?? lookups.competencies.nearest(text, 1)[0], isMisspelt: named === undefined };
		tags.set(key, known);
	}
	return known;
}

/** The question of the story's own list that comes nearest, where it is the same. */
function answerOf(
	{ story }: LibraryStory,
	{ asked, lookups: { questions: known } }: ScoreContext,
): { readonly value: number; readonly text: string } | undefined {
	let best: { value: number; text: string } | undefined;
	for (const { value: written } of story.details.questions ?? []) {
		const text = known.get(written)?.question.text ?? written;
		const value = likeness(termSet(text), asked);
		if (value >= sameQuestion && value > (best?.value ?? 0)) best = { value, text };
	}
	return best;
}
