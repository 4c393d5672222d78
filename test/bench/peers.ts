import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OneLineError } from '../../workbench/oneLineError.ts';
import { bundleProcess } from '../processes/bundle.ts';
import type { Peer } from './peer.ts';

/** Linters end with it where they found something. */
const sound = [0, 1];

export const peers: readonly Peer[] = [
	{
		name: 'rumdl 0.2.75',
		packages: ['rumdl@0.2.75'],
		isSlow: false,
		command(folder, corpus) {
			// Not the package's own script, which would cost a start of Node.
			const [binary] = globSync('node_modules/@rumdl/cli-*/rumdl*', { cwd: folder });
			if (binary === undefined) throw new OneLineError('rumdl has no program for this machine.');
			return { file: path.join(folder, binary), args: ['check', '--no-cache', '--quiet', corpus.folder], sound };
		},
	},
	{
		name: 'vscode-markdown-languageservice 0.5.0, diagnostics',
		packages: [
			'vscode-markdown-languageservice@0.5.0',
			'markdown-it@14.1.0',
			'vscode-languageserver-textdocument@1.0.12',
			'vscode-uri@3.2.0',
		],
		isSlow: false,
		command: async (folder, corpus) => ({
			file: process.execPath,
			args: [await bundleProcess('markdownLanguageService'), folder, corpus.folder],
		}),
	},
	{
		name: 'foam-core 0.44.0, bootstrap',
		packages: ['foam-core@0.44.0'],
		isSlow: true,
		command: async (folder, corpus) => ({
			file: process.execPath,
			args: [await bundleProcess('foam'), folder, corpus.folder],
		}),
	},
	{
		name: 'markdownlint-cli2 0.24.1',
		packages: ['markdownlint-cli2@0.24.1'],
		isSlow: true,
		command: (folder, corpus) => ({
			file: process.execPath,
			args: [path.join(folder, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
			cwd: corpus.folder,
			sound,
		}),
	},
	{
		name: 'remark-cli 12.0.1 with remark-frontmatter and remark-lint-frontmatter-schema',
		packages: ['remark-cli@12.0.1', 'remark-frontmatter@5.0.0', 'remark-lint-frontmatter-schema@3.15.4'],
		isSlow: true,
		command(folder, corpus) {
			writeFileSync(path.join(folder, 'schema.json'), JSON.stringify(frontMatterSchema));
			const schemas = { [path.join(folder, 'schema.json')]: ['**/*.md'] };
			writeFileSync(
				path.join(folder, 'remarkrc.json'),
				JSON.stringify({ plugins: ['remark-frontmatter', ['remark-lint-frontmatter-schema', { schemas }]] }),
			);
			return {
				file: process.execPath,
				args: [
					path.join(folder, 'node_modules/remark-cli/cli.js'),
					corpus.folder,
					'--rc-path',
					path.join(folder, 'remarkrc.json'),
					'--quiet',
					'--no-stdout',
				],
				sound,
			};
		},
	},
];

/** The fields of a story, as a schema can say it. */
const frontMatterSchema = {
	$schema: 'http://json-schema.org/draft-07/schema#',
	type: 'object',
	properties: {
		competencies: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
		status: { enum: ['draft', 'ready', 'retired'] },
		strength: { type: 'integer', minimum: 1, maximum: 5 },
		date: { type: 'string' },
	},
};
