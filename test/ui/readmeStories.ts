import fs from 'node:fs/promises';
import path from 'node:path';
import { sampleBankFolder } from '../workbench/projectFolders.ts';

/** Stories that cover three of the four competencies, and one about the fourth that is nearly done. */
export async function copyNearlyCoveredStories(target: string): Promise<void> {
	const stories = path.join(target, 'stories');
	await fs.mkdir(stories, { recursive: true });
	const sample = (name: string) => fs.readFile(path.join(sampleBankFolder, 'stories', `${name}.md`), 'utf8');
	for (const name of ['retiring-the-nightly-reindex', 'one-ledger-in-postgres', 'amara-and-the-theatre-scheduler'])
		await fs.writeFile(path.join(stories, `${name}.md`), await sample(name));
	const second = (await sample('debugging-fridays'))
		.replace('status: draft', 'status: ready')
		.replace(/^ *#.*\n/mu, '');
	await fs.writeFile(path.join(stories, 'debugging-fridays.md'), second);
	await fs.writeFile(path.join(stories, 'what-delivered-means.md'), nearlyDone);
}

/** The sentence that the story lacks is typed at the end of this line, the tag at the end of the other. */
export const places = { result: 'All three teams switched.', tag: 'competencies: ' };

const nearlyDone = `---
${places.tag}
status: ready
strength: 4
date: 2025-03
---

${aLineAParagraph(`# What “delivered” means

## Situation

Three teams published events about the same parcel, and “delivered” meant three things. In one peak that cost us 8,700
wrong refunds.

## Task

I took on one contract for all three before the next peak, with no power to order anyone.

## Action

I sat with each team and wrote down what it loses when the word is wrong. I brought the three leads to a whiteboard
with one parcel, asked everybody to call out their event, and got eleven names for seven moments. I proposed to name
the moments and to retire the word, which nobody could oppose. Scanning would not touch its firmware before summer, so
I offered to run a translator at our edge, with its end date in the calendar; in exchange they committed two
engineers.

## Result

${places.result}

## Learnings

Naming the moments took the word away from everyone equally. I have asked for the names first ever since.
`)}`;

/** The number of the line, from 1, that begins with a text. */
export function lineOf(place: string): number {
	return nearlyDone.split('\n').indexOf(place) + 1;
}

/** The editor wraps; a line that ends in the middle would be wrapped twice. */
function aLineAParagraph(text: string): string {
	return text.replaceAll(/(?<=\S)\n(?=[^\n])/gu, ' ');
}
