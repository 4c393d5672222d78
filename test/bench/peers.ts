import { existsSync, globSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { npmInstall } from '../workbench/npmInstall.ts';
import { OneLineError } from '../workbench/oneLineError.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { Command, Contestant } from './measure/contest.ts';
import { bundleProcess } from './processes/bundle.ts';

/** Another program that finds problems in the Markdown files of a folder. */
interface Peer {
	readonly name: string;
	/** Its npm packages with their versions. */
	readonly packages: readonly string[];
	/** Whether it runs on the folder of a thousand files only. */
	readonly isSlow: boolean;
	/** @param folder in which its packages are installed */
	command(folder: string, corpus: Corpus): Command | Promise<Command>;
}

/** Exit codes of linters that did their work: 1 says that they found something. */
const sound = [0, 1];

const peers: readonly Peer[] = [
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

/** Where the peers' packages are installed, which are no part of the project. */
const cacheFolder = path.join(projectFolder, '.bench');

/**
 * Installs peers, each in a folder of its own, and names those that cannot be installed.
 *
 * @returns the others, as contestants
 */
export async function peersOn(corpus: Corpus, which: 'all' | 'quick'): Promise<readonly Contestant[]> {
	const contestants: Contestant[] = [];
	const missing: string[] = [];
	for (const peer of peers.filter(({ isSlow }) => which === 'all' || !isSlow)) {
		const folder = path.join(
			cacheFolder,
			peer.packages
				.join('+')
				.replaceAll(/[^\w.@+-]/gu, '-')
				.slice(0, 60),
		);
		try {
			await ensureInstalled(folder, peer.packages);
			contestants.push({ name: peer.name, command: await peer.command(folder, corpus) });
		} catch (error) {
			if (!(error instanceof OneLineError)) throw error;
			missing.push(peer.name);
		}
	}
	if (missing.length > 0) console.log(`Could not be installed, and left out: ${missing.join('; ')}.`);
	return contestants;
}

async function ensureInstalled(folder: string, packages: readonly string[]): Promise<void> {
	const stamp = path.join(folder, 'installed');
	if (existsSync(stamp)) return;
	await fs.mkdir(folder, { recursive: true });
	await fs.writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
	await npmInstall(folder, packages);
	await fs.writeFile(stamp, '');
}
