import path from 'node:path';
import * as esbuild from 'esbuild';
import { outFolder } from '../../workbench/projectFolders.ts';

type ProcessName = 'ours' | 'plain' | 'markdownLanguageService';

/**
 * Bundles a program that runs as a process of its own, so that it starts as fast as what ships.
 *
 * @returns the path of the bundle
 */
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
