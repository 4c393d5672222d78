import fs from 'node:fs/promises';
import path from 'node:path';

/** How many files come and go. */
export const burstSize = 4000;

const filesInFolder = 100;

/** Creates files of code, a hundred in a folder. */
export async function createBurst(folder: string): Promise<void> {
	for (let first = 0; first < burstSize; first += filesInFolder) {
		const directory = path.join(folder, 'src', `part${first / filesInFolder}`);
		await fs.mkdir(directory, { recursive: true });
		for (let file = first; file < first + filesInFolder; file++)
			await fs.writeFile(path.join(directory, `file${file}.ts`), `export const value = ${file};\n`);
	}
}

/** Deletes them file by file. */
export async function deleteBurst(folder: string): Promise<void> {
	const source = path.join(folder, 'src');
	for (const directory of await fs.readdir(source))
		for (const file of await fs.readdir(path.join(source, directory)))
			await fs.rm(path.join(source, directory, file));
}
