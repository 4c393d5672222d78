import fs from 'node:fs/promises';
import path from 'node:path';

const competencies = [
	'technical-initiative',
	'technical-influence',
	'mentorship',
	'Ownership',
	'Dive Deep',
	'Customer Obsession',
];

/** Fills a folder with a ready story for each of the titles. */
export async function bankOf(folder: string, titles: readonly string[]): Promise<void> {
	const stories = path.join(folder, 'stories');
	await fs.mkdir(stories, { recursive: true });
	for (const [index, title] of titles.entries()) {
		const [primary, secondary] = [
			competencies[index % competencies.length],
			competencies[(index * 5 + 1) % competencies.length],
		];
		const tags = primary === secondary ? primary : `${primary}, ${secondary}`;
		const head = [
			'---',
			`title: ${JSON.stringify(title)}`,
			`competencies: [${tags}]`,
			'status: ready',
			`strength: ${(index % 5) + 1}`,
			`date: ${2018 + (index % 7)}-03`,
			'---',
		];
		const body = ['Situation', 'Task', 'Action', 'Result', 'Learnings'].map(
			(name) => `## ${name}\n\nI cut the time of a build from 40 minutes to 9.\n`,
		);
		await fs.writeFile(
			path.join(stories, `story-${index}.md`),
			[...head, '', `# Story ${index}`, '', ...body].join('\n'),
		);
	}
}
