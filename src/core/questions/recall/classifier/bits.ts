/** A bit that is written or read: who reads does not look at it, who writes gives it back. */
export interface Bits {
	/**
	 * @param context a number below {@link contexts}: bits of one context are alike, and the rarer of them take more
	 *   room
	 * @param bit 0 or 1
	 */
	bit(context: number, bit: number): number;
}

export const contexts = 131_072;

/** One character for six bits. */
export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By the codes of the characters. */
const valueOf = new Uint8Array(128);
for (let value = 0; value < digits.length; value++) valueOf[digits.charCodeAt(value)] = value;

/** A range of numbers is never narrower than this: as soon as it is, a digit is written or read. */
export const minRange = 2 ** 24;
export const maxRange = minRange * digits.length;

const certain = 2 ** 16;

/** Nothing is ever quite certain. */
const margin = 2 ** 5;

/** From so many bits of a context on, all count alike: what is near counts more than what is far. */
const maxSeen = 180;

/** How often the bits of each context were 0 so far, in parts of {@link certain}. */
export class Expectation {
	readonly #zeros = new Uint16Array(contexts).fill(certain / 2);
	readonly #seen = new Uint8Array(contexts);

	/** The part of a range that stands for a 0. */
	share(context: number, range: number): number {
		return (range >>> 12) * ((this.#zeros[context] ?? 0) >>> 4);
	}

	/** Learns from a bit: quickly from the first ones, slowly later. */
	learn(context: number, bit: number): void {
		const zeros = this.#zeros[context] ?? 0;
		const seen = this.#seen[context] ?? 0;
		const wanted = bit === 0 ? certain - margin : margin;
		this.#zeros[context] = zeros + Math.trunc((wanted - zeros) / (seen + 1.6));
		if (seen < maxSeen) this.#seen[context] = seen + 1;
	}
}

/**
 * Reads what BitWriter has written, by range coding (G. N. N. Martin, "Range encoding: an algorithm for removing
 * redundancy from a digitised message", 1979).
 */
export class BitReader implements Bits {
	readonly #expectation = new Expectation();
	readonly #text: string;
	#at = 0;
	#code = 0;
	#range = maxRange - 1;

	constructor(text: string) {
		this.#text = text;
		// The first digit is the one into which a carry could have gone.
		for (let digit = 0; digit < 6; digit++) this.#next();
	}

	bit(context: number): number {
		const share = this.#expectation.share(context, this.#range);
		const bit = this.#code < share ? 0 : 1;
		if (bit === 0) this.#range = share;
		else {
			this.#code -= share;
			this.#range -= share;
		}
		this.#expectation.learn(context, bit);
		for (; this.#range < minRange; this.#range *= digits.length) this.#next();
		return bit;
	}

	#next(): void {
		this.#code = this.#code * digits.length + (valueOf[this.#text.charCodeAt(this.#at++)] ?? 0);
	}
}
