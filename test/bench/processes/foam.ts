// What Foam does at its start, without VS Code: `foam PEERS FOLDER` reads and parses every note and builds the graph of their
// links. The library is that of PEERS, and so only as much of its types is here as is used.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { listFiles } from './listFiles.ts';

interface Uri {
	toFsPath(): string;
}

interface Foam {
	readonly URI: { file(path: string): Uri };
	readonly GenericDataStore: new (list: () => Promise<readonly Uri[]>, read: (uri: Uri) => Promise<string>) => object;
	readonly AlwaysIncludeMatcher: new () => object;
	readonly MarkdownResourceProvider: new (store: object, parser: object) => object;
	createMarkdownParser(): object;
	bootstrap(
		roots: readonly Uri[],
		matcher: object,
		watcher: undefined,
		store: object,
		parser: object,
		providers: readonly object[],
		extension: string,
		timing: 'off',
	): Promise<{ readonly workspace: { list(): readonly unknown[] } }>;
}

const [, , peers = '', folder = ''] = process.argv;
const foam = createRequire(path.join(peers, 'package.json'))('foam-core') as Foam;
const store = new foam.GenericDataStore(
	async () => listFiles(folder).map((file) => foam.URI.file(file)),
	(uri) => readFile(uri.toFsPath(), 'utf8'),
);
const parser = foam.createMarkdownParser();
const { workspace } = await foam.bootstrap(
	[foam.URI.file(folder)],
	new foam.AlwaysIncludeMatcher(),
	undefined,
	store,
	parser,
	[new foam.MarkdownResourceProvider(store, parser)],
	'.md',
	'off',
);
process.stdout.write(`${workspace.list().length}\n`);
process.exit();
