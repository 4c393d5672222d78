import { normaliseName } from '../../framework/nearness.ts';
import { type LibraryStory, storyKey, type StoryLocation } from '../../library/storyIndex.ts';
import { daysBetween } from '../../text/day.ts';
import type { FiledInterview } from './interviewFiles.ts';
import type { InterviewMeeting } from './interview.ts';
import type { Landing } from './landing.ts';
import { toldStory } from './toldStory.ts';

/** A story as it was told in an interview. */
export interface Telling extends InterviewMeeting {
	/** Where it is clear. */
	readonly how?: Landing;
}

/** The interviews of so many days still matter: longer than the rounds of one company take, in days. */
export const recentDays = 60;

/** A company that has heard a story more often than this has heard it too often. */
export const maxTellings = 3;

/** An interview, as far as it says who has heard what. */
export type HeldInterview = Pick<FiledInterview, 'file' | 'company' | 'date' | 'round' | 'asked'>;

/** What is said to have been told in an interview and names no story for sure, each once. */
export function untold({ file, asked }: HeldInterview, stories: readonly LibraryStory[]): readonly string[] {
	const names = asked.flatMap(({ told }) => (told && !toldStory(told, file, stories) ? [told.text] : []));
	return [...new Set(names)];
}

/** Which stories were told in which interviews. */
export class Tellings {
	readonly #interviews: readonly HeldInterview[];
	readonly #tellings = new Map<string, Telling[]>();

	constructor(interviews: readonly HeldInterview[], stories: readonly LibraryStory[]) {
		this.#interviews = interviews;
		for (const { file, company, date, round, asked } of interviews) {
			for (const { told, landed } of asked) {
				const entry = told && toldStory(told, file, stories);
				if (!entry) continue;
				const telling = {
					...(company !== undefined && { company }),
					...(date !== undefined && { date }),
					...(round !== undefined && { round }),
					...(landed?.how && { how: landed.how }),
				};
				const key = storyKey(entry);
				this.#tellings.set(key, [...(this.#tellings.get(key) ?? []), telling]);
			}
		}
	}

	/** How often a story was told to whom, in the order of the list. */
	of(story: StoryLocation): readonly Telling[] {
		return this.#tellings.get(storyKey(story)) ?? [];
	}

	/**
	 * What to know before a story is told again, such as `told to Acme in round 1`.
	 *
	 * @param companies to whom it may be told
	 * @returns undefined where none of them has heard it
	 */
	warning(story: StoryLocation, companies: readonly string[]): string | undefined {
		const known = new Map(companies.map((company) => [companyKey(company), company]));
		const parts = [...known].flatMap(([key, company]) => {
			const own = this.of(story).filter((telling) => companyKey(telling.company ?? '') === key);
			return own.length === 0 ? [] : [toldText(own[0]?.company ?? company, own)];
		});
		return parts.length === 0 ? undefined : parts.join(', ');
	}

	/**
	 * The companies of the interviews that may not be over: those of the last {@link recentDays} days and those ahead.
	 *
	 * @param now in milliseconds since 1970
	 */
	recentCompanies(now: number): readonly string[] {
		const recent = this.#interviews.filter(({ date }) => date !== undefined && isRecent(date, now));
		return [
			...new Map(
				recent.flatMap(({ company }) =>
					company === undefined ? [] : [[companyKey(company), company] as const],
				),
			).values(),
		];
	}
}

/**
 * Whether a day is at most {@link recentDays} ago, or ahead. Of a month the last day counts.
 *
 * @param date as interviews have it
 * @param now in milliseconds since 1970
 */
export function isRecent(date: string, now: number): boolean {
	const [year = '', month = '12', day] = date.split('-');
	const last =
		day === undefined
			? new Date(Number(year), Number(month), 0)
			: new Date(Number(year), Number(month) - 1, Number(day));
	return daysBetween(last.getTime(), now) <= recentDays;
}

/** The same for the same company, however it is written: `Acme, Inc.` and `acme`. */
export function companyKey(company: string): string {
	return normaliseName(company)
		.replaceAll(/[.,]/gu, '')
		.replace(/\s+(?:inc|ltd|llc|corp|corporation|gmbh|co|plc|ag|sa|bv|ab)$/u, '');
}

/** To whom a story was told, and in which rounds. @param tellings of one company */
export function toldText(company: string, tellings: readonly Pick<Telling, 'round'>[]): string {
	const rounds = [...new Set(tellings.flatMap(({ round }) => round ?? []))];
	if (tellings.length > maxTellings) return `told to ${company} ${tellings.length} times: tell them another`;
	if (rounds.length === 0) return `told to ${company}`;
	return rounds.every((round) => /^(?:round|stage|interview)\b/iu.test(round))
		? `told to ${company} in ${rounds.join(' and ')}`
		: `told to ${company} (${rounds.join(', ')})`;
}
