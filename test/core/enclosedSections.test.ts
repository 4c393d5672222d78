import { expect } from 'chai';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed, kindsIn, saidOfMissing, tagged } from './reading.ts';

const parts = [
	'## Situation\n\nNobody slept for weeks.\n\n',
	'## Task\n\nI was to change that.\n\n',
	'## Action\n\nI cut alerts.\n\n',
	'## Result\n\n9 are left.\n\n',
	'## Learnings\n\nI ask first now.\n',
];
const headings = parts.join('');
const labels = '**Situation:** a\n\n**Task:** b\n\n**Action:** c\n\n**Result:** 9\n\n**Learnings:** d\n';
const plain = 'Situation: a\nTask: b\nAction: c\nResult: 9\nLearnings: d\n';
const all = 'situation task action result learnings';

function quoted(text: string): string {
	return text.replaceAll(/^(?=.)/gmu, '> ').replaceAll(/^$(?!\n?$(?![^]))/gmu, '>');
}

describe('sections in a block of code', () => {
	for (const [what, block, place, mended] of [
		['of backticks', `\`\`\`yaml\n${headings}\`\`\`\n`, '```yaml', headings],
		['that nobody tells', `\`\`\`\n${labels}\`\`\`\n`, '```', labels],
		['of tildes, with more behind it', `~~~\n${labels}~~~\n\nMore.\n`, '~~~', `${labels}\nMore.\n`],
		['of plain names', `\`\`\`\`\n${plain}\`\`\`\`\n`, '````', plain],
		['in a block quote', quoted(`\`\`\`\n${labels}\`\`\`\n`), '```', quoted(labels)],
		['that ends with the file', `\`\`\`\n${labels}\`\`\``, '```', labels],
		['that is indented', headings.replaceAll(/^(?=.)/gmu, '    '), '    ## Situation', headings],
		[
			'in an item of a list',
			'- ```\n  **Situation:** a\n\n  **Task:** b\n  ```\n',
			'```',
			'- \n  **Situation:** a\n\n  **Task:** b\n',
		],
	] as const) {
		for (const eol of ['\n', '\r\n', '\r']) {
			it(`are pointed at, and taken out of it: ${what}, with ${JSON.stringify(eol)}`, () => {
				const story = (text: string) => `${tagged}# T\n\n${text}`.replaceAll('\n', eol);
				const [first, ...more] = saidOfMissing(story(block));
				expect(first?.place).to.equal(place);
				expect(first?.message).to.match(
					/ stand in a block of code, where no section is read: should it be one\?$/u,
				);
				expect(first?.after).to.equal(story(mended));
				if (mended.includes('esult')) {
					expect(more).to.deep.equal([]);
					expect(kindsIn(first?.after ?? '')).to.deep.equal([all]);
				}
			});
		}
	}

	it('are said in the story of a bank that they stand in', () => {
		const bank = `## One\n\n${labels}\n## Two\n\n**Competencies:** mentorship\n\n\`\`\`\n${labels}\`\`\`\n\n## Three\n\n${labels}`;
		const text = tagged + bank;
		expect(saidOfMissing(text).map(({ message }) => message)).to.deep.equal([
			'Situation, Task, Action, Result and Learnings stand in a block of code, where no section is read: should it be one? (Story 2)',
		]);
		expect(kindsIn(saidOfMissing(text)[0]?.after ?? '')).to.deep.equal([all, all, all]);
	});

	it('are samples where the story has its own, or where one line looks like a section', () => {
		const sample = '```\nSituation: a\nTask: b\nAction: c\nResult: 9\n```\n';
		expect(
			saidOfMissing(`${tagged}# T\n\n${headings.replace('I cut alerts.\n', `I cut alerts.\n\n${sample}`)}`),
		).to.deep.equal([]);
		const text = `${tagged}# T\n\n${headings.replace(parts[2] ?? '', '```md\n## Action\n```\n\n')}`;
		expect(saidOfMissing(text).map(({ message }) => message)).to.deep.equal([
			'Action is missing: what did you do?',
		]);
	});
});

describe('sections behind what is never closed', () => {
	const behind = (before: string) => parts.with(2, before + (parts[2] ?? '')).join('');
	for (const [what, story, place, mended] of [
		['a mark of code alone', `\`\`\`\n${headings}`, '```', headings],
		['a mark of code above blank lines', `~~~ text\n\n${labels}`, '~~~ text', `\n${labels}`],
		['a mark of code between sections', behind('```\n'), '```', headings],
		['a block of code', behind('```sh\nmake\n\n'), '```sh', behind('```sh\nmake\n```\n\n')],
		[
			'a block of code in a quotation',
			quoted(behind('~~~~\nmake\n\n')),
			'~~~~',
			quoted(behind('~~~~\nmake\n~~~~\n\n')),
		],
		['a comment', behind('<!-- ask Bo\n\n'), '<!-- ask Bo', behind('<!-- ask Bo -->\n\n')],
		[
			'a comment of several lines',
			behind('<!--\nask Bo\nin May\n\n'),
			'<!--',
			behind('<!--\nask Bo\nin May -->\n\n'),
		],
		['the mark of a comment', behind('<!--\n'), '<!--', headings],
	] as const) {
		for (const eol of ['\n', '\r\n', '\r']) {
			it(`are said once, at its beginning, and read again: ${what}, with ${JSON.stringify(eol)}`, () => {
				const document = (text: string) => `${tagged}# T\n\n${text}`.replaceAll('\n', eol);
				const [first, ...more] = saidOfMissing(document(story));
				expect(more).to.deep.equal([]);
				expect(first?.place).to.equal(place);
				expect(first?.message).to.match(
					/^The (?:block of code|comment) that begins here is never closed and takes in /u,
				);
				expect(first?.after).to.equal(document(mended));
				expect(kindsIn(first?.after ?? '')).to.deep.equal([all]);
				expect(saidOfMissing(first?.after ?? '')).to.deep.equal([]);
			});
		}
	}

	it('are said with the stories that it takes in', () => {
		const entry = (title: string, more = '') => `## ${title}\n\n${labels.replace('**Result', `${more}**Result`)}\n`;
		const text = `${tagged}# Bank\n\n${entry('One')}${entry('Two', '```\nmake\n\n')}${entry('Three')}`;
		expect(saidOfMissing(text).map(({ message }) => message)).to.deep.equal([
			'The block of code that begins here is never closed and takes in Result and Learnings: where should it end? (Story 2)',
		]);
		expect(kindsIn(saidOfMissing(text)[0]?.after ?? '')).to.deep.equal([all, all, all]);
	});

	it('are left there where a story would be none any more', () => {
		// Without the comment there are two stories of a higher level, and the first one is no story beside them.
		const lacking = labels.replace('**Task:** b\n\n', '');
		const list = '- Situation\n  - e\n\n- Task\n  - f\n\n- Action\n  - g\n';
		const tags = '**Competencies:** mentorship\n\n';
		const third = '# Three\n\n### S:\nx\n\n### A:\ny\n\n### R:\nz\n';
		const text = `### One\n\n${tags}${lacking}\n# Two\n\n${tags}<!-- star\n\n${list}\n${third}`;
		const { stories, problems } = analysed(text);
		const words = stories.flatMap(({ sections }) => sections.map(({ spoken }) => spoken));
		for (const { fixes = [] } of problems) {
			for (const { title, edits } of fixes) {
				const after = analysed(applyEdits(text, edits)).stories.flatMap(({ sections }) =>
					sections.map(({ spoken }) => spoken),
				);
				expect(after, title).to.include.members(words);
			}
		}
	});

	it('are left to their author in a comment that is closed', () => {
		expect(saidOfMissing(`${tagged}# T\n\n<!--\n${headings}-->\n`).map(({ place }) => place)).to.deep.equal(['T']);
	});
});
