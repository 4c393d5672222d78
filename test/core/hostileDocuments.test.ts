import { expect } from 'chai';
import { changeStories, type StoryChange } from '../../src/core/edit/changeStories.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import { readFrontMatter } from '../../src/core/story/frontMatter.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { hostileDocument, randomFrom } from './hostileDocuments.ts';
import { propertyRuns } from './propertyRuns.ts';
import { missingWords, wordsOf } from './wordsOfTexts.ts';
import { analysed, at, read } from './reading.ts';

const lookups = new Lookups([staff]);

const changes: readonly StoryChange[] = [
	{ kind: 'set', field: 'status', value: 'ready' },
	{ kind: 'clear', field: 'status' },
	{ kind: 'set', field: 'strength', value: 5 },
	{ kind: 'clear', field: 'strength' },
	{ kind: 'tag', competency: 'cross-team-alignment' },
	{ kind: 'untag', tag: 'mentorship' },
	{ kind: 'retag', from: 'mentorship', to: 'technical-influence' },
	{ kind: 'answer', question: 'tell-me', text: 'Tell me?' },
	{ kind: 'unanswer', question: 'tell-me', text: 'Tell me?' },
];

/** What nobody may change who changes a field: what the author tells. */
function toldIn({ stories }: FullAnalysis): readonly string[] {
	return stories.map(({ title, sections }) =>
		JSON.stringify([title, sections.map(({ kind, spoken }) => `${kind}: ${spoken}`)]),
	);
}

function syntaxErrors({ problems }: FullAnalysis): number {
	return problems.filter(({ rule }) => rule === 'front-matter-syntax').length;
}

/** Applies edits, none of which may overlap another or leave the document. */
function changed(text: string, edits: readonly TextEdit[], about: string): string {
	let last = 0;
	for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
		expect(span.start, about).to.be.at.least(last);
		expect(span.end, about).to.be.at.least(span.start);
		expect(span.end, about).to.be.at.most(text.length);
		last = span.end;
	}
	return applyEdits(text, edits);
}

function expectChange(text: string, before: FullAnalysis, index: number, change: StoryChange): void {
	const story = before.stories[index];
	if (!story) return;
	const about = () => `${JSON.stringify(change)} of story ${index} in ${JSON.stringify(text)}`;
	const { edits, refusals } = changeStories(text, 'a-story.md', lookups, [
		{ story: { index, title: story.title }, change },
	]);
	const mended = changed(text, edits, about());
	if (refusals.length > 0) expect(mended, about()).to.equal(text);
	if (mended === text) return;
	const after = analysed(mended);
	expect(after.failures, about()).to.deep.equal([]);
	// Without its last tag it may be no document of stories; with its first, stories that have only begun count too.
	const [few, all] = [after, before].map((one) => (one.kind === 'bank' || one.kind === 'story' ? toldIn(one) : []));
	if (few?.length && all?.length) expect(few, about()).to.deep.equal(all);
	else if (all?.length === 0) expect(toldIn(after), about()).to.include.members([...toldIn(before)]);
	if (all?.length) expect(syntaxErrors(after), about()).to.be.at.most(syntaxErrors(before));
	const now = after.stories.length === before.stories.length ? after.stories[index] : undefined;
	if (now && change.kind === 'set') expect(now?.details[change.field], about()).to.equal(change.value);
	if (now && change.kind === 'tag')
		expect(
			now?.tags.map(({ competency }) => competency),
			about(),
		).to.include(change.competency);
}

/** The fixes that take words of an author away, as their titles say: of a field that front matter has twice. */
const takesAway = /^Keep one `/u;

/** After these there can be other stories, and none of those before: front matter that can be read again may say so. */
const readsAnew: ReadonlySet<string> = new Set(['candidate', 'front-matter-syntax']);

/** The words that stories tell, and those of the names of their sections. */
function wordsIn(text: string, { stories }: FullAnalysis): { readonly told: string[]; readonly names: string[] } {
	const sections = stories.flatMap((story) => [...story.sections, ...story.sides]);
	return {
		told: sections.flatMap(({ spoken }) => wordsOf(spoken)),
		names: sections.flatMap(({ name }) => wordsOf(at(text, name))),
	};
}

function expectFixes(text: string, before: FullAnalysis): void {
	const { told } = wordsIn(text, before);
	for (const { rule, span, fixes = [] } of before.problems) {
		// What is pointed at may be changed, such as a misspelt name, whose letters can have marks between them.
		const atFault = at(text, span);
		const mayGo = new Set([...wordsOf(atFault), wordsOf(atFault).join('')]);
		const kept = (words: readonly string[]) => words.filter((word) => !mayGo.has(word));
		for (const { title, edits } of fixes) {
			const about = `${rule}: ${title} in ${JSON.stringify(text)}`;
			const mended = changed(text, edits, about);
			const after = analysed(mended);
			expect(after.failures, about).to.deep.equal([]);
			expect(mended, about).not.to.equal(text);
			const lost = kept(missingWords(wordsOf(text), wordsOf(mended)));
			if (!takesAway.test(title)) expect(lost, about).to.deep.equal([]);
			else for (const edit of edits) expect(edit.span.end, about).to.be.at.most(frontMatterEnd(text));
			if (readsAnew.has(rule)) continue;
			expect(after.stories.length, about).to.be.at.least(Math.min(1, before.stories.length));
			const now = wordsIn(mended, after);
			expect(kept(missingWords(told, [...now.told, ...now.names])), about).to.deep.equal([]);
		}
	}
}

function frontMatterEnd(text: string): number {
	return readFrontMatter(text)?.span.end ?? 0;
}

describe('a hostile document', () => {
	it('is analysed without an exception, and the same whatever was remembered of the one before', () => {
		const memory = new DocumentMemory();
		for (let seed = 1; seed <= propertyRuns(1000, 100_000); seed++) {
			const text = hostileDocument(randomFrom(seed));
			const about = () => `seed ${seed}: ${JSON.stringify(text)}`;
			const analysis = analysed(text);
			if (analysis.failures.length > 0) expect(analysis.failures, about()).to.deep.equal([]);
			const remembered = analyse(text, defaultContext, memory);
			if (JSON.stringify(remembered) !== JSON.stringify(analysis))
				expect(remembered, about()).to.deep.equal(analysis);
		}
	});

	it('keeps what it tells whatever is changed in it, or refuses', () => {
		for (let seed = 1; seed <= propertyRuns(200, 50_000 / changes.length); seed++) {
			const text = hostileDocument(randomFrom(seed));
			const before = analysed(text);
			for (const index of before.stories.keys())
				for (const change of changes) expectChange(text, before, index, change);
		}
	});

	it('has fixes that can be applied, each by itself, and take no word from its author', () => {
		for (let seed = 1; seed <= propertyRuns(250, 5000); seed++) {
			const text = hostileDocument(randomFrom(seed));
			expectFixes(text, analysed(text));
		}
	});

	it('is split into files that hold each of its words, or is not split', () => {
		for (let seed = 1; seed <= propertyRuns(250, 5000); seed++) {
			const text = hostileDocument(randomFrom(seed));
			const split = splitBank(read(text));
			if ('refusal' in split) continue;
			const stories = split.parts.filter((part) => part.form === 'story');
			const files = [...stories.map((part) => part.text), split.remainder];
			// Front matter has keys in the place of labels.
			const labels = stories.flatMap(({ source, moved }) =>
				moved.flatMap((span) => wordsOf(at(source, span)).slice(0, 1)),
			);
			const about = `seed ${seed}: ${JSON.stringify(text)}`;
			// Tags that stand there for no story go.
			const body = text.slice(frontMatterEnd(text));
			expect(missingWords(wordsOf(body), [...files.flatMap(wordsOf), ...labels]), about).to.deep.equal([]);
		}
	});
});
