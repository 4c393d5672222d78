import { Ajv } from 'ajv';
import { expect } from 'chai';
import { redactReport } from '../../src/core/report/redact/redactReport.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { reportSchema } from '../../src/core/report/reportSchema.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { reportFile, reportWith } from './sampleReport.ts';

const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(reportSchema());

/** Fourteen ready stories, most of them from one project. */
const files = Array.from({ length: 14 }, (_, index) => {
	const fields = [
		`title: ${index === 13 ? 'The cache I got wrong' : `Story ${index}`}`,
		'competencies: [mentorship]',
		'status: ready',
		`strength: ${index < 2 ? 2 : 4}`,
		'date: 2022-03',
		'scope: teams',
		'company: Halyard',
		...(index < 9 ? ['project: Atlas'] : []),
	];
	return reportFile(
		`story-${String(index).padStart(2, '0')}.md`,
		`---\n${fields.join('\n')}\n---\n\n## Action\n\nI did.\n`,
	);
});
const whole = reportWith({ files, today: '2026-11-30' });

describe('the portfolio of a report', () => {
	it('tells what could retire, what is missing and where the stories come from', () => {
		expect(whole.portfolio).to.deep.include({
			stories: 14,
			ready: 14,
			missing: [
				{ kind: 'failure', maybe: [13] },
				{ kind: 'conflict', maybe: [] },
			],
			nothingSince: { date: '2022-03', undated: 0 },
			crowded: [{ name: 'Atlas', stories: 9, percent: 64 }],
		});
		expect(whole.portfolio?.retire).to.deep.equal(
			[0, 1].map((story) => ({
				story,
				reasons: [
					'strength 2',
					'one of 9 from Atlas',
					...(whole.stories[story]?.problems ? [`${whole.stories[story].problems} open problems`] : []),
					'of 2022',
					'Mentorship & Knowledge Sharing keeps 12 ready stories',
				],
			})),
		);
		expect(
			whole.portfolio?.shares.map(({ kind, parts }) => [kind, ...parts.map(({ name }) => name)]),
		).to.deep.equal([
			['company', 'Halyard'],
			['project', 'Atlas'],
			['year', '2022'],
			['scope', 'teams'],
		]);
		expect(validate(JSON.parse(writeReport('json', whole))), JSON.stringify(validate.errors)).to.equal(true);
	});

	it('is a part of what people read, and a column of the table', () => {
		const markdown = writeReport('markdown', whole);
		expect(markdown).to.include(
			'## Portfolio\n\n14 ready to tell; 8 to 12 are enough. These could retire:\n\n- Story 0: strength 2',
		);
		expect(markdown).to.include('and is not tagged so: The cache I got wrong');
		expect(markdown).to.include('- Nothing since 2022-03: what have you done in the last two years?');
		expect(markdown).to.include('- **Project:** Atlas 9 (64 %) · not said 5 (36 %)');
		const html = writeReport('html', whole);
		expect(html).to.include('<h2>Portfolio</h2>').and.include('<rect class="filled"');
		const [head, first, , third] = writeReport('csv', whole).split('\r\n');
		expect(head).to.include('Could retire');
		expect(first).to.include('strength 2; one of 9 from Atlas');
		expect(third).not.to.include('strength 4;');
	});

	it('names no company and no project where names are hidden', () => {
		const names = [
			{ name: 'Halyard', field: 'company' },
			{ name: 'Atlas', field: 'project' },
		] as const;
		const { report } = redactReport(whole, names);
		for (const { id } of reportFormats) expect(writeReport(id, report)).not.to.match(/halyard|atlas/iu);
		expect(writeReport('markdown', report)).to.match(/Company:\*\* \\?\[Company A\\?\] 14/u);
	});

	it('is left out where no story is current, and says nothing of the time where it is not known', () => {
		expect(reportWith({ files: [] })).not.to.have.property('portfolio');
		expect(reportWith({ files }).portfolio).not.to.have.property('nothingSince');
	});
});
