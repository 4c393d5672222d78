import fs from 'node:fs/promises';
import path from 'node:path';
import { sampleBankFolder } from './projectFolders.ts';

/** Copies the sample bank, as the tests know it, into a folder that exists. */
export async function copySampleBank(target: string): Promise<void> {
	await fs.cp(sampleBankFolder, target, { recursive: true });
}

/**
 * The sample bank for people, by the paths of its files: without the comments at the ends of files that tell tests what
 * to expect.
 */
export async function readSampleStories(): Promise<Readonly<Record<string, string>>> {
	const texts: Record<string, string> = {};
	const files: string[] = [];
	for await (const file of fs.glob('**/*.{md,markdown}', { cwd: sampleBankFolder })) files.push(file);
	for (const file of files.toSorted()) {
		const text = await fs.readFile(path.join(sampleBankFolder, file), 'utf8');
		texts[file.replaceAll(path.sep, '/')] = text.replace(/(\r?\n)\s*<!--\s*expect\b(?:(?!-->)[^])*-->\s*$/, '$1');
	}
	return texts;
}

/** What ships of the sample bank: stories, one that nobody has tagged and one that nobody tells any more. */
const shipped = /^(?:README\.md|stories\/|later\/(?:sunsetting|the-address))/u;

/** The list of interviews that ships beside the stories; tests begin without one. */
const shippedInterviews = path.join(sampleBankFolder, '../sample-interviews/interviews.md');

/**
 * The sample stories that ship, by the paths of their files. The rest of the bank is there for tests: mistakes, and
 * files that hold no stories.
 */
export async function readShippedStories(): Promise<Readonly<Record<string, string>>> {
	const texts = Object.entries(await readSampleStories()).filter(([file]) => shipped.test(file));
	const folders = new Set(texts.map(([file]) => path.posix.dirname(file)));
	return {
		...Object.fromEntries(
			texts.map(([file, text]) => [file, file === 'README.md' ? withoutFolders(text, folders) : text]),
		),
		'stories/interviews.md': await fs.readFile(shippedInterviews, 'utf8'),
	};
}

/** The list of folders without those that do not ship, and no sentence that links to them. */
function withoutFolders(readme: string, folders: ReadonlySet<string>): string {
	return readme
		.replace(/^\| `(\w+)\/` \|.*\n/gmu, (row, folder: string) => (folders.has(folder) ? row : ''))
		.replace(/ See \[[^\]]*\]\(guides\/[^)]*\)[^.]*\./gu, '');
}

/** Copies the sample bank for people. */
export async function copySampleBankForReaders(target: string): Promise<void> {
	await copySampleBank(target);
	for (const [file, text] of Object.entries(await readSampleStories()))
		await fs.writeFile(path.join(target, file), text);
}
