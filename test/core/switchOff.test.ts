import { expect } from 'chai';
import { rules } from '../../src/core/rules/index.ts';
import { switchOffFixes } from '../../src/core/rules/switchOff.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { analysed } from './reading.ts';
import { unmark } from './unmark.ts';

/** The first problem of a rule, and what each way to switch it off makes of the text. */
function waysOf(text: string, rule: string): Readonly<Record<string, string>> {
	const problem = analysed(text).problems.find((each) => each.rule === rule);
	if (!problem) throw new Error(`no ${rule}`);
	return Object.fromEntries(
		switchOffFixes(text, defaultContext, problem).map(({ title, edits }) => {
			const after = applyEdits(text, edits);
			const left = analysed(after).problems.filter((each) => each.rule === rule);
			expect(left.length, after).to.be.lessThan(
				analysed(text).problems.filter((each) => each.rule === rule).length,
			);
			return [title.replace(`Switch off ${rule} for `, ''), after];
		}),
	);
}

const front = '---\ncompetencies: [mentorship]\n---\n\n';
const comment = (rule: string) => `<!-- star-stories-disable-next-line ${rule} -->`;

describe('a rule is switched off', () => {
	for (const eol of ['\n', '\r\n']) {
		const ends = (text: string) => text.replaceAll('\n', eol);
		it(`at a heading and in front matter, ${JSON.stringify(eol)}`, () => {
			const text = ends(`${front}# T\n\n## Situation\n\n## Task\n\nI was to.\n`);
			expect(waysOf(text, 'section-empty')).to.deep.equal({
				'this line': text.replace('## Situation', `${comment('section-empty')}${eol}## Situation`),
				'this story': text.replace('[mentorship]', `[mentorship]${eol}ignore: [section-empty]`),
			});
		});
	}

	it('within a paragraph, which stays one', () => {
		const text = `${front}# T\n\n## Action\n\nWe met.\nTODO: who was there?\nThen we left.\n`;
		expect(waysOf(text, 'placeholder')['this line']).to.equal(
			text.replace('We met.', `We met. ${comment('placeholder')}`),
		);
	});

	it('in a quotation', () => {
		const text = `${front}# T\n\n> **Situation:**\n>\n> **Task:** I was to.\n`;
		expect(waysOf(text, 'section-empty')['this line']).to.equal(
			text.replace('> **Situation', `> ${comment('section-empty')}\n> **Situation`),
		);
	});

	it('for one story of a bank', () => {
		const entry = (title: string) => `## ${title}\n\n**Situation:**\n\n**Task:** b\n\n`;
		const text = `${front}# Bank\n\n${entry('One')}${entry('Two')}`;
		const [on, off] = ['disable', 'enable'].map((word) => `<!-- star-stories-${word} section-empty -->\n\n`);
		expect(waysOf(text, 'section-empty')['this story']).to.equal(
			text.replace('## One', `${on}## One`).replace('## Two', `${off}## Two`),
		);
	});

	it('only where nothing else is read otherwise', () => {
		const text = `${front}# T\n\n1. Situation\n   \n   a\n2. **Task:**\n3. **Action:** c\n`;
		for (const after of Object.values(waysOf(text, 'section-empty')))
			expect(analysed(after).stories.map(({ sections }) => sections.map(({ kind }) => kind))).to.deep.equal(
				analysed(text).stories.map(({ sections }) => sections.map(({ kind }) => kind)),
			);
	});

	it('nowhere in front matter by a comment', () => {
		const text = `---\ncompetencies: [mentorship, courage]\n---\n\n# T\n`;
		expect(Object.keys(waysOf(text, 'competency-unknown'))).to.deep.equal(['this story']);
	});

	it('never where it is no rule of stories', () => {
		const problem = { rule: 'document-length', span: { start: 0, end: 1 } };
		expect(switchOffFixes(front, defaultContext, problem)).to.deep.equal([]);
	});
});

describe('every problem that no edit can mend', () => {
	for (const rule of rules) {
		// Front matter that cannot be read says nothing about rules either.
		if (rule.id === 'front-matter-syntax') continue;
		it(`can be switched off for its story: ${rule.id}`, () => {
			for (const example of rule.bad) {
				const { text } = unmark(example);
				for (const problem of analysed(text).problems.filter((each) => each.rule === rule.id)) {
					if (problem.fixes && problem.fixes.length > 0) continue;
					const ways = switchOffFixes(text, defaultContext, problem).map(({ title }) => title);
					expect(ways, problem.message).to.include(`Switch off ${rule.id} for this story`);
				}
			}
		});
	}
});
