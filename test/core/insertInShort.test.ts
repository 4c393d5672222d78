import { expect } from 'chai';
import { insertInShort } from '../../src/core/edit/insertInShort.ts';
import { insertionEdits } from '../../src/core/edit/insertSection.ts';
import { sectionForms, writeInForm } from '../../src/core/story/forms.ts';
import { sectionKinds, sectionTitles } from '../../src/core/framework/sectionKind.ts';
import { shortStory } from '../../src/core/story/formsPage.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { analysed, read, tagged } from './reading.ts';

function inserted(text: string, proposal: string, index = 0): string | undefined {
	const document = read(text);
	const story = document.stories[index];
	if (!story) throw new Error('No story');
	const found = insertInShort(document, story, proposal);
	return found.refusal ? undefined : applyEdits(text, insertionEdits(found));
}

describe('inserting In short', () => {
	it('puts it above the first section, as a heading or a label as that one', () => {
		const headings = `${tagged}# Reviews\n\n## Situation\n\nSlow.\n\n## Action\n\nI did.\n`;
		expect(inserted(headings, 'I halved * the wait.')).to.equal(
			headings.replace('## Situation', '## In short\n\nI halved \\* the wait.\n\n## Situation'),
		);
		const labels = `${tagged}# Reviews\n\n**Situation:** Slow.\n\n**Action:** I did.\n`;
		expect(inserted(labels, 'I did.')).to.equal(
			labels.replace('**Situation:**', '**In short:** I did.\n\n**Situation:**'),
		);
	});

	it('changes nothing else, in whatever form the story is written, or is refused', () => {
		let count = 0;
		for (const form of sectionForms) {
			const parts = sectionKinds.map((kind) => ({
				name: sectionTitles[kind],
				letter: kind.charAt(0).toUpperCase(),
				told: shortStory[kind],
			}));
			const text = tagged + writeInForm(form, parts).replaceAll(/[«»]/gu, '');
			const after = inserted(text, 'I did it, and it held.');
			if (after === undefined) continue;
			count++;
			const [story] = analysed(after).stories;
			expect(
				story?.sides.map(({ kind, spoken }) => [kind, spoken]),
				after,
			).to.deep.equal([['in-short', 'I did it, and it held.']]);
			expect(story?.words).to.equal(analysed(text).stories[0]?.words);
		}
		expect(count).to.be.above(sectionForms.length / 2);
	});

	it('is refused where there is one, or nothing to stand above', () => {
		expect(inserted(`${tagged}## In short\n\nBriefly.\n\n## Action\n\nI did.\n`, 'No.')).to.equal(undefined);
		expect(inserted(`${tagged}# Reviews\n`, 'No.')).to.equal(undefined);
	});
});
