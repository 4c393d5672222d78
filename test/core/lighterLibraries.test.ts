import { characterEntities } from 'character-entities';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import { briefEntities, yamlReader } from '../../lighterLibraries.ts';
import type { readYaml } from '../../src/core/text/yaml/readYaml.ts';
import { projectFolder } from '../workbench/projectFolders.ts';

/** What a module exports when it is bundled as for the worker; with the whole libraries, unless said otherwise. */
async function bundled(contents: string, plugins: esbuild.Plugin[] = []): Promise<unknown> {
	const { outputFiles } = await esbuild.build({
		stdin: { contents, resolveDir: projectFolder },
		plugins,
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'browser',
		conditions: ['worker'],
		mainFields: ['module', 'main'],
		charset: 'utf8',
	});
	return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

interface Yaml {
	readonly readYaml: typeof readYaml;
}

describe('the libraries, as the worker has them', () => {
	it('know the same names of characters', async () => {
		const module = "export { characterEntities } from 'character-entities';";
		const built = (await bundled(module, [briefEntities])) as { readonly characterEntities: unknown };
		expect(built.characterEntities).to.deep.equal(characterEntities);
	});

	it('read YAML as the whole library does', async () => {
		const module = "export { readYaml } from './src/core/text/yaml/readYaml.ts';";
		const [whole, reader] = (await Promise.all([bundled(module), bundled(module, [yamlReader])])) as [Yaml, Yaml];
		const marks = ['a', ': ', '- ', '[', ']', '{', '}', ', ', '"x', '"', "'", '&a ', '*a', '#c', '? ', '<<', '\t'];
		const lines = ['\n', '\n  ', '|\n', '>-\n', '---\n', '...\n', '%YAML 1.1\n'];
		const values = ['!!set ', '!!binary ', '2024-06-01', '0x1F', '1.5', '~'];
		const piece = fc.constantFrom(...marks, ...lines, ...values);
		const block = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(block, (text) => {
				const content = { start: 0, end: text.length };
				expect(reader.readYaml(text, content, 'more')).to.deep.equal(whole.readYaml(text, content, 'more'));
			}),
		);
	});
});
