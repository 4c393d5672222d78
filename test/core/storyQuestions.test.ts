import { expect } from 'chai';
import { changeStories, type StoryChange } from '../../src/core/edit/changeStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { applyEdits } from '../../src/core/text/edit.ts';

const question = 'initiative-debt';
const text = 'Describe a piece of technical debt you chose to pay down.';

function afterChange(
	before: string,
	kind: 'answer' | 'unanswer',
	title = 'Mine',
): { readonly after: string; readonly refusals: readonly string[] } {
	const change: StoryChange = { kind, question, text };
	const { edits, refusals } = changeStories(before, 'mine.md', new Lookups([staff]), [
		{ story: { index: 0, title }, change },
	]);
	return { after: applyEdits(before, edits), refusals: refusals.map(({ message }) => message) };
}

const story = (fields: string) =>
	`---\ncompetencies: [mentorship] # mine\n${fields}---\n\n# Mine\n\n## Situation\n\nWords.\n`;

describe('the questions of a story', () => {
	it('are added to in their own form, and nothing else changes', () => {
		expect(afterChange(story(''), 'answer').after).to.equal(story(`questions: [${question}]\n`));
		expect(afterChange(story('questions:\n  - "Why?" # kept\n'), 'answer').after).to.equal(
			story(`questions:\n  - "Why?" # kept\n  - "${question}"\n`),
		);
	});

	it('are not added twice, whether they are named by id or in their words', () => {
		for (const named of [question, JSON.stringify(text), JSON.stringify(text.toUpperCase())]) {
			const before = story(`questions: [${named}]\n`);
			expect(afterChange(before, 'answer').after).to.equal(before);
		}
	});

	it('are taken off again, in whichever words they are named', () => {
		expect(afterChange(story(`questions: [Why, ${JSON.stringify(text)}]\n`), 'unanswer').after).to.equal(
			story('questions: [Why]\n'),
		);
		const without = story('questions: [Why]\n');
		expect(afterChange(without, 'unanswer').after).to.equal(without);
	});

	it('of a story that shares its front matter are left alone, with the reason', () => {
		const entry = (title: string) =>
			`## ${title}\n\n**Competencies:** Mentorship\n\n**Situation:** Words.\n\n**Task:** Words.\n\n`;
		const bank = `# Bank\n\n${entry('One')}${entry('Two')}`;
		const { after, refusals } = afterChange(bank, 'answer', 'One');
		expect(after).to.equal(bank);
		expect(refusals.join()).to.contain('shares with others');
	});
});
