import fc from 'fast-check';
import { expect } from 'chai';
import { applyEdits } from '../../src/core/text/edit.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import type { Fix, Problem } from '../../src/core/text/problem.ts';
import { sampleFiles, storyDocument } from './generated.ts';
import { propertyRuns } from './propertyRuns.ts';
import { analysed, at } from './reading.ts';

/** What tells a problem from the others of its document, wherever edits move it. */
function identity(text: string, { rule, message, span }: Problem): string {
	return `${rule} ${message} ${at(text, span)}`;
}

function count(text: string, { problems }: FullAnalysis, problem: string): number {
	return problems.filter((other) => identity(text, other) === problem).length;
}

/** Applies one fix and checks what an author relies on whatever the fix is. */
function expectMended(text: string, before: FullAnalysis, problem: Problem, fix: Fix): void {
	const mended = applyEdits(text, fix.edits);
	const about = `${fix.title} (${problem.rule}) in ${JSON.stringify(text)} gives ${JSON.stringify(mended)}`;

	expect(fix.edits, about).not.to.have.length(0);
	const [edit, ...others] = fix.edits;
	if (edit && others.length === 0) {
		expect(mended, about).to.equal(text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end));
	}
	if (text.startsWith('\uFEFF')) expect(mended.lastIndexOf('\uFEFF'), about).to.equal(0);
	if (text.includes('\r\n')) expect(mended, about).to.not.match(/(?<!\r)\n/u);
	else expect(mended, about).to.not.include('\r');

	const after = analysed(mended);
	expect(after.failures, about).to.deep.equal([]);
	// Sections below a second heading turn one story into a bank: its problems are others then.
	if (before.kind === 'story' && after.kind === 'bank') return;
	const told = identity(text, problem);
	expect(count(mended, after, told), about).to.equal(count(text, before, told) - 1);
	// Where YAML could not be read at all, mending it brings up what it hid.
	if (problem.rule === 'front-matter-syntax') return;
	const broken = after.problems.filter(({ rule }) => rule === 'front-matter-syntax');
	expect(broken, about).to.deep.equal(before.problems.filter(({ rule }) => rule === 'front-matter-syntax'));
	if (problem.rule === 'candidate') return;
	expect(after.kind, about).to.equal(before.kind);
	expect(after.stories, about).to.have.length(before.stories.length);
	const lost = before.stories.flatMap(({ sections }) => sections.map(({ kind }) => kind));
	for (const { kind } of after.stories.flatMap(({ sections }) => sections))
		if (lost.includes(kind)) lost.splice(lost.indexOf(kind), 1);
	expect(lost, about).to.deep.equal([]);
}

function expectAllMended(text: string): void {
	const before = analysed(text);
	for (const problem of before.problems)
		for (const fix of problem.fixes ?? []) expectMended(text, before, problem, fix);
}

describe('every fix', function () {
	for (const { file, text } of sampleFiles) {
		it(`offered for ${file} mends its problem and nothing else, with either line ending and a byte order mark`, () => {
			for (const lf of [text, text.replace(/<!-- expect[\s\S]*$/u, '').trimEnd()]) {
				expectAllMended(lf);
				expectAllMended(`\uFEFF${lf}`);
				expectAllMended(lf.replaceAll(/\r?\n/gu, '\r\n'));
			}
		});
	}

	it('offered for stories of any form mends its problem and nothing else', () => {
		fc.assert(fc.property(storyDocument, expectAllMended), { numRuns: propertyRuns(150) });
	});

	it('that is preferred leads, applied again and again, to a document without problems to fix', () => {
		fc.assert(
			fc.property(storyDocument, (document) => {
				let text = document;
				const next = () =>
					analysed(text).problems.flatMap(({ fixes = [] }) => fixes.filter(({ preferred }) => preferred))[0];
				let left = 20;
				for (let fix = next(); fix && left > 0; fix = next(), left--) text = applyEdits(text, fix.edits);
				expect(next(), text).to.equal(undefined);
			}),
			{ numRuns: propertyRuns(60) },
		);
	});
});

describe('the fixes for the sample bank', () => {
	/** A problem of a file, the fixes for it, and what the first of them changes: this text, there once, into that. */
	interface FixCase {
		readonly rule: string;
		readonly words: string;
		readonly titles: readonly string[];
		readonly isPreferred: boolean;
		readonly change: readonly [from: string, to: string];
	}
	const cases: Readonly<Record<string, FixCase>> = {
		'later/what-delivered-means.md': {
			rule: 'competency-unknown',
			words: 'Cross-team Alignmnet',
			titles: ['Change to Cross-Team Alignment'],
			isPreferred: true,
			change: ['- "Cross-team Alignmnet"\n', '- "Cross-Team Alignment"\n'],
		},
		'stories/tomasz-reads-the-query-plan.md': {
			rule: 'competency-unknown',
			words: 'Mentorshp',
			titles: ['Change to Mentorship & Knowledge Sharing'],
			isPreferred: true,
			change: ['competency: Mentorshp\n', 'competency: Mentorship & Knowledge Sharing\n'],
		},
		'stories/federation-or-one-graph.md': {
			rule: 'competency-missing',
			words: 'competencies',
			titles: [
				'Tag with Technical Initiative',
				'Tag with Technical Influence',
				'Tag with Mentorship & Knowledge Sharing',
				'Tag with Cross-Team Alignment',
			],
			isPreferred: false,
			change: ['competencies: []\n', 'competencies: [technical-initiative]\n'],
		},
		'stories/bank.md': {
			rule: 'section-missing',
			words: 'Incident reviews people wanted to read',
			titles: ['Insert Task'],
			isPreferred: true,
			change: [
				'**Action:** I picked three',
				'**Task:** What should they be able to do afterwards?\n\n**Action:** I picked three',
			],
		},
		'stories/feature-store-build-or-buy.md': {
			rule: 'section-missing',
			words: 'Build or buy: the feature store',
			titles: ['Insert Task'],
			isPreferred: true,
			change: [
				'> **Action:** I listed',
				'> **Task:** What did you want the decision to achieve? Why was it yours to influence?\n>\n> **Action:** I listed',
			],
		},
		'stories/the-kotlin-house-rules.md': {
			rule: 'section-missing',
			words: 'The Kotlin house rules',
			titles: ['Insert Result'],
			isPreferred: true,
			change: [
				'### 4. Learnings\n',
				'### 4. Result\n\nWhat can they do now that they could not do before?\nHow did the team benefit?\n\n### 5. Learnings\n',
			],
		},
		'later/tab-indented-tags.md': {
			rule: 'front-matter-syntax',
			words: '\t',
			titles: ['Indent with spaces'],
			isPreferred: true,
			change: ['\n\t- mentorship\n', '\n  - mentorship\n'],
		},
	};
	for (const [path, { rule, words, titles, isPreferred, change }] of Object.entries(cases))
		it(`mend ${rule} in ${path}`, () => {
			const text = sampleFiles.find(({ file }) => file === path)?.text ?? '';
			const { fixes = [] } =
				analysed(text).problems.find((problem) => problem.rule === rule && at(text, problem.span) === words) ??
				{};
			expect(fixes.map(({ title }) => title)).to.deep.equal(titles);
			expect(fixes.map(({ preferred = false }) => preferred)).to.deep.equal(
				titles.map((_title, index) => isPreferred && index === 0),
			);
			expect(text.split(change[0]), change[0]).to.have.length(2);
			expect(applyEdits(text, fixes[0]?.edits ?? [])).to.equal(text.replace(change[0], () => change[1]));
		});
});

describe('a tag that is changed', () => {
	const cases: readonly [before: string, after: string][] = [
		['competencies: mentroship', 'competencies: mentorship'],
		['competencies: Mentorshp & Knowledge Sharing', 'competencies: Mentorship & Knowledge Sharing'],
		['competencies: "mentroship"', 'competencies: "mentorship"'],
		["competencies: 'Mentroship'  # mine", "competencies: 'Mentorship & Knowledge Sharing'  # mine"],
		['competencies: [ mentroship , initiative ]', 'competencies: [ mentorship , initiative ]'],
		['competencies: [initiative, "mentroship"]', 'competencies: [initiative, "mentorship"]'],
		["competencies: [mentorship, 'Technical Inititive']", "competencies: [mentorship, 'Technical Initiative']"],
		['competencies:\n  - Technical Inititive   # mine', 'competencies:\n  - Technical Initiative   # mine'],
		['competencies: technical_inititive', 'competencies: technical-initiative'],
		['competencies:\n- mentroship\n- initiative', 'competencies:\n- mentorship\n- initiative'],
		[
			'competencies:\n    -   "mentroship" # typo\n\n    # more\n    - initiative',
			'competencies:\n    -   "mentorship" # typo\n\n    # more\n    - initiative',
		],
		['competencies: |\n  mentroship\nstrength: 4', 'competencies: mentorship\nstrength: 4'],
		['competencies:\n  - >-\n    mentroship\n  - initiative', 'competencies:\n  - mentorship\n  - initiative'],
		['{ competencies: [mentroship], strength: 4 }', '{ competencies: [mentorship], strength: 4 }'],
	];
	for (const [before, after] of cases) {
		it(`keeps its surroundings: ${JSON.stringify(before)}`, () => {
			for (const eol of ['\n', '\r\n']) {
				const text = `---\n${before}\n---\n# T\n`.replaceAll('\n', eol);
				const [fix] = analysed(text).problems.find(({ rule }) => rule === 'competency-unknown')?.fixes ?? [];
				expect(applyEdits(text, fix?.edits ?? [])).to.equal(`---\n${after}\n---\n# T\n`.replaceAll('\n', eol));
			}
		});
	}

	const lines: readonly [before: string, after: string][] = [
		['**Competencies:** mentroship', '**Competencies:** mentorship'],
		['**Competencies:** Mentroship; initiative', '**Competencies:** Mentorship & Knowledge Sharing; initiative'],
		['- **Competencies:** initiative, `mentroship`', '- **Competencies:** initiative, `mentorship`'],
		['> **Competencies**: initiative;mentroship  ', '> **Competencies**: initiative;mentorship  '],
		['**Competencies:** mentroship\\', '**Competencies:** mentorship\\'],
	];
	for (const [before, after] of lines) {
		it(`keeps its line: ${JSON.stringify(before)}`, () => {
			const text = `# T\n\n${before}\n\n**Task:** x\n`;
			const [fix] = analysed(text).problems.find(({ rule }) => rule === 'competency-unknown')?.fixes ?? [];
			expect(applyEdits(text, fix?.edits ?? [])).to.equal(text.replace(before, after));
		});
	}
});

describe('a tag that is added', () => {
	const cases: readonly [before: string, after: string][] = [
		['competencies: []', 'competencies: [mentorship]'],
		['competencies:', 'competencies: [mentorship]'],
		['competencies:   # later\nstrength: 4', 'competencies: [mentorship]   # later\nstrength: 4'],
		['competencies: ""', 'competencies: [mentorship]'],
		["competencies: ' ' # later", 'competencies: [mentorship] # later'],
		['competencies: ~', 'competencies: [mentorship]'],
		['"competencies":', '"competencies": [mentorship]'],
		['competencies: [""]', 'competencies: [mentorship]'],
		['competencies:\n  -\nstrength: 4', 'competencies:\n  - mentorship\nstrength: 4'],
		['competencies:\n- ~\n# kept\nstrength: 4', 'competencies:\n- mentorship\n# kept\nstrength: 4'],
		['type: star-story', 'competencies: [mentorship]\ntype: star-story'],
		['# mine\ntype: star-story # kept', 'competencies: [mentorship]\n# mine\ntype: star-story # kept'],
		['  type: star-story', '  competencies: [mentorship]\n  type: star-story'],
		['{ type: star-story }', '{competencies: [mentorship],  type: star-story }'],
	];
	for (const [before, after] of cases) {
		it(`stands where it belongs: ${JSON.stringify(before)}`, () => {
			const text = `---\n${before}\n---\n# T\n`;
			const { fixes = [] } = analysed(text).problems.find(({ rule }) => rule === 'competency-missing') ?? {};
			const fix = fixes.find(({ title }) => title.startsWith('Tag with Mentorship'));
			expect(applyEdits(text, fix?.edits ?? [])).to.equal(`---\n${after}\n---\n# T\n`);
		});
	}

	it('on a bank line follows its label', () => {
		for (const label of ['**Competencies:**', '**Competencies:** ', '**Competencies**:']) {
			const text = `## A\n\n${label}\n\n**Task:** x\n\n## B\n\n**Competencies:** mentorship\n\n**Task:** y\n`;
			for (const problem of analysed(text).problems.filter(({ rule }) => rule === 'competency-missing')) {
				const [fix] = problem.fixes ?? [];
				expect(applyEdits(text, fix?.edits ?? [])).to.match(
					/\*\*Competencies(?::\*\*|\*\*:) Technical Initiative ?\n\n\*\*Task:\*\* x/u,
				);
			}
		}
	});
});
