import { expect } from 'chai';
import fc from 'fast-check';
import { storiesToTable } from '../../src/core/edit/storiesToTable.ts';
import { tableToStories } from '../../src/core/edit/tableToStories.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { defaultContext } from './context.ts';
import { propertyRuns } from './propertyRuns.ts';
import { at, read } from './reading.ts';

const context = { ...defaultContext, fileName: 'a-story.md' };

/** The document with its stories in a table, or why it stays as it is. */
function tabled(text: string): string {
	const made = storiesToTable(read(text), context);
	return 'refusal' in made ? made.refusal.message : applyEdits(text, [made.edit]);
}

const story = (title: string, action: string, more = '') =>
	`## ${title}\n\n**Competencies:** Mentorship\n${more}\n### Situation\n\nIt broke.\n\n### Task\n\nI was to mend it.\n\n` +
	`### Action\n\n${action}\n\n### Result\n\n8 s less.\n\n`;

const bank = `# Bank\n\nTwo of them.\n\n${story('The lift', 'I listened\nto **it**.\n\n- a \\| b\n- c', '**Status:** ready\n')}${story('The keys', 'I cut `a|b`.')}`;

describe('stories written as a table', () => {
	it('stand in a row each, with their fields, paragraphs and items', () => {
		expect(tabled(bank)).to.equal(
			'# Bank\n\nTwo of them.\n\n' +
				'| Story | Competencies | Status | Situation | Task | Action | Result |\n' +
				'| --- | --- | --- | --- | --- | --- | --- |\n' +
				'| The lift | Mentorship | ready | It broke. | I was to mend it. | I listened to **it**.<br><br>- a \\| b<br>- c | 8 s less. |\n' +
				'| The keys | Mentorship |  | It broke. | I was to mend it. | I cut `a\\|b`. | 8 s less. |\n',
		);
	});

	it('are made stories again by the reverse', () => {
		const table = tabled(bank);
		const back = tableToStories(read(table), context, table.length - 9);
		expect('refusal' in back).to.equal(false);
		if ('refusal' in back) return;
		const titles = (text: string) => read(text).stories.map(({ title, tags }) => [title, tags.length]);
		expect(titles(applyEdits(table, [back.edit]))).to.deep.equal(titles(bank));
	});

	it('keep each angle in the column of its competency, also where a pipe stands in it', () => {
		const told =
			'**Angle (Mentorship):** Lead with a | b.\n**Angle (Technical Influence):** Lead with what I gave up.\n';
		const other = '**angle (mentorship):** Lead with the keys.\n';
		const angled = `# Bank\n\n${story('The lift', 'I listened.', told)}${story('The keys', 'I cut.', other)}`;
		const table = tabled(angled);
		expect(table).to.contain('| angle (mentorship) | Angle (Technical Influence) |');
		expect(table).to.contain('| Lead with a \\| b. | Lead with what I gave up. | It broke.');
		const back = tableToStories(read(table), context, table.length - 9);
		const stories = 'refusal' in back ? [] : read(applyEdits(table, [back.edit])).stories;
		const anglesOf = ({ details }: (typeof stories)[number]) =>
			(details.angles ?? []).map(({ competency, text }) => [competency, text.value]);
		expect(stories.map(anglesOf)).to.deep.equal([
			[
				['mentorship', 'Lead with a | b.'],
				['technical-influence', 'Lead with what I gave up.'],
			],
			[['mentorship', 'Lead with the keys.']],
		]);
	});

	const refused: readonly (readonly [what: string, text: string, why: string])[] = [
		['one story', `# Bank\n\n${story('One', 'I did.')}`, 'several'],
		['code', bank.replace('I cut `a|b`.', '```\nx\n```'), 'section of more'],
		['a nested list', bank.replace('- c', '- c\n    - d'), 'section of more'],
		['numbered steps, whose numbers would be told', bank.replace('- a', '1. a').replace('- c', '2. c'), 'changing'],
		['a note between the stories', bank.replace('## The keys', '> Ask Ana.\n\n## The keys'), ''],
		['text above the sections', bank.replace('**Status:** ready\n', '**Status:** ready\n\nFor Acme.\n'), 'beside'],
		['a comment', bank.replace('### Task', '<!-- star-stories-disable length -->\n\n### Task'), ''],
		['a section twice', bank.replace('### Task', '### Situation\n\nAgain.\n\n### Task'), ''],
		[
			'two angles for one competency',
			bank.replace('**Status:** ready\n', '**Angle (Mentorship):** A.\n**Angle (mentorship):** B.\n'),
			'more than once, and a cell holds one',
		],
		['a table', tabled(bank), 'under headings'],
		['nothing', '', 'several'],
	];
	for (const [what, text, why] of refused) {
		it(`are left alone where there is ${what}`, () => {
			const made = storiesToTable(read(text), context);
			expect('refusal' in made && made.refusal.message)
				.to.be.a('string')
				.that.contains(why);
		});
	}

	it('keep every letter, in whatever way they are written', () => {
		const words = fc.constantFrom(
			'a | b',
			'*c*',
			'- d\n- e',
			'f\\\ng',
			'h  \ni',
			'`j|k`',
			'\\| l',
			'1. m',
			'> n',
			'| o |',
			'',
			'# p',
			'`',
			'<br>',
			'[q](r)',
		);
		const body = fc.array(words, { maxLength: 3 }).map((parts) => parts.join('\n\n'));
		const one = fc
			.tuple(fc.constantFrom('One', 'T | wo', '*Three*'), body)
			.map(([title, action]) => story(title, action));
		const eol = fc.constantFrom('\n', '\r\n');
		const bodies = fc.array(one, { minLength: 2, maxLength: 4 });
		const letters = (text: string) =>
			[...text.matchAll(/[\p{L}\p{N}]/gu)]
				.map(([letter]) => letter)
				.toSorted()
				.join('');
		fc.assert(
			fc.property(bodies, eol, fc.constantFrom('', '# Bank\n', 'Text\n'), (stories, end, head) => {
				const text = (head + stories.join('')).replaceAll('\n', end);
				const document = read(text);
				const made = storiesToTable(document, context);
				if ('refusal' in made) return;
				const told = document.stories.flatMap(({ sections }) =>
					sections.map(({ body: span }) => at(text, span)),
				);
				const written = letters(made.edit.newText);
				for (const letter of new Set(letters(told.join('')))) {
					const count = (all: string) => all.split(letter).length;
					expect(count(written)).to.be.at.least(count(letters(told.join(''))));
				}
			}),
			{ numRuns: propertyRuns(100) },
		);
	});
});
