import { BitReader, type Bits, digits } from './bits.ts';
import { closestKin } from './closestKin.ts';

/** What a weight of 1 adds to the logarithm of a likelihood. */
export const step = 0.16;

/** How far from 0 a weight can be. Large ones are told apart less finely: that changes no answer, and saves a bit each. */
export const magnitudes: readonly number[] = [3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 33, 38, 44];

/**
 * A feature is known by its hash: one of so many for words, and further ones for pairs of words, which would take most
 * of the space. Fewer do for these, as {@link Said} of a pair is compared with what its words say.
 */
const hashesOfWords = 2 ** 19;
const hashesOfPairs = 2 ** 16;

/** The number by which a feature is known: by FNV-1a, those of pairs behind those of words. */
export function hashOf(feature: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193) >>> 0;
	return feature.includes(' ') ? hashesOfWords + (hash % hashesOfPairs) : hash % hashesOfWords;
}

function isPair(hash: number): boolean {
	return hash >= hashesOfWords;
}

/** A model, for sums over the features of a text. */
export interface ReadModel {
	readonly name: string;
	readonly classes: readonly string[];
	/** In steps of {@link step}. */
	readonly bias: readonly number[];
	/** The number of its first class among those of all models. */
	readonly first: number;
	/**
	 * For each class, what part of the texts that the first model takes for each of its own is of this class; empty
	 * where it was not asked.
	 */
	readonly kin: readonly (readonly number[])[];
}

/** What one feature says: numbers of classes in ascending order, each followed by its weight. */
export type Said = ArrayLike<number>;

/** What each feature says, in a row: twenty thousand lists would take longer to make than to read. */
class Vocabulary {
	/** In ascending order. */
	readonly #hashes: Int32Array;
	/** Where in {@link #said} each ends. */
	readonly #ends: Int32Array;
	/** Eight bits are enough: there are no more than 128 classes. */
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
			const [name = '', names = '', biases = '', rows] = line.split('\t');
			const classes = names.split(' ');
			const kin = rows?.split(' ').map(sharesFrom) ?? [];
			const model = { name, classes, bias: biases.split(' ').map(Number), first, kin };
			first += classes.length;
			return model;
		});
	const bits = new BitReader(text.slice(end + 2));
	const layout = layoutOf(models);
	const features = codeNumber(bits);
	const hashes = new Int32Array(features);
	const ends = new Int32Array(features);
	const said: number[] = [];
	for (let index = 0, hash = 0; index < features; index++) {
		hash = codeHash(bits, hash);
		hashes[index] = hash;
		codeSaid(bits, layout, hash, [], said);
		ends[index] = said.length;
	}
	return { models, vocabulary: new Vocabulary(hashes, ends, Int8Array.from(said)) };
}

/** A digit less halves a share by this part. */
const halving = 8;

/** Shares of 1, each as one digit: by their logarithms, as small ones matter too. */
export function sharesText(shares: readonly number[]): string {
	const last = digits.length - 1;
	return shares.map((share) => digits[Math.min(last, Math.round(-Math.log2(share) * halving))]).join('');
}

function sharesFrom(text: string): readonly number[] {
	return Array.from(text, (digit) => 2 ** (-digits.indexOf(digit) / halving));
}

/** Where the contexts of each kind of bit begin. */
const leadingContexts = 32;
const pairContexts = 128;
const signContexts = 256;
const magnitudeContexts = 512;
const presenceContexts = 16_384;
const namedContexts = 32_768;

/** So many classes before one of the same feature and model are told apart. */
const maxBefore = 4;

/** Writes or reads the next higher hash. */
export function codeHash(bits: Bits, before: number, hash = 0): number {
	return before + codeNumber(bits, hash - before, isPair(before) ? pairContexts : 0);
}

/** Writes or reads a number from 0: how many digits it has in base 2, then those. */
export function codeNumber(bits: Bits, number = 0, contexts = 0): number {
	const length = Math.floor(Math.log2(number + 1));
	let read = 0;
	while (bits.bit(contexts + read, read < length ? 1 : 0) === 1) read++;
	let value = 1;
	for (let digit = read - 1; digit >= 0; digit--) {
		// Behind the leading digits they are as good as random.
		const context = contexts + (value < 4 ? leadingContexts + read * 4 + value : leadingContexts);
		value = value * 2 + bits.bit(context, Math.floor((number + 1) / 2 ** digit) % 2);
	}
	return value - 1;
}

/** The classes of all models, by their numbers. */
export interface Layout {
	/** How many classes each model has. */
	readonly sizes: readonly number[];
	/** The number of the class before each that a feature is likely to say the same of; -1 where there is none. */
	readonly alike: readonly number[];
	/** What was said so far of the feature at hand, by the numbers of classes: one for all features. */
	readonly known: Int8Array;
}

/** Models by their names and classes, in the order in which they are written. */
export function layoutOf(models: readonly Pick<ReadModel, 'name' | 'classes'>[]): Layout {
	const numbers = new Map<string, number>();
	const alike: number[] = [];
	for (const { name, classes } of models) {
		const kin = closestKin(name.slice(name.indexOf(':') + 1));
		alike.push(...classes.map((each) => numbers.get(each) ?? numbers.get(kin.get(each)?.id ?? '') ?? -1));
		const first = alike.length - classes.length;
		for (const [each, id] of classes.entries()) numbers.set(id, first + each);
	}
	return { sizes: models.map(({ classes }) => classes.length), alike, known: new Int8Array(alike.length) };
}

/**
 * Writes or reads what one feature says. By numbers alone, as it is done for each of some twenty thousand features when
 * the first question is asked.
 *
 * @param hash that of the feature
 * @param weights the weight of each class, 0 where it says nothing; none to read
 * @param said takes what was read, see {@link Said}
 */
export function codeSaid(
	bits: Bits,
	{ sizes, alike, known }: Layout,
	hash: number,
	weights: readonly number[],
	said: number[] = [],
): void {
	known.fill(0);
	const start = said.length;
	let number = 0;
	let named = isPair(hash) ? 1 : 0;
	for (let model = 0; model < sizes.length; model++) {
		const [from, last] = [said.length, number + (sizes[model] ?? 0)];
		let isNamed = 0;
		for (let each = number; each < last && each < weights.length; each++) if (weights[each] !== 0) isNamed = 1;
		if (bits.bit(namedContexts + model * 4096 + (named & 4095), isNamed) === 0) {
			number = last;
			continue;
		}
		for (; number < last; number++) {
			const lender = alike[number] ?? -1;
			const lent = lender < 0 ? 0 : (known[lender] ?? 0);
			const hint = lent > 0 ? 2 : lent < 0 ? 3 : from > start ? 1 : 0;
			const near = lent > 0 ? 4 + magnitudes.indexOf(lent) : hint;
			// A feature that says something of one class does so of others, up to a bound of its model.
			const before = Math.min((said.length - from) / 2, maxBefore);
			const weight = weights[number] ?? 0;
			const presence = presenceContexts + number * 20 + before * 4 + hint;
			if (bits.bit(presence, weight === 0 ? 0 : 1) === 0) continue;
			const sign = bits.bit(signContexts + number, weight < 0 ? 1 : 0);
			const index = weight === 0 ? 0 : magnitudes.indexOf(Math.abs(weight));
			const magnitude = magnitudeContexts + (model * 64 + near * 2 + Math.min(before, 1)) * 16;
			let leaf = 1;
			for (let digit = 3; digit >= 0; digit--) leaf = leaf * 2 + bits.bit(magnitude + leaf, (index >> digit) & 1);
			known[number] = (magnitudes[leaf - 16] ?? 0) * (sign === 1 ? -1 : 1);
			said.push(number, known[number] ?? 0);
		}
		named |= 2 << model;
	}
}
