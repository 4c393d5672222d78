import { expect } from 'chai';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { isWord, termsOf } from '../../src/core/questions/recall/terms.ts';
import { WordSearch } from '../../src/core/questions/recall/wordSearch.ts';
import { propertyRuns } from './propertyRuns.ts';

type Field = 'title' | 'spoken';

const boost = { title: 2, spoken: 1 };
/** By which words and groups of the thesaurus are told apart. */
const boostTerm = (term: string): number => (isWord(term) ? 1 : 3);

/** The library that the search has its formula from, set to search as it does. */
function reference(documents: readonly Readonly<Record<Field, string>>[], forgivesTypos: boolean) {
	const search = new MiniSearch<{ readonly id: number } & Readonly<Record<Field, string>>>({
		fields: ['title', 'spoken'],
		tokenize: (text) => [...termsOf(text)],
		processTerm: (term) => term,
		searchOptions: {
			tokenize: (text) => [...new Set(termsOf(text))],
			prefix: (term, index, terms) => index === terms.length - 1 && isWord(term) && term.length >= 3,
			fuzzy: (term) => (forgivesTypos && isWord(term) && term.length > 5 ? 1 : false),
			weights: { fuzzy: 0.3, prefix: 0.5 },
			boost,
			boostTerm,
		},
	});
	search.addAll(documents.map((document, id) => ({ id, ...document })));
	return search;
}

const words = fc
	.array(
		fc.oneof(
			fc.constantFrom('coached', 'coach', 'juniors', 'ledger', 'ledgers', 'budget', 'budgets', 'badger', 'pager'),
			fc.constantFrom('migration', 'migrations', 'migratoin', 'migrate', 'outage', 'out of your way', 'the', 'Ü'),
			fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 }),
		),
		{ maxLength: 12 },
	)
	.map((each) => each.join(' '));

describe('the search for words', () => {
	it('finds and weighs what MiniSearch does', () => {
		const libraries = fc.array(fc.record({ title: words, spoken: words }), { maxLength: 8 });
		let hits = 0;
		fc.assert(
			fc.property(libraries, words, fc.boolean(), (documents, question, forgivesTypos) => {
				const search = new WordSearch<number, Field>(['title', 'spoken']);
				for (const [id, document] of documents.entries()) search.set(id, document);
				const found = search.search(question, { boost, boostTerm, forgivesTypos });
				const expected = new Map(
					reference(documents, forgivesTypos)
						.search(question)
						.map((each) => [each.id as number, each]),
				);
				hits += found.length;
				expect(new Set(found.map(({ id }) => id))).to.deep.equal(new Set(expected.keys()));
				for (const { id, score, terms, fieldsWith } of found) {
					const other = expected.get(id);
					expect(score).to.be.closeTo(other?.score ?? Number.NaN, 1e-9 * score);
					expect(terms).to.deep.equal(other?.queryTerms);
					for (const term of terms) expect(fieldsWith(term)).to.deep.equal(other?.match[term] ?? []);
				}
				const scores = found.map(({ score }) => score);
				expect(scores).to.deep.equal(scores.toSorted((a, b) => b - a));
			}),
			{ numRuns: propertyRuns(5000) },
		);
		expect(hits).to.be.above(100);
	});

	it('forgets what was replaced or taken away', () => {
		const search = new WordSearch<string, Field>(['title', 'spoken']);
		search.set('a', { title: 'Badgers', spoken: '' });
		search.set('b', { title: 'Badgers', spoken: '' });
		search.set('a', { title: 'Ledgers', spoken: '' });
		search.delete('b');
		const found = (question: string) => search.search(question, { boost }).map(({ id }) => id);
		expect(found('badgers')).to.deep.equal([]);
		expect(found('ledgers')).to.deep.equal(['a']);
	});
});
