import path from 'node:path';
import * as esbuild from 'esbuild';
import { outFolder } from '../../workbench/projectFolders.ts';

export type ProcessName = 'ours' | 'heap' | 'plain' | 'markdownLanguageService' | 'foam';

/** Bundles what runs as a process of its own, so that its start costs no more than that of what ships. @returns its path */
export async function bundleProcess(name: ProcessName): Promise<string> {
	const outfile = path.join(outFolder, 'bench', `${name}.mjs`);
	await esbuild.build({
		entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
		outfile,
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		mainFields: ['module', 'main'],
		logLevel: 'warning',
	});
	return outfile;
}
