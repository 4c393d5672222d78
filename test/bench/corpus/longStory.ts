import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleBankFolder } from '../../workbench/projectFolders.ts';

/** A real story whose paragraphs are told again until it has the length, in UTF-16 code units. */
export function longStory(length: number): string {
	const story = readFileSync(path.join(sampleBankFolder, 'stories/retiring-the-nightly-reindex.md'), 'utf8');
	const paragraphs = story.split(/\n{2,}/u).filter((paragraph) => !/^(?:---|#)/u.test(paragraph));
	let text = story;
	for (let index = 0; text.length < length; index++) text += `\n${paragraphs[index % paragraphs.length]}\n`;
	return text.slice(0, length);
}
