import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { storyText } from '../../core/edit/snippets/storySnippets.ts';
import type { Competency } from '../../core/framework/model.ts';
import { leadsOut, pathWithin } from '../../core/library/placesOfSettings.ts';
import { storyFileName } from '../../core/library/storyFileName.ts';
import { competencyNamed, listed } from '../namedCompetency.ts';
import type { FolderOptions } from '../options.ts';
import { shownPath } from '../shownPath.ts';
import { reasonOf } from '../reasonOf.ts';
import { openFolder, type StoryFolder } from '../storyFolder.ts';
import { Refusal } from '../terminal.ts';
import { createWhole } from '../writeWhole.ts';

/** What `star-stories new` was given. */
export interface NewOptions extends FolderOptions {
	readonly competency?: string;
}

/**
 * Makes a file for a story.
 *
 * @returns its path
 */
export async function newStory(title: string, options: NewOptions): Promise<string> {
	const name = title.replace(/\s+/gu, ' ').trim();
	if (name === '') throw new Refusal('A story needs a title: a few words are enough.');
	const folder = await openFolder(options);
	const competency = competencyFor(folder, options.competency);
	const way = pathWithin(folder.settings.storiesFolder);
	if (way === undefined) throw new Refusal(leadsOut('storiesFolder'));
	const directory = join(folder.path, way);
	const text = storyText({ competency, choices: [], title: name });
	const file = await create(directory, name, text).catch((error: unknown) => {
		throw new Refusal(`The story could not be created in ${directory}: ${reasonOf(error)}.`);
	});
	return shownPath(process.cwd(), directory, file);
}

function competencyFor(folder: StoryFolder, wanted: string | undefined): Competency {
	if (wanted !== undefined) return competencyNamed(folder, wanted);
	throw new Refusal(`Say with --competency what it is to prove:\n${listed(folder.lookups.competencies.all)}`);
}

/** @returns the name of the file */
async function create(directory: string, title: string, text: string): Promise<string> {
	await mkdir(directory, { recursive: true });
	const taken = new Set((await readdir(directory)).map((name) => name.toLowerCase()));
	for (;;) {
		const file = storyFileName(title, (name) => taken.has(name));
		try {
			await createWhole(join(directory, file), text);
			return file;
		} catch (error) {
			// Somebody was faster.
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || taken.has(file)) throw error;
			taken.add(file);
		}
	}
}
