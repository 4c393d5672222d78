import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { anyFollowUp, insertOpenProbes } from '../../src/core/library/insertOpenProbes.ts';
import { insertFollowUps } from '../../src/core/edit/insertFollowUps.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { analysed, read, tagged } from './reading.ts';

const questions = ['“We wrote it”: which part was yours?', 'What then?'];

/** A text with the questions inserted in its story of an index. */
function inserted(text: string, index = 0): string {
	const document = read(text);
	const story = document.stories[index];
	if (!story) throw new Error('No story');
	return applyEdits(text, insertFollowUps(document, story, questions).edits);
}

describe('the open questions of a story', () => {
	it('are inserted, with the caret where the answer to the first belongs; one of no story where it raises none', () => {
		const story = (below: string) =>
			`${tagged.replaceAll('\n', '\r\n')}# One\r\n\r\n## Action\r\n\r\nWe wrote one build for all. We moved the services.\r\n\r\n` +
			`## Result\r\n\r\nIt held for 9 months.\r\n${below}`;
		const written = (text: string, frameworks = [staff]) => {
			const document = read(text);
			const [first] = document.stories;
			const result = first && insertOpenProbes(document, first, new Lookups(frameworks));
			if (!result || result.refusal) throw new Error('Nothing is inserted');
			const after = applyEdits(text, result.edits);
			return `${after.slice(0, result.caret)}|${after.slice(result.caret)}`;
		};
		expect(written(story(''))).to.contain(
			'## Follow-ups\r\n\r\n- “We wrote one build for all”: which part of it was yours?|\r\n',
		);
		const asked = story(
			'\r\n## Follow-ups\r\n\r\n- “We wrote one build for all”: which part of it was yours? Mine.\r\n',
		);
		expect(written(asked, [])).to.contain(`Mine.\r\n- ${anyFollowUp}|\r\n`);
	});
});

describe('questions under Follow-ups', () => {
	const list = `- ${questions.join('\n- ')}`;

	it('stand at the end of the story in the form of its sections', () => {
		const headings = '# One\n\n## Situation\n\nIt broke.\n\n## Action\n\nI fixed it.\n\n## Result\n\nIt held.';
		expect(inserted(headings)).to.equal(`${headings}\n\n## Follow-ups\n\n${list}\n`);
		const labels = '# One\n\n**Situation:** It broke.\n\n**Action:** I fixed it.\n\n**Result:** It held.\n';
		expect(inserted(labels)).to.equal(`${labels}\n**Follow-ups:**\n${list}\n`);
		const items =
			'# One\n\n1. Situation: It broke.\n2. Action: I fixed it.\n3. Result: It held.\n\n---\n\nNotes.\n';
		expect(inserted(items)).to.contain(
			`It held.\n4. Follow-ups:\n   - ${questions.join('\n   - ')}\n\n---\n\nNotes.\n`,
		);
	});

	it('join those that stand there', () => {
		const story =
			'# One\r\n\r\n## Situation\r\n\r\nIt broke.\r\n\r\n## Action\r\n\r\nI fixed it.\r\n\r\n## Result\r\n\r\nIt held.\r\n\r\n' +
			'## If they ask\r\n\r\n* **Why?** Because.\r\n\r\n## Notes\r\n\r\nNone.\r\n';
		expect(inserted(story)).to.contain(
			`* **Why?** Because.\r\n* ${questions.join('\r\n* ')}\r\n\r\n## Notes\r\n\r\nNone.\r\n`,
		);
	});

	for (const part of ['development', 'held-out']) {
		const folder = path.join(projectFolder, 'test/fixtures/forms', part);
		it(`are read in every form of story but tables: ${part}`, () => {
			const refused = readdirSync(folder)
				.filter((name) => name.endsWith('.md') && !name.startsWith('table'))
				.filter((name) => {
					const document = read(readFileSync(path.join(folder, name), 'utf8'));
					const [story] = document.kind === 'other' ? [] : document.stories;
					return story && insertFollowUps(document, story, questions).refusal;
				});
			// These have no sections of their own to stand beside.
			expect(refused.filter((name) => !/^(?:data-loss|voicemail)\.md$/u.test(name))).to.deep.equal([]);
		}).timeout(60_000);
	}

	it('are put there by the fix of probe-open, which then has nothing more to insert', () => {
		const story =
			'---\ncompetencies: [mentorship]\n---\n\n# Ines\n\n## Action\n\nI paired with her.\n\n## Result\n\nShe ships alone.\n';
		const fixesOf = (text: string) =>
			analysed(text, { severities: { 'probe-open': 'hint' } })
				.problems.filter(({ rule }) => rule === 'probe-open')
				.flatMap(({ fixes = [] }) => fixes);
		const [fix] = fixesOf(story);
		const after = applyEdits(story, fix?.edits ?? []);
		expect(after).to.contain('## Follow-ups\n\n- What did you try that did not help?\n');
		expect(fixesOf(after)).to.deep.equal([]);
		expect(analysed(after).stories[0]?.probes).to.have.length(1);
	});

	for (const rule of ['probe-open', 'section-missing'] as const)
		it(`cost a bank with ${rule} in each story a few readings of it, not one a story`, () => {
			const story = (title: string) =>
				`## ${title}\n\n### Situation\n\n${'The build broke each week, and nobody knew why it did. '.repeat(20)}\n\n` +
				`### Action\n\n${'I wrote the build anew and moved the services over to it. '.repeat(20)}\n\n` +
				'### Result\n\nIt holds since March.\n\n### Learnings\n\nMeasure first.\n\n';
			const bank = `${tagged}${Array.from({ length: 40 }, (_, index) => story(`Story ${index}`)).join('')}`;
			const cost = (severity: 'hint' | 'off') => {
				const before = process.cpuUsage();
				const severities = { 'probe-open': 'off', 'section-missing': 'off', [rule]: severity } as const;
				const { problems } = analysed(bank, { severities });
				const fixed = problems.filter((problem) => problem.rule === rule && (problem.fixes ?? []).length > 0);
				expect(fixed.length > 0).to.equal(severity === 'hint');
				const { user, system } = process.cpuUsage(before);
				return user + system;
			};
			cost('hint');
			expect(cost('hint') / cost('off')).to.be.at.most(12);
		}).timeout(60_000);
});
