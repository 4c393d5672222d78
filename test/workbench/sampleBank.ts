import fs from 'node:fs/promises';
import path from 'node:path';
import { sampleBankFolder } from './projectFolders.ts';

/** Copies the sample bank, as the tests know it, into a folder that exists. */
export async function copySampleBank(target: string): Promise<void> {
	await fs.cp(sampleBankFolder, target, { recursive: true });
}

/** Copies the sample bank for people: without the comments at the ends of files that tell tests what to expect. */
export async function copySampleBankForReaders(target: string): Promise<void> {
	await copySampleBank(target);
	for await (const file of fs.glob('**/*.{md,markdown}', { cwd: target })) {
		const whole = path.join(target, file);
		const text = await fs.readFile(whole, 'utf8');
		const shown = text.replace(/(\r?\n)\s*<!--\s*expect\b(?:(?!-->)[^])*-->\s*$/, '$1');
		if (shown !== text) {
			await fs.writeFile(whole, shown);
		}
	}
}
