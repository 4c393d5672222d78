/** What is written in one section of a story. */
export interface FormPart {
	/** What the section is called. */
	readonly name: string;
	/** The letter that stands for it: S, T, A, R or L. */
	readonly letter: string;
	/** Its text, on one line. */
	readonly told: string;
}

/**
 * - `heading`: the text stands in paragraphs below.
 * - `label`: the text follows on the line; also in lists, in successive lines of one paragraph, and below.
 * - `alone`: a label that has its line to itself, with the text below.
 * - `inline`: all of them follow each other in one paragraph.
 * - `element`: an element of MDX or HTML with the text in it.
 * - `nested`: an item of a list, with the text one level deeper.
 * - `rows`: a table with a row for each section; `columns`: one with a column for each.
 */
export type FormLayout = 'heading' | 'label' | 'alone' | 'inline' | 'element' | 'nested' | 'rows' | 'columns';

/** One way to write the sections of a story. */
export interface SectionForm {
	readonly id: string;
	/** One sentence, or the beginning of one, for the documentation. */
	readonly description: string;
	readonly layout: FormLayout;
	/** How the section begins; the words that are its name stand between « and ». */
	opening(part: FormPart, index: number): string;
	/** Whether it is a name only where at least three sections of one story are written so, in the order of STAR. */
	readonly isWeak?: true;
	/** Whether its first section is two: the Situation and the Task. */
	readonly isCombined?: true;
	/** What stands before each section: `- ` and `> ` in this very form. */
	readonly marks?: string;
}

type Written = Pick<SectionForm, 'opening'> & Partial<SectionForm>;

function heading(
	id: string,
	description: string,
	opening: SectionForm['opening'],
	more?: Partial<Written>,
): SectionForm {
	return { id, description, layout: 'heading', opening, ...more };
}

function label(id: string, description: string, opening: SectionForm['opening'], more?: Partial<Written>): SectionForm {
	return { id, description, layout: 'label', opening, ...more };
}

const weak = { isWeak: true } as const;
const combined = { isCombined: true } as const;

/** The forms in which the sections of a story are read, each run as a test and shown in the documentation. */
export const sectionForms: readonly SectionForm[] = [
	heading('heading', 'A heading of any level.', ({ name }) => `## «${name}»`),
	heading('heading-underlined', 'A heading with a line below it.', ({ name }) => `«${name}»\n-------`),
	heading('heading-numbered', 'Numbers before the name.', ({ name }, index) => `### «${index + 1}. ${name}:»`),
	heading(
		'heading-numeral',
		'Roman numerals or letters before it.',
		({ name }, index) => `## «${['I', 'II', 'III', 'IV', 'V'][index] ?? ''}. ${name}»`,
	),
	heading('heading-emoji', 'Emoji before or behind it.', ({ name }) => `## «🎯 ${name}»`),
	heading('heading-article', 'An article or possessive before it.', ({ name }) => `## «The ${name}»`),
	heading('heading-aside', 'A share or a time in parentheses.', ({ name }) => `## «${name} (20%)»`),
	heading('heading-title', 'A title behind a colon or a dash.', ({ name, letter }) =>
		'SA'.includes(letter) ? `## «${name}: what I remember»` : `## «${name} — what I remember»`,
	),
	heading('heading-attributes', 'Attributes behind it.', ({ name, letter }) => `## «${name} {#part-${letter}}»`),
	heading('heading-initial', 'Its letter before it.', ({ name, letter }) => `## «${letter} — ${name}»`),
	heading(
		'heading-spelled-out',
		'Its letter, and the name in parentheses.',
		({ name, letter }) => `## «${letter} (${name})»`,
	),
	heading('heading-html', 'A heading in HTML.', ({ name }) => `<h2>«${name}»</h2>`),
	heading('heading-spelled-brackets', 'The same in brackets.', ({ name, letter }) => `## «${letter} [${name}]»`),
	heading('heading-letter', 'Its letter alone.', ({ letter }) => `## «${letter}»`, weak),
	heading('heading-combined', 'Two sections told together.', ({ name }) => `## «${name}»`, combined),
	heading('heading-combined-letters', 'Two letters.', ({ letter }) => `## «${letter}»`, { ...weak, ...combined }),
	label('label', 'A label in bold.', ({ name }) => `**«${name}»:** `),
	label('label-colon-outside', 'The colon behind the marks.', ({ name }) => `**«${name}»**: `),
	label('label-dash', 'A dash for the colon.', ({ name }) => `__«${name}»__ - `),
	label('label-dash-inside', 'The dash between the marks.', ({ name }) => `**«${name}» -** `),
	label('label-full-stop', 'A full stop for the colon.', ({ name }) => `**«${name}».** `),
	label('label-aside', 'A share or a time in parentheses.', ({ name }) => `**«${name}»** (15 s): `),
	label('label-bare', 'Nothing but bold type.', ({ name }) => `**«${name}»** `, weak),
	label('label-italic', 'A label in italics.', ({ name }) => `*«${name}»:* `),
	label('label-bold-italic', 'A label in both.', ({ name }) => `***«${name}»:*** `),
	label('label-html', 'A label in HTML.', ({ name }) => `<b>«${name}»:</b> `),
	label('label-emoji', 'Emoji before the label.', ({ name }) => `🔹 **«${name}»:** `),
	label('label-item', 'A label in a list.', ({ name }) => `**«${name}»:** `, { marks: '- ' }),
	label('label-task', 'A label in a task list.', ({ name }) => `**«${name}»:** `, { marks: '- [x] ' }),
	label('label-quoted', 'A label in a block quote.', ({ name }) => `**«${name}»:** `, { marks: '> ' }),
	label('label-initial', 'Its letter before the name.', ({ name, letter }) => `**«${letter} — ${name}»:** `),
	label('label-bracketed', 'Its letter in brackets.', ({ name, letter }) => `**«[${letter}] ${name}»:** `),
	label(
		'label-spelled-out',
		'Its letter, and the name in parentheses.',
		({ name, letter }) => `**«${letter} (${name})»:** `,
	),
	label('label-bold-initial', 'A name of which the first letter is bold.', ({ name }) => {
		const [first = '', ...rest] = name;
		return `**«${first}**${rest.join('')}»: `;
	}),
	label('label-combined', 'Two sections told together.', ({ name }) => `**«${name}»:** `, combined),
	label('label-alone', 'A label alone on its line.', ({ name }) => `**«${name}»**`, { layout: 'alone' }),
	label('label-above', 'A label with a colon alone on its line.', ({ name }) => `**«${name}»:**`, {
		layout: 'alone',
	}),
	label('label-inline', 'Labels within one paragraph.', ({ name }) => `**«${name}»:** `, { layout: 'inline' }),
	label('letter', 'A letter in bold.', ({ letter }) => `**«${letter}»:** `, weak),
	label('letter-parentheses', 'A letter in parentheses.', ({ letter }) => `**«(${letter})»** `, weak),
	label('letter-dash', 'A letter in bold with a dash.', ({ letter }) => `**«${letter}»** — `, {
		...weak,
		marks: '- ',
	}),
	label('letter-plain', 'A letter in plain type.', ({ letter }) => `«${letter}»: `, weak),
	label('letter-item', 'A letter in a list.', ({ letter }) => `«${letter}»: `, { ...weak, marks: '- ' }),
	label('letter-inline', 'Letters within one paragraph.', ({ letter }) => `(«${letter}») `, {
		...weak,
		layout: 'inline',
	}),
	label('letter-inline-bold', 'Letters in bold within one.', ({ letter }) => `**«${letter}»:** `, {
		...weak,
		layout: 'inline',
		marks: '- ',
	}),
	label('plain', 'The name in plain type.', ({ name }) => `«${name}»: `, weak),
	label('plain-inline', 'Names within one paragraph.', ({ name }) => `«${name}»: `, { ...weak, layout: 'inline' }),
	label('plain-item', 'The name in a list.', ({ name }) => `«${name}»: `, { ...weak, marks: '- ' }),
	label('plain-numbered', 'The name in a numbered list.', ({ name }) => `«${name}»: `, { ...weak, marks: '1. ' }),
	label('plain-above', 'The name and a colon alone on a line.', ({ name }) => `«${name}»:`, {
		...weak,
		layout: 'alone',
	}),
	label('plain-field', 'A field as Dataview and Logseq write it.', ({ name }) => `«${name}»:: `, weak),
	label('plain-brackets', 'The name in brackets.', ({ name }) => `【«${name}»】`, weak),
	label('plain-sign', 'The name behind a sign, alone on its line.', ({ name }) => `■ «${name}»`, {
		...weak,
		layout: 'alone',
	}),
	label('plain-line', 'The name alone on the first line of a paragraph.', ({ name }) => `«${name}»`, {
		...weak,
		layout: 'alone',
	}),
	label(
		'plain-item-above',
		'The name in a numbered line of its own.',
		({ name }, index) => `${index + 1}. «${name}»`,
		{
			...weak,
			layout: 'heading',
		},
	),
	label('nested', 'A list with the text one level deeper.', ({ name }) => `«${name}»`, {
		...weak,
		layout: 'nested',
		marks: '- ',
	}),
	label(
		'element',
		'An element of MDX or HTML with the name for its title.',
		({ name }) => `<TabItem label="«${name}»">`,
		{
			...weak,
			layout: 'element',
		},
	),
	label('table-rows', 'A table with a row for each section.', ({ name }) => `«${name}»`, { layout: 'rows' }),
	label('table-columns', 'A table with a column for each.', ({ name }) => `«${name}»`, { layout: 'columns' }),
];

/**
 * Writes a story in a form, in the way that the documentation shows.
 *
 * @param parts in the order of STAR
 * @param marks before each section, such as `- `; the form's own when left out
 */
export function writeInForm(form: SectionForm, parts: readonly FormPart[], marks = form.marks ?? ''): string {
	const indent = marks.replace(/\[[ x]\] $/u, '').replaceAll(/[^\s>]/gu, ' ');
	const openings = parts.map((part, index) => form.opening(part, index));
	if (form.layout === 'rows') {
		const rows = openings.map((opening, index) => `| ${opening} | ${parts[index]?.told ?? ''} |`);
		return ['| Part | What I say |', '| --- | --- |', ...rows].map((row) => marks + row).join('\n');
	}
	if (form.layout === 'columns') {
		const rows = [openings, openings.map(() => '---'), parts.map(({ told }) => told)];
		return rows.map((cells) => `${marks}| ${cells.join(' | ')} |`).join('\n');
	}
	const sections = (form.isCombined ? withFirstTwoTogether(parts) : parts).map((part, index) => {
		const opening = marks + form.opening(part, index).replaceAll('\n', `\n${indent}`);
		if (form.layout === 'inline') return form.opening(part, index) + part.told;
		if (form.layout === 'element') return `${opening}\n\n${part.told}\n\n</TabItem>`;
		if (form.layout === 'label') return opening + part.told;
		if (form.layout === 'alone') return `${opening}\n${indent}${part.told}`;
		if (form.layout === 'nested') return `${opening}\n${indent}- ${part.told}`;
		return `${opening}\n${indent.trimEnd()}\n${indent}${part.told}`;
	});
	if (form.layout === 'inline') return marks + sections.join(' ');
	return sections.join(/[^\s>]/u.test(marks) ? '\n' : `\n${indent.trimEnd()}\n`);
}

function withFirstTwoTogether([first, second, ...rest]: readonly FormPart[]): readonly FormPart[] {
	if (!first || !second) return rest;
	const together = {
		name: `${first.name} & ${second.name}`,
		letter: `${first.letter}/${second.letter}`,
		told: `${first.told} ${second.told}`,
	};
	return [together, ...rest];
}
