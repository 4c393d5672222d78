/**
 * Mixes a list, the same way for the same seed.
 * @param seed a whole number
 */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
	const mixed = [...items];
	let state = seed >>> 0;
	for (let last = mixed.length - 1; last > 0; last--) {
		// Marsaglia's xorshift needs a state other than 0; the constant is that of Knuth's multiplicative hash.
		state = (state || 2_654_435_769) >>> 0;
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		const other = (state >>> 0) % (last + 1);
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	return mixed;
}
