import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';

const bank = join(import.meta.dirname, '../fixtures/sample-bank');

/** Every Markdown file of the sample bank. */
export const sampleFiles = readdirSync(bank, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.md'))
	.map((file) => ({ file, fileName: basename(file), text: readFileSync(join(bank, file), 'utf8') }));

const eol = fc.constantFrom('\n', '\r\n');
const mark = fc.constantFrom('', '', '\uFEFF');

/** Pieces in which Markdown, YAML and this product's own syntax meet. */
const fragments = [
	'---',
	'---\n',
	'+++\n',
	'\n',
	'\n\n',
	'\r\n',
	'\r',
	'\t',
	'    ',
	'  \n',
	'\\\n',
	' ',
	'\uFEFF',
	'\u0000',
	'\u2028',
	'\u00a0',
	'\ud83d',
	'🎯',
	'ℹ️',
	'שלום',
	'é',
	'competencies: ',
	'competencies:\n',
	'competency: mentorship\n',
	'type: star-story\n',
	'[mentorship, mentroship]\n',
	'- mentorship\n',
	'  - "Technical Influence"\n',
	'strength: 9\n',
	'status: ready\n',
	'date: 2024-06\n',
	'title: A, b\n',
	'title: |\n  x\n',
	'metrics: [5%, TBD]\n',
	'__proto__: constructor\n',
	'&a ',
	'*a',
	'!!str ',
	'"',
	"'",
	'{',
	'}',
	'[',
	']',
	'# ',
	'## ',
	'### ',
	'# One\n',
	'## Two\n',
	'## Three\n',
	'=====\n',
	'**',
	'__',
	'*',
	'`',
	'```\n',
	'~~~\n',
	'<!-- ',
	' -->',
	'<div>\n',
	'</div>\n',
	'<a id=x></a>',
	'> ',
	'- ',
	'1. ',
	'  - ',
	'| a | b |\n',
	'| --- | - |\n',
	'Situation',
	'Task',
	'Action',
	'Result',
	'Learnings',
	'## Situation\n',
	'## Task\n\n',
	'### Action\n\n',
	'## 2. Result (20%):\n',
	'## S — Context\n',
	'**Situation:** I ',
	'**Task**: my ',
	'- **Action:** we ',
	'> **Result:** our ',
	'__Plus__ - ',
	'**Competencies:** mentorship; x\n',
	'**Tags:** mentorship, Technical Influence\n',
	'**Strength:** 4\n',
	'**Status:** done\n',
	'**Date:** 2023',
	'TODO',
	'XX%',
	'<metric>',
	'[team name]',
	'What was yours to achieve?',
	'What changed, and by how much?\n',
	'I did. We did, you did.\n',
	':',
	': ',
	' - ',
	'\n: ',
	'&amp;',
	'&mdash; ',
	'&#83;',
	'[x](y) ',
	'![x](y)',
	'[x]: y\n',
];

/** Documents made of {@link fragments}, in any order and so small that nesting stays shallow. */
export const jumble = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));

/** The same below front matter that makes them stories. */
export const taggedJumble = fc
	.tuple(
		mark,
		fc.constantFrom(
			'competencies: [mentorship, x]',
			'type: star-story',
			'competency: mentorship\nstrength: 9',
			'competencies:\n\t- x',
		),
		jumble,
	)
	.map(([bom, yaml, body]) => `${bom}---\n${yaml}\n---\n${body}`);

const tags = fc.constantFrom(
	'competencies: [mentorship]',
	'competencies: [mentroship, initiative]',
	'competencies: "mentroship"',
	"competencies: 'Mentorshp & Knowledge Sharing'",
	'competencies: mentroship # mine',
	'competencies:\n  - mentorship\n  - "tehcnical influence" # typo\n',
	'competencies: []',
	'competencies:',
	'competencies: ""',
	"competencies: ''",
	'competencies: ~',
	'competencies:\n  -',
	'competencies: |\n  mentroship',
	'competencies: [mentorship, Mentoring]',
	'type: star-story',
	'{type: star-story, x: y}',
	'  type: star-story',
	'# mine\n\ntype: star-story',
	'x: &a mentroship\ncompetencies: *a',
);
const more = fc.constantFrom(
	'',
	'\nstrength: 4',
	'\nstatus: ready # done',
	'\nstrength: 9\ntitle: Mine',
	'\n\n# kept\ncompany: TBD',
);
const words = fc.constantFrom(
	'I fixed it.',
	'We lost 5% a week.',
	'TODO',
	'I wrote\nmore\nlines.',
	'Words.\n\nMore words.',
	'- one\n- two',
	'> quoted',
	'| a | b |\n| - | - |\n| c | d |',
	'```\ncode\n```',
	'### Aside\n\nwords',
	'',
);
const kinds = fc.subarray(['Situation', 'Task', 'Action', 'Result', 'Learnings']);

type Section = [name: string, words: string];

/** How a form of section is written; the sections of a story share one. */
const forms: readonly ((sections: readonly Section[]) => string)[] = [
	(sections) => sections.map(([name, told]) => `## ${name}\n\n${told}\n`).join('\n'),
	(sections) => sections.map(([name, told], index) => `### ${index + 1}. ${name}:\n${told}\n`).join(''),
	(sections) => sections.map(([name, told]) => `${name}\n-----\n\n${told}\n`).join('\n'),
	(sections) =>
		sections.map(([name, told]) => `**${name}:**${told.includes('\n') ? '\n\n' : ' '}${told}\n`).join('\n'),
	(sections) => sections.map(([name, told]) => `**${name}:** ${oneLine(told)}\n`).join(''),
	(sections) => sections.map(([name, told]) => `__${name}__ - ${oneLine(told)}\n`).join(''),
	(sections) => sections.map(([name, told]) => `- **${name}**: ${oneLine(told)}\n`).join(''),
	(sections) => sections.map(([name, told], index) => `${index + 1}. **${name}:** ${oneLine(told)}\n`).join('\n'),
	(sections) => sections.map(([name, told]) => `> **${name}:** ${oneLine(told)}\n`).join('>\n'),
	(sections) =>
		sections
			.map(([name, told]) => `> ${name === 'Task' ? '' : 'And so\n> '}**${name}:** ${oneLine(told)}\n`)
			.join(''),
	(sections) => `- STAR\n${sections.map(([name, told]) => `  - **${name}:** ${oneLine(told)}\n`).join('')}`,
];

/** A heading below an entry of a bank, with two kinds of section under it, is an entry of its own. */
function withoutHeadings(body: string): string {
	return body.replaceAll('### Aside\n\n', '');
}

function oneLine(told: string): string {
	return told.split('\n')[0] ?? '';
}

const sections = fc
	.tuple(fc.constantFrom(...forms), kinds, fc.array(words, { minLength: 5, maxLength: 5 }), fc.boolean())
	.map(([form, names, told, backwards]) => {
		const written = names.map((name, index): Section => [name, told[index] ?? '']);
		return form(backwards ? written.toReversed() : written);
	});

const oneStory = fc
	.tuple(tags, more, fc.constantFrom('# The queue\n\n', 'The queue\n===\n\n', ''), sections)
	.map(([yaml, fields, title, body]) => {
		const block = yaml.startsWith('{') || yaml.startsWith('  ') ? yaml : yaml + fields;
		return `---\n${block}\n---\n\n${title}${body}`;
	});

const lines = fc.constantFrom(
	'**Competencies:** mentroship; initiative\n\n',
	'**Competencies:**\n\n',
	'- **Tags:** `mentorship`, infuence\n- **Strength:** 9\n\n',
	'**Competency:** mentorship\\\n**Date:** 2024\n\n',
	'',
);
const bankOfStories = fc
	.tuple(
		fc.constantFrom('', '---\ncompetencies: [mentroship]\n---\n'),
		fc.array(fc.tuple(lines, sections), { minLength: 2, maxLength: 3 }),
	)
	.map(
		([yaml, stories]) =>
			`${yaml}# Bank\n\n${stories.map(([own, body], index) => `## Story ${index}\n\n${own}${withoutHeadings(body)}\n`).join('')}`,
	);

/** Documents as people write them: one story or several, complete or not, in every form, with either line ending. */
export const storyDocument = fc
	.tuple(fc.oneof(oneStory, bankOfStories), eol, mark, fc.boolean())
	.map(([text, ending, bom, closed]) => bom + (closed ? text : text.trimEnd()).replaceAll('\n', ending));
