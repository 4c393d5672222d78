// What the licences of the libraries ask for that are copied into the bundles: their texts, beside the bundles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a package in the path of one of its modules. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Licences that may be named by their address instead of their text, which is long.
 *
 * @type {ReadonlyMap<string, string>}
 */
const byName = new Map([
	[
		'CC-BY-4.0',
		`Copyright (c) Microsoft Corporation. Licensed under Creative Commons Attribution 4.0 International, which
disclaims warranties: https://creativecommons.org/licenses/by/4.0/legalcode
Unchanged. https://github.com/microsoft/vscode-codicons`,
	],
]);

/**
 * The notices for everything that is bundled, and nothing else.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles
 * @returns {string}
 * @throws where a package comes without a licence
 */
export function thirdPartyNotices(metafiles) {
	const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
	const files = new Set(
		outputs.flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file]?.bytesInOutput)),
	);
	/** @type {Map<string, string[]>} */
	const modules = new Map();
	for (const file of files) {
		const folder = packageFolder.exec(file)?.[0];
		if (folder !== undefined) modules.set(folder, [...(modules.get(folder) ?? []), file]);
	}
	// Many packages of one author share a text.
	/** @type {Map<string, string[]>} */
	const names = new Map();
	for (const [folder, own] of [...modules].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
		const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const text = byName.get(license) ?? licenceOf(folder, own);
		names.set(text, [...(names.get(text) ?? []), `${name} ${version}`]);
	}
	const notices = [...names].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`);
	return (
		['STAR Stories contains these libraries, under these licences.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) +
		'\n'
	);
}

/**
 * @param {string} folder of a package
 * @param {readonly string[]} files its modules that are bundled
 * @returns {string}
 */
function licenceOf(folder, files) {
	const texts = readdirSync(folder)
		.filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
		.map((file) => readFileSync(join(folder, file), 'utf8'));
	// Some say it at the head of their code alone.
	const heads = files.map(
		(file) => /^(?:\/\/.*\n)+/.exec(readFileSync(file, 'utf8'))?.[0].replace(/^\/\/ ?/gm, '') ?? '',
	);
	const found = texts.length > 0 ? texts : heads.filter((head) => /licen[cs]e/i.test(head));
	if (found.length === 0) throw new Error(`${folder} is bundled and has no licence.`);
	return found.map((text) => text.replace(/\r\n/g, '\n').trim()).join('\n\n');
}
