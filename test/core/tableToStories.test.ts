import { expect } from 'chai';
import fc from 'fast-check';
import { tableToStories } from '../../src/core/edit/tableToStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, read, tagged } from './reading.ts';

const context = { fileName: 'a-story.md', lookups: new Lookups([staff]) };

/** The document with the table at an offset written as stories; the reason where it is not. */
function converted(text: string, offset = text.indexOf('|')): string {
	const result = tableToStories(read(text), context, offset);
	return 'refusal' in result ? result.refusal.message : applyEdits(text, [result.edit]);
}

describe('a table that is converted to stories', () => {
	it('becomes a story a row, with titles, lines and sections', () => {
		const text =
			'# Bank\n\n| Title | Competencies | Year | Situation | Task | Action | Result |\n|-|-|-|-|-|-|-|\n' +
			'| The lift | Mentorship | 2021 | It stopped | I was to mend it | I listened<br>and I mended | 8 s less |\n' +
			'| The keys | Technical Influence | | Three lists \\| two | I was asked | I removed two | |\n\nEnd.\n';
		expect(converted(text)).to.equal(
			'# Bank\n\n## The lift\n\n**Competencies:** Mentorship\n\n**Year:** 2021\n\n### Situation\n\nIt stopped\n\n' +
				'### Task\n\nI was to mend it\n\n### Action\n\nI listened\n\nand I mended\n\n### Result\n\n8 s less\n\n' +
				'## The keys\n\n**Competencies:** Technical Influence\n\n### Situation\n\nThree lists | two\n\n' +
				'### Task\n\nI was asked\n\n### Action\n\nI removed two\n\n### Result\n\n---\n\nEnd.\n',
		);
	});

	it('becomes two stories that stood side by side, letters spelled out', () => {
		const text =
			'| | One | Two |\n|-|-|-|\n| S | I came | I went |\n| T | my a | my b |\n| A | I did | I cut |\n| R | 3 | 4 |\n';
		expect(converted(text)).to.equal(
			'## One\n\n### Situation\n\nI came\n\n### Task\n\nmy a\n\n### Action\n\nI did\n\n### Result\n\n3\n\n' +
				'## Two\n\n### Situation\n\nI went\n\n### Task\n\nmy b\n\n### Action\n\nI cut\n\n### Result\n\n4\n',
		);
	});

	it('becomes the sections of the story whose heading stands above', () => {
		const text = `${tagged}# T\n\nWords.\n\n| Situation | I came |\n|-|-|\n| Task | a |\n| Action | b |\n`;
		expect(converted(text)).to.equal(
			`${tagged}# T\n\nWords.\n\n## Situation\n\nI came\n\n## Task\n\na\n\n## Action\n\nb\n`,
		);
	});

	it('keeps the tags of the heading above a table of several', () => {
		const text =
			'# Bank\n\n**Competencies:** Mentorship\n\n| Title | Situation | Task | Action |\n|-|-|-|-|\n| A | x | y | z |\n| B | x | y | z |\n';
		expect(read(converted(text)).stories.map(({ title, tags }) => [title, tags[0]?.text])).to.deep.equal([
			['A', 'Mentorship'],
			['B', 'Mentorship'],
		]);
	});

	it('keeps what would begin a heading or a rule', () => {
		const text = `${tagged}# T\n\n| Situation | # 1 of 3<br>--- |\n|-|-|\n| Task | > a |\n| Action | 1. b |\n`;
		const spoken = (of: string) =>
			analysed(of).stories[0]?.sections.map((section) => section.spoken.replaceAll('\n', ' '));
		expect(converted(text)).not.to.include('|');
		expect(spoken(converted(text))).to.deep.equal(spoken(text));
	});

	for (const eol of ['\n', '\r\n']) {
		it(`keeps line ends ${JSON.stringify(eol)} and what stands around it`, () => {
			const text = `# T\n\nBefore\n\n| S | I came |\n|-|-|\n| T | my a |\n| A | I did |\n## After\n`.replaceAll(
				'\n',
				eol,
			);
			const after = converted(text);
			expect(after.replaceAll(eol, '')).not.to.match(/[\r\n]/u);
			expect(after.startsWith(`# T${eol}${eol}Before${eol}${eol}## Situation${eol}`)).to.equal(true);
			expect(after.endsWith(`I did${eol}${eol}## After${eol}`)).to.equal(true);
		});
	}

	it('is the one at the caret', () => {
		const one = '| S | I came |\n|-|-|\n| T | my a |\n| A | I did |\n\n';
		const text = `# Bank\n\n## A\n\n${one}## B\n\n${one}`;
		expect(converted(text, 0)).to.equal('Put the caret into the table that is to be converted.');
		expect(
			read(converted(text, text.lastIndexOf('| S |'))).stories.map(({ sections }) => sections[0]?.form),
		).to.deep.equal(['cell', 'heading']);
	});

	it('is said where there is none', () => {
		expect(converted('# T\n\n| a | b |\n|-|-|\n| c | d |\n')).to.match(/^No table here has stories/u);
	});
});

const words = fc.constantFrom(
	'I led it',
	'my 3 %',
	'a \\| b',
	'`x`',
	'**b**',
	'one<br>two',
	'- a<br>- b',
	'1. a',
	'# h',
	'&amp;',
	'',
	'--',
	'[^1]',
	'<!-- c -->',
	'> q',
	'=== ',
	'[a](b)',
	'é',
	'\\*',
);
const table = fc
	.record({
		rows: fc.array(fc.array(words, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
		lead: fc.constantFrom<readonly string[]>(['Title'], ['#', 'Title'], ['Title', 'Tags'], ['Title', 'Notes']),
		named: fc.constantFrom(['Situation', 'Task', 'Action', 'Result'], ['S', 'T', 'A', 'R']),
		isTurned: fc.boolean(),
		around: fc.constantFrom<readonly [string, string]>(
			['', ''],
			['# T\n\n', '\n'],
			[`${tagged}# T\n\n`, '\n\nAfter\n'],
			['# T\n\n## One\n\n**Situation:** I\n\n**Task:** my\n\n**Action:** x\n\n## More\n\n', '\n\n## Two\n'],
		),
		eol: fc.constantFrom('\n', '\r\n'),
	})
	.map(({ rows, lead, named, isTurned, around, eol }) => {
		const across = [
			[...lead, ...named],
			...rows.map((cells, index) =>
				[...lead.map((_, at) => `Story ${index} ${at}`), ...cells].slice(0, lead.length + 4),
			),
		];
		const cells = isTurned
			? [...lead, ...named].map((_, column) => across.map((row) => row[column] ?? ''))
			: across;
		const [header = [], ...others] = cells;
		const lines = [header, header.map(() => '-'), ...others].map((row) => `| ${row.join(' | ')} |`);
		return `${around[0]}${lines.join('\n')}${around[1]}`.replaceAll('\n', eol);
	});

describe('tables of any make that are converted', () => {
	it('tell the same, or stay as they are', () => {
		let seen = 0;
		fc.assert(
			fc.property(table, (text) => {
				const document = read(text);
				const result = tableToStories(document, context, text.indexOf('|'));
				if ('refusal' in result) return;
				seen++;
				const after = applyEdits(text, [result.edit]);
				const told = (of: string) =>
					analysed(of)
						.stories.flatMap(({ sections }) => sections)
						.filter(({ empty }) => !empty)
						.map(({ kind, spoken }) => `${kind} ${spoken.replace(/[^\p{L}\p{N}%]+/gu, '')}`)
						.toSorted();
				expect(told(after)).to.deep.equal(told(text));
				expect(after.slice(0, result.edit.span.start)).to.equal(text.slice(0, result.edit.span.start));
				expect(after.endsWith(text.slice(result.edit.span.end))).to.equal(true);
			}),
			{ numRuns: propertyRuns(1000) },
		);
		expect(seen).to.be.above(propertyRuns(150));
	});
});
