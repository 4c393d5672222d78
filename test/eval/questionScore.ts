import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { type QuestionReader, questionReader } from '../../src/core/questions/recall/readQuestion.ts';
import { unansweredMark } from './phrases.ts';
import type { LabelledQuestion } from './questionSets.ts';

/** How questions were read. */
export interface QuestionScore {
	/** Those that ask for a competency. */
	readonly questions: number;
	/** How many of them have one of their labels first, and among the first three. */
	readonly top1: number;
	readonly top3: number;
	/** How many name a likely competency, and how many of those are right. */
	readonly likely: number;
	readonly likelyRight: number;
	/** Those that no story answers, and how many are known as such. */
	readonly unanswered: number;
	readonly refused: number;
	/** How many were taken for such ones that are none. */
	readonly wronglyRefused: number;
	/** What was read otherwise than the label says. */
	readonly wrong: readonly string[];
}

const readers = new Map<string, QuestionReader>();

function readerOf(id: string): QuestionReader {
	const framework = builtInFrameworks.get(id);
	const reader = readers.get(id) ?? new Lookups(framework ? [framework] : []).derive(questionReader);
	readers.set(id, reader);
	return reader;
}

/** Judges how the questions are read, each through its own framework. */
export function questionScore(questions: readonly LabelledQuestion[]): QuestionScore {
	const score = {
		questions: 0,
		top1: 0,
		top3: 0,
		likely: 0,
		likelyRight: 0,
		unanswered: 0,
		refused: 0,
		wronglyRefused: 0,
	};
	const wrong: string[] = [];
	for (const { text, framework, labels } of questions) {
		const reading = readerOf(framework).read(text);
		const ranked = reading.competencies.filter(({ active }) => active);
		const ids = ranked.slice(0, 3).map(({ competency }) => competency.id);
		const isRight = labels.includes(ids[0] ?? '');
		const likely = ranked[0]?.confidence === 'likely';
		if (likely) score.likely++;
		if (likely && isRight) score.likelyRight++;
		if (labels[0]?.startsWith(unansweredMark)) {
			score.unanswered++;
			if (reading.unanswered !== undefined) score.refused++;
			else wrong.push(`${text} → ${ids.join(', ')} (${labels.join(', ')})`);
			continue;
		}
		score.questions++;
		if (reading.unanswered !== undefined) score.wronglyRefused++;
		if (isRight) score.top1++;
		else wrong.push(`${text} → ${reading.unanswered ?? ids.join(', ')} (${labels.join(', ')})`);
		if (ids.some((id) => labels.includes(id))) score.top3++;
	}
	return { ...score, wrong };
}
