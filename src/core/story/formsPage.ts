import { namesByLanguage } from '../framework/namesByLanguage.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
import { textLanguages } from './toldBlocks.ts';
import { type FormPart, type SectionForm, sectionForms, writeInForm } from './forms.ts';

/** Where the page is, from the extension's folder. */
export const formsPagePath = 'docs/forms.md';

/** A story as short as it can be told, by its sections. */
export const shortStory: Readonly<Record<SectionKind, string>> = {
	situation: 'The exports stopped every night in March.',
	task: 'I had to get them through the night before the quarter ended.',
	action: 'I traced each job, cut the batches in half and wrote an alarm.',
	result: 'They have run for 90 nights since.',
	learnings: 'I ask for the alarm first now.',
};

const parts: readonly FormPart[] = sectionKinds
	.filter((kind) => kind !== 'learnings')
	.map((kind) => ({ name: sectionTitles[kind], letter: sectionTitles[kind].charAt(0), told: shortStory[kind] }));

/** A story in a block of code, under its title. */
export const fencedStory = `## The exports\n\n**Competencies:** technical-initiative\n\n\`\`\`text\n${parts
	.map(({ letter, told }) => `${letter}: ${told}`)
	.join('\n')}\n\`\`\``;

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** The page of the documentation that shows every form in which sections are read, and all their names. */
export function formsPage(): string {
	const strong = sectionForms.filter(({ isWeak }) => !isWeak);
	const weak = sectionForms.filter(({ isWeak }) => isWeak);
	const paragraphs = [
		'# How the sections of a story can be written',
		'Write as you like: the sections of a story are read in each of these forms, also in block quotes, in lists with ' +
			'any bullet, and in a file with several stories. Fixes that insert a section write it as its neighbours are ' +
			'written. Full-width colons and parentheses, typographic apostrophes, no-break spaces and capitals make no ' +
			'difference. In a block of code nothing is read, unless it [plainly tells a story](#in-a-block-of-code).',
		'## Forms',
		...strong.flatMap(shown),
		'## Names only beside others',
		'A letter or a plain word may stand at the beginning of any sentence. Written like this, it names a section where ' +
			'at least three of them stand under one heading in the order Situation, Task, Action, Result. Within a paragraph ' +
			'each begins a sentence and is written like the first; several such paragraphs under one heading are a story each.',
		...weak.flatMap(shown),
		'## In a block of code',
		'What stands between lines of three backticks or tildes is code, an example or a copy, and nothing in it is read. ' +
			'Yet some fence a story so that its lines stay as they are. A block is read like any other text where it is ' +
			'plainly a story, and nothing else tells it:',
		[
			`- Behind the opening marks stands nothing, or one of ${textLanguages.map((word) => `\`${word}\``).join(', ')}.`,
			'- Situation, Task, Action and Result stand in it in this order, once each, under their own names or letters, ' +
				'in any of the forms above.',
			'- You tell it: with an “I”, or in verbs that leave it out (“Built …, cut …”). Nothing is left to fill in ' +
				'(`[company]`), said to be put there (“Describe …”), or mostly addressed to a reader.',
			'- It is closed, and has no front matter, no line of competencies and, where it says to be Markdown, no heading ' +
				'of level 1, as samples of files have. No other block of the file tells the same.',
			'- No section stands outside of it under its heading, nor right under a heading above that one.',
		].join('\n'),
		'The heading above the block is its title, unless one stands above the sections in it. Where several blocks stand ' +
			'under one heading, each is called by the nearest line above it. Tags and lines such as `**Status:** ready` ' +
			'stand above the block; in it only sections are read, and fixes insert sections there.',
		`\`\`\`\`markdown\n${fencedStory}\n\`\`\`\``,
		'## Names',
		'Singular and plural are read alike, and so are names with an article or a possessive before them (“The Situation”, ' +
			'“My actions”) or the same name in another script behind them (“Situation 背景”). Where a section stands under its own name, another of its names beside it is text. A framework ' +
			'file adds more with `sectionAliases`.',
		...sectionKinds.flatMap((kind) => [`### ${sectionTitles[kind]}`, nameTable(kind)]),
	];
	return `${paragraphs.join('\n\n')}\n`;
}

function shown(form: SectionForm): readonly string[] {
	return [form.description, `\`\`\`markdown\n${writeInForm(form, parts).replaceAll(/[«»]/gu, '')}\n\`\`\``];
}

function nameTable(kind: SectionKind): string {
	const rows = Object.entries(namesByLanguage).map(([language, names]) => {
		const listed = [...names[kind].own, ...names[kind].aliases].map((name) => name.replaceAll("'", '’'));
		return `| ${languages.of(language) ?? language} | ${[...new Set(listed)].join(', ')} |`;
	});
	return ['| language | names |', '| --- | --- |', ...rows].join('\n');
}
