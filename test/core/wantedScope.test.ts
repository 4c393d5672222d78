import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { staffExtended } from '../../src/core/framework/built-in/staffExtended.ts';
import { targetLevels } from '../../src/core/framework/targetLevel.ts';
import { coverageAdvice, coverageOf } from '../../src/core/library/coverage.ts';
import { reaches, scopesByCompetency, wantedScope, widest } from '../../src/core/library/wantedScope.ts';
import { planInterview } from '../../src/core/questions/plan/interviewPlan.ts';
import { findStories } from '../../src/core/questions/recall/findStories.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { redactReport } from '../../src/core/report/redact/redactReport.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { storyScopes } from '../../src/core/story/storyScope.ts';
import { bankStory, type StorySketch } from './bankStories.ts';
import { sampleFiles } from './generated.ts';
import { reportFile, reportWith } from './sampleReport.ts';

/** The sample bank as it is without scopes. */
const unscoped = sampleFiles.map(({ file, text }) =>
	reportFile(file, text.replaceAll(/^(?:scope:|\*\*Scope:\*\*) .*\n/gmu, '')),
);

describe('the scope that a level wants', () => {
	it('is the table of the documentation, a row for each competency', () => {
		const page = readFileSync(new URL('../../docs/scope.md', import.meta.url), 'utf8');
		const rows = [...page.matchAll(/^\| `([\w-]+)` \| `(\w+)` \| `(\w+)` \| `(\w+)` \| [^|]+ \|$/gmu)].map(
			([, id = '', senior, inStaff, principal]) => [id, { senior, staff: inStaff, principal }] as const,
		);
		expect(Object.fromEntries(rows)).to.deep.equal(scopesByCompetency);
		expect(rows.map(([id]) => id)).to.deep.equal(staffExtended.competencies.map(({ id }) => id));
	});

	it('never shrinks with the level', () => {
		for (const framework of builtInFrameworks.values())
			for (const { id } of framework.competencies) {
				const wanted = targetLevels.map((level) => storyScopes.indexOf(wantedScope(level, id)));
				expect(wanted, id).to.deep.equal(wanted.toSorted((a, b) => a - b));
			}
	});

	it('is that of the closest kin, and of an author’s own the usual one', () => {
		expect(wantedScope('staff', 'earn-trust')).to.equal(wantedScope('staff', 'conflict'));
		expect(wantedScope('principal', 'customer-obsession')).to.equal('company');
		for (const own of ['juggling', 'constructor', '']) expect(wantedScope('principal', own)).to.equal('org');
	});

	it('is reached by what reaches as far or farther, and by nothing that does not say', () => {
		expect(storyScopes.filter((scope) => reaches(scope, 'org'))).to.deep.equal(['org', 'company', 'industry']);
		expect(reaches(undefined, 'team')).to.equal(false);
		expect([widest(['team', 'org', 'teams']), widest([])]).to.deep.equal(['org', undefined]);
	});
});

describe('a covered competency', () => {
	const adviceFor = (...sketches: readonly StorySketch[]) => {
		const stories = sketches.map((each, index) =>
			bankStory({ tags: ['technical-initiative'], strength: 4, index, ...each }),
		);
		const [first] = coverageOf(staff.competencies, stories, 'staff');
		return first && coverageAdvice(first);
	};

	it('says that nothing reaches far enough, where every story says how far it reached', () => {
		expect(adviceFor({ scope: 'team' })).to.equal(
			'Enough stories are ready, but nothing reaches beyond your team.',
		);
		expect(adviceFor({ scope: 'team' }, { scope: 'team' }, { scope: 'team' })).to.equal(
			'3 are ready: choose the ones you would tell, but nothing reaches beyond your team.',
		);
	});

	it('says nothing of it where one reaches it, one does not say, or none does', () => {
		for (const stories of [
			[{ scope: 'teams' }],
			[{ scope: 'team' }, { scope: 'org', status: 'draft' }],
			[{ scope: 'team' }, {}],
			[{}],
		] as const)
			expect(adviceFor(...stories)).to.equal('Enough stories are ready.');
	});
});

describe('a library without scopes', () => {
	it('reads the same at every level', () => {
		const [first, ...others] = targetLevels.map((level) => {
			const lookups = new Lookups([staffExtended], level);
			const report = reportWith({ lookups, files: unscoped });
			return reportFormats.map(({ id }) => writeReport(id, report));
		});
		for (const other of others) expect(other).to.deep.equal(first);
		expect(JSON.stringify(first)).not.to.match(/scope \w+ ·|reaches beyond/u);
	});

	it('is planned the same at every level', () => {
		const stories = Array.from({ length: 12 }, (_, index) =>
			bankStory({
				tags: staff.competencies.slice(index % 4, (index % 4) + 2).map(({ id }) => id),
				status: index % 3 === 0 ? 'draft' : 'ready',
				strength: (index % 5) + 1,
				index,
			}),
		);
		const [first, ...others] = targetLevels.map((level) => planInterview(staff, stories, level));
		for (const other of others) expect(other).to.deep.equal(first);
	});
});

describe('the stories for a question', () => {
	it('come in the order of what they reached where they agree in all else, by the level that is prepared for', () => {
		const named = (title: string, scope: 'team' | 'teams' | 'company') =>
			reportFile(
				`${title}.md`,
				`---\ncompetencies: technical-initiative\nscope: ${scope}\n---\n\n# A ${title}\n\n## Action\n\nI did it.\n`,
			).analysis.stories;
		const stories = [...named('first', 'team'), ...named('second', 'teams'), ...named('third', 'company')].map(
			(story, index) => ({ file: `file:///${index}.md`, index: 0, openProblems: 0, story }),
		);
		const texts = new StoryTexts();
		texts.refresh(stories);
		const best = targetLevels.map((level) => {
			const lookups = new Lookups([staff], level);
			const found = findStories('Tell me about a technical initiative that you began yourself.', {
				stories,
				texts,
				lookups,
			});
			return found.stories.map(({ entry }) => entry.story.details.scope).join(' ');
		});
		expect(best).to.deep.equal(['team teams company', 'teams company team', 'company team teams']);
	});
});

describe('a plan', () => {
	it('keeps the order of telling where stories say how far they reached', () => {
		const only = { ...staff, competencies: staff.competencies.slice(0, 1) };
		const plan = (...stories: readonly StorySketch[]) => {
			const [item] = planInterview(
				only,
				stories.map((each, index) => bankStory({ tags: ['technical-initiative'], index, ...each })),
			);
			return [item?.primary?.index, item?.backup?.index];
		};
		expect(plan({ scope: 'team', strength: 5 }, { scope: 'teams', strength: 1 })).to.deep.equal([1, 0]);
		expect(plan({ scope: 'org', status: 'draft', strength: 5 }, { strength: 1, openProblems: 20 })).to.deep.equal([
			1, 0,
		]);
		expect(
			plan(
				{ tags: ['technical-influence', 'technical-initiative'], scope: 'org', strength: 5 },
				{ status: 'draft', openProblems: 20 },
			),
		).to.deep.equal([1, 0]);
	});
});

describe('the report’s calibration', () => {
	const file = (name: string, fields: string) =>
		reportFile(name, `---\n${fields}\n---\n\n# ${name}\n\n## Situation\n\nI was late.\n`);
	const files = [
		file('a.md', 'competencies: technical-initiative\nscope: team'),
		file('b.md', 'competencies: technical-influence\nscope: org'),
		file('c.md', 'competencies: mentorship'),
		file('d.md', 'competencies: technical-initiative\nscope: industry\nstatus: retired'),
	];

	it('holds the widest scope of each competency against what the level wants', () => {
		const report = reportWith({ files });
		expect([report.level, ...report.competencies.map(({ reach }) => reach)]).to.deep.equal([
			'staff',
			{ widest: 'team', wanted: 'teams', unsaid: 0 },
			{ widest: 'org', wanted: 'teams', unsaid: 0 },
			{ wanted: 'teams', unsaid: 1 },
			{ wanted: 'org', unsaid: 0 },
		]);
		const markdown = writeReport('markdown', report);
		expect(markdown.slice(markdown.indexOf('### Scope for staff'), markdown.indexOf('## Best')).trim()).to.equal(
			[
				'### Scope for staff\n',
				'| Competency | Widest | Wanted | |',
				'| --- | --- | --- | --- |',
				'| Technical Initiative | team | teams | Stays within your team: who beyond it used it, or works otherwise since? |',
				'| Technical Influence | org | teams | Reaches it. |',
				'| Mentorship & Knowledge Sharing | – | teams | No story says how far it reached. |',
				'| Cross-Team Alignment | – | org | No story yet. |',
			].join('\n'),
		);
		expect(writeReport('html', report)).to.include('<td>Reaches it.</td>');
		expect(writeReport('csv', report).split('\n')[0]).to.include(',Scope,');
	});

	it('is not there where no story that counts says how far it reached', () => {
		for (const some of [files.slice(2), []]) {
			const report = reportWith({ files: some });
			expect(report).not.to.have.property('level');
			expect(writeReport('markdown', report)).not.to.include('Scope for');
		}
		expect(writeReport('csv', reportWith({ files: [files[2]].flatMap((each) => each ?? []) }))).not.to.include(
			'Scope',
		);
	});

	it('keeps its words where names are hidden that are spelled like them', () => {
		const { report } = redactReport(reportWith({ files }), [
			{ field: 'confidential', name: 'team' },
			{ field: 'confidential', name: 'org' },
		]);
		expect(report.competencies.map(({ reach }) => reach?.widest)).to.deep.equal([
			'team',
			'org',
			undefined,
			undefined,
		]);
		expect(report.stories.map(({ scope }) => scope)).to.deep.equal(['team', 'org', undefined, 'industry']);
	});
});
