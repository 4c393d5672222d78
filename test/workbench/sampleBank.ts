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

/** Copies the sample bank for people. */
export async function copySampleBankForReaders(target: string): Promise<void> {
	await copySampleBank(target);
	for (const [file, text] of Object.entries(await readSampleStories()))
		await fs.writeFile(path.join(target, file), text);
}
