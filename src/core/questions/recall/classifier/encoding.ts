/** The classes of one model, and what each feature says of them. */
export interface TrainedModel {
	/** Id of the framework whose competencies it tells apart. */
	readonly framework: string;
	readonly classes: readonly string[];
	/** Whole numbers for the classes, in steps of {@link step}. */
	readonly bias: readonly number[];
	readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** What a weight of 1 adds to the logarithm of a likelihood. */
export const step = 0.16;

/** No weight is further from 0. */
export const maxWeight = 40;

/** One character for a number from 0; none of them ends a line or a string. */
const digits =
	'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#%&()*+,-./:;<=>?@[]^_{|}~ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ';
/** Those that take one byte. */
const keyDigits = 88;

const valueOf = new Map([...digits].map((digit, value) => [digit, value]));

/** A feature is written by so many digits of its hash (FNV-1a): pairs of words would take most of the space. */
const keyLength = 4;

/** The digits by which a feature is written. */
export function keyOf(feature: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193) >>> 0;
	let key = '';
	for (let at = 0; at < keyLength; at++, hash = Math.floor(hash / keyDigits)) key += digits[hash % keyDigits] ?? '';
	return key;
}

/**
 * Writes models as one text: a line a model with its framework and classes, then a line a feature with the classes of
 * which it says something, each with how much.
 */
export function encodeModels(models: readonly TrainedModel[]): string {
	const heads = models.map(({ framework, classes, bias }) =>
		[framework, classes.join(' '), bias.map(digitOf).join('')].join('\t'),
	);
	const lines = new Map<string, string>();
	let first = 0;
	for (const { classes, weights } of models) {
		for (const [feature, own] of weights) {
			const said = own.flatMap((weight, each) =>
				weight === 0 ? [] : [`${digits[first + each] ?? ''}${digitOf(weight)}`],
			);
			const key = keyOf(feature);
			if (said.length > 0) lines.set(key, (lines.get(key) ?? '') + said.join(''));
		}
		first += classes.length;
	}
	const vocabulary = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((line) => line.join(''));
	return [...heads, '', ...vocabulary].join('\n');
}

function digitOf(weight: number): string {
	return digits[weight + maxWeight] ?? '';
}

/** A model that was read, for sums over the features of a text. */
export interface ReadModel {
	readonly framework: string;
	readonly classes: readonly string[];
	readonly bias: readonly number[];
	/** The number of its first class among those of all models. */
	readonly first: number;
}

/** What {@link encodeModels} has written. */
export interface ReadModels {
	readonly models: readonly ReadModel[];
	/** What is said of each feature, as it is written, by {@link keyOf}. */
	readonly vocabulary: ReadonlyMap<string, string>;
}

/** Reads what {@link encodeModels} has written. */
export function decodeModels(text: string): ReadModels {
	const end = text.indexOf('\n\n');
	let first = 0;
	const models = text
		.slice(0, end)
		.split('\n')
		.map((line): ReadModel => {
			const [framework = '', names = '', biases = ''] = line.split('\t');
			const classes = names.split(' ');
			const model = { framework, classes, bias: [...biases].map(weightOf), first };
			first += classes.length;
			return model;
		});
	const vocabulary = new Map(
		text
			.slice(end + 2)
			.split('\n')
			.map((line) => [line.slice(0, keyLength), line.slice(keyLength)] as const),
	);
	return { models, vocabulary };
}

/** Calls back with each class and weight that a line of the vocabulary has. */
export function eachWeight(said: string, take: (number: number, weight: number) => void): void {
	for (let at = 0; at + 1 < said.length; at += 2)
		take(valueOf.get(said[at] ?? '') ?? 0, weightOf(said[at + 1] ?? ''));
}

function weightOf(digit: string): number {
	return (valueOf.get(digit) ?? maxWeight) - maxWeight;
}
