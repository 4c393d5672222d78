// npm run test:host: the host suite in the Node host of the current version, and what can differ in the other hosts.
// Arguments narrow: `npm run test:host -- current-web --grep "quick fixes"`; with --all every suite runs in every host,
// with --deep more random sequences do, with --blocks the Node host says how long the extension held its thread, with
// --built the last build is tested.
import { parseArgs } from 'node:util';
import { buildExtension } from './extensionBuild.ts';
import { closingLine } from './closingLine.ts';
import { runHostSuite } from './hostSuite.ts';
import { launchBrowser } from './launchedBrowser.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { serverBuilds } from './serverBuilds.ts';

const hosts = {
	'current-node': { build: serverBuilds.current, kind: 'node', everySuite: true },
	'current-web': { build: serverBuilds.current, kind: 'web', everySuite: false },
	'oldest-node': { build: serverBuilds.oldest, kind: 'node', everySuite: false },
} as const;

runEntry(async () => {
	const isSet = { type: 'boolean', default: false } as const;
	const options = { grep: { type: 'string' }, all: isSet, deep: isSet, blocks: isSet, built: isSet } as const;
	const { values, positionals } = parseArgs({ options, allowPositionals: true });
	const wanted = positionals.length > 0 ? positionals : Object.keys(hosts);
	const unknown = wanted.find((name) => !Object.hasOwn(hosts, name));
	if (unknown !== undefined) {
		throw new OneLineError(`There is no host ${unknown}. Hosts: ${Object.keys(hosts).join(', ')}`);
	}
	if (!values.built) {
		await buildExtension();
	}
	const browser = await launchBrowser();
	const sum = { passed: 0, failed: 0 };
	try {
		for (const name of wanted as (keyof typeof hosts)[]) {
			const { build, kind, everySuite } = hosts[name];
			console.log(`VS Code ${build.vscode}, ${kind === 'node' ? 'Node' : 'web worker'} extension host`);
			const counts = await runHostSuite(browser, build, kind, {
				...(values.grep === undefined ? {} : { grep: values.grep }),
				everySuite: everySuite || values.all,
				isDeep: values.deep,
				watchesBlocks: values.blocks,
			});
			sum.passed += counts.passed;
			sum.failed += counts.failed;
		}
	} finally {
		await browser.close();
	}
	console.log(closingLine(sum));
	process.exitCode = sum.failed > 0 ? 1 : 0;
});
