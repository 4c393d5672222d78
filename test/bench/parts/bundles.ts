import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../workbench/projectFolders.ts';
import { table } from '../measure/results.ts';
import type { Part } from './part.ts';

const bundles = {
	extension: 'dist/extension.js',
	worker: 'dist/worker/languageService.js',
	'command line': 'dist/cli/star-stories.mjs',
};

/** How large what ships is. */
export const bundlesPart: Part = {
	name: 'bundles',
	summary: 'sizes of the bundles, minified as they ship',
	run: async () =>
		table(
			['bundle', 'size', 'compressed'],
			Object.entries(bundles).map(([name, file]) => {
				const content = readFileSync(path.join(projectFolder, file));
				return [name, kilobytes(content.length), kilobytes(gzipSync(content).length)];
			}),
		),
};

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(0)} KB`;
}
