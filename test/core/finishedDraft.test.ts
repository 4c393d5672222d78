import { expect } from 'chai';
import { changeStories } from '../../src/core/edit/changeStories.ts';
import { storyText } from '../../src/core/edit/snippets/storySnippets.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { promptsFor } from '../../src/core/framework/prompts.ts';
import { sectionKinds } from '../../src/core/framework/sectionKind.ts';
import { isFinishedDraft } from '../../src/core/library/finishedDraft.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed } from './reading.ts';

const [competency] = staff.competencies;
if (!competency) throw new Error('no competency');
const fresh = storyText({ competency, choices: [], title: 'One more' });
const prompts = sectionKinds.flatMap((kind) => promptsFor(kind, [competency]));

function answered(text: string): string {
	return prompts.reduce((now, prompt) => now.replace(`\n${prompt}\n`, '\nI did that in two days.\n'), text);
}

const finished = (text: string, index = 0) => isFinishedDraft(analysed(text), index);

describe('a draft is finished', () => {
	const told = answered(fresh);

	it('when its last question is answered, and no sooner', () => {
		expect(finished(fresh)).to.equal(false);
		let text = fresh;
		for (const prompt of prompts) {
			expect(finished(text), text).to.equal(false);
			text = text.replace(`\n${prompt}\n`, '\nI did that in two days.\n');
		}
		expect(text).to.equal(told);
		expect(finished(text)).to.equal(true);
	});

	it('whatever rules only ask about', () => {
		expect(analysed(told).problems.map(({ severity }) => severity)).to.include('information');
		expect(finished(told)).to.equal(true);
		const { problems } = analysed(told.replace(/\n## Learnings[^]*/, ''));
		expect(problems.map(({ rule }) => rule)).to.include('plus-missing');
		expect(finished(told.replace(/\n## Learnings[^]*/, ''))).to.equal(true);
	});

	it('never where something is wrong or missing, it is no draft, or there is no such story', () => {
		for (const text of [
			told.replace('two days', 'XX%'),
			told.replace('technical-initiative', ''),
			told.replace('# One more', '# What would you call it in one line?'),
			told.replace(/## Result[^]*(?=## Learnings)/, ''),
			told.replace(/## Result[^]*(?=## Learnings)/, '## Result\n\n'),
			told.replace('status: draft', 'status: ready'),
			told.replace('status: draft', 'status: retired'),
			told.replace(/^---[^]*?---\n/, ''),
		])
			expect(finished(text), text).to.equal(false);
		expect(finished(told, 1)).to.equal(false);
		expect(isFinishedDraft(analysed(''), 0)).to.equal(false);
	});

	it('also where nothing says that it is one', () => {
		expect(finished(told.replace('status: draft\n', ''))).to.equal(true);
	});

	it('for itself in a bank', () => {
		const entry = (title: string, task: string) =>
			`## ${title}\n\n**Competencies:** Mentorship\n\n**Situation:** I was new.\n\n**Task:** ${task}\n\n` +
			'**Action:** I read.\n\n**Result:** It took 2 days.\n\n';
		const bank = `# Bank\n\n${entry('One', 'TODO')}${entry('Two', 'I was to learn.')}`;
		expect([finished(bank, 0), finished(bank, 1)]).to.deep.equal([false, true]);
	});

	it('and is marked as ready by an edit of nothing but its status', () => {
		const ready = (text: string) => {
			const change = { kind: 'set', field: 'status', value: 'ready' } as const;
			const requests = [{ story: { index: 0, title: 'One more' }, change }];
			const { edits, refusals } = changeStories(text, 'a.md', new Lookups([staff]), requests);
			expect(refusals).to.deep.equal([]);
			return applyEdits(text, edits);
		};
		expect(ready(told)).to.equal(told.replace('status: draft', 'status: ready'));
		expect(ready(told.replace('status: draft', 'status: "draft" # not yet'))).to.equal(
			told.replace('status: draft', 'status: "ready" # not yet'),
		);
		// Below strength, as in the table of fields.
		expect(ready(told.replace('status: draft\n', ''))).to.equal(
			told.replace('status: draft\n', '').replace('strength: \n', 'strength: \nstatus: ready\n'),
		);
		expect(ready(told.replaceAll('\n', '\r\n'))).to.equal(
			told.replace('status: draft', 'status: ready').replaceAll('\n', '\r\n'),
		);
	});
});
