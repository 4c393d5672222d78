// Builds the extension: one bundle for both extension hosts, one for the worker in which
// they analyse, one for each page that a webview shows, and the command line.
//   node esbuild.mjs            development build
//   node esbuild.mjs --minify   what the VSIX ships
//   node esbuild.mjs --watch    rebuilds on change
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { contributedFiles } from './src/core/contributed.ts';
import { withRulesSetting } from './src/core/contributedSettings.ts';
import { borrowedModules, borrowing, lendingTo } from './lentCore.mjs';
import { briefEntities, requiredBuiltins, schemaReader, yamlReader } from './lighterLibraries.ts';
import { readShippedStories } from './test/workbench/sampleBank.ts';
import { thirdPartyNotices } from './thirdPartyNotices.mjs';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/**
 * Hands VS Code's API to all modules as one object. As an external module of CommonJS it would be copied for each
 * module that imports it, property by property, which took most of the time of loading the bundle.
 *
 * @type {esbuild.Plugin}
 */
const oneVscode = {
	name: 'one vscode',
	setup(build) {
		build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
			namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
		);
		build.onLoad({ filter: /^vscode$/, namespace: 'vscode' }, () => ({ contents: "export * from 'vscode';" }));
	},
};

/** @type {esbuild.BuildOptions} */
const shared = {
	entryPoints: ['src/extension.ts'],
	bundle: true,
	format: 'cjs',
	external: ['vscode'],
	target: 'es2023',
	minify,
	sourcemap: minify ? false : 'linked',
	legalComments: 'none',
	// Every host reads scripts as UTF-8; escapes would make the names of characters half as long again.
	charset: 'utf8',
	logLevel: 'info',
};

/** The program behind the package's `bin`; what its commands do stands beside it and is loaded when they run. */
const commandLine = 'dist/cli/star-stories.mjs';

/** The pages, by the folders of their own styles. Their scripts are one, as they share most of it. */
const pages = ['matrix', 'practice', 'clipboard'];

/** @type {esbuild.BuildOptions} */
const program = {
	...shared,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	mainFields: ['module', 'main'],
	external: [],
	alias: { '@modelcontextprotocol/server/_shims': './src/cli/mcp/sdkShims.ts' },
	plugins: [schemaReader, requiredBuiltins],
	sourcemap: false,
	// Some libraries are CommonJS and ask for Node's modules with `require`.
	banner: {
		js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
	},
};

/** What the extension offers where it is asked for servers of the Model Context Protocol. @type {esbuild.BuildOptions} */
const serverInEditor = {
	...program,
	entryPoints: ['src/cli/mcp/inEditor.ts'],
	outfile: 'dist/mcp/server.mjs',
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
	{
		...shared,
		plugins: [oneVscode],
		platform: 'browser',
		// The `browser` build of decode-named-character-reference touches `document`, which no extension host has.
		conditions: ['worker'],
		mainFields: ['module', 'main'],
		outfile: 'dist/extension.js',
	},
	{
		...shared,
		entryPoints: ['src/worker/thread.ts'],
		plugins: [briefEntities, yamlReader, lendingTo(await borrowedModules(serverInEditor))],
		format: 'iife',
		platform: 'browser',
		conditions: ['worker'],
		mainFields: ['module', 'main'],
		outfile: 'dist/worker/languageService.js',
	},
	{
		...shared,
		entryPoints: [
			{ in: 'src/pages/main.ts', out: 'pages' },
			{ in: 'src/pages/ui/page.css', out: 'page' },
			...pages.map((page) => ({ in: `src/pages/${page}/styles.css`, out: page })),
		],
		format: 'iife',
		platform: 'browser',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		loader: { '.svg': 'text' },
		outdir: 'dist/pages',
	},
	{
		...program,
		entryPoints: [{ in: 'src/cli/main.ts', out: 'star-stories' }],
		splitting: true,
		chunkNames: 'chunks/[name]-[hash]',
		outExtension: { '.js': '.mjs' },
		outdir: dirname(commandLine),
	},
	{ ...serverInEditor, plugins: [schemaReader, requiredBuiltins, borrowing('../worker/languageService.js')] },
];

const { manifest, strings } = withRulesSetting(
	readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'),
	readFileSync(join(import.meta.dirname, 'package.nls.json'), 'utf8'),
);
const written = [
	{ path: 'package.json', text: manifest },
	{ path: 'package.nls.json', text: strings },
];

for (const { path, text } of [...contributedFiles(), ...written]) {
	const file = join(import.meta.dirname, path);
	mkdirSync(dirname(file), { recursive: true });
	if (read(file) !== text) writeFileSync(file, text);
}

/** @param {string} file */
function read(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

mkdirSync('dist', { recursive: true });
// Chunks are named after what they hold: those of earlier builds would ship too.
rmSync(dirname(commandLine), { recursive: true, force: true });
writeFileSync('dist/sampleStories.json', JSON.stringify(await readShippedStories()));

if (watch) {
	const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
	await Promise.all(contexts.map((context) => context.watch()));
} else {
	const results = await Promise.all(builds.map((options) => esbuild.build({ ...options, metafile: true })));
	writeFileSync('dist/ThirdPartyNotices.txt', thirdPartyNotices(results.map(({ metafile }) => metafile)));
	chmodSync(commandLine, 0o755);
}
