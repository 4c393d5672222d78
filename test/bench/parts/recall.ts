import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { type FullLibraryStory, storyKey } from '../../../src/core/library/storyIndex.ts';
import { findStories } from '../../../src/core/questions/recall/findStories.ts';
import { StoryTexts } from '../../../src/core/questions/recall/storyTexts.ts';
import { analyse } from '../../../src/core/rules/analyse.ts';
import { readRecallCases } from '../../eval/recallCases.ts';
import { sampleBankFolder } from '../../workbench/projectFolders.ts';
import { quantile } from '../measure/statistics.ts';
import { table } from '../measure/table.ts';
import type { Part } from './part.ts';

const size = 1000;

/** How long the stories for a question take to find, beside a plain full-text search of the same texts. */
export const recallPart: Part = {
	name: 'recall',
	summary: `finding the story for a question among ${size}, beside plain full-text search`,
	async run() {
		const stories = manyStories();
		const texts = new StoryTexts();
		const [, built] = timed(() => texts.refresh(stories));
		const plain = new MiniSearch({ fields: ['title', 'text'] });
		const documents = stories.map((entry) => ({
			id: storyKey(entry),
			title: entry.story.title,
			text: entry.story.sections.map(({ told }) => told).join('\n'),
		}));
		const [, plainBuilt] = timed(() => plain.addAll(documents));
		const times = { ours: [] as number[], theirs: [] as number[], refreshed: [] as number[] };
		for (const { text } of readRecallCases()) {
			times.ours.push(timed(() => findStories(text, { stories, texts, lookups: new Lookups([staff]) }))[1]);
			times.theirs.push(timed(() => plain.search(text))[1]);
			times.refreshed.push(timed(() => texts.refresh(stories))[1]);
		}
		const row = (name: string, taken: readonly number[], takingIn: number) => [
			name,
			show(quantile(taken, 0.5)),
			show(quantile(taken, 0.95)),
			show(takingIn),
		];
		return [
			...table(
				[`${times.ours.length} questions`, 'finding p50', 'p95', 'taking them in'],
				[row('STAR Stories', times.ours, built), row('plain MiniSearch', times.theirs, plainBuilt)],
			),
			'',
			`- ratio of the medians ${(quantile(times.ours, 0.5) / quantile(times.theirs, 0.5)).toFixed(2)}; looking for changes where there are none ${show(quantile(times.refreshed, 0.5))}`,
		];
	},
};

function manyStories(): readonly FullLibraryStory[] {
	const folder = join(sampleBankFolder, 'stories');
	const samples = readdirSync(folder).flatMap(
		(fileName) =>
			analyse(readFileSync(join(folder, fileName), 'utf8'), {
				fileName,
				lookups: new Lookups([staff]),
				severities: {},
			}).stories,
	);
	return Array.from({ length: size }, (_, number): FullLibraryStory[] => {
		const story = samples[number % samples.length];
		return story
			? [
					{
						file: `${number}.md`,
						index: 0,
						story: { ...story, title: `${story.title} ${number}` },
						openProblems: 0,
					},
				]
			: [];
	}).flat();
}

function timed<T>(run: () => T): readonly [T, number] {
	const start = performance.now();
	return [run(), performance.now() - start];
}

function show(milliseconds: number): string {
	return `${milliseconds.toFixed(2)} ms`;
}
