import { Ajv } from 'ajv';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { LibraryStory } from '../../src/core/library/storyIndex.ts';
import { storiesOf } from '../../src/core/library/storyIndex.ts';
import { readAsked } from '../../src/core/questions/interviews/askedReading.ts';
import { namesOfInterviews } from '../../src/core/questions/interviews/interviewNames.ts';
import { readInterviews } from '../../src/core/questions/interviews/readInterviews.ts';
import { isRecent, Tellings, untold } from '../../src/core/questions/interviews/tellings.ts';
import { toldStory } from '../../src/core/questions/interviews/toldStory.ts';
import { redactReport } from '../../src/core/report/redact/redactReport.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import type { ReadInterview } from '../../src/core/report/reportInterviews.ts';
import { reportSchema } from '../../src/core/report/reportSchema.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { reportFile, reportWith } from './sampleReport.ts';

const lookups = new Lookups([staff]);
const list = 'file:///one/stories/interviews.md';

function story(title: string, tags = 'mentorship'): string {
	return `---\ncompetencies: [${tags}]\nstatus: ready\nstrength: 4\n---\n\n# ${title}\n\n## Situation\n\nIt took 9 hours.\n`;
}

function entriesOf(root: string): readonly LibraryStory[] {
	const texts = {
		'reindex.md': story('Retiring the nightly reindex'),
		'guild%20of%20one.md': story('A guild of one'),
		'bank.md':
			'# Bank\n\n## The pager\n\n**Competencies:** mentorship\n\n**Task:** t\n\n## The ledger\n\n**Competencies:** mentorship\n\n**Task:** t\n',
		'old.md': story('The ledger'),
	};
	return Object.entries(texts).flatMap(([name, text]) => storiesOf(root + name, reportFile(name, text).analysis));
}

const interviews = `## 2026-11-02, Acme, round 1 with Priya

- Asked: Tell me about a time you grew someone. — mentorship
  - Told: Retiring the nightly reindex
  - Landed: well
- Asked: How many windows are there in Lisbon?
- Asked: Which plant did you water?
- Asked: Tell me about two teams that disagreed. — Cross-Team Alignment
  - Told: [A guild](guild%20of%20one.md)
  - Landed: flat
- Asked: What salary do you expect?

## 2026-11-09, Acme Inc., round 2

- Told: reindex.md
- Told: the nightly reindex
- Told: Reindex
`;

describe('what interviews say of stories', () => {
	it('names a story by its title, its file, a link, or words that only one title has', () => {
		for (const root of ['file:///one/stories/', 'stories/']) {
			const stories = entriesOf(root);
			const titleOf = (text: string, link?: string) => {
				const entry = toldStory({ text, ...(link !== undefined && { link }) }, `${root}interviews.md`, stories);
				return entry && `${entry.story.title} ${entry.index}`;
			};
			expect(titleOf('retiring the NIGHTLY reindex')).to.equal('Retiring the nightly reindex 0');
			expect(titleOf('the reindex')).to.equal('Retiring the nightly reindex 0');
			expect(titleOf('stories/guild of one.md')).to.equal('A guild of one 0');
			expect(titleOf('x', '/stories/guild%20of%20one.md')).to.equal('A guild of one 0');
			expect(titleOf('x', './guild%20of%20one.md')).to.equal('A guild of one 0');
			expect(titleOf('x', 'guild of one')).to.equal('A guild of one 0');
			expect(titleOf('The ledger', 'bank.md')).to.equal('The ledger 1');
			expect(titleOf('x', 'bank.md#the-pager')).to.equal('The pager 0');
			// Two stories go by that name, and neither is meant for sure.
			expect(titleOf('The ledger')).to.equal(undefined);
			for (const text of ['', 'the', 'one', 'Something else', 'a guild of two'])
				expect(titleOf(text), text).to.equal(undefined);
			expect(titleOf('x', 'https://example.org/reindex.md')).to.equal(undefined);
		}
	});

	it('warns of what a company has heard, in which round, and of what it has heard too often', () => {
		const stories = entriesOf('file:///one/stories/');
		const read = readInterviews(interviews, lookups).map((each, index) => ({
			...each,
			file: list,
			index,
			line: 0,
		}));
		const tellings = new Tellings(read, stories);
		const warning = (title: string, ...companies: readonly string[]) =>
			tellings.warning(stories.find((each) => each.story.title === title) as LibraryStory, companies);
		expect(warning('A guild of one', 'ACME')).to.equal('told to Acme in round 1');
		expect(warning('A guild of one', 'Globex')).to.equal(undefined);
		expect(warning('A guild of one')).to.equal(undefined);
		expect(warning('Retiring the nightly reindex', 'acme', 'Acme, Inc.')).to.equal(
			'told to Acme 4 times: tell them another',
		);
		expect(tellings.recentCompanies(new Date(2026, 11, 20).getTime())).to.deep.equal(['Acme Inc.']);
		expect(tellings.recentCompanies(new Date(2027, 5, 20).getTime())).to.deep.equal([]);
	});

	it('names the rounds of a story that was told three times, and says from the fourth on that it is enough', () => {
		const stories = entriesOf('file:///one/stories/');
		const heard = (times: number) => {
			const told = '- Told: A guild of one\n'.repeat(times);
			const [read] = readInterviews(`## 2026-11-02, Acme, round 1\n\n${told}`, lookups);
			if (!read) throw new Error('No interview is read');
			const tellings = new Tellings([{ ...read, file: list }], stories);
			return tellings.warning(stories.find((each) => each.story.title === 'A guild of one') as LibraryStory, [
				'Acme',
			]);
		};
		expect(heard(3)).to.equal('told to Acme in round 1');
		expect(heard(4)).to.equal('told to Acme 4 times: tell them another');
	});

	it('asks which story is meant where what was told names none, or two', () => {
		const [read] = readInterviews(
			'## 2026-11-02, Acme\n\n- Told: A guild of one\n- Told: The ledger\n- Told: The zither\n- Told: The zither\n- Why?\n',
			lookups,
		);
		expect(read && untold({ ...read, file: list }, entriesOf('file:///one/stories/'))).to.deep.equal([
			'The ledger',
			'The zither',
		]);
	});

	it('takes an interview for recent for 60 days, and while it is ahead', () => {
		const now = new Date(2026, 10, 30, 15).getTime();
		const days = ['2026-10-01', '2026-09-30', '2027-03', '2026-10', '2026-09', '2026', '2025'];
		expect(days.filter((day) => isRecent(day, now))).to.deep.equal(['2026-10-01', '2027-03', '2026-10', '2026']);
	});

	const read = readInterviews(interviews, lookups).map((each): ReadInterview => ({
		...each,
		file: 'stories/interviews.md',
		// What words come to is the trained models' to say, and theirs to change.
		readings: each.asked.map(({ question, competency }) => ({
			competencies: competency === undefined ? [] : [competency],
			isKnown: !question.includes('plant'),
			isForNoStory: question.includes('salary'),
		})),
	}));
	const report = reportWith({
		files: [
			reportFile('stories/reindex.md', story('Retiring the nightly reindex')),
			reportFile('stories/guild of one.md', story('A guild of one')),
		],
		interviews: read,
	});

	it('stands in the report: which stories land, which one company hears too often, what was not foreseen', () => {
		expect(report.interviews).to.deep.equal({
			held: 2,
			asked: 8,
			landing: [
				{ story: 1, told: 4, well: 1, ok: 0, badly: 0 },
				{ story: 0, told: 1, well: 0, ok: 0, badly: 1 },
			],
			often: [{ story: 1, company: 'Acme', times: 4 }],
			unforeseen: [
				{
					text: 'Which plant did you water?',
					competencies: [],
					company: 'Acme',
					date: '2026-11-02',
					why: 'no question like it',
				},
				{
					text: 'Tell me about two teams that disagreed.',
					competencies: ['Cross-Team Alignment'],
					company: 'Acme',
					date: '2026-11-02',
					why: 'no strong story is ready',
				},
			],
		});
		const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(reportSchema());
		expect(validate(JSON.parse(writeReport('json', report))), JSON.stringify(validate.errors)).to.equal(true);
		expect(writeReport('markdown', report)).to.contain(`## Interviews

2 interviews, 8 questions.

### How stories land

| Story | Told | Well | Ok | Badly |
| --- | ---: | ---: | ---: | ---: |
| Retiring the nightly reindex | 4 | 1 | 0 | 0 |
| A guild of one | 1 | 0 | 0 | 1 |

### Told too often

- Retiring the nightly reindex: told to Acme 4 times: tell them another

### Asked and not foreseen

- Which plant did you water? *no question like it · Acme · 2026-11-02*
- Tell me about two teams that disagreed. *Cross-Team Alignment: no strong story is ready · Acme · 2026-11-02*
`);
		expect(writeReport('html', report)).to.contain('<h2>Interviews</h2>').and.contain('told to Acme 4 times');
	});

	it('foresees a question for which one strong story is ready, also where more are wanted', () => {
		const wanting = staff.competencies.find(({ target }) => target.min > 1);
		const id = wanting?.id ?? '';
		const unforeseenWith = (...texts: readonly string[]) =>
			reportWith({
				files: texts.map((text, index) => reportFile(`stories/${index}.md`, text)),
				interviews: read.map((each) => ({
					...each,
					readings: each.readings.map(() => ({ competencies: [id], isKnown: true, isForNoStory: false })),
				})),
			}).interviews?.unforeseen.length;
		const draft = story('Two', id).replace('status: ready', 'status: draft');
		expect(unforeseenWith(story('One', id), draft)).to.equal(0);
		expect(unforeseenWith(story('One', id).replace('strength: 4', 'strength: 2'), draft)).to.equal(5);
	});

	it('reads questions by the competency that is named, and knows those of the frameworks', () => {
		const [known] = lookups.questions.values();
		const readings = readAsked(
			[
				{ question: known?.question.text ?? '' },
				{ question: 'Zzz?', competency: 'mentorship' },
				{ question: 'What salary do you expect?' },
				{ question: '' },
			],
			{ lookups },
		);
		expect(readings[0]?.isKnown).to.equal(true);
		expect(readings[0]?.competencies).to.include(known?.competencies[0]?.id);
		expect(readings[1]).to.deep.include({ competencies: ['mentorship'], isKnown: false });
		expect(readings[2]?.isForNoStory).to.equal(true);
		expect(readings).to.have.length(4);
	});

	it('is no part of a report without interviews', () => {
		expect(reportWith({ interviews: [] }).interviews).to.equal(undefined);
		for (const { id } of reportFormats)
			expect(writeReport(id, reportWith({ interviews: [] })), id).to.equal(writeReport(id, reportWith()));
	});

	it('is redacted as the rest is: companies, and those who asked', () => {
		const names = namesOfInterviews(read);
		expect(names).to.deep.include({ name: 'Acme', field: 'company' });
		expect(names).to.deep.include({ name: 'Priya', field: 'confidential' });
		const { report: hidden } = redactReport(report, names);
		for (const { id } of reportFormats) expect(writeReport(id, hidden), id).not.to.match(/acme|priya/iu);
		expect(writeReport('markdown', hidden)).to.match(/told to \\\[Company A\\\] 4 times/u);
	});

	for (const [heading, ...expected] of [
		['2026-12-01, Acme, hiring manager (Jane Smith)', 'Acme', 'Jane Smith'],
		['2026-12-01 — Acme — round 1 — Jane Smith', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, call with Jane Smith (CTO)', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, round 2, call with Jane Smith (CTO)', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, recruiter screen - Jane Smith', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, round 2 (Jane Smith, Bob Lee)', 'Acme', 'Jane Smith', 'Bob Lee'],
		['2026-12-01, Acme, round 2 [Jane van der Berg and Priya]', 'Acme', 'Jane van der Berg', 'Priya'],
		['2026-12-01, Acme, hiring manager Jane Smith', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, round 2 with 王伟', 'Acme', '王伟'],
		['2026-12-01, Acme, onsite (VP Engineering Jane O’Neil-Smith)', 'Acme', 'Jane O’Neil-Smith'],
		['2026-12-01, Acme (Jane Smith), round 2', 'Acme (Jane Smith)', 'Acme', 'Jane Smith'],
		['2026-12-01, Acme, round 2 (System Design, Zoom)', 'Acme'],
		['2026-12-01, Acme, Final Round - Hiring Manager (CTO)', 'Acme'],
		['2026-12-01, Acme, Onsite, Behavioral, 3 of 5', 'Acme'],
	])
		it(`hides the names of the heading ${heading}`, () => {
			const names = namesOfInterviews(readInterviews(`## ${heading}\n\n- Asked: Why?\n`, lookups));
			expect(names.map(({ name }) => name)).to.deep.equal(expected);
		});
});
