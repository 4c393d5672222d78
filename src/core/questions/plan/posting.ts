import { staffExtended } from '../../framework/built-in/staffExtended.ts';
import { type CompetencyLookup, createLookup, type Lookups, namesOf } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { oneLine, sentencesOf } from '../../text/words.ts';
import { storyLogits } from '../recall/classifier/questionModel.ts';
import { type QuestionReader, questionReader } from '../recall/readQuestion.ts';
import { postingCues, postingNoise } from './postingCues.ts';
import { WordPatterns } from './wordPatterns.ts';

/** A line of a posting, with what it seems to ask for. */
export interface PostingLine {
	readonly text: string;
	/** The likeliest first; empty where it asks for none. */
	readonly asked: readonly AskedFor[];
}

/** A competency that a line seems to ask for. */
export interface AskedFor {
	readonly id: string;
	readonly name: string;
	/** The words that say so, as they stand in the line. */
	readonly words: readonly string[];
	readonly isLikely: boolean;
}

/** Nobody reads a longer posting; what follows is left out. */
const maxLines = 300;
/** In UTF-16 code units: a shorter line is a heading or a stray mark. */
const minLength = 12;
/** A paragraph longer than this is taken by its sentences. */
const longParagraph = 160;
/** A line asks for no more than a few things; what is only possible beside them is dropped. */
const maxAsked = 3;

/** How likely a cue makes it that a line asks for its competency, and its name in full. */
const likelyCue = 0.55;
const possibleCue = 0.2;
const fullName = 0.9;
/** From these on, cues and models together, a competency is likely, and worth showing. */
const minLikely = 0.5;
const minShown = 0.3;
/** How sure the model of stories may be of a single line, and how little it may say of a competency. */
const toldCurve = 0.7;
const leastTold = 0.03;
/** A word without which a line is that much less likely to ask for a competency is one of those that say so. */
const minTold = 0.05;
const maxTold = 2;

const bullet = /^\s*(?:[-*•‣▪◦·–—+>]\s*|\d{1,3}[.):]\s+|\[[ x]\]\s*|#{1,6}\s+)+/iu;

/**
 * Reads a pasted job posting, and says for each line which competencies it seems to ask for: by the words of
 * {@link postingCues}, by the names of the active competencies, and by the models that read questions and stories. Lines
 * about terms, benefits and the company itself ask for none.
 */
export function readPosting(text: string, lookups: Lookups): readonly PostingLine[] {
	const competencies = createLookup([...lookups.frameworks, staffExtended]);
	const reader = lookups.derive(questionReader);
	const cues = new WordPatterns([...cuesOf(competencies.all), ...namesAsCues(lookups.competencies.all)]);
	const lines = text
		.split(/\r\n|\r|\n/u)
		.map((line) => oneLine(line.replace(bullet, '')))
		.flatMap((line) => (line.length > longParagraph ? sentencesOf(line) : [line]))
		.filter(({ length }) => length >= minLength)
		.slice(0, maxLines);
	return [...new Set(lines)].map((line) => ({ text: line, asked: askedIn(line, cues, competencies, reader) }));
}

interface Cue {
	readonly competency: Competency;
	readonly likelihood: number;
}

function cuesOf(competencies: readonly Competency[]): readonly (readonly [string, Cue])[] {
	return competencies.flatMap((competency) => {
		const { likely = [], possible = [] } = postingCues[competency.id] ?? {};
		return [
			...likely.map((list): [string, Cue] => [list, { competency, likelihood: likelyCue }]),
			...possible.map((list): [string, Cue] => [list, { competency, likelihood: possibleCue }]),
		];
	});
}

/** Names of more than one word; a single one may mean anything. */
function namesAsCues(competencies: readonly Competency[]): readonly (readonly [string, Cue])[] {
	return competencies.flatMap((competency) =>
		namesOf(competency)
			.filter((name) => /[\s-]/u.test(name))
			.map((name): [string, Cue] => [name.replaceAll(/[,*~]/gu, ' '), { competency, likelihood: fullName }]),
	);
}

let noise: WordPatterns<true> | undefined;

function askedIn(
	line: string,
	cues: WordPatterns<Cue>,
	competencies: CompetencyLookup,
	reader: QuestionReader,
): readonly AskedFor[] {
	noise ??= new WordPatterns(postingNoise.map((list) => [list, true]));
	// A heading says what the lines below it are about.
	if (/^[^.]{0,60}:$/u.test(line) || noise.findIn(line).length > 0) return [];
	const said = cuesIn(line, cues);
	const likelihoods = likelihoodsOf(line, reader);
	const asked = competencies.all
		.map(({ id, name }) => {
			const { words = [], likelihood: cue = 0 } = said.get(id) ?? {};
			const likelihood = 1 - (1 - cue) * (1 - (likelihoods.get(id) ?? 0));
			return { id, name, words, likelihood };
		})
		.filter(({ likelihood }) => likelihood >= minShown)
		.toSorted((a, b) => b.likelihood - a.likelihood);
	const likely = asked.filter(({ likelihood }) => likelihood >= minLikely).length;
	return asked.slice(0, Math.max(likely, maxAsked)).map(({ id, name, words, likelihood }) => ({
		id,
		name,
		words: words.length > 0 ? words : wordsTelling(line, id, reader),
		isLikely: likelihood >= minLikely,
	}));
}

/**
 * How likely a line asks for each competency. It is no question, but says what somebody does, as stories do: of those
 * that stories are read by, it is what both models think of it.
 */
function likelihoodsOf(line: string, reader: QuestionReader): ReadonlyMap<string, number> {
	const asked = reader.likelihoods(line);
	const told = storyLogits([line]);
	const both = [...told].map(([id, logit]): [string, number] => [
		id,
		Math.sqrt((asked.get(id) ?? 0) * (Math.exp(logit * toldCurve) + leastTold)),
	]);
	const [all, shared] = [both, [...asked].filter(([id]) => told.has(id))].map((pairs) =>
		pairs.reduce((sum, [, likelihood]) => sum + likelihood, 0),
	);
	return new Map([...asked, ...both.map(([id, each]) => [id, (each / (all || 1)) * (shared ?? 0)] as const)]);
}

function cuesIn(
	line: string,
	cues: WordPatterns<Cue>,
): ReadonlyMap<string, { readonly words: readonly string[]; readonly likelihood: number }> {
	const found = new Map<string, { readonly words: readonly string[]; readonly likelihood: number }>();
	for (const { meaning, text } of cues.findIn(line)) {
		const { competency, likelihood: ofCue } = meaning;
		const { id } = competency;
		const { words: known = [], likelihood = 0 } = found.get(id) ?? {};
		// Of words within others the longer ones are named.
		const words = known.some((other) => other.includes(text))
			? known
			: [...known.filter((other) => !text.includes(other)), text];
		found.set(id, { words, likelihood: Math.max(likelihood, ofCue) });
	}
	return found;
}

/** The words without which the model would say less of a competency, in their order. */
function wordsTelling(line: string, id: string, reader: QuestionReader): readonly string[] {
	const whole = likelihoodsOf(line, reader).get(id) ?? 0;
	const told = [...line.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => {
		const without = line.slice(0, index) + line.slice(index + word.length);
		return { word, index, share: whole - (likelihoodsOf(without, reader).get(id) ?? 0) };
	});
	return told
		.filter(({ share }) => share >= minTold)
		.toSorted((a, b) => b.share - a.share)
		.slice(0, maxTold)
		.toSorted((a, b) => a.index - b.index)
		.map(({ word }) => word);
}
