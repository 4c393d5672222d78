import { type Bits, digits, Expectation, maxRange, minRange } from '../classifier/bits.ts';

/** Writes bits so that BitReader reads them again: in as many digits as they are unexpected. */
export class BitWriter implements Bits {
	readonly #expectation = new Expectation();
	#low = 0;
	#range = maxRange - 1;
	#text = '';
	/** The digit that a carry may still change, and how many highest ones stand behind it. */
	#held = 0;
	#highest = 0;

	bit(context: number, bit: number): number {
		const share = this.#expectation.share(context, this.#range);
		if (bit === 0) this.#range = share;
		else {
			this.#low += share;
			this.#range -= share;
		}
		this.#expectation.learn(context, bit);
		for (; this.#range < minRange; this.#range *= digits.length) this.#shift();
		return bit;
	}

	/** What was written; nothing can be added after. */
	text(): string {
		for (let digit = 0; digit < 6; digit++) this.#shift();
		return this.#text;
	}

	#shift(): void {
		const [carry, low] = [Math.floor(this.#low / maxRange), this.#low % maxRange];
		const digit = Math.floor(low / minRange);
		if (carry === 0 && digit === digits.length - 1) this.#highest++;
		else {
			this.#write(this.#held + carry);
			for (; this.#highest > 0; this.#highest--) this.#write(digits.length - 1 + carry);
			this.#held = digit;
		}
		this.#low = (low % minRange) * digits.length;
	}

	#write(digit: number): void {
		this.#text += digits[digit % digits.length] ?? '';
	}
}
