import { namesByLanguage } from '../framework/namesByLanguage.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../framework/sectionKind.ts';
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
			'difference. In a code block nothing is read: what stands there is an example, of a story too.',
		'## Forms',
		...strong.flatMap(shown),
		'## Names only beside others',
		'A letter or a plain word may stand at the beginning of any sentence. Written like this, it names a section where ' +
			'at least three of them stand under one heading in the order Situation, Task, Action, Result. Within a paragraph ' +
			'each begins a sentence and is written like the first; several such paragraphs under one heading are a story each.',
		...weak.flatMap(shown),
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
