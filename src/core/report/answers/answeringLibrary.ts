import type { Lookups } from '../../framework/lookups.ts';
import { lensOf } from '../../library/lens.ts';
import { type FullLibraryStory, type LibraryStory, allStoriesOf, storiesOf } from '../../library/storyIndex.ts';
import { type HeldInterview, Tellings } from '../../questions/interviews/tellings.ts';
import { StoryTexts } from '../../questions/recall/storyTexts.ts';
import type { FullAnalysis } from '../../rules/analysis.ts';
import { isFull } from '../../story/model.ts';
import type { LineMap } from '../../text/lines.ts';
import type { ReportFile, ReportInput } from '../buildReport.ts';

/** A file that questions about stories are answered from. */
export interface AnsweringFile extends ReportFile {
	readonly analysis: Pick<FullAnalysis, 'kind' | 'stories' | 'problems'>;
}

/** What a library is made of. */
export interface AnsweringInput extends Pick<ReportInput, 'lookups' | 'lens' | 'wordsPerMinute'> {
	readonly opportunities?: ReportInput['opportunities'] | undefined;
	/** The interviews that were held, and the moment, in milliseconds since 1970, by which they are recent. */
	readonly held?: { readonly interviews: readonly HeldInterview[]; readonly now: number };
	/** In any order; their paths are those that answers name. */
	readonly files: readonly AnsweringFile[];
}

/** Where a story stands, as answers name it. */
export interface StoryPlaceInFile {
	/** With `/`, from wherever the answer is given. */
	readonly file: string;
	/** Of its heading, counted from 1. */
	readonly line: number;
}

/** The stories of a folder, as the command line and others outside of the editor ask about them. */
export class AnsweringLibrary {
	readonly lookups: Lookups;
	readonly wordsPerMinute: number | undefined;
	readonly opportunities: ReportInput['opportunities'];
	/** Through what the stories are seen. */
	readonly lens: ReturnType<typeof lensOf>;
	/** Every tagged story, in the order of files and places, as it is without a lens. */
	readonly stories: readonly FullLibraryStory[];
	/** The stories that have no tags yet. */
	readonly candidates: readonly FullLibraryStory[];
	readonly #lines: ReadonlyMap<string, LineMap>;
	readonly #held: AnsweringInput['held'];
	#tellings: Tellings | undefined;
	#texts: StoryTexts | undefined;

	constructor({ files, lookups, lens, wordsPerMinute, opportunities, held }: AnsweringInput) {
		this.#held = held;
		this.lookups = lookups;
		this.wordsPerMinute = wordsPerMinute;
		this.opportunities = opportunities;
		this.lens = lensOf(lookups.frameworks, lens);
		const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
		this.stories = inOrder.flatMap(({ path, analysis }) => fullOf(storiesOf(path, analysis)));
		this.candidates = inOrder
			.filter(({ analysis: { kind } }) => kind === 'candidate')
			.flatMap(({ path, analysis }) => fullOf(allStoriesOf(path, analysis)));
		this.#lines = new Map(files.map(({ path, lines }) => [path, lines]));
	}

	/** The words of the stories, taken in when somebody searches for the first time. */
	get texts(): StoryTexts {
		if (!this.#texts) {
			this.#texts = new StoryTexts();
			this.#texts.refresh(this.stories);
		}
		return this.#texts;
	}

	/** To know before a story is told: which company that is still asking has heard it; undefined where none has. */
	warningFor(entry: LibraryStory): string | undefined {
		if (!this.#held) return undefined;
		const { interviews, now } = this.#held;
		this.#tellings ??= new Tellings(interviews, this.stories);
		return this.#tellings.warning(entry, this.#tellings.recentCompanies(now));
	}

	placeOf({ file, story }: Pick<LibraryStory, 'file' | 'story'>): StoryPlaceInFile {
		return { file, line: this.lineOf(file, story.anchor.start) };
	}

	/** The line of an offset, counted from 1. */
	lineOf(file: string, offset: number): number {
		return (this.#lines.get(file)?.lineAt(offset) ?? 0) + 1;
	}
}

function fullOf(entries: readonly LibraryStory[]): readonly FullLibraryStory[] {
	return entries.filter((entry): entry is FullLibraryStory => isFull(entry.story));
}
