import { Ajv } from 'ajv';
import { expect } from 'chai';
import fc from 'fast-check';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { createLookup, knownQuestions, Lookups } from '../../src/core/framework/lookups.ts';
import { loadFramework } from '../../src/core/framework/file/loadFramework.ts';
import type { Framework } from '../../src/core/framework/model.ts';
import { compareFor } from '../../src/core/library/ranking.ts';
import type { LibraryStory } from '../../src/core/library/storyIndex.ts';
import { readEarlierReport } from '../../src/core/report/changes.ts';
import { markdownFormat } from '../../src/core/report/formats/markdown.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { StoryContents } from '../../src/core/report/reportStory.ts';
import { reportQuestions } from '../../src/core/report/reportQuestions.ts';
import { reportSchema } from '../../src/core/report/reportSchema.ts';
import { questionsInNeed } from '../../src/core/report/wording.ts';
import { parseMarkdown, walk } from '../../src/core/story/markdown.ts';
import { bankStory } from './bankStories.ts';
import { storyDocument } from './generated.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed } from './reading.ts';
import { reportFile, reportWith, sampleReportFiles } from './sampleReport.ts';

const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(reportSchema());

function accepts(text: string): boolean {
	return validate(JSON.parse(text));
}

/** A story with these tags and whatever else is given. */
function story(title: string, tags: string, more = '', told = 'It took 9 hours.'): string {
	return `---\ncompetencies: [${tags}]\n${more}\n---\n\n# ${title}\n\n## Situation\n\n${told}\n\n## Task\n\nI was to help.\n\n## Action\n\nI did it.\n\n## Result\n\nIt takes 2 hours.\n`;
}

describe('the report', () => {
	it('of an empty bank says what is missing and how to begin', () => {
		const text = markdownFormat(reportWith({ files: [] }));
		expect(text)
			.to.contain('No stories yet.')
			.and.contain('| Mentorship & Knowledge Sharing | 0 | 2–3 | 0 | gap |');
		expect(text).to.contain('### Cross-Team Alignment: gap').and.contain('- Which goal needed more than one team?');
		expect(text).to.contain('### No story answers').and.not.contain('## Cards');
	});

	it('maps each competency to its best stories with the opening, the headline, the time and why they lead', () => {
		const { competencies, stories } = reportWith();
		const best = competencies.map(({ name, best: [first] }) => [
			name,
			stories[first?.story ?? -1]?.title,
			first?.why,
		]);
		expect(best).to.deep.equal([
			['Technical Initiative', 'Retiring the nightly reindex', ['primary', 'ready', 'scope teams', 'strength 5']],
			[
				'Technical Influence',
				'Postgres, not Dynamo: the ledger decision',
				['primary', 'ready', 'scope org', 'strength 5'],
			],
			[
				'Mentorship & Knowledge Sharing',
				'Amara and the theatre scheduler',
				['primary', 'ready', 'scope teams', 'strength 4'],
			],
			['Cross-Team Alignment', undefined, undefined],
		]);
		expect(markdownFormat(reportWith())).to.contain(
			'1. Retiring the nightly reindex: primary · ready · scope teams · strength 5 · 2 min 25 s\\\n   “Lensgate sells used cameras, and every camera exists exactly once.”\\\n   **26 hours of staleness down to 40 seconds**',
		);
	});

	it('says what to do about each gap, and what is planned', () => {
		const opportunities = new Map([
			['cross-team-alignment', [{ text: 'Lead the address format truce', when: '2026-12' }]],
		]);
		const text = markdownFormat(reportWith({ opportunities }));
		expect(text).to.contain(
			'### Mentorship & Knowledge Sharing: weak\n\n1 draft: ready it to count.\n\nTo recall one, ask yourself:',
		);
		expect(text).to.contain('Planned:\n\n- Lead the address format truce · 2026-12');
		expect(text).not.to.contain('### Technical Initiative: ');
	});

	it('says so when nothing is missing', () => {
		const files = staff.competencies.flatMap(({ id, target }) =>
			Array.from({ length: target.min + 1 }, (_, index) =>
				reportFile(`${id}-${index}.md`, story(`${id} ${index}`, id, 'status: ready\nstrength: 4')),
			),
		);
		const text = markdownFormat(reportWith({ files }));
		expect(text)
			.to.contain('None: every competency is covered.')
			.and.not.contain('Not counted')
			.and.not.contain('## Questions');
	});

	it('counts a question as answered by tags and by name, in words too, and never by a retired story', () => {
		const own = loadFramework(
			'competencies:\n  - {id: tact, name: Tact, questions: [{id: q-one, text: When did you bite your tongue?}, {id: q-two, text: Whom did you spare?}]}\n',
		).framework as Framework;
		const lookups = new Lookups([own, staff]);
		const answersOf = (...files: readonly string[]) => {
			const read = files.map((text, index) => reportFile(`${index}.md`, text, { lookups }));
			return questionsInNeed(reportWith({ files: read, lookups, lens: own.id })).map(
				({ id, stories }) => `${id} ${stories.length}`,
			);
		};
		expect(answersOf(story('A', 'mentorship'))).to.deep.equal(['q-one 0', 'q-two 0']);
		expect(answersOf(story('A', 'mentorship', 'questions: [q-one, "whom did you  spare"]'))).to.deep.equal([
			'q-one 1',
			'q-two 1',
		]);
		expect(answersOf(story('A', 'tact'), story('B', 'tact', 'status: retired'))).to.deep.equal([
			'q-one 1',
			'q-two 1',
		]);
		expect(answersOf(story('A', 'tact'), story('B', 'mentorship', 'questions: [q-one]'))).to.deep.equal([
			'q-two 1',
		]);
	});

	it('names the stories that answer a question in their order, whatever they are tagged with and name', () => {
		const tags = staff.competencies.map(({ id }) => id);
		const asked = staff.competencies
			.flatMap(({ questions }) => questions.slice(0, 2))
			.flatMap(({ id, text }) => [id, text]);
		const sketch = fc.record({
			tags: fc.array(fc.constantFrom(...tags), { maxLength: 3 }),
			status: fc.constantFrom('draft', 'ready', 'retired'),
			strength: fc.integer({ min: 1, max: 5 }),
			questions: fc.array(fc.constantFrom(...asked, 'What is mine?'), { maxLength: 3 }),
		});
		fc.assert(
			fc.property(fc.array(sketch, { maxLength: 8 }), (sketches) => {
				const stories = sketches.map((each, index) => bankStory({ ...each, index }));
				const known = [...knownQuestions([staff]).values()];
				for (const { id, text, competencies, stories: answers } of reportQuestions(
					createLookup([staff]),
					new Lookups([staff]),
					stories,
				)) {
					const probed = known.find(({ question }) => question.id === id)?.competencies ?? [];
					const names = ({ story: { details } }: LibraryStory) =>
						(details.questions ?? []).some(({ value }) => value === id || value === text);
					const proves = ({ story: { tags: own } }: LibraryStory) =>
						own.some(({ competency }) => probed.some((each) => each.id === competency));
					const expected = stories
						.filter((entry) => entry.story.details.status !== 'retired' && (names(entry) || proves(entry)))
						.toSorted(
							(a, b) =>
								Number(names(b)) - Number(names(a)) || compareFor(probed[0]?.id ?? '', 'staff')(a, b),
						);
					expect(answers, text).to.deep.equal(expected.map(({ index }) => index));
					expect(competencies.length > 0 || id === undefined).to.equal(true);
				}
			}),
		);
	});

	it('lists open problems by rule, the graver rules first, each with its place', () => {
		const { problems, summary } = reportWith();
		expect(problems.map(({ rule, found }) => `${rule} ${found.length}`).slice(0, 5)).to.deep.equal([
			'front-matter-value 3',
			'competency-unknown 2',
			'front-matter-syntax 2',
			'placeholder 5',
			'section-missing 3',
		]);
		expect(problems.reduce((sum, { found }) => sum + found.length, 0)).to.equal(summary.problems);
		const [placeholder] = problems[3]?.found ?? [];
		expect(placeholder).to.deep.include({ path: 'stories/bank.md', line: 64 });
	});

	it('tells of one folder, and through one framework', () => {
		const later = reportWith({ scope: 'later' });
		expect(later.stories.map(({ path }) => path).filter((path) => !path.startsWith('later/'))).to.deep.equal([]);
		expect(later.stories.length).to.be.greaterThan(2);
		expect(reportWith({ scope: 'lat' }).stories).to.deep.equal([]);
		const other = loadFramework('id: mine\nname: Mine\ncompetencies: [{id: tact, name: Tact}]\n')
			.framework as Framework;
		const seen = reportWith({ lookups: new Lookups([staff, other]), lens: 'mine', scope: 'later' });
		expect(seen.competencies.map(({ name }) => name)).to.deep.equal(['Tact']);
		expect(markdownFormat(seen)).to.match(/^# STAR Stories: Mine: later\n/u);
	});

	it('keeps stories of the same title apart', () => {
		const files = ['a.md', 'b.md'].map((path) =>
			reportFile(path, story('Twins', 'mentorship', `strength: ${path === 'a.md' ? 2 : 4}`)),
		);
		const { stories, competencies } = reportWith({ files });
		expect(stories.map(({ path, title, strength }) => `${path} ${title} ${strength}`)).to.deep.equal([
			'a.md Twins 2',
			'b.md Twins 4',
		]);
		expect(competencies.find(({ id }) => id === 'mentorship')?.best.map(({ story: index }) => index)).to.deep.equal(
			[1, 0],
		);
	});

	it('is the same for the same bank, in whatever order it was read, and differs by one line of date', () => {
		for (const { id } of reportFormats) {
			const text = writeReport(id, reportWith());
			expect(writeReport(id, reportWith({ files: sampleReportFiles.toReversed() })), id).to.equal(text);
			const lines = new Set(text.split('\n'));
			const dated = writeReport(id, reportWith({ date: '2026-11-25' }))
				.split('\n')
				.filter((line) => line !== '' && !lines.has(line));
			expect(dated.length, id).to.be.lessThanOrEqual(1);
		}
	});

	it('keeps what is said of a story until the story, the frameworks or the speed are others', () => {
		const { competencies } = new Lookups([staff]);
		const [first] = analysed(story('New', 'mentorship')).stories;
		if (!first) throw new Error('No story.');
		const contents = new StoryContents();
		expect(contents.get(first, { competencies })).to.equal(undefined);
		const made = contents.make(first, first, { competencies });
		expect(contents.get(first, { competencies })).to.equal(made);
		expect(contents.get({ ...first }, { competencies })).to.equal(undefined);
		expect(contents.get(first, { competencies: new Lookups([staff]).competencies })).to.equal(undefined);
		expect(contents.get(first, { competencies, wordsPerMinute: 100 })).to.equal(undefined);
	});

	it('is timed at the speed of the author', () => {
		expect(reportWith({ wordsPerMinute: 100 }).stories[0]?.spoken).not.to.equal(reportWith().stories[0]?.spoken);
	});

	it('has only links that were given to it', () => {
		const targets = (text: string) =>
			[...walk(parseMarkdown(text).root)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
		expect(targets(markdownFormat(reportWith()))).to.deep.equal([]);
		const linked = new Set(targets(markdownFormat(reportWith({ linkTo: (path, line) => `/${path}#L${line}` }))));
		expect(linked).to.include('/stories/bank.md#L36').and.include('/stories/bank.md#L64');
	});
});

describe('what has changed since an earlier report', () => {
	const files = [
		reportFile('a.md', story('Alpha', 'mentorship', 'status: draft')),
		reportFile('b.md', story('Beta', 'mentorship', 'strength: 3')),
		reportFile('c.md', story('Gone', 'alignment')),
		reportFile('x.md', story('Twins', 'mentorship')),
		reportFile('y.md', story('Twins', 'mentorship')),
	];
	const before = writeReport('json', reportWith({ files, date: '2026-10-01' }));
	const changesNow = (now: typeof files) => reportWith({ files: now, earlier: readEarlierReport(before) }).changes;

	it('is nothing where nothing has', () => {
		const report = reportWith({ files, earlier: readEarlierReport(before) });
		expect(report.changes).to.deep.equal({
			since: '2026-10-01',
			added: [],
			removed: [],
			changed: [],
			competencies: [],
			problems: { from: report.summary.problems, to: report.summary.problems },
		});
		expect(markdownFormat(report)).to.contain('## Since 2026-10-01\n\nNothing has changed.');
	});

	it('names what is new, gone, changed, moved and renamed', () => {
		const now = [
			reportFile('a.md', story('Alpha', 'mentorship', 'status: ready\nstrength: 4')),
			reportFile('b.md', story('Beta, told anew', 'mentorship', 'strength: 3')),
			reportFile('moved/x.md', story('Twins', 'mentorship')),
			reportFile('n.md', story('New', 'influence')),
			reportFile('y.md', story('Twins', 'mentorship')),
		];
		const text = markdownFormat(reportWith({ files: now, earlier: readEarlierReport(before) }));
		expect(text)
			.to.contain('- Alpha: draft → ready, strength none → 4')
			.and.contain('- Beta, told anew: title Beta → Beta, told anew');
		expect(text)
			.to.contain('- New: New')
			.and.contain('- Gone: Gone')
			.and.contain('- Cross-Team Alignment: weak → gap');
		const moved = changesNow(now);
		expect(moved?.added.length, 'a twin that moved is the one that is missing').to.equal(1);
	});

	it('is not told against a text that is no report, or a redacted one', () => {
		for (const text of [
			'',
			'{',
			'[]',
			'null',
			'{"version":1}',
			JSON.stringify({ ...reportWith(), redaction: { listed: 0, replaced: [] } }),
		])
			expect(readEarlierReport(text), text).to.equal(undefined);
	});

	it('is not told against a report of another folder', () => {
		expect(reportWith({ files, scope: 'later', earlier: readEarlierReport(before) })).not.to.have.property(
			'changes',
		);
	});

	it('takes any JSON without harm', () => {
		const anyReport = fc.record({
			version: fc.constant(1),
			stories: fc.array(fc.jsonValue()),
			competencies: fc.array(fc.jsonValue()),
			summary: fc.jsonValue(),
			date: fc.jsonValue(),
		});
		fc.assert(
			fc.property(anyReport, (json) => {
				const { changes } = reportWith({ files, earlier: readEarlierReport(JSON.stringify(json)) });
				expect(changes?.added.length).to.be.greaterThan(-1);
			}),
			{ numRuns: propertyRuns(300) },
		);
	});
});

describe('the report in JSON', () => {
	it('is as the published schema says, for the sample bank and with everything in it', () => {
		const earlier = readEarlierReport(
			writeReport('json', { ...reportWith({ files: sampleReportFiles.slice(0, 9) }), date: '2026-01-01' }),
		);
		const full = reportWith({
			date: '2026-11-25',
			lens: 'staff',
			earlier,
			linkTo: (path) => path,
			opportunities: new Map([['cross-team-alignment', [{ text: 'x' }, { text: 'y', when: '2027' }]]]),
		});
		for (const report of [
			reportWith(),
			reportWith({ files: [] }),
			full,
			{ ...full, redaction: { listed: 3, replaced: [{ placeholder: '[Company A]', count: 2 }] } },
		]) {
			expect(accepts(writeReport('json', report)), JSON.stringify(validate.errors)).to.equal(true);
		}
	});

	it('is as the schema says for any bank', () => {
		fc.assert(
			fc.property(fc.array(storyDocument, { maxLength: 3 }), (texts) => {
				const report = reportWith({ files: texts.map((text, index) => reportFile(`${index}.md`, text)) });
				expect(accepts(writeReport('json', report)), JSON.stringify(validate.errors)).to.equal(true);
			}),
			{ numRuns: propertyRuns(100) },
		);
	});

	it('has no field beside those of the schema', () => {
		expect(accepts(JSON.stringify({ ...reportWith(), more: 1 }))).to.equal(false);
		expect(accepts(JSON.stringify({ ...reportWith(), version: 2 }))).to.equal(false);
	});
});
