/** The day of a moment in the author's time zone, as `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
	const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
	return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
