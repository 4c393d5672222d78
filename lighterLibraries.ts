// What libraries bring with them that the packed extension can have in fewer bytes, or has no use for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { characterEntities } from 'character-entities';
import type { Plugin } from 'esbuild';

/**
 * The 2,125 names of characters that Markdown knows, in the order of the characters, each of these as its step from the
 * one before: packed, that is two thirds of the library's list.
 */
export const briefEntities: Plugin = {
	name: 'brief entities',
	setup(build) {
		build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, () => ({ contents: entitiesModule() }));
	},
};

function entitiesModule(): string {
	const entries = Object.entries(characterEntities).toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)));
	let before = 0;
	const steps = entries.map(([, text]) => {
		const [first = 0, ...more] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
		const step = first - before;
		before = first;
		return [step, ...more].map((number) => number.toString(36)).join('.');
	});
	return `
const names = '${entries.map(([name]) => name).join(' ')}'.split(' ');
let point = 0;
export const characterEntities = Object.fromEntries(
	'${steps.join(' ')}'.split(' ').map((written, index) => {
		const [step, ...more] = written.split('.').map((number) => parseInt(number, 36));
		point += step;
		return [names[index], String.fromCodePoint(point, ...more)];
	}),
);`;
}

/** YAML is only read, never written: an author's block is changed by bytes. What writes it is left out. */
export const yamlReader: Plugin = {
	name: 'yaml reader',
	setup(build) {
		build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, ({ path }) => {
			const exported = /^export \{([^}]*)\}/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
			const names = exported.split(',').map((name) => name.trim());
			return { contents: names.map((name) => `export const ${name} = () => '';`).join('\n') };
		});
	},
};

/** The server hands out JSON Schemas that are written already: what makes them of the SDK's own is left out. */
export const schemaReader: Plugin = {
	name: 'schema reader',
	setup(build) {
		const writers = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;
		build.onLoad({ filter: writers }, ({ path }) => {
			const exported = readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
			// Some are called where a schema is made, and return what would write it.
			const stubs = Array.from(exported, ([, name]) => `export const ${name} = () => refuse;`);
			const refuse = "const refuse = () => { throw new Error('No JSON Schema is made here.'); };";
			return { contents: [refuse, ...stubs].join('\n') };
		});
	},
};

/**
 * Node's own modules by `require`, which hands them out as they are. An `import` reads every property of theirs, and so
 * loads what is behind `fs.promises` or `util.diff`: that took a fifth of the start of the command line. What starts
 * other programs is only loaded to start one, which nothing here does.
 */
export const requiredBuiltins: Plugin = {
	name: 'required builtins',
	setup(build) {
		build.onResolve({ filter: /^node:/ }, ({ path, namespace, importer, kind }) => {
			if (namespace === 'builtin') return { path, external: true };
			const isNeverUsed = path === 'node:child_process' && /[\\/]commander[\\/]/.test(importer);
			if (isNeverUsed) return { path: `${path}?`, namespace: 'builtin' };
			return kind === 'import-statement' ? { path, namespace: 'builtin' } : undefined;
		});
		build.onLoad({ filter: /^node:/, namespace: 'builtin' }, ({ path }) => {
			if (path.endsWith('?'))
				return { contents: `exports.spawn = (...args) => require('${path.slice(0, -1)}').spawn(...args);` };
			// What nobody imports is left out.
			const isName = (name: string) => name !== 'default' && /^[a-z_$][\w$]*$/i.test(name);
			const names = Object.keys(createRequire(import.meta.url)(path) as object)
				.filter(isName)
				.map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})();`);
			return { contents: [`const all = require('${path}');`, 'export default all;', ...names].join('\n') };
		});
	},
};
