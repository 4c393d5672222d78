import { daysBetween, startOfDay } from '../../core/text/day.ts';

/**
 * How many days it is until a question is due that is due on a later day, from its midnight on; undefined for one that
 * is due today, after some minutes. Times are in milliseconds since 1970.
 */
export function daysUntil(due: number, now: number): number | undefined {
	const days = daysBetween(now, due);
	return days > 0 && due === startOfDay(due) ? days : undefined;
}

/** The minutes until a time, one at least. */
export function minutesUntil(due: number, now: number): number {
	return Math.max(1, Math.round((due - now) / 60_000));
}
