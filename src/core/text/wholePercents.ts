/**
 * Shares of a whole in whole percent, which come to 100: what is left by rounding down goes where most was lost, and
 * where as much was lost to the first.
 *
 * @param counts not negative
 * @returns zeros where all are zero
 */
export function wholePercents(counts: readonly number[]): readonly number[] {
	const all = counts.reduce((sum, count) => sum + count, 0);
	if (all === 0) return counts.map(() => 0);
	const shares = counts.map((count, index) => {
		const exact = (count * 100) / all;
		return { index, whole: Math.floor(exact), lost: exact - Math.floor(exact) };
	});
	const missing = 100 - shares.reduce((sum, { whole }) => sum + whole, 0);
	const roundedUp = new Set(shares.toSorted((a, b) => b.lost - a.lost).slice(0, missing));
	return shares.map((share) => share.whole + (roundedUp.has(share) ? 1 : 0));
}
