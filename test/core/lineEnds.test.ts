import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { changeStories, type StoryChange } from '../../src/core/edit/changeStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { LineMap } from '../../src/core/text/lines.ts';
import { hostileDocument, randomFrom } from './hostileDocuments.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed } from './reading.ts';

const folder = join(import.meta.dirname, '../fixtures/forms/development');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** How files end their lines; the last ones mix. */
const ends: Readonly<Record<string, (index: number) => string>> = {
	'carriage returns alone': () => '\r',
	'carriage returns and line feeds': () => '\r\n',
	'both in turn': (index) => (index % 2 === 0 ? '\n' : '\r\n'),
	'all three in turn': (index) => ['\n', '\r', '\r\n'][index % 3] ?? '\n',
};

const lookups = new Lookups([staff]);

const changes: readonly StoryChange[] = [
	{ kind: 'set', field: 'status', value: 'ready' },
	{ kind: 'set', field: 'scope', value: 'team' },
	{ kind: 'clear', field: 'strength' },
	{ kind: 'tag', competency: 'cross-team-alignment' },
	{ kind: 'untag', tag: 'mentorship' },
	{ kind: 'answer', question: 'tell-me', text: 'Tell me?' },
];

/** What is found in a text, by lines and columns, which are the same however lines end. */
function found(text: string): unknown {
	const lines = LineMap.of(text);
	const { kind, stories, problems, failures } = analysed(text);
	return {
		kind,
		failures,
		stories: stories.map(({ title, tags, details, sections, anchor }) => [
			title,
			tags.map((tag) => tag.text),
			details.status,
			lines.positionAt(anchor.start),
			sections.map((section) => [section.kind, section.words, lines.positionAt(section.name.start)]),
		]),
		problems: problems.map(({ rule, message, span }) => [
			rule,
			message.replaceAll(/\s+/gu, ' '),
			lines.positionAt(span.start),
			lines.positionAt(span.end),
		]),
	};
}

/** What fixes and changes make of a text, each by itself. */
function resultsOf(text: string): readonly string[] {
	const { problems, stories } = analysed(text);
	const fixed = problems.flatMap(({ rule, fixes = [] }) =>
		fixes.map(({ edits }) => `${rule}: ${applyEdits(text, edits)}`),
	);
	const changed = stories.flatMap(({ title }, index) =>
		changes.map((change) => {
			const { edits } = changeStories(text, 'a-story.md', lookups, [{ story: { index, title }, change }]);
			return `${change.kind}: ${applyEdits(text, edits)}`;
		}),
	);
	return [...fixed, ...changed];
}

describe('a file whose lines end otherwise', () => {
	const shownFiles = files.map((file) => {
		const shown = readFileSync(join(folder, file), 'utf8').replaceAll(/\r\n?/gu, '\n');
		return { file, shown, found: found(shown) };
	});

	for (const [what, endOf] of Object.entries(ends)) {
		it(`by ${what} is read like the same one in the editor, which makes them alike`, () => {
			for (const { file, shown, found: expected } of shownFiles) {
				let index = 0;
				const text = shown.replaceAll('\n', () => endOf(index++));
				expect(found(text), file).to.deep.equal(expected);
			}
		});
	}

	for (const end of ['\r', '\r\n']) {
		it(`by ${JSON.stringify(end)} gets the fixes and changes of the same one, whose new lines end so too`, () => {
			const made = Array.from({ length: propertyRuns(100) }, (_, seed) =>
				hostileDocument(randomFrom(seed)).replaceAll(/\r\n?/gu, '\n'),
			);
			for (const shown of [
				...made,
				...shownFiles
					.filter(({ file }, index) => file === 'question-and-answer-headings.md' || index % 12 === 3)
					.map((file) => file.shown),
			]) {
				const results = resultsOf(shown.replaceAll('\n', end));
				for (const [index, expected] of resultsOf(shown).entries())
					expect(results[index], JSON.stringify(shown)).to.equal(expected.replaceAll('\n', end));
			}
		});
	}

	it('by the separators of Unicode has one line there, as in the editor', () => {
		for (const separator of ['\u2028', '\u2029', '\u0085', '\v', '\f']) {
			const text = `---\ncompetencies: [mentorship] #${separator}\n---\n\n# T\n\n## Situation${separator}\n\na\n`;
			expect(LineMap.of(text).lineAt(text.length)).to.equal(9);
			expect(analysed(text).failures).to.deep.equal([]);
		}
	});
});
