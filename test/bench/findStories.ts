// Times how long the stories for a question take to find among 1,000, beside a plain full-text search of the same texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { analyse } from '../../src/core/analyse.ts';
import type { BankStory } from '../../src/core/bank/storyIndex.ts';
import { staff } from '../../src/core/framework/staff.ts';
import { findStories } from '../../src/core/recall/findStories.ts';
import { keyOf, StoryTexts } from '../../src/core/recall/storyTexts.ts';
import { readRecallCases } from '../eval/recallCases.ts';

const size = 1000;
const folder = join(import.meta.dirname, '../fixtures/sample-bank/stories');
const samples = readdirSync(folder).flatMap((fileName) => analyse(readFileSync(join(folder, fileName), 'utf8'), { fileName, frameworks: [staff], severities: {} }).stories);
const stories = Array.from({ length: size }, (_, number): BankStory[] => {
	const story = samples[number % samples.length];
	return story ? [{ file: `${number}.md`, index: 0, story: { ...story, title: `${story.title} ${number}` }, openProblems: 0 }] : [];
}).flat();

const texts = new StoryTexts();
const [, built] = timed(() => texts.refresh(stories));
const plain = new MiniSearch({ fields: ['title', 'text'] });
const documents = stories.map((entry) => ({ id: keyOf(entry), title: entry.story.title, text: entry.story.sections.map(({ told }) => told).join('\n') }));
const [, plainBuilt] = timed(() => plain.addAll(documents));
const times = { ours: [] as number[], theirs: [] as number[], refreshed: [] as number[] };
for (const { text } of readRecallCases()) {
	times.ours.push(timed(() => findStories(text, { stories, texts, frameworks: [staff] }))[1]);
	times.theirs.push(timed(() => plain.search(text))[1]);
	times.refreshed.push(timed(() => texts.refresh(stories))[1]);
}
console.log(`${size} stories, ${times.ours.length} questions`);
console.log(`  taking them in                   ${show(built)}  (plain MiniSearch ${show(plainBuilt)})`);
console.log(`  finding                          median ${show(quantile(times.ours, 0.5))}  p95 ${show(quantile(times.ours, 0.95))}`);
console.log(`  plain MiniSearch                 median ${show(quantile(times.theirs, 0.5))}  p95 ${show(quantile(times.theirs, 0.95))}`);
console.log(`  ratio of the medians ${(quantile(times.ours, 0.5) / quantile(times.theirs, 0.5)).toFixed(2)}`);
console.log(`  looking for changes where there are none  median ${show(quantile(times.refreshed, 0.5))}`);

function timed<T>(run: () => T): readonly [T, number] {
	const start = performance.now();
	return [run(), performance.now() - start];
}

function quantile(values: readonly number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

function show(milliseconds: number): string {
	return `${milliseconds.toFixed(2)} ms`;
}
