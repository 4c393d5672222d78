/** The number before a section's name, as its author writes it. */
export interface Numeral {
	readonly value: number;
	/** Where it stands in the words. */
	readonly start: number;
	readonly end: number;
	/** Writes another number in the same way. */
	write(value: number): string;
}

const pattern =
	/^([^\p{L}\d(]*\(?)(?:(\d{1,3})(?=[.):\s]|\uFE0F?\u20E3)|(i{1,3}|iv|vi{0,3})(?=[.)]\s)|([一二三四五六七八九])(?=[、.)])|([a-f])(?=[.)]\s+(?!\5)\p{L}))/iu;

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const chinese = [...'一二三四五六七八九'];
const letters = [...'abcdefghi'];

/**
 * Reads the number that words begin with: `2.`, `II.`, `二、`, or `B)`, which is none where the name behind it begins
 * with that letter.
 *
 * @param words what stands before a name, and the name
 */
export function readNumeral(words: string): Numeral | undefined {
	const [, before = '', digits, ...others] = pattern.exec(words) ?? [];
	const start = before.length;
	if (digits !== undefined)
		return { value: Number(digits), start, end: start + digits.length, write: (value) => String(value) };
	const place = others.findIndex((found) => found !== undefined);
	const found = others[place];
	const series = [roman, chinese, letters][place];
	if (found === undefined || !series) return undefined;
	const isUpper = found !== found.toLowerCase();
	const write = (value: number) => {
		const next = series[value - 1] ?? found.toLowerCase();
		return isUpper ? next.toUpperCase() : next;
	};
	return { value: series.indexOf(found.toLowerCase()) + 1, start, end: start + found.length, write };
}
