import { expect } from 'chai';
import fc from 'fast-check';
import { ankiFormat } from '../../src/core/report/formats/anki.ts';
import { csvFormat } from '../../src/core/report/formats/csv.ts';
import { htmlFormat } from '../../src/core/report/formats/html.ts';
import type { Report, ReportStory } from '../../src/core/report/report.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { reportWith } from './sampleReport.ts';

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
	const body = text.replace(/^\uFEFF/u, '');
	while (pattern.lastIndex < body.length) {
		const from = pattern.lastIndex;
		const match = pattern.exec(body);
		if (!match) throw new Error(`No field of RFC 4180 at ${from}: ${body.slice(from, from + 40)}`);
		row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

/** The sample report with other words in its first story. */
function withStory(change: Partial<ReportStory>): Report {
	const report = reportWith();
	return {
		...report,
		stories: report.stories.map((story, index) => (index === 0 ? { ...story, ...change } : story)),
	};
}

const hostileText = fc.string({
	unit: fc.constantFrom(...'ab,;"\'=+-@|\t<>&`$(){}[]é🎯＝\u0000\u202e '),
	maxLength: 20,
});
import { visibleControls } from '../../src/core/text/escape.ts';

describe('the report as CSV', () => {
	it('has a row for each story, with what it is best for', () => {
		const [head = [], ...rows] = readCsv(csvFormat(reportWith()));
		expect(rows.length).to.equal(reportWith().stories.length);
		const cells = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])));
		expect(cells.find(({ Title }) => Title === 'Retiring the nightly reindex')).to.include({
			'Best for': 'Technical Initiative',
			Status: 'ready',
			Strength: '5',
			Spoken: '2 min 25 s',
			Company: 'Lensgate',
			Line: '19',
		});
	});

	it('has as many fields in every row as in the first, whatever the stories say, and no field that is a formula', () => {
		fc.assert(
			fc.property(hostileText, hostileText, (title, opening) => {
				const rows = readCsv(csvFormat(withStory({ title, opening })));
				expect(new Set(rows.map(({ length }) => length)).size).to.equal(1);
				const shown = visibleControls(title);
				expect([shown, `'${shown}`]).to.include(rows[1]?.[0]);
				for (const cell of rows.flat()) expect(cell).not.to.match(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
			}),
		);
	});

	for (const formula of ['=1+1', '+1', '-40% cost', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1']) {
		it(`takes ${JSON.stringify(formula)} for text`, () =>
			expect(readCsv(csvFormat(withStory({ title: formula })))[1]?.[0]).to.equal(`'${formula}`));
	}
});

describe('the report for Anki', () => {
	it('asks each question that has an answer, and answers with the story to tell', () => {
		const lines = ankiFormat(reportWith()).trimEnd().split('\n');
		expect(lines.slice(0, 2)).to.deep.equal(['#separator:tab', '#html:true']);
		const notes = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
		expect(notes.every(({ length }) => length === 3)).to.equal(true);
		expect(
			notes.find(([front]) => front === 'Tell me about a technical decision you shaped without owning it.')?.[1],
		).to.match(/^<b>Postgres, not Dynamo: the ledger decision<\/b> · 2 min 30 s<br>/u);
		expect(notes.map(([front]) => front).join()).not.to.contain(
			'Tell me about a migration that crossed team borders.',
		);
		expect(notes[0]?.[2]).to.equal('Technical-Initiative');
	});

	it('has three fields in each note, whatever the stories say', () => {
		fc.assert(
			fc.property(hostileText, hostileText, (title, opening) => {
				const report = withStory({ title, opening });
				const questions = [{ text: opening, competencies: [title], stories: [0] }];
				const [note = '', ...more] = ankiFormat({ ...report, questions })
					.split('\n')
					.filter((line) => !line.startsWith('#'));
				expect(more).to.deep.equal(['']);
				expect(note.split('\t').length).to.equal(3);
			}),
		);
	});
});

describe('the report as HTML', () => {
	it('runs nothing and loads nothing, whatever the stories say', () => {
		for (const link of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x']) {
			const html = htmlFormat(
				withStory({
					title: '"><script>alert(1)</script>',
					opening: '</style><img src=x onerror=alert(1)>',
					link,
				}),
			);
			expect(html).not.to.match(/<script|<img|href="(?!stories|later)/iu);
		}
	});

	it('keeps links to files', () => {
		expect(htmlFormat(withStory({ link: 'later/a%20b.md#L3' }))).to.contain('<a href="later/a%20b.md#L3">');
	});
});

describe('every format', () => {
	it('says what was hidden where somebody asked for it', () => {
		for (const { id } of reportFormats) {
			expect(writeReport(id, { ...reportWith(), redaction: { listed: 0, replaced: [] } }), id).to.match(
				/Nothing was hidden|"listed": 0/u,
			);
			expect(
				writeReport(id, {
					...reportWith(),
					redaction: { listed: 2, replaced: [{ placeholder: '[Company A]', count: 2 }] },
				}),
				id,
			).to.contain(id === 'markdown' ? '\\[Company A\\]' : '[Company A]');
		}
	});

	it('has an id, a name and an extension of its own', () => {
		for (const key of ['id', 'name', 'extension'] as const)
			expect(new Set(reportFormats.map((format) => format[key])).size).to.equal(reportFormats.length);
	});
});
