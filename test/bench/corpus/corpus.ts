import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noteText } from './noteText.ts';
import { type Prose, readProse } from './prose.ts';
import { Random } from './random.ts';
import { bankText, storyText } from './storyText.ts';

/** How many files of each kind a folder of notes has. */
export interface CorpusSize {
	readonly stories: number;
	readonly notes: number;
}

/** A folder of notes on the disk. */
export interface Corpus extends CorpusSize {
	readonly folder: string;
	/** Whole paths of the files with stories. */
	readonly storyPaths: readonly string[];
	readonly bytes: number;
}

interface CorpusFile {
	/** Path from the folder. */
	readonly path: string;
	readonly text: string;
	readonly isStory: boolean;
}

/** One file in so many has 200 KB. */
const oneLongIn = 1000;
const long = 200 * 1024;

/** One story file in so many is a bank. */
const oneBankIn = 20;

/** The files' time of change. */
const changed = new Date('2026-01-15T12:00:00Z');

/** The files of a corpus; the same seed gives the same files, as long as the sample bank stays what it is. */
export function* corpusFiles({ stories, notes }: CorpusSize, seed: number): Generator<CorpusFile> {
	const random = new Random(seed);
	const prose = readProse();
	const total = stories + notes;
	let left = stories;
	for (let index = 0; index < total; index++) {
		const isStory = random.happens(left / (total - index));
		if (isStory) left--;
		const path = `${folderOf(random)}/${isStory ? 'story' : 'note'}-${index}.md`;
		yield { path, isStory, text: isStory ? story(random, prose) : note(random, prose) };
	}
}

/** Writes a corpus into an empty folder. */
export function writeCorpus(folder: string, size: CorpusSize, seed = 7): Corpus {
	const storyPaths: string[] = [];
	const made = new Set<string>();
	let bytes = 0;
	for (const { path, text, isStory } of corpusFiles(size, seed)) {
		const whole = join(folder, path);
		const parent = dirname(whole);
		if (!made.has(parent)) mkdirSync(parent, { recursive: true });
		made.add(parent);
		writeFileSync(whole, text);
		utimesSync(whole, changed, changed);
		bytes += Buffer.byteLength(text);
		if (isStory) storyPaths.push(whole);
	}
	return { ...size, folder, storyPaths, bytes };
}

function story(random: Random, prose: Prose): string {
	if (random.happens(1 / oneLongIn)) return bankText(random, prose, Math.round(long / 2500));
	if (random.happens(1 / oneBankIn)) return bankText(random, prose, random.between(2, 5));
	return storyText(random, prose);
}

function note(random: Random, prose: Prose): string {
	return noteText(random, prose, random.happens(1 / oneLongIn) ? long : random.between(500, 11_000));
}

/** Folders for the months of eleven years, and for thirty projects. */
function folderOf(random: Random): string {
	if (random.happens(0.3)) return `projects/p${random.between(1, 30)}`;
	return `${random.between(2015, 2025)}/${String(random.between(1, 12)).padStart(2, '0')}`;
}
