import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staff } from '../../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../../src/core/framework/lookups.ts';
import { type SectionKind, sectionKinds } from '../../../src/core/framework/sectionKind.ts';
import { readDocument } from '../../../src/core/story/document.ts';
import { sampleBankFolder } from '../../workbench/projectFolders.ts';

/** Paragraphs that a person wrote, taken from the sample bank. */
export interface Prose {
	readonly titles: readonly string[];
	readonly sections: Readonly<Record<SectionKind, readonly string[]>>;
	/** For notes. */
	readonly notes: readonly string[];
	/** Of documents on work in which no author says “I”. */
	readonly documents: readonly string[];
	/** Of pages that explain the STAR method, and so use its words. */
	readonly guides: readonly string[];
}

export function readProse(): Prose {
	const titles: string[] = [];
	const paragraphs = Object.fromEntries(sectionKinds.map((kind) => [kind, [] as string[]])) as Record<
		SectionKind,
		string[]
	>;
	for (const text of textsIn('stories')) {
		for (const { title, sections } of readDocument(text, { fileName: 'story.md', lookups: new Lookups([staff]) })
			.stories) {
			titles.push(title);
			for (const { kind, body } of sections)
				paragraphs[kind].push(...paragraphsOf(text.slice(body.start, body.end)));
		}
	}
	const [documents = [], guides = []] = ['notes', 'guides'].map((folder) => textsIn(folder).flatMap(paragraphsOf));
	return {
		titles,
		sections: paragraphs,
		documents,
		guides,
		notes: [...documents, ...paragraphs.situation, ...paragraphs.action, ...paragraphs.result],
	};
}

function textsIn(folder: string): readonly string[] {
	const whole = join(sampleBankFolder, folder);
	return readdirSync(whole)
		.toSorted()
		.map((file) => readFileSync(join(whole, file), 'utf8').replaceAll('\r\n', '\n'));
}

/** Paragraphs of prose: no headings, lists, tables, labels or comments. */
function paragraphsOf(text: string): readonly string[] {
	return text
		.split(/\n{2,}/u)
		.map((part) => part.trim())
		.filter((part) => part.length > 80 && /^[\p{L}“"]/u.test(part));
}

/** A story of the sample bank whose paragraphs are repeated until it has a length, in UTF-16 code units. */
export function longStory(length: number): string {
	const story = readFileSync(join(sampleBankFolder, 'stories/retiring-the-nightly-reindex.md'), 'utf8');
	const paragraphs = story.split(/\n{2,}/u).filter((paragraph) => !/^(?:---|#)/u.test(paragraph));
	let text = story;
	for (let index = 0; text.length < length; index++) text += `\n${paragraphs[index % paragraphs.length]}\n`;
	return text.slice(0, length);
}
