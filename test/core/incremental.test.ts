import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { AnalysisContext } from '../../src/core/rules/analysis.ts';
import { DocumentMemory } from '../../src/core/rules/documentMemory.ts';
import { readDocument } from '../../src/core/story/document.ts';
import { defaultContext } from './context.ts';
import { sampleFiles, storyDocument } from './generated.ts';
import { lineSoup } from './markdownLines.ts';
import { propertyRuns } from './propertyRuns.ts';

/** What turns the meaning of the text around it. */
const marks = [
	'# ',
	'## Task\n',
	'\n## Action\n\n',
	'\n# Another story\n',
	'   # x\n',
	'    # x\n',
	'#',
	'\n===\n',
	'\n---\n',
	'---\n',
	'+++\n',
	'***\n',
	'```\n',
	'\n~~~\n',
	'`',
	'<!--',
	'-->',
	'<div>\n',
	'</div>\n\n',
	'<pre>',
	'<?',
	'<![CDATA[',
	'\n\n',
	'\n',
	'\r\n',
	'\r',
	'\t',
	'  ',
	'- ',
	'\n- ',
	'1. ',
	'> ',
	'\n> # ',
	'*',
	'**',
	'_',
	'**Situation:** ',
	'**Competencies:** mentorship\n',
	'| a | b |\n| - | - |\n',
	'[x]',
	'[x]: y\n',
	'[team name]',
	'![',
	'](',
	'<metric>',
	'\\',
	'&amp;',
	'\u0000',
	'\uFEFF',
	'😀',
	'TODO',
	'We decided. ',
	'42 %',
	'The plan was made. ',
	'<!-- star-stories-disable -->',
	'<!-- star-stories-disable-next-line placeholder -->\n',
	'competencies: [mentorship]\n',
	'date: 2011\n',
	'title: Another\n',
	'team: Ledger\n',
	'metrics: [3 to 4]\n',
	'## Follow-ups\n\nWhy? ',
	'the Ledger team ',
	'40 % faster ',
];

interface Change {
	/** Both as shares of the text's length, so that they fit any text. */
	readonly at: number;
	readonly removed: number;
	readonly inserted: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.record({
	at: fc.oneof(share, fc.constant(0), fc.constant(0.1)),
	removed: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 2, arbitrary: share.map((part) => part ** 4) },
	),
	inserted: fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...marks) },
		fc.string({ maxLength: 4 }),
		fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((parts) => parts.join('')),
	),
});

function changed(text: string, { at, removed, inserted }: Change): string {
	const start = Math.floor(at * text.length);
	return text.slice(0, start) + inserted + text.slice(start + Math.floor(removed * 40));
}

/** Every rule, so that those that are off by default are held against what is remembered too. */
const everyRule: AnalysisContext = { ...defaultContext, severities: { 'probe-open': 'hint' } };

function expectSameAfter(text: string, changes: readonly Change[], context = everyRule): void {
	const memory = new DocumentMemory();
	let now = text;
	expect(analyse(now, context, memory)).to.deep.equal(analyse(now, context));
	for (const each of changes) {
		now = changed(now, each);
		const incremental = analyse(now, context, memory);
		expect(incremental, JSON.stringify(now)).to.deep.equal(analyse(now, context));
		// Typing the same again, as undo does, comes from memory alone.
		expect(analyse(now, context, memory)).to.deep.equal(incremental);
	}
}

describe('an analysis that remembers the one before', () => {
	const stories = sampleFiles.filter(({ text }) => analyse(text, defaultContext).kind !== 'other');

	it('comes to the same after any edits of a story', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...stories),
				fc.array(change, { minLength: 1, maxLength: 6 }),
				({ text }, changes) => expectSameAfter(text, changes),
			),
			{ numRuns: propertyRuns(25) },
		);
	});

	it('comes to the same after any edits of a document that is made up', () => {
		fc.assert(
			fc.property(
				fc.oneof({ weight: 3, arbitrary: storyDocument }, { weight: 1, arbitrary: lineSoup }),
				fc.array(change, { minLength: 1, maxLength: 6 }),
				(text, changes) => expectSameAfter(text, changes),
			),
			{ numRuns: propertyRuns(200) },
		);
	});

	it('comes to the same in a bank, where stories move and are doubled', () => {
		const bank = stories.find(({ text }) => analyse(text, defaultContext).kind === 'bank')?.text ?? '';
		const entry = bank.slice(bank.indexOf('\n## '), bank.indexOf('\n## ', bank.indexOf('\n## ') + 1));
		const step = fc.oneof(
			change,
			fc.record({ at: share, removed: fc.constant(0), inserted: fc.constant(`\n${entry}\n`) }),
		);
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (changes) => expectSameAfter(bank, changes)),
			{ numRuns: propertyRuns(25) },
		);
	});

	it('comes to the same where stories of a bank lack sections, each with a fix that was tried before', () => {
		const bank = ['One', 'Two', 'Three']
			.map((title) => `## ${title}\n\n**Competencies:** mentorship\n\n**Situation:** a\n\n**Action:** I c\n\n`)
			.join('');
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => expectSameAfter(bank, changes)),
			{ numRuns: propertyRuns(60) },
		);
	});

	it('comes to the same where stories stand in blocks of code', () => {
		const told = (days: number) =>
			`\`\`\`\nS: It rang thirteen.\nT: I had the key.\nA: I took out the pin.\nR: Twelve for ${days} days.\n\`\`\`\n`;
		const tags = '**Competencies:** mentorship\n\n';
		const quoted = `> ${told(1).trimEnd().replaceAll('\n', '\n> ')}`;
		const bank = `# Mine\n\n## One\n\n${tags}${told(90)}\n## Two\n\n${tags}${quoted}\n\n${told(2)}`;
		expect(analyse(bank, defaultContext).stories).to.have.length(3);
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => expectSameAfter(bank, changes)),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('reads what a document would be after an edit as it reads any other', () => {
		const texts = fc.oneof({ weight: 3, arbitrary: storyDocument }, { weight: 1, arbitrary: lineSoup });
		fc.assert(
			fc.property(texts, fc.array(change, { minLength: 1, maxLength: 6 }), (text, changes) => {
				const context = { fileName: '', lookups: defaultContext.lookups };
				const document = readDocument(text, context);
				for (const each of changes) {
					const after = changed(text, each);
					const [again, anew] = [document.reread(after), readDocument(after, context)];
					for (const part of ['kind', 'markers', 'stories'] as const)
						expect(again[part], JSON.stringify(after)).to.deep.equal(anew[part]);
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('minds front matter with headings in it, and code that holds some', () => {
		const text =
			'---\n# a comment\ncompetencies: [mentorship]\n---\n\n# T\n\n## Situation\n\n```sh\n# one\n# two\n# three\n```\n\n<!--\n# four\n-->\n\n## Task\n\nMine.\n';
		expectSameAfter(text, [
			{ at: 0.99, removed: 0, inserted: 'More. ' },
			{ at: 0.02, removed: 0, inserted: '\n# x' },
		]);
	});

	it('forgets what it knows once the frameworks or the pace are others', () => {
		const { text } = stories[0] ?? { text: '' };
		const memory = new DocumentMemory();
		for (const context of [
			defaultContext,
			{ ...defaultContext, wordsPerMinute: 60 },
			{ ...defaultContext, lookups: new Lookups([{ ...staff, competencies: [] }]) },
		]) {
			expect(analyse(text, context, memory)).to.deep.equal(analyse(text, context));
		}
	});
});
