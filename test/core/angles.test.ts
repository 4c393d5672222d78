import { expect } from 'chai';
import { amazonLp } from '../../src/core/framework/built-in/amazonLp.ts';
import { builtInFrameworks } from '../../src/core/framework/built-in/index.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { cueCard, cueCardMarkdown } from '../../src/core/library/cueCard.ts';
import { planInterview } from '../../src/core/questions/plan/interviewPlan.ts';
import { planDocument } from '../../src/core/questions/plan/planDocument.ts';
import { findStories } from '../../src/core/questions/recall/findStories.ts';
import { StoryTexts } from '../../src/core/questions/recall/storyTexts.ts';
import { cueCardHtml } from '../../src/core/report/cueCardHtml.ts';
import { redactReport } from '../../src/core/report/redact/redactReport.ts';
import { reportFormats } from '../../src/core/report/reportFormats.ts';
import { writeReport } from '../../src/core/report/writeReport.ts';
import { reportFile, reportWith } from './sampleReport.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { angleFor } from '../../src/core/story/angles.ts';
import { escapeMarkdown } from '../../src/core/text/escape.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed, at, problemsIn } from './reading.ts';

const told =
	'\n# The pager\n\n## Situation\n\nI was late.\n\n## Task\n\nMine.\n\n## Action\n\nI went.\n\n## Result\n\n5%.\n';

function withAngles(yaml: string): string {
	return `---\ncompetencies: [mentorship, technical-influence]\n${yaml}\n---\n${told}`;
}

function anglesIn(text: string, index = 0): readonly (readonly (string | undefined)[])[] {
	return (analysed(text).stories[index]?.details.angles ?? []).map(({ key, competency, text: sentence }) => [
		key.value,
		competency,
		sentence.value,
	]);
}

const lead = 'Lead with how I handed over the pager';

describe('the angles of a story', () => {
	const forms: readonly [what: string, yaml: string, angles: readonly (readonly (string | undefined)[])[]][] = [
		['by id', `angles:\n  mentorship: ${lead}`, [['mentorship', 'mentorship', lead]]],
		[
			'by name',
			`angles:\n  "Mentorship & Knowledge Sharing": '${lead}' # yes`,
			[['Mentorship & Knowledge Sharing', 'mentorship', lead]],
		],
		[
			'in braces',
			`angles: { mentorship: ${lead}, Influence: "Begin at the end, then stop" }`,
			[
				['mentorship', 'mentorship', lead],
				['Influence', 'technical-influence', 'Begin at the end, then stop'],
			],
		],
		[
			'over two lines',
			`angles:\n  mentorship: >-\n    Lead with how I\n    handed over the pager`,
			[['mentorship', 'mentorship', lead]],
		],
		['of a competency that nobody knows', `angles:\n  Juggling: ${lead}`, [['Juggling', undefined, lead]]],
		['an empty one is none', 'angles:\n  mentorship:\n  technical-influence: ""', []],
		['no angles at all', 'angles:', []],
		[
			'the first of two',
			`angles:\n  mentorship: ${lead}\n  Mentoring: Other`,
			[['mentorship', 'mentorship', lead]],
		],
		['from elsewhere', `x: &x\n  mentorship: ${lead}\nangles: *x`, [['mentorship', 'mentorship', lead]]],
		[
			'what is no sentence is left out',
			`angles:\n  mentorship: [a]\n  technical-influence: ${lead}`,
			[['technical-influence', 'technical-influence', lead]],
		],
		['no map', `angles: ${lead}`, []],
		['a list', `angles:\n  - mentorship: ${lead}`, []],
		[
			'names of JavaScript',
			`angles:\n  constructor: ${lead}\n  __proto__: Two`,
			[
				['constructor', undefined, lead],
				['__proto__', undefined, 'Two'],
			],
		],
	];
	for (const [what, yaml, angles] of forms)
		it(`in front matter: ${what}`, () => expect(anglesIn(withAngles(yaml))).to.deep.equal(angles));

	it('stand in lines, of a bank too', () => {
		const entry = (title: string, lines: string) =>
			`## ${title}\n\n${lines}\n\n**Situation:** I was late.\n\n**Task:** Mine.\n\n**Action:** I went.\n\n**Result:** 5%.\n\n`;
		const bank = `# Bank\n\n${entry('One', `**Competencies:** mentorship\n**Angle (Mentorship):** ${lead}`)}${entry('Two', `- **Tags:** mentorship\n- **Angle [technical influence]:** Begin at the end`)}`;
		expect(anglesIn(bank, 0)).to.deep.equal(
			[['Mentorship', undefined, lead]].map(([key, , sentence]) => [key, 'mentorship', sentence]),
		);
		expect(anglesIn(bank, 1)).to.deep.equal([['technical influence', 'technical-influence', 'Begin at the end']]);
	});

	it('stand in cells of a table', () => {
		const table = [
			'| Story | Competencies | Angle (Mentorship) | Situation | Task | Action | Result |',
			'| --- | --- | --- | --- | --- | --- | --- |',
			`| One | mentorship | ${lead} | I was late. | Mine. | I went. | 5%. |`,
			'| Two | mentorship | | I was early. | Mine. | I stayed. | 7%. |',
		].join('\n');
		expect(anglesIn(`# Bank\n\n${table}\n`, 0)).to.deep.equal([['Mentorship', 'mentorship', lead]]);
		const marked = table.replace(
			lead,
			'Lead with the **pager** \\| the `log`,<br>then what I *gave up* &amp; kept',
		);
		expect(anglesIn(`# Bank\n\n${marked}\n`, 0)).to.deep.equal([
			['Mentorship', 'mentorship', 'Lead with the pager | the log, then what I gave up & kept'],
		]);
		expect(anglesIn(`# Bank\n\n${table}\n`, 1)).to.deep.equal([]);
	});

	it('are not told, wherever their lines stand', () => {
		const plain = analysed(withAngles('strength: 4')).stories[0];
		for (const text of [
			withAngles('strength: 4').replace('# The pager\n', `# The pager\n\n**Angle (mentorship):** ${lead}\n`),
			`${withAngles('strength: 4')}\n**Angle (mentorship):** ${lead}\n`,
			`${withAngles('strength: 4')}\n- **Angle (mentorship):** ${lead}\n`,
		]) {
			const [story] = analysed(text).stories;
			expect(story?.words).to.equal(plain?.words);
			expect(anglesIn(text)).to.deep.equal([['mentorship', 'mentorship', lead]]);
		}
	});

	it('are found for a competency by its id, else by any of its names', () => {
		const angles = analysed(withAngles(`angles:\n  Juggling: Throw\n  mentorship: ${lead}`)).stories[0]?.details
			.angles;
		const mentorship = staff.competencies.find(({ id }) => id === 'mentorship');
		expect(mentorship && angleFor(angles, mentorship)).to.equal(lead);
		expect(angleFor(angles, { id: 'x', name: 'X', aliases: ['juggling'] })).to.equal('Throw');
		expect(angleFor(angles, { id: 'x', name: 'X', aliases: [] })).to.equal(undefined);
		expect(angleFor(undefined, { id: 'x', name: 'X', aliases: [] })).to.equal(undefined);
	});

	it('keep the places of what is written', () => {
		const text = withAngles(`angles: { mentorship: "${lead}" }`);
		const [angle] = analysed(text).stories[0]?.details.angles ?? [];
		expect(angle && [at(text, angle.key.span), at(text, angle.text.span)]).to.deep.equal(['mentorship', lead]);
	});
});

describe('the value of `angles`', () => {
	const faults: readonly [yaml: string, places: readonly string[]][] = [
		[`angles:\n  mentorship: ${lead}`, []],
		['angles:', []],
		['angles: {}', []],
		['angles:\n  mentorship:', []],
		['angles:\n  mentorship: 7', []],
		['angles: Lead', ['Lead']],
		['angles: [mentorship]', ['[mentorship]']],
		['angles:\n  mentorship: [a, b]', ['[a, b]']],
		['angles:\n  mentorship: {a: b}', ['{a: b}']],
	];
	for (const [yaml, places] of faults)
		it(`${JSON.stringify(yaml)}: ${places.length === 0 ? 'no fault' : places.join()}`, () =>
			expect(problemsIn(withAngles(yaml)).filter((each) => each.startsWith('front-matter'))).to.deep.equal(
				places.map((place) => `front-matter-value ${JSON.stringify(place)}`),
			));
});

describe('the fixes for angles', () => {
	const tags = 'competencies: [mentorship, "Technical Influence", initiative] # three';
	const fixed = (text: string, rule: string) => {
		const problem = analysed(text).problems.find((each) => each.rule === rule);
		const [fix] = problem?.fixes ?? [];
		return fix ? applyEdits(text, fix.edits) : problem?.message;
	};

	it('add a place for each, and nothing else changes', () => {
		const file = (head: string) => `---\n${head}\n---\n${told}`;
		const block = 'angles:\n  mentorship:\n  Technical Influence:\n  initiative:';
		expect(fixed(file(`${tags}\ncompany: Acme # was`), 'angle-missing')).to.equal(
			file(`${tags}\ncompany: Acme # was\n${block}`),
		);
		expect(fixed(file(`${tags}\nconfidential: [Acme]`), 'angle-missing')).to.equal(
			file(`${tags}\n${block}\nconfidential: [Acme]`),
		);
		const crlf = file(tags).replaceAll('\n', '\r\n');
		expect(fixed(crlf, 'angle-missing')).to.equal(file(`${tags}\n${block}`).replaceAll('\n', '\r\n'));
		const flow = file('{competencies: [mentorship, technical-influence, initiative]}');
		expect(fixed(flow, 'angle-missing')).to.equal(
			flow.replace(']}', '], angles: { mentorship: "", technical-influence: "", initiative: "" }}'),
		);
		const before = analysed(file(tags)).stories[0];
		const after = analysed(fixed(file(tags), 'angle-missing') ?? '').stories[0];
		expect(after?.details).to.deep.equal(before?.details);
	});

	for (const [above, below] of [
		['**Competencies:** mentorship; technical-influence; initiative', '$1'],
		['- **Tags:** mentorship, technical-influence, initiative\n- **Strength:** 4', '- $1'],
		['__Tags__: mentorship, technical-influence, initiative', '__$2__:'],
		[
			'**Competencies:** mentorship; technical-influence; initiative\\\n**Strength:** 4\\\n**Status:** ready',
			'$1\\',
		],
		['**Tags:** mentorship, technical-influence, initiative\n\n**Strength:** 4', '\n$1'],
	] as const)
		for (const eol of ['\n', '\r\n'])
			it(`get lines in a bank: ${JSON.stringify(above + eol)}`, () => {
				const bank = (first: string, second: string) =>
					`# Bank\n\n## One\n\n${first}\n\n${told.replace(/^#/gmu, '###')}\n## Two\n\n${second}\n\n${told.replace(/^#/gmu, '###')}`.replaceAll(
						'\n',
						eol,
					);
				const lines = ['mentorship', 'technical-influence', 'initiative'].map((key) =>
					below.replace('$1', `**Angle (${key}):**`).replace('$2', `Angle (${key})`),
				);
				const hardBreak = below.endsWith('\\') ? '\\' : '';
				const filled = `${above}${hardBreak}\n${lines.join('\n').replace(/\\$/u, '')}`;
				const once = fixed(bank(above, above), 'angle-missing');
				expect(once).to.equal(bank(filled, above));
				expect(fixed(once ?? '', 'angle-missing')).to.equal(bank(filled, filled));
				expect(
					problemsIn(bank(filled, filled)).filter((each) => each.startsWith('angle-missing')),
				).to.deep.equal([]);
			});

	it('ask once, and no more once there is a place for them', () => {
		const rulesIn = (text: string) =>
			analysed(text)
				.problems.map(({ rule }) => rule)
				.filter((rule) => rule.startsWith('angle'));
		const text = `---\n${tags}\n---\n${told}`;
		expect(rulesIn(text)).to.deep.equal(['angle-missing']);
		expect(rulesIn(fixed(text, 'angle-missing') ?? '')).to.deep.equal([]);
		expect(rulesIn(text.replace('# three', '# three\nstatus: retired'))).to.deep.equal([]);
		expect(rulesIn(text.replace('# three', '# three\nangles:'))).to.deep.equal([]);
	});

	it('mend a misspelt name where it stands', () => {
		expect(fixed(withAngles(`angles:\n  'mentroship': ${lead} # so`), 'angle-unknown')).to.equal(
			withAngles(`angles:\n  'mentorship': ${lead} # so`),
		);
		const line = withAngles('strength: 4').replace(
			'# The pager\n',
			`# The pager\n\n**Angle (Mentroship):** ${lead}\n`,
		);
		expect(fixed(line, 'angle-unknown')).to.equal(line.replace('Mentroship', 'Mentorship & Knowledge Sharing'));
		expect(fixed(withAngles('angles:\n  Juggling: a'), 'angle-unknown')).to.equal(
			'“Juggling” is not a known competency: no framework has it.',
		);
		expect(fixed(withAngles('angles:\n  mentorship: a\n  mentorship: b'), 'angle-unknown')).to.equal(
			'Mentorship & Knowledge Sharing has an angle already, and only the first counts.',
		);
	});

	it('are said once for a bank', () => {
		const entry = (title: string) => `## ${title}\n\n**Situation:** a\n\n**Task:** b\n\n`;
		const bank = `---\ncompetencies: mentorship\nangles: {Juggling: a}\n---\n# Bank\n\n${entry('One')}${entry('Two')}`;
		expect(problemsIn(bank).filter((each) => each.startsWith('angle'))).to.deep.equal(['angle-unknown "Juggling"']);
	});
});

describe('an angle is shown', () => {
	const text = withAngles(
		`angles:\n  technical-influence: Begin at the end\n  mentorship: ${lead}\n  dive-deep: Lead with the logs`,
	);
	const story = analysed(text).stories[0];
	const { competencies } = new Lookups([staff]);
	const card = (asked?: readonly string[]) =>
		story &&
		cueCard(story, {
			competencies,
			asked: asked?.flatMap(
				(id) =>
					builtInFrameworks.get('amazon-lp')?.competencies.find((each) => each.id === id) ??
					competencies.find(id) ??
					[],
			),
		});

	it('on the cue card: for what is asked, else all', () => {
		expect(card()?.angles).to.deep.equal([
			{ competency: 'Technical Influence', text: 'Begin at the end' },
			{ competency: 'Mentorship & Knowledge Sharing', text: lead },
			{ competency: 'dive-deep', text: 'Lead with the logs' },
		]);
		expect(card(['cross-team-alignment', 'mentorship', 'technical-influence'])?.angles).to.deep.equal([
			{ competency: 'Mentorship & Knowledge Sharing', text: lead },
		]);
		expect(card(['dive-deep'])?.angles).to.deep.equal([{ competency: 'Dive Deep', text: 'Lead with the logs' }]);
		expect(card(['cross-team-alignment'])).not.to.have.property('angles');
		const asked = card(['mentorship']);
		expect(asked && cueCardMarkdown(asked)).to.include(
			`**${escapeMarkdown('Angle (Mentorship & Knowledge Sharing)')}:** ${lead}`,
		);
		expect(asked && cueCardHtml(asked)).to.include(`<b>Angle (Mentorship &#38; Knowledge Sharing):</b> ${lead}`);
	});

	it('where a question finds the story', () => {
		const entry = { file: 'file:///a.md', index: 0, openProblems: 0, story };
		if (!story) throw new Error('no story');
		const stories = [{ ...entry, story }];
		const texts = new StoryTexts();
		texts.refresh(stories);
		const found = (question: string) =>
			findStories(question, { stories, texts, lookups: new Lookups([staff]) }).stories[0]?.angle;
		expect(found('Tell me about a time you mentored someone.')).to.equal(lead);
		expect(found('Tell me about a time you convinced others of a technical decision.')).to.equal(
			'Begin at the end',
		);
	});

	it('in a plan, below the story it is for', () => {
		if (!story) throw new Error('no story');
		const only = { ...staff, competencies: staff.competencies.filter(({ id }) => id === 'mentorship') };
		const planned = planInterview(only, [{ file: 'file:///a.md', index: 0, openProblems: 0, story }]);
		const plan = planDocument({ company: 'Acme', framework: only }, planned, {
			linkTo: () => undefined,
			cardOf: () => cueCard(story, { competencies }),
		});
		expect(plan).to.include(`**Tell:** The pager · draft · `).and.to.include(`\n\n**Angle:** ${lead}\n\n`);
	});

	it('in a plan, below a story to try, else the one for the competency it is kin to', () => {
		const kin = competencies.find('mentorship');
		if (!story || !kin) throw new Error('no story');
		const entry = { file: 'file:///a.md', index: 0, openProblems: 0, story };
		const angleTried = (id: string) => {
			const planned = amazonLp.competencies
				.filter((each) => each.id === id)
				.map((competency) => ({ competency, tries: [{ entry, kin, isLikely: true }] }));
			const plan = planDocument({ company: 'Acme', framework: amazonLp }, planned, {
				linkTo: () => undefined,
				cardOf: () => cueCard(story, { competencies }),
			});
			return /\*\*Try:\*\* The pager · tagged Mentorship .*\n\n\*\*Angle:\*\* (.*)\n/u.exec(plan)?.[1];
		};
		expect(angleTried('dive-deep')).to.equal('Lead with the logs');
		expect(angleTried('hire-and-develop-the-best')).to.equal(lead);
	});

	it('in every format of the report, and nowhere with a name that is hidden', () => {
		const report = reportWith({ files: [reportFile('a.md', text)] });
		for (const { id } of reportFormats.filter((format) => format.id !== 'anki'))
			expect(writeReport(id, report), id).to.include(lead);
		const { report: hidden } = redactReport(report, [{ field: 'confidential', name: 'pager' }]);
		expect(JSON.stringify(hidden.stories)).to.include('Lead with how I handed over the [');
		expect(JSON.stringify(hidden.stories)).not.to.match(/pager/iu);
	});
});
