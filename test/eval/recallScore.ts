import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { type FullLibraryStory, StoryIndex, storyKey } from '../../src/core/library/storyIndex.ts';
import { findStories } from '../../src/core/questions/recall/findStories.ts';
import { questionIndex } from '../../src/core/questions/recall/questionIndex.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { isFull } from '../../src/core/story/model.ts';
import type { Split } from './cases.ts';
import { readRecallCases, type RecallCase } from './recallCases.ts';
import { throwOn } from '../core/throwOn.ts';

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
	const index = new Lookups([staffExtended]).derive(questionIndex);
	return accuracy(
		casesOf(split),
		({ competencies }) => competencies,
		({ text }) => index.competenciesOf(text).map(({ competency }) => competency.id),
	);
}

/** Ways to find a story of the sample bank for a question. */
export const storyFinders = ['STAR Stories', 'plain MiniSearch', 'Fuse.js'] as const;

/** Judges the stories that are found for those of the labelled questions that a story of the sample bank answers. */
export function storyAccuracy(finder: (typeof storyFinders)[number], split?: Split): Accuracy {
	const cases = casesOf(split).filter(({ stories }) => stories.length > 0);
	return accuracy(
		cases,
		({ stories }) => stories,
		({ text }) => find[finder](text).map(nameOf),
	);
}

const samples = sampleStories();
const texts = new StoryTexts();
texts.refresh(samples);
const documents = samples.map((entry) => ({
	id: storyKey(entry),
	title: entry.story.title,
	text: entry.story.sections.map(({ spoken }) => spoken).join('\n'),
}));
const plain = new MiniSearch({ fields: ['title', 'text'] });
plain.addAll(documents);
const fuse = new Fuse(documents, { keys: ['title', 'text'], ignoreLocation: true, useExtendedSearch: false });

const find: Readonly<Record<(typeof storyFinders)[number], (question: string) => readonly string[]>> = {
	'STAR Stories': (question) =>
		findStories(question, { stories: samples, texts, lookups: new Lookups([staff]) }).stories.map(({ entry }) =>
			storyKey(entry),
		),
	'plain MiniSearch': (question) => plain.search(question).map(({ id }) => id as string),
	'Fuse.js': (question) => fuse.search(question).map(({ item }) => item.id),
};

function sampleStories(): readonly FullLibraryStory[] {
	const folder = join(import.meta.dirname, '../fixtures/sample-bank');
	const index = new StoryIndex(throwOn);
	const files = ['stories', 'later'].flatMap((part) =>
		readdirSync(join(folder, part)).map((name) => ({ part, name })),
	);
	index.update(
		new Map(
			files.map(({ part, name }) => [
				`${part}/${name}`,
				analyse(readFileSync(join(folder, part, name), 'utf8'), {
					fileName: name,
					lookups: new Lookups([staff]),
					severities: {},
				}),
			]),
		),
	);
	return index.stories().flatMap((entry) => (isFull(entry.story) ? [{ ...entry, story: entry.story }] : []));
}

/** As the labels name a story: the file without folder and extension, and its number where the file is a bank. */
function nameOf(key: string): string {
	const [file = '', number = ''] = key.split('#');
	const name = file.slice(file.lastIndexOf('/') + 1).replace('.md', '');
	return name === 'bank' ? `${name}#${number}` : name;
}

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
