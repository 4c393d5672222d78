import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import { switchOffFixes } from '../../src/core/rules/switchOff.ts';
import { readDocument } from '../../src/core/story/document.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import type { Fix, Problem } from '../../src/core/text/problem.ts';
import { defaultContext } from './context.ts';
import { propertyRuns } from './propertyRuns.ts';
import { missingWords, wordsOf } from './wordsOfTexts.ts';
import { at } from './reading.ts';

const folder = join(import.meta.dirname, '../fixtures/forms/development');
const documents = readdirSync(folder)
	.filter((name) => name.endsWith('.md'))
	.map((name) => readFileSync(join(folder, name), 'utf8'));

/** What is done to a document; numbers choose places. */
type Damage = (text: string, first: number, second: number) => string;

const damages: readonly Damage[] = [
	// Cut off, at either end.
	(text, first) => text.slice(0, first % (text.length + 1)),
	(text, first) => text.slice(first % (text.length + 1)),
	// Lines and paragraphs in another order, twice, or gone.
	(text, first, second) => exchanged(text, '\n', first, second),
	(text, first, second) => exchanged(text, '\n\n', first, second),
	(text, first) => listed(text, '\n', (lines) => lines.toSpliced(first % lines.length, 1)),
	(text, first) =>
		listed(text, '\n', (lines) => lines.toSpliced(first % lines.length, 0, lines[first % lines.length] ?? '')),
	// A slip of the keyboard.
	(text, first) => text.slice(0, first % (text.length + 1)) + text.slice((first % (text.length + 1)) + 1),
	(text, first, second) => put(text, first, slips[second % slips.length] ?? ''),
	(text, first, second) =>
		listed(text, '\n', (lines) =>
			lines.with(
				first % lines.length,
				(slips[second % slips.length] ?? '') + (lines[first % lines.length] ?? ''),
			),
		),
	// Other line ends, all of them or one.
	(text) => text.replaceAll(/\r\n?|\n/gu, '\r\n'),
	(text) => text.replaceAll(/\r\n?|\n/gu, '\r'),
	(text, first) => put(text, first, '\r'),
];

const slips = [
	'```\n',
	'<!--',
	'-->',
	'---\n',
	'----',
	'\uFEFF',
	' ',
	'\t',
	'#',
	'>',
	'- ',
	'|',
	'**',
	'`',
	':',
	'\\',
	'[',
	'"',
	'{',
	'\u2028',
	'\0',
	'\uD83D',
];

function put(text: string, place: number, slip: string): string {
	const offset = place % (text.length + 1);
	return text.slice(0, offset) + slip + text.slice(offset);
}

function listed(text: string, separator: string, change: (parts: readonly string[]) => readonly string[]): string {
	return change(text.split(separator)).join(separator);
}

function exchanged(text: string, separator: string, first: number, second: number): string {
	return listed(text, separator, (parts) => {
		const [one, other] = [first % parts.length, second % parts.length];
		return parts.with(one, parts[other] ?? '').with(other, parts[one] ?? '');
	});
}

const place = fc.nat({ max: 10_000 });
const damaged = fc
	.tuple(
		fc.constantFrom(...documents),
		fc.array(fc.tuple(fc.constantFrom(...damages), place, place), { minLength: 1, maxLength: 4 }),
	)
	.map(([text, done]) => done.reduce((now, [damage, first, second]) => damage(now, first, second), text));

/** Front matter ends within so many UTF-16 code units in most of them. */
const headLength = 90;

const damagedHead = fc
	.tuple(
		fc.constantFrom(...documents.filter((text) => /competenc|^\s*-{3}/u.test(text.slice(0, headLength)))),
		fc.array(fc.tuple(fc.constantFrom(...damages), place, place), { minLength: 1, maxLength: 2 }),
	)
	.map(([text, done]) => {
		const damage = (now: string) => done.reduce((head, [each, first, second]) => each(head, first, second), now);
		return damage(text.slice(0, headLength)) + text.slice(headLength);
	});

/** Fixes that say what they take away. */
const replacing =
	/^(?:Change to|Make it|Remove the (?:second tag|line)|Keep one|Mend the front matter|Take the sections? out of|Write ---|Indent with spaces)/u;
const maxFixes = 12;

describe('a document that was damaged', function () {
	this.timeout(120_000);

	it('is read without a failure, and each fix does what it says and no more', () => {
		const rules = new Set<string>();
		fc.assert(
			fc.property(damaged, (text) => {
				const { problems, failures } = analyse(text, defaultContext);
				expect(failures).to.deep.equal([]);
				const said = problems.map(({ rule, span, message }) => `${rule} ${span.start} ${span.end} ${message}`);
				expect(said, JSON.stringify(text)).to.deep.equal([...new Set(said)]);
				// One place is at fault once by one rule, but for the sections that a story lacks.
				const places = problems.filter(({ rule }) => rule !== 'section-missing');
				expect(
					new Set(places.map(({ rule, span }) => `${rule} ${span.start} ${span.end}`)).size,
					JSON.stringify(text),
				).to.equal(places.length);
				const fixes = problems.flatMap((problem) => (problem.fixes ?? []).map((fix) => ({ problem, fix })));
				for (const { problem, fix } of fixes.slice(0, maxFixes)) {
					rules.add(problem.rule);
					expectSound(text, problem, fix);
				}
				const unmended = problems.find(({ fixes: offered = [] }) => offered.length === 0);
				if (unmended)
					for (const fix of switchOffFixes(text, defaultContext, unmended)) expectSound(text, unmended, fix);
			}),
			{ numRuns: propertyRuns(150) },
		);
		// So that the property looks at something, few runs or many.
		expect(rules.size).to.be.above(0);
	});

	it('at its beginning gets tags and fields where they are read, or a reason, and no second block of them', () => {
		let [edited, refused] = [0, 0];
		fc.assert(
			fc.property(damagedHead, fc.constantFrom(...changes), (text, change) => {
				const [story] = readDocument(text, defaultContext).stories;
				if (!story) return;
				const request = { story: { index: 0, title: story.title }, change };
				const { edits, refusals } = changeStories(text, 'a-story.md', defaultContext.lookups, [request]);
				if (refusals.length > 0) return void refused++;
				const after = applyEdits(text, edits);
				edited++;
				// A misspelt key is spelt right, and a status written over.
				expect(missingWords(wordsOf(text), wordsOf(after)).length, after).to.be.at.most(3);
				expect(tagKeysIn(after), after).to.be.at.most(Math.max(1, tagKeysIn(text)));
				const [changed] = readDocument(after, defaultContext).stories;
				if (change.kind === 'tag')
					expect(
						changed?.tags.map(({ competency }) => competency),
						after,
					).to.include(change.competency);
				else expect(changed?.details.status, after).to.equal('ready');
			}),
			{ numRuns: propertyRuns(500) },
		);
		expect(edited).to.be.above(0);
		expect(refused).to.be.above(0);
	});
});

const changes = [
	{ kind: 'tag', competency: 'technical-influence' },
	{ kind: 'set', field: 'status', value: 'ready' },
] as const;

/** How many keys of tags stand above the first heading, read as front matter or not. */
function tagKeysIn(text: string): number {
	const top = text.split(/^[#=]/mu)[0] ?? '';
	return top.match(/^[ \t]*competenc(?:y|ies)[ \t]*:/gmu)?.length ?? 0;
}

function expectSound(text: string, problem: Problem, { title, edits }: Fix): void {
	const about = `${problem.rule}, ${title}: ${JSON.stringify(text)}`;
	const places = edits.toSorted((a, b) => a.span.start - b.span.start);
	for (const [index, { span }] of places.entries()) {
		expect(span.start, about).to.be.at.least(places[index - 1]?.span.end ?? 0);
		expect(span.end, about).to.be.within(span.start, text.length);
	}
	const after = applyEdits(text, edits);
	expect(after, about).to.not.equal(text);
	const { problems, failures } = analyse(after, defaultContext);
	expect(failures, about).to.deep.equal([]);
	// What it mends is said of one place less.
	const same = (found: readonly Problem[]) =>
		found.filter(({ rule, message }) => rule === problem.rule && message === problem.message).length;
	expect(same(problems), about).to.be.below(same(analyse(text, defaultContext).problems));
	for (const parts of [wordsOf, marksIn]) {
		const lost = missingWords(parts(text), parts(after));
		const allowed = replacing.test(title)
			? parts([at(text, problem.span), ...edits.map(({ span }) => at(text, span))].join(' '))
			: [];
		expect(missingWords(lost, allowed), about).to.deep.equal([]);
	}
}

/** Everything that is seen, character by character. */
function marksIn(text: string): readonly string[] {
	return text.match(/[^\s\p{L}\p{N}]/gu) ?? [];
}
