/** How it went, from not at all to without effort; the grades of spaced repetition. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** What a story is remembered by: its file may move and its title may change, but seldom both between two tellings. */
export interface ToldStory {
	/** The file's URI as a string. */
	readonly file: string;
	readonly title: string;
}

/** A question that was answered in practice. */
export interface Telling {
	/** Unlike that of any other, on any machine. */
	readonly id: string;
	/** When it was rated, in milliseconds since 1970. */
	readonly at: number;
	/** Id of the question; the author's own words where no framework asks it. */
	readonly question: string;
	/** The words in which it was asked. */
	readonly asked: string;
	readonly rating: Rating;
	/** How long it took, in seconds. */
	readonly seconds?: number;
	readonly story?: ToldStory;
	/** What the author asked to be kept of the notes. */
	readonly notes?: string;
	/** When it came into this history, where that was later than `at`: a backup outlives a reset before it. */
	readonly added?: number;
}

/** Orders tellings by time, the earliest first; the same on every machine. */
export function compareTellings(a: Telling, b: Telling): number {
	return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether a question wants practice: it came with effort, or not at all. */
export function wentBadly(rating: Rating | undefined): boolean {
	return rating === 'again' || rating === 'hard';
}
