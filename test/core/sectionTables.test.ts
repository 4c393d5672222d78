import { expect } from 'chai';
import fc from 'fast-check';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import { insertionEdits, insertSection } from '../../src/core/edit/insertSection.ts';
import { splitBank } from '../../src/core/edit/splitBank.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { mightContainStoryBy } from '../../src/core/story/mightContainStory.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at, kindsIn, problemsIn, read, tagged, unfinished } from './reading.ts';

const lookups = new Lookups([staff]);

/** Each story as its title, and its sections as kind and body. */
function storiesIn(text: string): readonly unknown[] {
	return read(text).stories.map(({ title, sections }) => [
		title,
		...sections.map(({ kind, body }) => `${kind}: ${at(text, body)}`),
	]);
}

const rowASection = `# Seat maps

| | |
|---|---|
| **Situation** | Our map took 9 s, and I heard of it |
| **Task** | I was to make it fast |
| **Action** | I drew one canvas |
| **Result** | 0.7 s |
`;

const rowAStory = `| Title | Competencies | Status | Situation | Task | Action | Result |
|---|---|---|---|---|---|---|
| The lift | Mentorship | ready | It stopped | I was to mend it | I listened to the bus | 8 s less |
| The keys | Technical Influence | | Three lists | I was asked for a fourth | I removed two | €900 a night |
`;

const sideBySide = `# Which one first?

| | Ghost bookings | Printer farm |
|---|---|---|
| S | Members were booked | We had nine printers |
| T | I wanted zero | I offered to replace the list |
| A | I compared two calendars | I put a chip on each |
| R | None since May | Use up by 40% |
`;

describe('tables as sections', () => {
	it('tells a story with a row a section, with exact ranges', () => {
		const text = tagged + rowASection;
		expect(storiesIn(text)).to.deep.equal([
			[
				'Seat maps',
				'situation: Our map took 9 s, and I heard of it',
				'task: I was to make it fast',
				'action: I drew one canvas',
				'result: 0.7 s',
			],
		]);
		const [section] = read(text).stories[0]?.sections ?? [];
		expect(section && [at(text, section.name), at(text, section.span)]).to.deep.equal([
			'**Situation**',
			'**Situation** | Our map took 9 s, and I heard of it',
		]);
	});

	it('takes the header row for a section where it names one', () => {
		const text = `${tagged}# T\n\n| Situation | It broke |\n|--|--|\n| Task | I was to mend it |\n| Action | I did |\n`;
		expect(kindsIn(text)).to.deep.equal(['situation task action']);
	});

	it('tells a story a row, titled and tagged by its own cells', () => {
		expect(storiesIn(rowAStory)).to.deep.equal([
			[
				'The lift',
				'situation: It stopped',
				'task: I was to mend it',
				'action: I listened to the bus',
				'result: 8 s less',
			],
			[
				'The keys',
				'situation: Three lists',
				'task: I was asked for a fourth',
				'action: I removed two',
				'result: €900 a night',
			],
		]);
		const { kind, stories } = read(rowAStory);
		expect(kind).to.equal('bank');
		expect(stories.map(({ tags, details }) => [tags[0]?.competency, details.status])).to.deep.equal([
			['mentorship', 'ready'],
			['technical-influence', 'draft'],
		]);
	});

	it('tells two stories side by side', () => {
		expect(storiesIn(sideBySide).map((story) => (story as string[]).slice(0, 2))).to.deep.equal([
			['Ghost bookings', 'situation: Members were booked'],
			['Printer farm', 'situation: We had nine printers'],
		]);
		expect(read(sideBySide).kind).to.equal('candidate');
	});

	it('takes a column of prompts for no story', () => {
		const text = `${tagged}# T\n\n| Part | Prompt | Answer |\n|-|-|-|\n| Situation | When? | In May |\n| Task | What? | I led it |\n| Action | How? | I cut it |\n`;
		expect(storiesIn(text)).to.deep.equal([['T', 'situation: In May', 'task: I led it', 'action: I cut it']]);
	});

	it('tells a table and stories under headings of one file, each with its own text', () => {
		const text = `# Bank\n\n## One\n\n**Competencies:** Mentorship\n\n**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n## More\n\n${rowAStory}`;
		expect(read(text).stories.map(({ title }) => title)).to.deep.equal(['One', 'The lift', 'The keys']);
		const [one, lift] = read(text).stories;
		expect(one?.span.end).to.be.at.most(lift?.span.start ?? 0);
	});

	it('gives each story of a table the tags of the heading above', () => {
		const untagged = rowAStory.replace('| Competencies |', '| Year |');
		const { stories } = read(`# Bank\n\n**Competencies:** Mentorship\n\n${untagged}`);
		expect(stories.map(({ tags }) => tags[0]?.competency)).to.deep.equal(['mentorship', 'mentorship']);
	});

	for (const [what, text] of [
		[
			'within a section',
			`# T\n\n## Action\n\n| Situation | Task | Action | Result |\n|-|-|-|-|\n| a | b | c | d |\n`,
		],
		['of other names', '# T\n\n| Problem | Approach | Outcome |\n|-|-|-|\n| a | b | c |\n'],
		['out of order', '# T\n\n| Result | Task | Situation |\n|-|-|-|\n| a | b | c |\n'],
		['of two sections', '# T\n\n| Situation | Action |\n|-|-|\n| a | b |\n'],
		['in code', '# T\n\n```\n| Situation | Task | Action |\n|-|-|-|\n| a | b | c |\n```\n'],
		['without a row of dashes', '# T\n\n| Situation | Task | Action |\n| a | b | c |\n'],
	] as const) {
		it(`reads no story in a table ${what}`, () => {
			expect(
				read(tagged + text)
					.stories.flatMap(({ sections }) => sections)
					.filter(({ form }) => form === 'cell'),
			).to.deep.equal([]);
		});
	}

	it('takes a table of test cases for no candidate', () => {
		const text =
			'| # | Situation | Task | Action | Result |\n|-|-|-|-|-|\n| 1 | logged out | log in | press Enter | start page |\n| 2 | offline | send | press "Send" | message |\n';
		expect(read(text).kind).to.equal('other');
	});

	it('says what is said without pipes, marks and entities', () => {
		const text = `${tagged}# T\n\n| Situation | R&amp;D had \\| and *two*<br>lists |\n|-|-|\n| Task | a |\n| Action | b |\n`;
		const [story] = analysed(text).stories;
		expect(story?.sections[0]?.spoken).to.equal('R&D had | and two lists');
	});

	it('points at the cell of the story that a finding is about', () => {
		const text = rowAStory.replace('| I removed two |', '| |');
		expect(problemsIn(text, unfinished)).to.deep.equal(['section-empty " "']);
		expect(analysed(text, unfinished).problems[0]?.story).to.equal(1);
	});
});

describe('edits of tables', () => {
	const prompts = ['What was yours?', 'Why you?'];
	const added: readonly (readonly [what: string, table: string, after: string])[] = [
		[
			'between two',
			'| | |\n|---|---|\n| **Situation** | a |\n| **Action** | b |\n| **Result** | c |\n',
			'| | |\n|---|---|\n| **Situation** | a |\n| **Task** | What was yours?<br>Why you? |\n| **Action** | b |\n| **Result** | c |\n',
		],
		[
			'below the header row, without pipes around it',
			'Situation | a\n---|---\nAction | b\nResult | c\n',
			'Situation | a\n---|---\nTask | What was yours?<br>Why you?\nAction | b\nResult | c\n',
		],
		[
			'in a quotation, beside other columns, which stay empty',
			'> | # | Part | Told |\n> |---|---|---|\n> | 1 | Situation | a |\n> | 2 | Action | b |\n> | 3 | Result | c |\n',
			'> | # | Part | Told |\n> |---|---|---|\n> | 1 | Situation | a |\n> |  | Task | What was yours?<br>Why you? |\n> | 2 | Action | b |\n> | 3 | Result | c |\n',
		],
	];
	for (const [what, table, after] of added) {
		for (const eol of ['\n', '\r\n']) {
			it(`insert a section as a row ${what}, with ${JSON.stringify(eol)}`, () => {
				const text = (`${tagged}# T\n\n` + table).replaceAll('\n', eol);
				const document = read(text);
				const [story] = document.stories;
				const inserted = story && insertSection(document, story, 'task', prompts, lookups);
				if (!inserted || inserted.refusal) throw new Error('refused');
				expect(applyEdits(text, insertionEdits(inserted))).to.equal(
					(`${tagged}# T\n\n` + after).replaceAll('\n', eol),
				);
			});
		}
	}

	it('insert the last section at the end of a text without a line end', () => {
		const text = `${tagged}# T\n\n| | |\n|---|---|\n| Situation | a |\n| Task | b |\n| Action | c |`;
		const document = read(text);
		const [story] = document.stories;
		const inserted = story && insertSection(document, story, 'result', ['So?'], lookups);
		if (!inserted || inserted.refusal) throw new Error('refused');
		expect(applyEdits(text, insertionEdits(inserted))).to.equal(`${text}\n| Result | So? |`);
	});

	it('offer no insertion into a table with a column a section, a story a column, or no row above', () => {
		const columns = '| Situation | Action | Result |\n|---|---|---|\n| a | b | c |\n';
		const stories =
			'| | One | Two |\n|---|---|---|\n| Situation | a | d |\n| Action | b | e |\n| Result | c | f |\n';
		const header = 'Task | a\n---|---\nAction | b\nResult | c\n';
		for (const [table, kind] of [
			[columns, 'task'],
			[stories, 'task'],
			[header, 'situation'],
		] as const) {
			const document = read(`${tagged}# T\n\n${table}`);
			const [story] = document.stories;
			expect(story?.sections).to.have.length(3);
			const refused = story && insertSection(document, story, kind, ['x'], lookups);
			expect(refused?.refusal?.reason).to.equal('shape');
		}
	});
	it('set, change and clear what has a cell', () => {
		const changed = (
			change: Parameters<typeof changeStories>[3][number]['change'],
			title: string,
			index: number,
		) => {
			const { edits, refusals } = changeStories(rowAStory, 'a.md', lookups, [
				{ story: { index, title }, change },
			]);
			expect(refusals).to.deep.equal([]);
			return applyEdits(rowAStory, edits);
		};
		expect(changed({ kind: 'set', field: 'status', value: 'retired' }, 'The lift', 0)).to.equal(
			rowAStory.replace('| ready |', '| retired |'),
		);
		expect(
			read(changed({ kind: 'set', field: 'status', value: 'ready' }, 'The keys', 1)).stories[1]?.details.status,
		).to.equal('ready');
		expect(changed({ kind: 'clear', field: 'status' }, 'The lift', 0)).to.equal(
			rowAStory.replace('| ready |', '|  |'),
		);
		expect(changed({ kind: 'tag', competency: 'technical-initiative' }, 'The lift', 0)).to.include(
			'| Mentorship; Technical Initiative |',
		);
	});

	it('refuse what has no cell, with the reason', () => {
		const { edits, refusals } = changeStories(rowAStory, 'a.md', lookups, [
			{ story: { index: 0, title: 'The lift' }, change: { kind: 'set', field: 'strength', value: 4 } },
		]);
		expect(edits).to.deep.equal([]);
		expect(refusals.map(({ message }) => message)).to.deep.equal([
			'This story stands in a table: give the table a “Strength” column or row first.',
		]);
	});

	it('refuse to split a table', () => {
		const split = splitBank(read(rowAStory));
		expect('refusal' in split && split.refusal.message).to.equal(
			'“The lift” stands in a table: convert the table to stories first.',
		);
	});

	it('put whole rows in order', () => {
		const rows = ['| Task | I led |', '| Action | I cut |', '| Result | 3 s |', '| Situation | It broke |'];
		const write = (order: readonly (string | undefined)[]) => `${tagged}# T\n\n| | |\n|-|-|\n${order.join('\n')}\n`;
		const text = write(rows);
		const fix = analysed(text).problems.find(({ rule }) => rule === 'section-order')?.fixes?.[0];
		expect(fix && applyEdits(text, fix.edits)).to.equal(write([rows[3], ...rows.slice(0, 3)]));
	});

	it('put no columns in order', () => {
		const text = `${tagged}# T\n\n| Task | Situation | Action | Result |\n|-|-|-|-|\n| I led | It broke | I cut | 3 s |\n`;
		const problem = analysed(text).problems.find(({ rule }) => rule === 'section-order');
		expect(problem?.fixes).to.deep.equal([]);
	});
});

const cell = fc.constantFrom('I did it', 'my', '', 'a \\| b', '`x`', '**b**', 'x<br>y', '&amp;', 'ü', '| x');
const names = fc.constantFrom(
	['Situation', 'Task', 'Action', 'Result'],
	['S', 'T', 'A', 'R'],
	['**S**', '**T**', '**A**', '**R**'],
	['Context', 'Task', 'Action', 'Outcome'],
	['*Situation*', 'Task:', '`Action`', 'Result (20%)'],
	['Situation & Task', 'Action', 'Result'],
	['状況', '課題', '行動', '結果'],
	['S — Situation', 'T — Task', 'A — Action'],
	['<b>Situation</b>', '[Task](x)', 'Act&#105;on', 'R'],
);

const table = fc
	.record({
		named: names,
		cells: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
		isTurned: fc.boolean(),
		outer: fc.boolean(),
		prefix: fc.constantFrom('', '> ', '   ', '- '),
		eol: fc.constantFrom('\n', '\r\n', '\r'),
		lead: fc.constantFrom([], [''], ['Title'], ['#'], ['Competencies']),
		above: fc.constantFrom('', '# T\n\n', '# T\n\nText.\n\n', 'Text\n', tagged, '<div>\n\n', '<!-- x -->\n'),
	})
	.map(({ named, cells, isTurned, outer, prefix, eol, lead, above }) => {
		const across = [
			[...lead, ...named],
			...cells.map((row) => [...lead.map(() => 'x'), ...row.slice(0, named.length)]),
		];
		const rows = isTurned ? named.map((_, column) => across.map((row) => row[column] ?? '')) : across;
		const [header = [], ...others] = rows;
		const lines = [header, header.map(() => '---'), ...others].map((row) =>
			outer ? `| ${row.join(' | ')} |` : row.join(' | '),
		);
		return above.replaceAll('\n', eol) + lines.map((line) => prefix + line).join(eol);
	});

describe('tables of any make', () => {
	it('are never turned away by the cheap look', () => {
		const mightContainStory = lookups.derive(mightContainStoryBy);
		let seen = 0;
		fc.assert(
			fc.property(table, (text) => {
				if (read(text).kind === 'other') return;
				seen++;
				expect(mightContainStory(text), JSON.stringify(text)).to.equal(true);
			}),
			{ numRuns: propertyRuns(2000) },
		);
		expect(seen).to.be.above(propertyRuns(200));
	});

	it('give sections that lie in the document and do not overlap, and fixes that keep each cell', () => {
		fc.assert(
			fc.property(table, (text) => {
				const { stories } = read(text);
				const bodies = stories.flatMap(({ sections }) => sections.map(({ body }) => body));
				const sorted = bodies.toSorted((a, b) => a.start - b.start || a.end - b.end);
				for (const [index, body] of sorted.entries()) {
					expect(body.end).to.be.at.most(sorted[index + 1]?.start ?? text.length);
				}
				const { problems } = analysed(text);
				for (const { fixes = [] } of problems) {
					for (const { edits } of fixes) {
						const after = applyEdits(text, edits);
						for (const { body } of stories.flatMap(({ sections }) => sections)) {
							expect(after).to.include(at(text, body).trim());
						}
					}
				}
			}),
			{ numRuns: propertyRuns(500) },
		);
	});
});

describe('tables of thousands of cells', () => {
	it('are read as text, in little time', () => {
		const row = '| I came '.repeat(50);
		const text = `${tagged}# T\n\n## Task\n\nI led.\n\n${row}|\n${'|-'.repeat(50)}|\n${`${row}|\n`.repeat(100)}`;
		expect(kindsIn(text)).to.deep.equal(['task']);
		expect(read(text).tree.root.children.map(({ type }) => type)).not.to.include('table');
	});
});
