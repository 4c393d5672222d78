import { expect } from 'chai';
import fc from 'fast-check';
import type { EditResult } from '../../src/core/edit/editResult.ts';
import { insertionEdits, insertSection } from '../../src/core/edit/insertSection.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import { removeField, setField } from '../../src/core/edit/storyFields.ts';
import { addTag, removeTag, replaceTag } from '../../src/core/edit/storyTags.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import { frameworkTemplate } from '../../src/core/framework/file/template.ts';
import { sectionKinds } from '../../src/core/framework/sectionKind.ts';
import { complete, type Completion } from '../../src/core/library/languageFeatures/completion.ts';
import { completeFramework } from '../../src/core/library/languageFeatures/frameworkCompletion.ts';
import { linksInFramework, linksInStories } from '../../src/core/library/languageFeatures/links.ts';
import { frameworkFieldAt } from '../../src/core/library/languageFeatures/frameworkPlace.ts';
import { hoverAt, tagAt } from '../../src/core/library/languageFeatures/hover.ts';
import { coverageOf } from '../../src/core/library/coverage.ts';
import { problemsOfStory, storyAround } from '../../src/core/library/storyProblems.ts';
import { rules } from '../../src/core/rules/index.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/edit.ts';
import { type Span, touches } from '../../src/core/text/span.ts';
import { defaultContext } from './context.ts';
import { frameworkFixtures } from './frameworkFixtures.ts';
import { sampleFiles } from './generated.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, read } from './reading.ts';

const { competencies, questions } = defaultContext.lookups;
const coverage = coverageOf(staff.competencies, [], 'staff');
const context = { competencies, coverage, questions, rules, wordsPerMinute: 150, scope: 'story' } as const;

/** Checks that spans lie in a text. */
function expectInside(text: string, spans: Iterable<Span>, about: string): void {
	for (const { start, end } of spans) {
		if (!(0 <= start && start <= end && end <= text.length))
			expect.fail(`${about}: ${start}-${end} is not in ${JSON.stringify(text)}`);
	}
}

/** Checks what an editor demands of a completion: it replaces text around the caret, within its line. */
function expectCompletable(text: string, items: readonly Completion[], offset: number): void {
	const about = `completion at ${offset}`;
	expectInside(
		text,
		items.map(({ span }) => span),
		about,
	);
	for (const { span } of items) {
		const isAtCaret = touches(span, offset) && !/[\r\n]/u.test(text.slice(span.start, span.end));
		if (!isAtCaret) expect.fail(`${about} replaces ${span.start}-${span.end} of ${JSON.stringify(text)}`);
	}
}

/** Applies edits after checking that they lie in the text and leave each other alone. */
function applied(text: string, edits: readonly TextEdit[], about: string): string {
	expectInside(
		text,
		edits.map(({ span }) => span),
		about,
	);
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	for (const [index, { span }] of ordered.entries()) {
		const before = ordered[index - 1];
		if (before && span.start < before.span.end)
			expect.fail(`${about}: edits overlap at ${span.start} in ${JSON.stringify(text)}`);
	}
	return applyEdits(text, edits);
}

/** Asks everything that is asked where a caret or a pointer stands in a story file. */
function askAtOffsets(text: string, offsets: Iterable<number>): void {
	const { stories, problems } = analysed(text);
	for (const offset of offsets) {
		const items = complete(text, offset, context);
		expectCompletable(text, items, offset);
		const hover = hoverAt(text, stories, offset, context);
		if (hover) {
			expectInside(text, [hover.span], `hover at ${offset}`);
			expect(offset, `hover at ${offset}`).to.be.within(hover.span.start, hover.span.end);
			expect(hover.markdown).to.match(/\S/u);
		}
		const tag = tagAt(stories, offset)?.tag;
		if (tag) expectInside(text, [tag.span], `tag at ${offset}`);
		problemsOfStory({ stories, problems }, storyAround({ stories }, offset));
	}
}

/** Asks everything that is asked of a story file as a whole, and carries out every edit that it offers. */
function askOfWhole(text: string): void {
	const analysis = analysed(text);
	expect(analysis.failures, JSON.stringify(text)).to.deep.equal([]);
	expectInside(
		text,
		linksInStories(analysis, questions, rules).map(({ span }) => span),
		'link',
	);
	for (const { rule, span, fixes = [] } of analysis.problems) {
		expectInside(text, [span], rule);
		for (const { title, edits } of fixes)
			expect(analysed(applied(text, edits, `${rule}: ${title}`)).failures).to.deep.equal([]);
	}
	const document = read(text);
	if (document.kind === 'bank') splitBank(document);
	for (const story of document.stories.slice(0, 2)) {
		const place = { document, story, competencies };
		const results: readonly (readonly [string, EditResult])[] = [
			['add a tag', addTag(place, 'mentorship')],
			['remove a tag', removeTag(place, 0)],
			['replace a tag', replaceTag(place, 0, 'technical-influence')],
			['set strength', setField(place, 'strength', 4)],
			['set the title', setField(place, 'title', 'A: “b” #c')],
			['remove the date', removeField(place, 'date')],
		];
		for (const [title, { edits }] of results)
			if (edits) expect(read(applied(text, edits, title)).text).to.be.a('string');
		for (const kind of sectionKinds) {
			const inserted = insertSection(document, story, kind, ['Why?', 'How?'], defaultContext.lookups);
			if (inserted.refusal) continue;
			read(applied(text, insertionEdits(inserted), `insert ${kind}`));
		}
	}
}

/** Asks everything that is asked of a framework file, at offsets and as a whole. */
function askFramework(text: string, offsets: Iterable<number>): void {
	const loaded = loadFramework(text);
	expectInside(
		text,
		linksInFramework(loaded).map(({ span }) => span),
		'link',
	);
	for (const { rule, span, fixes = [] } of loaded.problems) {
		expectInside(text, [span], rule);
		for (const { title, edits } of fixes) loadFramework(applied(text, edits, `${rule}: ${title}`));
	}
	for (const offset of offsets) {
		const items = completeFramework(text, offset, staff.competencies);
		expectCompletable(text, items, offset);
		const field = frameworkFieldAt(text, offset);
		if (field) expectInside(text, [field.span], `field at ${offset}`);
	}
}

function everyOffset(text: string): readonly number[] {
	return Array.from({ length: text.length + 1 }, (_, offset) => offset);
}

/** What happens to files: cut off, lines in another order, characters lost, other line ends, a byte order mark. */
function damaged(text: string): fc.Arbitrary<string> {
	const lines = text.split(/(?<=\n)/u);
	return fc
		.record({
			cut: fc.oneof(fc.constant(text.length), fc.nat({ max: text.length })),
			order: fc.option(fc.shuffledSubarray(lines, { maxLength: Math.min(40, lines.length) })),
			lost: fc.array(fc.nat(), { maxLength: 6 }),
			end: fc.constantFrom('\n', '\r\n', '\r'),
			mark: fc.constantFrom('', '\uFEFF'),
		})
		.map(({ cut, order, lost, end, mark }) => {
			let result = order ? order.join('') : text.slice(0, cut);
			for (const at of lost) {
				const place = at % (result.length + 1);
				result = result.slice(0, place) + result.slice(place + 1);
			}
			return mark + result.replaceAll(/\r?\n/gu, end);
		});
}

/** Some offsets of a text, the same for the same text: its front matter, and others at a stride that meets every column. */
function someOffsets(text: string): readonly number[] {
	return everyOffset(text).filter((offset) => offset < 120 || offset % 13 === 0 || offset === text.length);
}

const frameworks = [
	{ name: 'the template', text: frameworkTemplate },
	...frameworkFixtures('good'),
	...frameworkFixtures('bad'),
];

describe('whatever is asked, wherever the caret stands', function () {
	for (const { file, text } of sampleFiles) {
		it(`is answered in ${file}`, () => {
			askAtOffsets(text, everyOffset(text));
			askOfWhole(text);
		});

		it(`is answered in ${file}, damaged`, () => {
			fc.assert(
				fc.property(damaged(text), (broken) => {
					askAtOffsets(broken, someOffsets(broken));
					askOfWhole(broken);
				}),
				{ numRuns: propertyRuns(6) },
			);
		});
	}

	for (const { name, text } of frameworks) {
		it(`is answered in the framework file ${name}, whole and damaged`, () => {
			askFramework(text, everyOffset(text));
			fc.assert(
				fc.property(damaged(text), (broken) => askFramework(broken, someOffsets(broken))),
				{ numRuns: propertyRuns(8) },
			);
		});
	}
});
