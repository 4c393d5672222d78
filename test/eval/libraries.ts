import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { type FullLibraryStory, StoryIndex, storyKey } from '../../src/core/library/storyIndex.ts';
import { findStories } from '../../src/core/questions/recall/findStories.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { isFull } from '../../src/core/story/model.ts';
import { throwOn } from '../core/throwOn.ts';
import { projectFolder } from '../workbench/projectFolders.ts';

/** The ways to find a story that are compared. */
export const storyFinders = ['STAR Stories', 'plain MiniSearch', 'Fuse.js'] as const;
export type StoryFinder = (typeof storyFinders)[number];

/** Finds the stories of a library for a question, the best first, by the keys of {@link storyKey}. */
export type Finders = Readonly<Record<StoryFinder, (question: string) => readonly string[]>>;

/** The stories of folders of Markdown files, from the root of the fixtures. */
export function storiesIn(folders: readonly string[], lookups: Lookups): readonly FullLibraryStory[] {
	const index = new StoryIndex(throwOn);
	const files = folders.flatMap((folder) =>
		readdirSync(join(projectFolder, 'test/fixtures', folder)).map((name) => ({ folder, name })),
	);
	index.update(
		new Map(
			files.map(({ folder, name }) => {
				const text = readFileSync(join(projectFolder, 'test/fixtures', folder, name), 'utf8');
				return [`${folder}/${name}`, analyse(text, { fileName: name, lookups, severities: {} })];
			}),
		),
	);
	return index.stories().flatMap((entry) => (isFull(entry.story) ? [{ ...entry, story: entry.story }] : []));
}

/** The finders for some stories, by the frameworks that are active. */
export function findersFor(stories: readonly FullLibraryStory[], lookups = new Lookups([staffExtended])): Finders {
	const texts = new StoryTexts();
	texts.refresh(stories);
	const documents = stories.map((entry) => ({
		id: storyKey(entry),
		title: entry.story.title,
		text: entry.story.sections.map(({ spoken }) => spoken).join('\n'),
	}));
	const plain = new MiniSearch({ fields: ['title', 'text'] });
	plain.addAll(documents);
	const fuse = new Fuse(documents, { keys: ['title', 'text'], ignoreLocation: true, useExtendedSearch: false });
	return {
		'STAR Stories': (question) =>
			findStories(question, { stories, texts, lookups }).stories.map(({ entry }) => storyKey(entry)),
		'plain MiniSearch': (question) => plain.search(question).map(({ id }) => id as string),
		'Fuse.js': (question) => fuse.search(question).map(({ item }) => item.id),
	};
}

/** As the labels name a story: the file without folder and extension, and its number where the file is a bank. */
export function nameOfStory(key: string, firstNumber: 0 | 1): string {
	const [file = '', number = ''] = key.split('#');
	const name = file.slice(file.lastIndexOf('/') + 1).replace('.md', '');
	return name === 'bank' ? `${name}#${Number(number) + firstNumber}` : name;
}
