// Lets the server that the VSIX ships use the core in the worker's bundle, where all of it is already: a second copy would
// make the package half as large again. When the bundle of the worker is loaded by a program that asks for it, it hands
// out its modules of the core instead of waiting for calls.
import { join, relative, sep } from 'node:path';
import * as esbuild from 'esbuild';

const root = import.meta.dirname;
const core = join(root, 'src', 'core') + sep;

/** How a program asks; `src/worker/thread.ts` knows it too. */
const lending = "Symbol.for('star-stories.lend')";

/**
 * The modules of the core that a program imports, by their paths from here.
 *
 * @param {esbuild.BuildOptions} options of its build
 * @returns {Promise<readonly string[]>}
 */
export async function borrowedModules(options) {
	const modules = new Set();
	await esbuild.build({ ...options, plugins: [borrowing('./lender.js', modules)], write: false, logLevel: 'silent' });
	return [...modules].toSorted();
}

/**
 * Takes the modules of the core out of the worker's bundle.
 *
 * @param {string} bundle the worker's, from where the program stands
 * @param {Set<string>} [modules] receives those that are taken
 * @returns {esbuild.Plugin}
 */
export function borrowing(bundle, modules = new Set()) {
	return {
		name: 'borrowed core',
		setup(build) {
			build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, namespace }) => {
				if (namespace !== 'file') return undefined;
				const file = join(resolveDir, path);
				if (!file.startsWith(core)) return undefined;
				const module = fromRoot(file);
				modules.add(module);
				return { path: module, namespace: 'borrowed' };
			});
			build.onResolve({ filter: /^borrowed core$/ }, ({ path }) => ({ path, namespace: 'lender' }));
			build.onResolve({ filter: /./, namespace: 'lender' }, ({ path }) => ({ path, external: true }));
			build.onLoad({ filter: /./, namespace: 'borrowed' }, ({ path }) => ({
				contents: `module.exports = require('borrowed core')[${JSON.stringify(path)}];`,
			}));
			build.onLoad({ filter: /./, namespace: 'lender' }, () => ({
				contents: `globalThis[${lending}] = (modules) => { module.exports = modules; };
require(${JSON.stringify(bundle)});`,
			}));
		},
	};
}

/**
 * Has the worker's bundle lend modules.
 *
 * @param {readonly string[]} modules by their paths from here
 * @returns {esbuild.Plugin}
 */
export function lendingTo(modules) {
	return {
		name: 'lent core',
		setup(build) {
			build.onLoad({ filter: /[\\/]worker[\\/]lent\.ts$/ }, () => ({
				contents: [
					...modules.map((module, index) => `import * as m${index} from ${JSON.stringify(`./${module}`)};`),
					`export const lent = { ${modules.map((module, index) => `${JSON.stringify(module)}: m${index}`).join(', ')} };`,
				].join('\n'),
				resolveDir: root,
				loader: 'js',
			}));
		},
	};
}

/** @param {string} file */
function fromRoot(file) {
	return relative(root, file).split(sep).join('/');
}
