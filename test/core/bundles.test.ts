import path from 'node:path';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import { projectFolder } from '../workbench/projectFolders.ts';

/** The packages that parse, and what they are made of. */
const parsers = /node_modules\/(?:unified|remark|micromark|mdast|yaml)/;

/** What is large, and wanted only when somebody asks a question or names another framework. */
const seldomWanted =
	/node_modules\/@modelcontextprotocol|core\/questions\/recall\/(?:wordSearch|thesaurus|classifier\/trainedModels)|core\/framework\/built-in\/(?:amazonLp|gitlabValues|google|meta|staffExtended)\.ts/;

/**
 * The bundle is loaded on the thread on which the editor waits; in bytes, minified. The last 12,000 came with the
 * welcome of new users, the steps of Export Report, the previews of reports and plans, and the names that are hidden in
 * copies; 8,000 more with the switch for a framework, the crosswalk, what plans try and tag, and plans from postings;
 * 6,000 with rich text for documents and mails, and the lines between; 21,000 with probes, scopes, angles, the three
 * lengths, portfolio and server; 15,000 with interviews: logging, noting, following and warning; 12,000 with @star in
 * chat and what models are told; 5,000 with practice and copies in three lengths and for forms; 2,000 with consent that
 * holds for one model, and interviewers' names wherever they stand; 4,000 with the words by which a story has answered
 * a follow-up question; 2,000 with consent for a conversation that goes on with another model, and what can be sent
 * again; 2,500 with competencies of one id in two folders; 1,000 with edits, splits and exports that do not come
 * between a file and another program; 2,500 with cue cards in three lengths, and more words by which a story leaves a
 * follow-up question no room; 1,000 with how an edit that a model proposes is made, and plans that ask for what nobody
 * knows; 1,000 with asking over an interview which story is meant, and names that may be missing;
 * 500 with cue cards as rich text in each length; 500 with words of bets and of first attempts that failed; 1,000 with
 * watching less where there are no stories.
 */
const maxBytes = 377_000;

async function bundle(entry: string): Promise<esbuild.Metafile['outputs'][string]> {
	const { metafile } = await esbuild.build({
		entryPoints: [path.join(projectFolder, entry)],
		bundle: true,
		write: false,
		metafile: true,
		minify: true,
		format: 'cjs',
		target: 'es2023',
		charset: 'utf8',
		legalComments: 'none',
		platform: 'browser',
		mainFields: ['module', 'main'],
		conditions: ['worker'],
		external: ['vscode'],
		outdir: 'out',
		logLevel: 'silent',
	});
	const [output] = Object.values(metafile.outputs);
	if (!output) throw new Error(`${entry} made no bundle`);
	return output;
}

/** The modules of which something has come into the bundle. */
function modulesIn({ inputs }: esbuild.Metafile['outputs'][string]): readonly string[] {
	return Object.entries(inputs).flatMap(([module, { bytesInOutput }]) => (bytesInOutput > 0 ? [module] : []));
}

describe('the bundles', () => {
	it('load no parser, and no more than needed, on the thread on which the editor waits', async () => {
		const extension = await bundle('src/extension.ts');
		const modules = modulesIn(extension);
		expect(modules.filter((module) => parsers.test(module) || seldomWanted.test(module))).to.deep.equal([]);
		const largestModules = modules
			.toSorted((a, b) => (extension.inputs[b]?.bytesInOutput ?? 0) - (extension.inputs[a]?.bytesInOutput ?? 0))
			.slice(0, 10);
		expect(extension.bytes, `The largest are ${largestModules.join(', ')}`).to.be.at.most(maxBytes);
	});

	it('have the parsers, and the words that questions are understood by, in the worker', async () => {
		const modules = modulesIn(await bundle('src/worker/thread.ts'));
		expect(modules.filter((module) => parsers.test(module))).not.to.deep.equal([]);
		expect(modules.filter((module) => seldomWanted.test(module))).not.to.deep.equal([]);
	});
});
