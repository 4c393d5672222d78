import type { Prose } from './prose.ts';
import type { Random } from './random.ts';

const topics = [
	'Queue',
	'Ledger',
	'Search',
	'Rollout',
	'On-call',
	'Hiring',
	'Books',
	'Garden',
	'Budget',
	'Kubernetes',
	'Postgres',
	'Retro',
	'Standup',
	'Reading list',
];

type Part = (random: Random, prose: Prose) => string;

/** The parts of notes, with how often each occurs. */
const parts: readonly (readonly [times: number, part: Part])[] = [
	[10, (random, prose) => random.pick(prose.notes)],
	[4, (random) => `${'#'.repeat(random.between(2, 4))} ${random.pick(topics)} ${random.between(1, 99)}`],
	[
		4,
		(random) =>
			list(
				random,
				(index) =>
					`- ${random.pick(['[ ] ', '[x] ', '', ''])}${random.pick(topics)} ${index}: see [[${random.pick(topics)}]] and \`f(${index})\``,
			),
	],
	[
		2,
		(random) =>
			list(
				random,
				(index) => `${index + 1}. Ask about **${random.pick(topics)}**, then _${random.pick(topics)}_.`,
			),
	],
	[
		1,
		(random) =>
			`| what | how many |\n| --- | ---: |\n${list(random, (index) => `| ${random.pick(topics)} | ${index * random.between(1, 9)} |`)}`,
	],
	[
		2,
		(random) =>
			`\`\`\`ts\n${list(random, (index) => `const value${index} = await read('${random.pick(topics)}', ${index});`)}\n\`\`\``,
	],
	[
		1,
		(random) =>
			`> ${random.pick(topics)} is a [link](https://example.org/${random.between(1, 999)} "there"), and so is <https://example.org>.`,
	],
	[1, (random) => `![${random.pick(topics)}](images/${random.between(1, 999)}.png)`],
];
const weighted = parts.flatMap(([times, part]) => Array.from({ length: times }, () => part));

/** Headings of other kinds of documents, which are also aliases of sections. */
const lookAlikes = ['## Context', '## Goals', '## Approach', '## Outcome'];

/**
 * A note that is no story.
 *
 * @param length about this many UTF-16 code units
 */
export function noteText(random: Random, prose: Prose, length: number): string {
	const headings = random.happens(0.003) ? lookAlikes : [];
	const notes = headings.length > 0 ? prose.documents : random.happens(0.005) ? prose.guides : prose.notes;
	const words = { ...prose, notes };
	let text = random.happens(0.3)
		? `---\ntags: [${random.pick(topics).toLowerCase()}, note]\ncreated: 2023-0${random.between(1, 9)}-1${random.between(0, 9)}\n---\n\n`
		: '';
	text += `# ${random.pick(topics)} ${random.between(1, 9999)}\n\n`;
	for (let index = 0; text.length < length || index < headings.length; index++) {
		if (headings[index] !== undefined) text += `${headings[index]}\n\n`;
		text += `${random.pick(weighted)(random, words)}\n\n`;
	}
	return text;
}

function list(random: Random, item: (index: number) => string): string {
	return Array.from({ length: random.between(3, 9) }, (_, index) => item(index)).join('\n');
}
