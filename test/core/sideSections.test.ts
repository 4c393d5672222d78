import { expect } from 'chai';
import { sideNames } from '../../src/core/framework/namesByLanguage.ts';
import { sectionKinds, sectionTitles, sideKinds } from '../../src/core/framework/sectionKind.ts';
import { createSectionNames } from '../../src/core/framework/sectionNames.ts';
import { type FormPart, type SectionForm, sectionForms, writeInForm } from '../../src/core/story/forms.ts';
import { shortStory } from '../../src/core/story/formsPage.ts';
import { isFull } from '../../src/core/story/model.ts';
import { analysed, at, kindsIn, tagged } from './reading.ts';

const telling: readonly FormPart[] = sectionKinds.map((kind) => ({
	name: sectionTitles[kind],
	letter: kind.charAt(0).toUpperCase(),
	told: shortStory[kind],
}));
const inShort: FormPart = { name: 'In short', letter: 'In short', told: 'I halved the wait for a review.' };
const followUps: FormPart = { name: 'Follow-ups', letter: 'Follow-ups', told: 'I timed it for two weeks before.' };

/** The sections beside the telling of each story, as their kind and their words. */
function sidesIn(text: string): readonly (readonly string[])[] {
	return analysed(text).stories.map((story) =>
		isFull(story) ? story.sides.map(({ kind, spoken }) => `${kind}: ${spoken}`) : [],
	);
}

/** Two sections joined, or a name with its letter, are no forms of a section beside the telling. */
function isOneName(form: SectionForm): boolean {
	const opening = form.opening({ name: 'Task', letter: 'T', told: '' }, 0);
	return !form.isCombined && !/T.*T|T\{|part-T/u.test(opening) && !/\*\*«T\*\*/u.test(opening);
}

describe('sections beside the telling', () => {
	for (const form of sectionForms.filter(isOneName)) {
		it(`are read where the story is written as ${form.id}, and are neither told nor timed`, () => {
			const plain = tagged + writeInForm(form, telling).replaceAll(/[«»]/gu, '');
			const text = tagged + writeInForm(form, [inShort, ...telling, followUps]).replaceAll(/[«»]/gu, '');
			expect(sidesIn(text), text).to.deep.equal([[`in-short: ${inShort.told}`, `follow-ups: ${followUps.told}`]]);
			expect(kindsIn(text), text).to.deep.equal(kindsIn(plain));
			expect(analysed(text).stories[0]?.words, text).to.equal(analysed(plain).stories[0]?.words);
			const rulesIn = (written: string) => analysed(written).problems.map(({ rule }) => rule);
			expect(rulesIn(text), text).to.deep.equal(rulesIn(plain));
		});
	}

	it('end where the next one begins, and hold headings and bold questions of their own', () => {
		const text = `${tagged}# Reviews\n\n## Result\n\nWaits fell from 9 h to 3 h.\n\n## Probes\n\n### What did you turn down?\n\nA bot.\n\n## TL;DR\n\nFaster reviews.\n\n## Notes\n\nMine.\n`;
		expect(sidesIn(text)).to.deep.equal([['follow-ups: A bot.', 'in-short: Faster reviews.']]);
		const labels = `${tagged}# Reviews\n\n**Result:** Waits fell from 9 h to 3 h.\n\n**If they ask:**\n\n**Why not a bot?** Nobody trusted it.\n\n**What would ops say?**\n\nThat it was quiet.\n\n**Notes**\n\nMine.\n`;
		expect(sidesIn(labels)).to.deep.equal([
			['follow-ups: Why not a bot? Nobody trusted it.\nWhat would ops say?\nThat it was quiet.'],
		]);
	});

	it('belong to their story in a bank', () => {
		const story = (title: string, answer: string) =>
			`## ${title}\n\n**Competencies:** mentorship\n\n**Situation:** A.\n\n**Task:** B.\n\n**Action:** I did C.\n\n**Result:** D.\n\n**Follow-ups:**\n\n- ${answer}\n\n`;
		expect(sidesIn(story('One', 'First.') + story('Two', 'Second.'))).to.deep.equal([
			['follow-ups: First.'],
			['follow-ups: Second.'],
		]);
		const nested = (title: string, answer: string) =>
			`## ${title}\n\nCompetencies: mentorship\n\n### In short\n\nBriefly.\n\n### Situation\n\nA.\n\n### Task\n\nB.\n\n### Action\n\nI did C.\n\n### Result\n\nD.\n\n### Deep dive\n\n${answer}\n\n`;
		expect(sidesIn(nested('One', 'First.') + nested('Two', 'Second.'))).to.deep.equal([
			['in-short: Briefly.', 'follow-ups: First.'],
			['in-short: Briefly.', 'follow-ups: Second.'],
		]);
	});

	it('make no story, no candidate and no title', () => {
		for (const side of ['## In short', '**TL;DR**', '**Deep dive:**'])
			expect(analysed(`# Notes\n\n${side}\n\nI cut the wait by half.\n`).kind).to.equal('other');
		const begun = analysed(`${tagged}## In short\n\nBriefly.\n\n## Situation\n\nA.\n`);
		expect(begun.stories.map(({ title }) => title)).to.deep.equal(['a-story']);
	});

	it('go by names that name no section of the telling', () => {
		const names = createSectionNames([]);
		for (const kind of sideKinds)
			for (const name of sideNames[kind]) {
				const found = names.read(name);
				expect(found?.side, name).to.equal(kind);
				expect(found?.kinds, name).to.deep.equal([]);
			}
		expect(names.read('In short & Task')).to.equal(undefined);
	});

	it('point at their own name and text', () => {
		const text = `${tagged}# A\n\n## Situation\n\nB.\n\n## Follow-ups\n\nC.\n`;
		const [story] = analysed(text).stories;
		const [side] = story && isFull(story) ? story.sides : [];
		expect(side && [at(text, side.name), at(text, side.body).trim()]).to.deep.equal(['Follow-ups', 'C.']);
	});
});
