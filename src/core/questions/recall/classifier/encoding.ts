import { BitReader, type Bits } from './bits.ts';

/** What a weight of 1 adds to the logarithm of a likelihood. */
export const step = 0.16;

/** How far from 0 a weight can be. Large ones are told apart less finely: that changes no answer, and saves a bit each. */
export const magnitudes: readonly number[] = [3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 33, 38, 44];

/** A feature is known by its hash below this: pairs of words would take most of the space. */
const hashCount = 2 ** 20;

/** The number by which a feature is known: FNV-1a. */
export function hashOf(feature: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193) >>> 0;
	return hash % hashCount;
}

/** A model, for sums over the features of a text. */
export interface ReadModel {
	readonly name: string;
	readonly classes: readonly string[];
	/** In steps of {@link step}. */
	readonly bias: readonly number[];
	/** The number of its first class among those of all models. */
	readonly first: number;
}

/** What one feature says: numbers of classes, each followed by its weight. */
export type Said = ArrayLike<number>;

/** What each feature says, in a row: twenty thousand lists would take longer to make than to read. */
class Vocabulary {
	/** In ascending order. */
	readonly #hashes: Int32Array;
	/** Where in {@link #said} each ends. */
	readonly #ends: Int32Array;
	/** Eight bits are enough: there are contexts for no more than 128 classes. */
	readonly #said: Int8Array;

	constructor(hashes: Int32Array, ends: Int32Array, said: Int8Array) {
		this.#hashes = hashes;
		this.#ends = ends;
		this.#said = said;
	}

	/** @param hash by {@link hashOf} */
	get(hash: number): Said | undefined {
		let [from, to] = [0, this.#hashes.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((this.#hashes[middle] ?? 0) < hash) from = middle + 1;
			else to = middle;
		}
		if (this.#hashes[from] !== hash) return undefined;
		return this.#said.subarray(from === 0 ? 0 : this.#ends[from - 1], this.#ends[from]);
	}
}

/** What encodeModels has written. */
export interface ReadModels {
	readonly models: readonly ReadModel[];
	readonly vocabulary: Pick<Vocabulary, 'get'>;
}

/** Reads what encodeModels has written: a line a model, an empty line, and the features. */
export function decodeModels(text: string): ReadModels {
	const end = text.indexOf('\n\n');
	let first = 0;
	const models = text
		.slice(0, end)
		.split('\n')
		.map((line): ReadModel => {
			const [name = '', names = '', biases = ''] = line.split('\t');
			const classes = names.split(' ');
			const model = { name, classes, bias: biases.split(' ').map(Number), first };
			first += classes.length;
			return model;
		});
	const bits = new BitReader(text.slice(end + 2));
	const sizes = models.map(({ classes }) => classes.length);
	const features = codeNumber(bits);
	const hashes = new Int32Array(features);
	const ends = new Int32Array(features);
	const said: number[] = [];
	for (let index = 0, hash = 0; index < features; index++) {
		hash += codeNumber(bits);
		hashes[index] = hash;
		codeSaid(bits, sizes, [], said);
		ends[index] = said.length;
	}
	return { models, vocabulary: new Vocabulary(hashes, ends, Int8Array.from(said)) };
}

/** Where the contexts of each kind of bit begin. */
const lengthContexts = 0;
const leadingContexts = 32;
const magnitudeContexts = 256;
const signContexts = 512;
const modelContexts = 768;
const presenceContexts = 1024;

/** Writes or reads a number from 0: how many digits it has in base 2, then those. */
export function codeNumber(bits: Bits, number = 0): number {
	const length = Math.floor(Math.log2(number + 1));
	let read = 0;
	while (bits.bit(lengthContexts + read, read < length ? 1 : 0) === 1) read++;
	let value = 1;
	for (let digit = read - 1; digit >= 0; digit--) {
		// Behind the leading digits they are as good as random.
		const context = value < 4 ? leadingContexts + read * 4 + value : leadingContexts;
		value = value * 2 + bits.bit(context, Math.floor((number + 1) / 2 ** digit) % 2);
	}
	return value - 1;
}

/**
 * Writes or reads what one feature says. By numbers alone, as it is done for each of some twenty thousand features when
 * the first question is asked.
 *
 * @param sizes how many classes each model has
 * @param weights the weight of each class, 0 where it says nothing; none to read
 * @param said takes what was read, see {@link Said}
 */
export function codeSaid(bits: Bits, sizes: readonly number[], weights: readonly number[], said: number[] = []): void {
	const start = said.length;
	let number = 0;
	for (let model = 0; model < sizes.length; model++) {
		const [from, last] = [said.length, number + (sizes[model] ?? 0)];
		let isNamed = 0;
		for (let each = number; each < last && each < weights.length; each++) if (weights[each] !== 0) isNamed = 1;
		if (bits.bit(modelContexts + model * 2 + (from > start ? 1 : 0), isNamed) === 0) {
			number = last;
			continue;
		}
		const magnitude = magnitudeContexts + Math.min(model, 1) * 16;
		for (; number < last; number++) {
			// A feature that says something of one class does so of others, up to a bound of its model.
			const before = Math.min((said.length - from) / 2, 7);
			const weight = weights[number] ?? 0;
			if (bits.bit(presenceContexts + number * 8 + before, weight === 0 ? 0 : 1) === 0) continue;
			const sign = bits.bit(signContexts + number, weight < 0 ? 1 : 0);
			const index = weight === 0 ? 0 : magnitudes.indexOf(Math.abs(weight));
			let leaf = 1;
			for (let digit = 3; digit >= 0; digit--) leaf = leaf * 2 + bits.bit(magnitude + leaf, (index >> digit) & 1);
			said.push(number, (magnitudes[leaf - 16] ?? 0) * (sign === 1 ? -1 : 1));
		}
	}
}
