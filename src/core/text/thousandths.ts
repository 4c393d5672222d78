/**
 * A number to three decimal places. A sum of fractions differs in its last digits with the order of adding: rounded, it
 * is the same on every machine.
 */
export function thousandths(number: number): number {
	return Math.round(number * 1000) / 1000;
}
