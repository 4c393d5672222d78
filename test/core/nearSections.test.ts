import { expect } from 'chai';
import { type FormPart, type SectionForm, sectionForms, writeInForm } from '../../src/core/story/forms.ts';
import { analysed, at, saidOfMissing, tagged } from './reading.ts';

const told = {
	situation: 'Nobody slept.',
	task: 'I was to change that.',
	action: 'I cut alerts.',
	result: '9 are left.',
};

const texts = [...Object.values(told), 'I ask first now.'];

/** A story whose sections go by these names, in one form. */
function storyWith(names: readonly string[], form: (name: string, text: string) => string, title = '# Pagers'): string {
	return `${tagged}${title}\n\n${names.map((name, index) => form(name, texts[index] ?? '')).join('')}`;
}

const forms: Readonly<Record<string, (name: string, text: string) => string>> = {
	headings: (name, text) => `## ${name}\n\n${text}\n\n`,
	'numbered headings': (name, text) => `### 2. ${name} (20%):\n\n${text}\n\n`,
	labels: (name, text) => `**${name}:** ${text}\n\n`,
	'labels before a colon': (name, text) => `**${name}**: ${text}\n\n`,
	'labels in a list': (name, text) => `- **${name}:** ${text}\n`,
	'labels alone on their line': (name, text) => `**${name}**\n\n${text}\n\n`,
	'bold italic labels': (name, text) => `***${name}***\n\n${text}\n\n`,
	'plain labels': (name, text) => `${name}: ${text}\n\n`,
	'plain labels in a list': (name, text) => `- ${name}: ${text}\n`,
	'labels in a quotation': (name, text) => `> **${name}:** ${text}\n>\n`,
};
/** A story in one of the forms that are read, or with a form for each section. */
function storyInForms(names: readonly string[], chosen: readonly SectionForm[]): string {
	const [first] = chosen;
	if (!first) return '';
	const parts = names.map((name, index): FormPart => {
		return { name, letter: 'STARL'[index] ?? '', told: texts[index] ?? '' };
	});
	const sections =
		chosen.length > 1
			? parts.map((part, index) => writeInForm(chosen[index] ?? first, [part])).join('\n\n')
			: writeInForm(first, parts);
	return `${tagged}# Pagers\n\n${sections.replaceAll(/[«»]/gu, '')}\n`;
}

const right = ['Situation', 'Task', 'Action', 'Result', 'Learnings'];
const slips: readonly (readonly [place: number, written: string, meant: string])[] = [
	[0, 'Situtation', 'Situation'],
	[0, 'Situaton', 'Situation'],
	[0, 'Sitaution', 'Situation'],
	[0, 'SITUATON', 'SITUATION'],
	[0, 'Backgroud', 'Background'],
	[1, 'Taks', 'Task'],
	[2, 'Acton', 'Action'],
	[2, 'acitons', 'actions'],
	[3, 'Reslut', 'Result'],
	[3, 'Reuslts', 'Results'],
	[4, 'Learnigns', 'Learnings'],
	[4, 'Lessons lerned', 'Lessons learned'],
];

function expectMended(story: (name: string) => string, written: string, meant: string): void {
	const [first, ...more] = saidOfMissing(story(written));
	expect(more).to.deep.equal([]);
	expect(first?.place.replaceAll('*', '')).to.equal(written);
	expect(first?.after).to.equal(story(meant));
	expect(saidOfMissing(first?.after ?? '')).to.deep.equal([]);
}

describe('a misspelt name of a section', () => {
	for (const [what, form] of Object.entries(forms)) {
		for (const [place, written, meant] of slips) {
			it(`is mended where it stands: ${written} among ${what}`, () => {
				const text = storyWith(right.with(place, written), form);
				const [first, ...more] = saidOfMissing(text);
				expect(more).to.deep.equal([]);
				expect(first?.place).to.equal(written);
				expect(first?.message).to.equal(`“${written}” names no section: did you mean ${meant}?`);
				expect(first?.after).to.equal(text.replace(written, meant));
				expect(saidOfMissing(first?.after ?? '')).to.deep.equal([]);
			});
		}
	}

	// Within a paragraph, or a tag, a word near a name is a word.
	const named = sectionForms.filter(
		({ opening, layout }) =>
			layout !== 'inline' &&
			layout !== 'element' &&
			/Name/u.test(opening({ name: 'Name', letter: '', told: '' }, 0).replaceAll('*', '')),
	);
	const some = slips.filter(([, written]) => /^(?:Situaton|acitons|Reuslts|Learnigns)$/u.test(written));
	for (const form of named) {
		for (const [place, written, meant] of some) {
			it(`is mended in the form ${form.id}: ${written}`, () => {
				expectMended((name) => storyInForms(right.with(place, name), [form]), written, meant);
			});
		}
	}

	const strong = named.filter(
		({ layout, isWeak, isCombined }) => layout !== 'rows' && layout !== 'columns' && !isWeak && !isCombined,
	);
	for (const form of strong) {
		const other = sectionForms.find(({ id }) => id === (form.layout === 'heading' ? 'label' : 'heading')) ?? form;
		for (const [place, written, meant] of some) {
			it(`is mended in the form ${form.id} among sections of another: ${written}`, () => {
				const chosen = right.map((_, index) => (index === place ? form : other));
				expectMended((name) => storyInForms(right.with(place, name), chosen), written, meant);
			});
		}
	}

	const tables: Readonly<Record<string, (names: readonly string[]) => string>> = {
		'the rows of a table': (names) =>
			`| | |\n|---|---|\n${names.map((name, index) => `| **${name}** | ${texts[index]} |\n`).join('')}`,
		'the rows of a table in a quotation, numbered': (names) =>
			`> | # | Part | |\n> |---|---|---|\n${names.map((name, index) => `> | ${index + 1} | ${name} | ${texts[index]} |\n`).join('')}`,
		'the rows of a table with two stories': (names) =>
			`| | One | Two |\n|---|---|---|\n${names.map((name, index) => `| ${name} | ${texts[index]} | ${texts[index]} |\n`).join('')}`,
		'the columns of a table with a story': (names) =>
			`| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n| ${texts.join(' | ')} |\n`,
		'the columns of a table with three stories': (names) =>
			`| Story | ${names.join(' | ')} |\n|---|${'---|'.repeat(names.length)}\n` +
			['One', 'Two', 'Three'].map((title) => `| ${title} | ${texts.join(' | ')} |\n`).join(''),
	};
	for (const [what, table] of Object.entries(tables)) {
		for (const [place, written, meant] of slips) {
			it(`is mended once, where it stands: ${written} among ${what}`, () => {
				const text = `${tagged}# Pagers\n\n${table(right.with(place, written))}`;
				const [first, ...more] = saidOfMissing(text);
				expect(more).to.deep.equal([]);
				expect(first?.place).to.equal(written);
				expect(first?.message).to.contain(`“${written}” names no section: did you mean ${meant}?`);
				expect(first?.after).to.equal(text.replace(written, meant));
				expect(saidOfMissing(first?.after ?? '')).to.deep.equal([]);
			});
		}
	}

	const headings: readonly (readonly [what: string, line: string, meant: string])[] = [
		['without a space', '##Action', '## Action'],
		['behind a no-break space', '##\u00A0Action', '## Action'],
		['behind a wide space', '##\u3000Action', '## Action'],
		['without a space and misspelt', '##Acton', '## Action'],
		['with more behind it', '##Action (50%)', '## Action (50%)'],
	];
	for (const [what, line, meant] of headings) {
		it(`is mended where it stands: a heading ${what}`, () => {
			const text = storyWith(right, forms['headings'] ?? String).replace('## Action', line);
			const [first, ...more] = saidOfMissing(text);
			expect(more).to.deep.equal([]);
			expect(first?.place).to.equal(line);
			expect(first?.message).to.match(/did you mean `## Action/u);
			expect(first?.after).to.equal(text.replace(line, meant));
			expect(saidOfMissing(first?.after ?? '')).to.deep.equal([]);
		});
	}

	it('is said for each of several, and no section is inserted beside its text', () => {
		const text = storyWith(['Situtation', 'Taks', 'Acton', 'Reslut'], forms['headings'] ?? String);
		expect(saidOfMissing(text).map(({ place }) => place)).to.deep.equal(['Situtation', 'Taks', 'Acton', 'Reslut']);
	});

	it('is said in the story of a bank that it stands in', () => {
		const entry = (title: string, action: string) =>
			`## ${title}\n\n**Situation:** a\n\n**Task:** b\n\n**${action}:** c\n\n**Result:** 5 %\n\n**Learnings:** d\n\n`;
		const text = `${tagged}# Bank\n\n${entry('One', 'Action')}${entry('Two', 'Acton')}${entry('Three', 'Action')}`;
		const found = analysed(text).problems.filter(({ rule }) => rule === 'section-missing');
		expect(found.map(({ span, story }) => [at(text, span), story])).to.deep.equal([['Acton', 1]]);
	});

	const others: readonly (readonly [place: number, written: string])[] = [
		[2, 'Actions items'],
		[2, 'Auction'],
		[2, 'Reaction'],
		[2, 'Acting'],
		[3, 'Resolution'],
		[3, 'Resort'],
		[3, 'Revolt'],
		[0, 'Saturation'],
		[0, 'Contents'],
		[0, 'Station'],
		[1, 'Talk'],
		[1, 'Tasty'],
		[1, 'Ask'],
		[1, 'Objections'],
		[4, 'Earnings'],
		[4, 'Lesions'],
	];
	for (const [place, written] of others) {
		it(`is not seen in ${written}`, () => {
			for (const form of Object.values(forms)) {
				const text = storyWith(right.with(place, written), form);
				for (const { message } of saidOfMissing(text)) expect(message).to.not.match(/mean/u);
			}
		});
	}

	it('is not seen where the section does not belong, stands already, or is a tag', () => {
		const heading = forms['headings'] ?? String;
		const misplaced = storyWith(['Situation', 'Task', 'Result', 'Acton'], heading);
		const there = storyWith(['Situation', 'Task', 'Action', 'Acton', 'Result', 'Learnings'], heading);
		const tag = storyWith(['Situation', 'Task', 'Result', 'Learnings'], heading).replace(
			'## Result',
			'#action\n\n## Result',
		);
		for (const text of [misplaced, there, tag]) {
			for (const { message } of saidOfMissing(text)) expect(message).to.not.match(/mean/u);
		}
	});

	it('is said at a heading of another depth', () => {
		const text = storyWith(['Situation', 'Task', 'Result', 'Learnings'], forms['headings'] ?? String).replace(
			'## Result',
			'#### Acton\n\nI cut alerts.\n\n## Result',
		);
		expect(saidOfMissing(text).map(({ place }) => place)).to.deep.equal(['Acton']);
	});

	it('is no name in a title', () => {
		expect(
			saidOfMissing(storyWith(['Task', 'Action', 'Result'], forms['headings'] ?? String, '# Situtation')).map(
				({ place }) => place,
			),
		).to.deep.equal(['Situtation', 'Situtation']);
	});
});
