import { characterEntities } from 'character-entities';
import { expect } from 'chai';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import { briefEntities, schemaReader, yamlReader } from '../../lighterLibraries.ts';
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

interface Checks {
	readonly check: (value: unknown) => unknown;
	readonly write: () => unknown;
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

describe('the libraries, as the server for agents has them', () => {
	it('check what is sent as the whole library does, and make no JSON Schema', async () => {
		const module = `
			import * as z from 'zod/v4';
			const item = z.union([z.number().int().min(1), z.literal('all'), z.null()]);
			const schema = z.looseObject({ name: z.string().max(5), items: z.array(item).optional(), more: z.record(z.string(), item).default({}) });
			export const check = (value) => JSON.stringify(schema.safeParse(value));
			export const write = () => schema.toJSONSchema();
		`;
		const [whole, reader] = (await Promise.all([bundled(module), bundled(module, [schemaReader])])) as [
			Checks,
			Checks,
		];
		const part = fc.constantFrom<unknown>('all', 'a name', 'name', 1, 0, 1.5, null, undefined, {}, [], ['all', 2]);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('name', 'items', 'more', 'other'), part), (value) => {
				expect(reader.check(value)).to.equal(whole.check(value));
			}),
		);
		expect(whole.write()).to.include({ type: 'object' });
		expect(reader.write).to.throw('No JSON Schema is made here.');
	});
});
