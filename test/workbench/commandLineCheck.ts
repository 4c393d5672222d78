import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ruleExamples } from '../ruleExamples.ts';
import { OneLineError } from './oneLineError.ts';
import { projectFolder } from './projectFolders.ts';
import { copySampleBank } from './sampleBank.ts';

/**
 * What the command line says of the sample bank and of the examples of every rule, for the host suite to hold against
 * what the editor shows.
 *
 * @returns the JSON of `star-stories check`
 * @throws OneLineError where it does not end as it does on files with problems
 */
export async function commandLineCheck(): Promise<string> {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'star-stories-check-'));
	try {
		await copySampleBank(folder);
		await fs.mkdir(path.join(folder, 'examples'));
		for (const [name, example] of ruleExamples()) await fs.writeFile(path.join(folder, 'examples', name), example);
		const program = path.join(projectFolder, 'dist/cli/star-stories.mjs');
		const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
			cwd: folder,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [json, code] = await Promise.all([
			text(child.stdout),
			new Promise((resolve) => child.once('close', resolve)),
		]);
		if (code !== 1) throw new OneLineError(`star-stories check ended with ${String(code)} on the sample bank`);
		return json;
	} finally {
		await fs.rm(folder, { recursive: true });
	}
}
