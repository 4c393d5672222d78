/** The day of a moment in the author's time zone, as `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
	const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
	return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * The beginning of a day in the author's time zone, in milliseconds since 1970. A day of 23 or 25 hours is a day too.
 *
 * @param moment in milliseconds since 1970
 * @param later how many days after that of the moment
 */
export function startOfDay(moment: number, later = 0): number {
	const day = new Date(moment);
	return new Date(day.getFullYear(), day.getMonth(), day.getDate() + later).getTime();
}

/** How many days the day of one moment is after that of another, in the author's time zone. */
export function daysBetween(from: number, to: number): number {
	const [first, last] = [from, to].map((moment) => {
		const day = new Date(moment);
		return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
	}) as [number, number];
	return Math.round((last - first) / 86_400_000);
}
