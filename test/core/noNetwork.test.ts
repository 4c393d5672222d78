import path from 'node:path';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { schemaReader } from '../../lighterLibraries.ts';
import { projectFolder } from '../workbench/projectFolders.ts';

/** What every bundle begins with. */
const entries = [
	'src/extension.ts',
	'src/worker/thread.ts',
	'src/pages/main.ts',
	'src/cli/main.ts',
	'src/cli/mcp/inEditor.ts',
];

/** By which a program reaches other machines, as globals of a browser or of Node. */
const globals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection'];

/** The modules of Node that do. */
const modules = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/|$)|^undici$/u;

/** Stands in a bundle wherever one of the globals would. */
const mark = 'reachesOtherMachines';

/** What a bundle, with all the libraries in it, has of the network. */
async function networkIn(source: Pick<esbuild.BuildOptions, 'entryPoints' | 'stdin'>): Promise<readonly string[]> {
	const names = globals.flatMap((name) => [name, ...['globalThis', 'window', 'self'].map((of) => `${of}.${name}`)]);
	const { metafile, outputFiles } = await esbuild.build({
		...source,
		outdir: 'out',
		bundle: true,
		write: false,
		metafile: true,
		format: 'esm',
		platform: 'node',
		mainFields: ['module', 'main'],
		conditions: ['worker'],
		external: ['vscode'],
		alias: { '@modelcontextprotocol/server/_shims': path.join(projectFolder, 'src/cli/mcp/sdkShims.ts') },
		plugins: [schemaReader],
		define: Object.fromEntries([...names, 'navigator.sendBeacon'].map((name) => [name, mark])),
		jsx: 'automatic',
		jsxImportSource: 'preact',
		loader: { '.svg': 'text', '.css': 'empty' },
		logLevel: 'silent',
	});
	const uses = outputFiles.flatMap(({ text }) => text.split('\n').filter((line) => line.includes(mark)));
	const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map((each) => each.path));
	expect(outputFiles.every(({ contents }) => contents.length > 0)).to.equal(true);
	return [...uses, ...imported.filter((name) => modules.test(name))];
}

describe('the network', () => {
	for (const entry of entries)
		it(`is out of reach of ${entry} and the libraries that it brings`, async () => {
			expect(await networkIn({ entryPoints: [path.join(projectFolder, entry)] })).to.deep.equal([]);
		});

	it('would be noticed', async () => {
		const uses = [
			"await fetch('https://example.com');",
			"new globalThis.WebSocket('wss://example.com');",
			"import { get } from 'node:https'; get('https://example.com');",
			"navigator.sendBeacon('https://example.com');",
		];
		for (const contents of uses) expect(await networkIn({ stdin: { contents } }), contents).to.have.lengthOf(1);
	});
});
