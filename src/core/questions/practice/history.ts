/** How it went, from not at all to without effort; the grades of spaced repetition. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** What a story is remembered by: its file may move and its title may change, but seldom both between two tellings. */
export interface PractisedStory {
	/** The file's URI as a string. */
	readonly file: string;
	readonly title: string;
	/** Whether its file held other stories: the one that is left there may be one of those. */
	readonly fromBank?: true;
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
	readonly story?: PractisedStory;
	/** What the author asked to be kept of the notes. */
	readonly notes?: string;
	/** Id of the follow-up that was answered once the story was told; absent where it is the telling itself. */
	readonly probe?: string;
	/** When it came into this history, where that was later than `at`: a backup outlives a reset before it. */
	readonly added?: number;
}

/** Orders tellings by time, the earliest first; the same on every machine. */
export function compareTellings(a: Telling, b: Telling): number {
	return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The tellings of stories, without the answers to follow-ups. */
export function withoutProbes(tellings: readonly Telling[]): readonly Telling[] {
	return tellings.filter(({ probe }) => probe === undefined);
}

/** Whether a question wants practice: it came with effort, or not at all. */
export function wentBadly(rating: Rating | undefined): boolean {
	return rating === 'again' || rating === 'hard';
}

/** Longest texts, in UTF-16 code units. */
const maxNameLength = 20_000;
const maxIdLength = 200;
export const maxNotesLength = 20_000;

/** The end of the year 9999, in milliseconds since 1970: dates beyond it have no common form. */
const lastMoment = 253_402_300_799_999;

/** An entry of a stored history; undefined where it is none. What else it holds is left out. */
function readTelling(value: unknown): Telling | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { id, at, question, asked, rating, seconds, story, notes, probe, added } = value as Readonly<
		Record<string, unknown>
	>;
	const known = ratings.find((each) => each === rating);
	if (
		!isText(id, maxIdLength) ||
		id === '' ||
		!isMoment(at) ||
		!isText(question, maxNameLength) ||
		question === '' ||
		!known
	)
		return undefined;
	const practised = readStory(story);
	return {
		id,
		at,
		question,
		asked: isText(asked, maxNameLength) ? asked : question,
		rating: known,
		...(isMoment(seconds) && { seconds }),
		...(practised && { story: practised }),
		...(isText(notes, maxNotesLength) && notes !== '' && { notes }),
		...(isText(probe, maxNameLength) && probe !== '' && { probe }),
		...(isMoment(added) && { added }),
	};
}

function readStory(value: unknown): PractisedStory | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, title, fromBank } = value as Readonly<Record<string, unknown>>;
	return isText(file, maxNameLength) && isText(title, maxNameLength)
		? { file, title, ...(fromBank === true && { fromBank }) }
		: undefined;
}

function isText(value: unknown, maxLength: number): value is string {
	return typeof value === 'string' && value.length <= maxLength;
}

function isMoment(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= lastMoment;
}

/** Everything that was practised. */
export interface PracticeHistory {
	/** The earliest first. */
	readonly tellings: readonly Telling[];
	/** When it was last emptied, in milliseconds since 1970: what came before that is gone, in every copy. */
	readonly reset?: number;
}

export const noHistory: PracticeHistory = { tellings: [] };

/** What became of a stored history. */
export type HistoryRead =
	| {
			readonly kind: 'read';
			readonly history: PracticeHistory;
			/** Entries that could not be understood. */ readonly dropped: number;
	  }
	/** No history, or what is left of one. */
	| { readonly kind: 'unreadable' }
	/** Written by a later version of this extension, which will read it again. */
	| { readonly kind: 'newer'; readonly version: number };

/** The version in which histories are written. */
export const historyVersion = 1;

type Migration = (older: unknown) => unknown;

/** What makes each version the next one. Version 0 is a bare list of tellings, as a script writes one. */
const migrations: readonly Migration[] = [(older) => ({ version: 1, tellings: older })];

/** Reads a stored or exported history; never throws. */
export function readHistory(text: string): HistoryRead {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/u, ''));
	} catch {
		return { kind: 'unreadable' };
	}
	const version = versionOf(value);
	if (version === undefined) return { kind: 'unreadable' };
	if (version > historyVersion) return { kind: 'newer', version };
	for (const migrate of migrations.slice(version)) value = migrate(value);
	const { tellings, reset } = value as { readonly tellings?: unknown; readonly reset?: unknown };
	if (!Array.isArray(tellings)) return { kind: 'unreadable' };
	const read = tellings.map(readTelling);
	const understood = read.filter((telling) => telling !== undefined);
	const emptied = Number.isSafeInteger(reset) ? { reset: reset as number } : {};
	return {
		kind: 'read',
		history: mergeHistories([{ tellings: understood, ...emptied }]),
		dropped: read.length - understood.length,
	};
}

function versionOf(value: unknown): number | undefined {
	if (Array.isArray(value)) return 0;
	if (typeof value !== 'object' || value === null) return undefined;
	const { version } = value as { readonly version?: unknown };
	return Number.isSafeInteger(version) && (version as number) > 0 ? (version as number) : undefined;
}

/** The text of a history, which {@link readHistory} reads. */
export function historyText({ tellings, reset }: PracticeHistory): string {
	const stored = { version: historyVersion, ...(reset !== undefined && { reset }), tellings };
	return `${JSON.stringify(stored, undefined, '\t')}\n`;
}

/**
 * Joins copies of a history: what any of them has, once, without what a reset in any of them took away. In whatever
 * order they come the result is the same, and joining it with one of them again changes nothing.
 */
export function mergeHistories(histories: readonly PracticeHistory[]): PracticeHistory {
	const resets = histories.flatMap(({ reset }) => reset ?? []);
	const reset = resets.length > 0 ? resets.reduce((latest, each) => Math.max(latest, each)) : undefined;
	const byId = new Map<string, Telling>();
	for (const telling of histories.flatMap(({ tellings }) => tellings)) {
		const known = byId.get(telling.id);
		if (!known || comesBefore(telling, known)) byId.set(telling.id, telling);
	}
	const kept = [...byId.values()].filter((telling) => reset === undefined || addedAt(telling) > reset);
	return { tellings: kept.toSorted(compareTellings), ...(reset !== undefined && { reset }) };
}

function addedAt({ at, added }: Telling): number {
	return Math.max(at, added ?? at);
}

/**
 * Which of two copies of one telling is kept: the one added later, and any rule where somebody has edited a copy by
 * hand.
 */
function comesBefore(one: Telling, other: Telling): boolean {
	const order = addedAt(one) - addedAt(other);
	return order > 0 || (order === 0 && JSON.stringify(one) < JSON.stringify(other));
}
