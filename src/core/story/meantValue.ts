import { isSlip } from '../framework/nearness.ts';
import { archetypes, type Field, maxStrength, statuses } from './fields.ts';
import { meantScope } from './storyScope.ts';

const months = 'january february march april may june july august september october november december'.split(' ');

/**
 * The day, month or year that a date of front matter names, as `2024-06-30`, `2024-06` or `2024`. A time behind a day,
 * as editors insert it, and slashes in the place of hyphens are read.
 *
 * @returns undefined where there is no such day
 */
export function dateIn(text: string): string | undefined {
	const [, year, month, day] =
		/^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}:?\d{2})?)?)?)?$/u.exec(
			text,
		) ??
		/^(\d{4})\/(\d{2})(?:\/(\d{2}))?$/u.exec(text) ??
		[];
	const date = [year, month, day].filter((part) => part !== undefined).join('-');
	return date !== '' && isDay(Number(year), Number(month ?? 1), Number(day ?? 1)) ? date : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	// Before the year 100 `Date.UTC` means 19xx; no career reaches there.
	return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * What a value that its field does not take was meant for, where nothing else can be meant: another case, a slip of the
 * keyboard, a number that is written otherwise.
 *
 * @param text trimmed
 */
export function meantValue({ type }: Field, text: string): string | undefined {
	switch (type) {
		case 'strength':
			return meantStrength(text);
		case 'status':
			return meantWord(statuses, text);
		case 'archetypes':
			return meantWord(archetypes, text);
		case 'scope':
			return meantScope(text);
		case 'date':
			return meantDate(text);
		case 'string':
		case 'strings':
		case 'angles':
		case 'type':
			return undefined;
	}
}

function meantStrength(text: string): string | undefined {
	const [, number] = /^(\d)(?:[.,]0+|\s*\/\s*5)$/u.exec(text) ?? [];
	const stars = /^[★⭐]+[☆]*$/u.test(text) ? String([...text].filter((mark) => mark !== '☆').length) : undefined;
	const strength = number ?? stars;
	return strength !== undefined && Number(strength) >= 1 && Number(strength) <= maxStrength ? strength : undefined;
}

function meantWord(accepted: readonly string[], text: string): string | undefined {
	const written = text.toLowerCase().replaceAll(/[\s_-]+/gu, '-');
	return accepted.find((word) => word === written) ?? accepted.find((word) => isSlip(word, written, 1));
}

function meantDate(text: string): string | undefined {
	const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/u.exec(text) ?? [];
	if (year !== undefined && month !== undefined) {
		const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
		return dateIn(parts.join('-'));
	}
	const [, numbered, ofYear] = /^(\d{1,2})[/.](\d{4})$/u.exec(text) ?? [];
	if (numbered !== undefined && ofYear !== undefined) return dateIn(`${ofYear}-${numbered.padStart(2, '0')}`);
	const [, word, named] = /^(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(text) ?? [];
	const index = word === undefined ? -1 : months.findIndex((name) => name.startsWith(word.toLowerCase()));
	return index < 0 || named === undefined ? undefined : dateIn(`${named}-${String(index + 1).padStart(2, '0')}`);
}
