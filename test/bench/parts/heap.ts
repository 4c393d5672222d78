import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { writeCorpus } from '../corpus/corpus.ts';
import { runProcess } from '../measure/processRun.ts';
import { bundleProcess } from '../processes/bundle.ts';
import type { Part } from './part.ts';

const [quickFiles, allFiles] = [1000, 10_000];

/** How much memory a story takes in the extension host, of all that is kept of it between two questions. */
export const heapPart: Part = {
	name: 'heap',
	summary: `what the extension host's heap holds of a story, over ${allFiles} files with --full, else ${quickFiles}`,
	async run({ isFull }) {
		const folder = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-bench-'));
		try {
			const { bytes: written } = writeCorpus(folder, { stories: isFull ? allFiles : quickFiles, notes: 0 });
			const worker = path.join(projectFolder, 'dist/worker/languageService.js');
			const { output } = await runProcess({
				file: process.execPath,
				args: ['--expose-gc', await bundleProcess('heap'), worker, folder],
			});
			const { bytes, stories } = JSON.parse(output) as { bytes: number; stories: number };
			return [
				`- ${(bytes / stories / 1000).toFixed(2)} KB a story, over ${stories} stories of ${(written / stories / 1000).toFixed(1)} KB`,
			];
		} finally {
			await fs.rm(folder, { recursive: true });
		}
	},
};
