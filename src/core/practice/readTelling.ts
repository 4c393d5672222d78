import { ratings, type Telling, type ToldStory } from './telling.ts';

/** Longest texts, in UTF-16 code units. */
const longestName = 20_000;
const longestId = 200;
export const longestNotes = 20_000;

/** The end of the year 9999, in milliseconds since 1970: dates beyond it have no common form. */
const lastMoment = 253_402_300_799_999;

/** An entry of a stored history; undefined where it is none. What else it holds is left out. */
export function readTelling(value: unknown): Telling | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { id, at, question, asked, rating, seconds, story, notes, added } = value as Readonly<Record<string, unknown>>;
	const known = ratings.find((each) => each === rating);
	if (!isText(id, longestId) || id === '' || !isMoment(at) || !isText(question, longestName) || question === '' || !known) return undefined;
	const told = readStory(story);
	return {
		id,
		at,
		question,
		asked: isText(asked, longestName) ? asked : question,
		rating: known,
		...(isMoment(seconds) && { seconds }),
		...(told && { story: told }),
		...(isText(notes, longestNotes) && notes !== '' && { notes }),
		...(isMoment(added) && { added }),
	};
}

function readStory(value: unknown): ToldStory | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, title } = value as Readonly<Record<string, unknown>>;
	return isText(file, longestName) && isText(title, longestName) ? { file, title } : undefined;
}

function isText(value: unknown, longest: number): value is string {
	return typeof value === 'string' && value.length <= longest;
}

function isMoment(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= lastMoment;
}
