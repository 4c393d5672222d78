import fs from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { commandLineCheck } from './commandLineCheck.ts';
import { projectFolder } from './projectFolders.ts';

/** The two kinds of extension host. */
export type HostKind = 'node' | 'web';

/**
 * Bundles every test/host/**\/*.test.ts for one kind of extension host.
 *
 * @param folder where the bundle goes. VS Code runs the tests in the host of the extension whose folder they are in, so
 *   those for the web host must be in the copy that runs there
 * @returns the path of the bundle, which exports `run`
 */
export async function bundleHostSuite(kind: HostKind, folder: string): Promise<string> {
	const outfile = path.join(folder, kind === 'node' ? 'host-node.cjs' : 'host-web.js');
	await esbuild.build({
		stdin: { contents: await entry(), resolveDir: projectFolder, sourcefile: 'host-suite.ts', loader: 'ts' },
		outfile,
		bundle: true,
		format: 'cjs',
		target: 'es2023',
		platform: kind === 'node' ? 'node' : 'browser',
		mainFields: ['module', 'main'],
		// As in the extension's own web bundle: what is built for a window fails in a worker.
		conditions: kind === 'node' ? [] : ['worker'],
		external: ['vscode'],
		define: { commandLineCheckJson: JSON.stringify(await commandLineCheck()), hostUnderTest: JSON.stringify(kind) },
		plugins: [mochaAsGlobal],
		sourcemap: 'linked',
		logLevel: 'warning',
	});
	return outfile;
}

async function entry(): Promise<string> {
	const imports: string[] = [];
	for await (const file of fs.glob('test/host/**/*.test.ts', { cwd: projectFolder })) {
		imports.push(`import ${JSON.stringify(`./${file.replaceAll(path.sep, '/')}`)};`);
	}
	return [`export { run } from './test/host/mochaInHost.ts';`, ...imports.toSorted()].join('\n');
}

/**
 * Mocha's browser build adapts to its loader by looking for `module` and `exports`. It lies in a package of ES modules,
 * so esbuild leaves these names as they are, and mocha would replace the exports of the whole bundle by itself.
 */
const mochaAsGlobal: esbuild.Plugin = {
	name: 'mocha-as-global',
	setup(build) {
		build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
			contents: `const module = undefined, exports = undefined, define = undefined;\n${await fs.readFile(file, 'utf8')}`,
		}));
	},
};
