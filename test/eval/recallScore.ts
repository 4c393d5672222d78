import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { questionReader } from '../../src/core/questions/recall/readQuestion.ts';
import type { Split } from './cases.ts';
import { findersFor, nameOfStory, storiesIn, type StoryFinder } from './libraries.ts';
import { readRecallCases, type RecallCase } from './recallCases.ts';

/** How often the first answer, or one of the first three, is one that the coach named. */
export interface Accuracy {
	readonly questions: number;
	readonly top1: number;
	readonly top3: number;
	/** The questions whose first answer is none of the coach's, with the answers. */
	readonly wrong: readonly string[];
}

/**
 * Judges the competencies that are named for the labelled questions, by `staff-extended`.
 *
 * @param split one part of them; all when left out
 */
export function competencyAccuracy(split?: Split): Accuracy {
	const reader = new Lookups([staffExtended]).derive(questionReader);
	return accuracy(
		casesOf(split),
		({ competencies }) => competencies,
		({ text }) => reader.read(text).competencies.map(({ competency }) => competency.id),
	);
}

/** Judges the stories that are found for those of the labelled questions that a story of the sample bank answers. */
export function storyAccuracy(finder: StoryFinder, split?: Split): Accuracy {
	const cases = casesOf(split).filter(({ stories }) => stories.length > 0);
	return accuracy(
		cases,
		({ stories }) => stories,
		({ text }) => find[finder](text).map((key) => nameOfStory(key, 0)),
	);
}

const lookups = new Lookups([staff]);
const find = findersFor(storiesIn(['sample-bank/stories', 'sample-bank/later'], lookups), lookups);

function casesOf(split: Split | undefined): readonly RecallCase[] {
	return readRecallCases().filter((one) => split === undefined || one.split === split);
}

function accuracy(
	cases: readonly RecallCase[],
	wanted: (one: RecallCase) => readonly string[],
	found: (one: RecallCase) => readonly string[],
): Accuracy {
	let [top1, top3] = [0, 0];
	const wrong: string[] = [];
	for (const one of cases) {
		const [labels, answers] = [wanted(one), found(one).slice(0, 3)];
		if (answers.some((answer) => labels.includes(answer))) top3++;
		if (labels.includes(answers[0] ?? '')) top1++;
		else wrong.push(`${one.text} → ${answers.join(', ') || 'nothing'}`);
	}
	return { questions: cases.length, top1: top1 / cases.length, top3: top3 / cases.length, wrong };
}
