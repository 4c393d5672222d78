import { bankFile, textOf } from './bankFolder.ts';

/** A story without problems, from the sample bank: sections under headings, tagged `[technical-initiative]`. */
export async function soundStory(): Promise<string> {
	return textOf(bankFile('stories/retiring-the-nightly-reindex.md'));
}

/** The same with a misspelt tag: the words {@link misspelt} are its only problem. */
export async function misspeltStory(): Promise<string> {
	return (await soundStory()).replace('technical-initiative', misspelt);
}

/** A tag that no framework knows and that is close to one. */
export const misspelt = 'technical-inititive';
