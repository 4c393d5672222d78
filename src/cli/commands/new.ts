import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { storyText } from '../../core/edit/snippets/storySnippets.ts';
import type { Competency } from '../../core/framework/model.ts';
import { leadsOut, pathWithin } from '../../core/library/placesOfSettings.ts';
import { storyFileName } from '../../core/library/storyFileName.ts';
import { addFolderOptions, shownPath } from '../folderOptions.ts';
import { reasonOf } from '../readText.ts';
import { type FolderOptions, openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, Refusal } from '../terminal.ts';
import { createWhole } from '../writeWhole.ts';

interface NewOptions extends FolderOptions {
	readonly competency?: string;
}

const help = `
The file is the one that STAR Stories: New Story… makes in the editor, with
the competency's questions where your answers are to stand. It lands in the
folder that the setting starStories.storiesFolder names (stories, unless set),
under a name made of the title. Nothing is ever overwritten. Its path is
printed.

Examples:
  star-stories new "Retiring the nightly reindex" --competency technical-initiative
  code "$(star-stories new "Thirty days with Inês" -c mentorship)"
`;

/** `star-stories new`: a file for a story, with the questions to answer. */
export function newCommand(end: (code: ExitCode) => void): Command {
	const command = new Command('new')
		.summary('begin a story')
		.description('Makes a file for a story, with the questions to answer.')
		.argument('<title>', 'what you would call it, in one line')
		.option('-c, --competency <competency>', 'the competency that it is to prove: an id, a name or an alias');
	return addFolderOptions(command)
		.addHelpText('after', help)
		.action(async (title: string, options: NewOptions) => {
			process.stdout.write(`${await newStory(title, options)}\n`);
			end(exitCodes.ok);
		});
}

async function newStory(title: string, options: NewOptions): Promise<string> {
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

function competencyFor({ lookups }: StoryFolder, wanted: string | undefined): Competency {
	const { competencies } = lookups;
	if (wanted === undefined)
		throw new Refusal(`Say with --competency what it is to prove:\n${listed(competencies.all)}`);
	const found = competencies.find(wanted);
	if (found) return found;
	const near = competencies.nearest(wanted, 3);
	if (near.length > 0)
		throw new Refusal(`There is no competency “${wanted}”. Do you mean one of these?\n${listed(near)}`);
	throw new Refusal(`There is no competency “${wanted}”. There are:\n${listed(competencies.all)}`);
}

function listed(competencies: readonly Competency[]): string {
	const widest = Math.max(...competencies.map(({ id }) => id.length));
	return competencies.map(({ id, name }) => `  ${id.padEnd(widest)}  ${name}`).join('\n');
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
