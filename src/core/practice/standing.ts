import { localDay } from '../localDay.ts';

/** How far a story is practised. Times are in milliseconds since 1970. */
export interface Standing {
	readonly times: number;
	readonly last: number;
	/** When the first of the questions that it answered last is due. */
	readonly due?: number;
}

/** Such as `told 3 times, last on 2026-11-25, due on 2026-11-28`. */
export function standingText({ times, last, due }: Standing, now: number): string {
	const told = times === 1 ? 'told once, on' : `told ${times} times, last on`;
	const next = due === undefined ? '' : due <= now ? ', due now' : `, due on ${localDay(new Date(due))}`;
	return `${told} ${localDay(new Date(last))}${next}`;
}

/** Whether there is nothing new to say of a story. */
export function isSameStanding(a: Standing | undefined, b: Standing | undefined): boolean {
	return a?.times === b?.times && a?.last === b?.last && a?.due === b?.due;
}
