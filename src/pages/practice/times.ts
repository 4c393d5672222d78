import { plural } from '../../core/text/plural.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Such as `in 10 minutes` or `in 3 days`. */
export function fromNow(time: number, now: number): string {
	const rest = time - now;
	if (rest <= 0) return 'now';
	if (rest < hour) return counted(Math.max(1, Math.round(rest / minute)), 'minute');
	if (rest < day) return counted(Math.round(rest / hour), 'hour');
	return counted(Math.round(rest / day), 'day');
}

/** The same for the edge of a button. */
export function shortlyFromNow(time: number, now: number): string {
	const rest = Math.max(0, time - now);
	if (rest < hour) return `${Math.max(1, Math.round(rest / minute))} min`;
	return rest < day ? `${Math.round(rest / hour)} h` : `${Math.round(rest / day)} d`;
}

/** Such as `2 min 5 s`. */
export function tookText(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = Math.round(seconds % 60);
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

function counted(number: number, unit: string): string {
	return `in ${plural(number, unit)}`;
}
