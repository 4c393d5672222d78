import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoggedInterview } from '../../core/questions/interviews/interview.ts';
import { namesOfInterviews } from '../../core/questions/interviews/interviewNames.ts';
import { AnsweringLibrary } from '../../core/report/answers/answeringLibrary.ts';
import { listedNames, unreadNamesOf } from '../../core/report/redact/listedNames.ts';
import { saysAnything } from '../../core/rules/analysis.ts';
import { localDay } from '../../core/text/day.ts';
import type { ListedName } from '../../core/text/names/hideable.ts';
import { FileLister, selectFiles } from '../findFiles.ts';
import { type AnalysedFile, analyseFile } from '../readStories.ts';
import { heldInterviews, heldNow } from '../held.ts';
import { readText } from '../readText.ts';
import type { FolderOptions } from '../options.ts';
import { readPlanned } from '../planned.ts';
import { insideOf } from '../reach.ts';
import { openFolder, type StoryFolder } from '../storyFolder.ts';
import { Progress } from '../terminal.ts';

/** A file with its text, which resources show. */
export interface ServedFile extends AnalysedFile {
	readonly text: string;
}

/** What a folder holds at a moment. */
export interface ServedLibrary {
	readonly folder: StoryFolder;
	/** The Markdown files that hold stories or problems, in the order of their paths. */
	readonly files: readonly ServedFile[];
	/** How many Markdown files were read, with those that hold neither. */
	readonly read: number;
	readonly answering: AnsweringLibrary;
	/** The names to hide. */
	readonly names: readonly ListedName[];
	/** Files of which names may be missing, with the reason. */
	readonly namesUnread: readonly { readonly path: string; readonly reason: string }[];
}

interface KnownFile {
	/** Changes when the file does. */
	readonly stamp: string;
	/** Undefined where it holds nothing to tell of. */
	readonly file: ServedFile | undefined;
	readonly isText: boolean;
	/** Why it was not read. */
	readonly notRead?: string;
}

/** Files that are looked at together. */
const batchSize = 64;

/**
 * The stories of one folder as they are at the moment of each question: what has not changed since the last is not read
 * again. Nothing outside the folder is read, links included.
 */
export class FolderLibrary {
	readonly #options: FolderOptions;
	#known: ReadonlyMap<string, KnownFile> = new Map();
	/** What decides how a file is analysed. */
	#context = '';
	#library: ServedLibrary | undefined;
	#turn: Promise<unknown> = Promise.resolve();
	/** A reading that has not begun yet. */
	#waiting: Promise<ServedLibrary> | undefined;

	constructor(options: FolderOptions) {
		this.#options = options;
	}

	/**
	 * What the folder holds now. Who asks while it is being read shares the next reading with others.
	 *
	 * @throws Refusal where the folder, its settings or its framework file cannot be read
	 */
	current(): Promise<ServedLibrary> {
		if (this.#waiting) return this.#waiting;
		const waiting = this.#turn.then(() => {
			this.#waiting = undefined;
			return this.#read();
		});
		this.#waiting = waiting;
		this.#turn = waiting.catch(() => undefined);
		return waiting;
	}

	async #read(): Promise<ServedLibrary> {
		const opened = await openFolder(this.#options, insideOf);
		const planned = await readPlanned(opened);
		const interviews = await heldInterviews(opened);
		const context = JSON.stringify([
			opened.settings,
			opened.lookups.frameworks,
			[...(planned ?? [])],
			interviews,
			localDay(new Date()),
		]);
		const before = context === this.#context ? this.#library : undefined;
		// Look-ups are costly to build, and what is cached holds on to them.
		const folder = before ? { ...opened, lookups: before.folder.lookups } : opened;
		const { known, unread } = await this.#readFiles(folder, before ? this.#known : new Map<string, KnownFile>());
		const isSame =
			known.size === this.#known.size && [...known].every(([path, file]) => this.#known.get(path) === file);
		this.#known = known;
		this.#context = context;
		if (!before || !isSame || unread.length > 0)
			this.#library = libraryOf(folder, known, unread, planned, interviews);
		return (this.#library ??= libraryOf(folder, known, unread, planned, interviews));
	}

	async #readFiles(
		folder: StoryFolder,
		before: ReadonlyMap<string, KnownFile>,
	): Promise<{ readonly known: ReadonlyMap<string, KnownFile>; readonly unread: ServedLibrary['namesUnread'] }> {
		const lister = new FileLister(folder);
		const { files: paths } = await selectFiles(folder, lister, [], new Progress());
		const known = new Map<string, KnownFile>();
		for (let next = 0; next < paths.length; next += batchSize) {
			const batch = paths.slice(next, next + batchSize);
			const stamps = await Promise.all(batch.map((path) => stampOf(join(folder.path, path))));
			for (const [index, path] of batch.entries()) {
				const stamp = stamps[index];
				if (stamp === undefined) continue;
				const same = before.get(path);
				known.set(path, same?.stamp === stamp ? same : { stamp, ...(await readFile(folder, path)) });
			}
		}
		return { known, unread: lister.unread };
	}
}

function libraryOf(
	folder: StoryFolder,
	known: ReadonlyMap<string, KnownFile>,
	unread: ServedLibrary['namesUnread'],
	opportunities: AnsweringLibrary['opportunities'],
	interviews: readonly LoggedInterview[],
): ServedLibrary {
	const { frameworkFile, lookups, settings } = folder;
	const files = [...known.values()].flatMap(({ file }) => file ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1));
	const listing = [
		...files.map(({ path, analysis }) => ({ path, names: analysis.names })),
		...(frameworkFile ? [{ path: frameworkFile.path, names: frameworkFile.loaded.names }] : []),
	];
	return {
		folder,
		files,
		read: [...known.values()].filter(({ isText }) => isText).length,
		answering: new AnsweringLibrary({
			files,
			lookups,
			wordsPerMinute: settings.wordsPerMinute,
			...(opportunities && { opportunities }),
			held: heldNow(folder, interviews),
		}),
		names: listedNames([...listing.flatMap(({ names }) => names ?? []), { names: namesOfInterviews(interviews) }]),
		namesUnread: [
			...unreadNamesOf(listing),
			...unread,
			...[...known].flatMap(([path, { notRead }]) => (notRead === undefined ? [] : [{ path, reason: notRead }])),
		],
	};
}

/**
 * @param path absolute
 * @returns undefined where the file is gone
 */
async function stampOf(path: string): Promise<string | undefined> {
	try {
		const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
		return [dev, ino, size, mtimeMs, ctimeMs].join(' ');
	} catch {
		return undefined;
	}
}

async function readFile(folder: StoryFolder, path: string): Promise<Omit<KnownFile, 'stamp'>> {
	const reading = await readText(join(folder.path, path));
	if (reading === 'binary') return { file: undefined, isText: false };
	if ('notRead' in reading) return { file: undefined, isText: false, notRead: reading.notRead };
	const file = analyseFile(folder, path, reading.text);
	return { file: saysAnything(file.analysis) ? { ...file, text: reading.text } : undefined, isText: true };
}
