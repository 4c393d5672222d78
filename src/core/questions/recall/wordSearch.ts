import { isWord, termsOf } from './terms.ts';

/** A document that has terms of a question. */
export interface WordMatch<Id, Field extends string> {
	readonly id: Id;
	/** The higher, the better it answers; comparable within one search. */
	readonly score: number;
	/** The terms of the question that it has, also in another form. */
	readonly terms: readonly string[];
	/** In which of its fields it has a term as it is. */
	fieldsWith(term: string): readonly Field[];
}

/** How a search weighs what it finds. */
export interface SearchWeights<Field extends string> {
	/** What a term counts in a field; 1 where nothing is said. */
	readonly boost: Readonly<Partial<Record<Field, number>>>;
	/** What a term of the question counts; 1 when left out. */
	readonly boostTerm?: (term: string) => number;
	/** Whether words that differ from a longer word of the question by one letter are found too. */
	readonly forgivesTypos?: boolean;
}

/** How often each term stands in a field. */
type Counts = ReadonlyMap<string, number>;

/** A document that has a term in a field. */
interface Having<Id> {
	readonly id: Id;
	readonly count: number;
	/** How many terms the field has. */
	readonly length: number;
}

/** What was counted for searches; it holds until a document comes, changes or goes. */
interface Counted<Id> {
	/** How many terms each field has on average. */
	readonly lengths: readonly number[];
	/** For each term that was asked, the documents that have it, field by field. */
	readonly having: Map<string, readonly (readonly Having<Id>[])[]>;
	/** Every term, once somebody has asked for the beginning of one. */
	terms?: ReadonlySet<string>;
}

/** The documents of so many terms are kept; then all are forgotten. */
const maxTerms = 2000;

/**
 * BM25+ with the constants that MiniSearch has: how soon a term is said often enough, how much lengths count, the
 * least.
 */
const saturation = 1.2;
const lengthShare = 0.7;
const least = 0.5;

/** What the beginning of a word and a word with another letter count beside the word; less, the more is missing. */
const prefixWeight = 0.5;
const prefixLoss = 0.3;
const typoWeight = 0.3;
/** The word that is still being typed is told by so many letters, and a typing error in more than so many. */
const minPrefix = 3;
const maxWithoutTypos = 5;

/**
 * A full-text search over the terms of {@link termsOf}. It keeps how often each document has each term, and finds out
 * which documents have a term when that is asked for: libraries are small, and one question is often all. While a
 * question is typed, nearly all its terms are those of the key before.
 */
export class WordSearch<Id, Field extends string> {
	readonly #fields: readonly Field[];
	readonly #documents = new Map<Id, readonly Counts[]>();
	#counted: Counted<Id> | undefined;

	constructor(fields: readonly Field[]) {
		this.#fields = fields;
	}

	/** Adds a document, or replaces it. */
	set(id: Id, texts: Readonly<Record<Field, string>>): void {
		this.#counted = undefined;
		this.#documents.set(
			id,
			this.#fields.map((field) => countsOf(termsOf(texts[field]))),
		);
	}

	delete(id: Id): void {
		if (this.#documents.delete(id)) this.#counted = undefined;
	}

	/** The documents that have terms of a question, the best first. */
	search(question: string, weights: SearchWeights<Field>): readonly WordMatch<Id, Field>[] {
		// A word that is said twice is asked once.
		const asked = [...new Set(termsOf(question))];
		const found = new Map<Id, { score: number; terms: string[] }>();
		const counted = (this.#counted ??= {
			lengths: this.#fields.map((_, field) => this.#averageLength(field)),
			having: new Map(),
		});
		for (const [index, term] of asked.entries()) {
			const boost = weights.boostTerm?.(term) ?? 1;
			const scores = new Map<Id, number>();
			for (const { form, weight } of this.#formsOf(term, index === asked.length - 1, weights, counted))
				this.#score(form, weight * boost, weights, counted, scores);
			for (const [id, score] of scores) {
				const known = found.get(id);
				if (known) {
					known.score += score;
					known.terms.push(term);
				} else found.set(id, { score, terms: [term] });
			}
		}
		return [...found]
			.map(([id, { score, terms }]) => ({
				id,
				// What has more of the question's terms answers more of it.
				score: score * terms.length,
				terms,
				fieldsWith: (term: string) =>
					this.#fields.filter((_, field) => this.#documents.get(id)?.[field]?.has(term)),
			}))
			.toSorted((a, b) => b.score - a.score);
	}

	#averageLength(field: number): number {
		let total = 0;
		for (const counts of this.#documents.values()) total += counts[field]?.size ?? 0;
		return total / this.#documents.size;
	}

	/** Adds what each document scores by one term. */
	#score(
		term: string,
		weight: number,
		{ boost }: SearchWeights<Field>,
		counted: Counted<Id>,
		scores: Map<Id, number>,
	): void {
		const inFields = this.#havingOf(term, counted);
		for (const [index, field] of this.#fields.entries()) {
			const having = inFields[index] ?? [];
			const rarity = inverseFrequency(having.length, this.#documents.size);
			const norm = counted.lengths[index] ?? 0;
			for (const { id, count, length } of having) {
				const often =
					(count * (saturation + 1)) /
					(count + saturation * (1 - lengthShare + (lengthShare * length) / norm));
				const score = weight * (boost[field] ?? 1) * (rarity * (least + often));
				scores.set(id, (scores.get(id) ?? 0) + score);
			}
		}
	}

	/** The documents that have a term, field by field. */
	#havingOf(term: string, { having }: Counted<Id>): readonly (readonly Having<Id>[])[] {
		const known = having.get(term);
		if (known) return known;
		const found = this.#fields.map((): Having<Id>[] => []);
		for (const [id, fields] of this.#documents)
			for (const [index, counts] of fields.entries()) {
				const count = counts.get(term);
				if (count !== undefined) found[index]?.push({ id, count, length: counts.size });
			}
		if (having.size >= maxTerms) having.clear();
		having.set(term, found);
		return found;
	}

	#termsOf(counted: Counted<Id>): ReadonlySet<string> {
		return (counted.terms ??= new Set(
			[...this.#documents.values()].flat().flatMap((counts) => [...counts.keys()]),
		));
	}

	/** A term of a question, and in which other forms documents have it. */
	#formsOf(
		term: string,
		isLast: boolean,
		{ forgivesTypos = false }: SearchWeights<Field>,
		counted: Counted<Id>,
	): readonly { readonly form: string; readonly weight: number }[] {
		const forms = new Map([[term, 1]]);
		const isTyped = isLast && isWord(term) && term.length >= minPrefix;
		const mayBeWrong = forgivesTypos && isWord(term) && term.length > maxWithoutTypos;
		if (!isTyped && !mayBeWrong) return [{ form: term, weight: 1 }];
		for (const form of this.#termsOf(counted)) {
			if (isTyped && form.startsWith(term)) {
				const missing = form.length - term.length;
				if (missing > 0) forms.set(form, (prefixWeight * form.length) / (form.length + prefixLoss * missing));
			} else if (mayBeWrong && differsByOne(form, term))
				forms.set(form, (typoWeight * form.length) / (form.length + 1));
		}
		return [...forms].map(([form, weight]) => ({ form, weight }));
	}
}

/** How telling it is that a document has a term, by how many of all have it: as BM25 has it. */
export function inverseFrequency(having: number, all: number): number {
	return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

function countsOf(terms: readonly string[]): Counts {
	const counts = new Map<string, number>();
	for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/** Whether one letter of one word is another one in the other, is missing there, or is one too many. */
function differsByOne(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	if (a.length === b.length) return a.slice(start + 1) === b.slice(start + 1) && start < a.length;
	const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
	return shorter.slice(start) === longer.slice(start + 1);
}
