// VS Code's own check of links: `markdownLanguageService PEERS FOLDER` finds the problems of every file. The library lies in
// PEERS, so that only those of its types that are used are declared here.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from './listFiles.ts';

interface Uri {
	readonly fsPath: string;
	toString(): string;
}

interface TextDocument {
	readonly uri: string;
	getText(): string;
}

interface Libraries {
	readonly uri: { readonly URI: { file(path: string): Uri } };
	readonly textDocument: {
		readonly TextDocument: { create(uri: string, language: string, version: number, text: string): TextDocument };
	};
	readonly markdownIt: {
		readonly default: (options: object) => { parse(text: string, environment: object): unknown };
	};
	readonly service: {
		readonly githubSlugifier: object;
		createLanguageService(init: object): {
			computeDiagnostics(document: TextDocument, options: object, token: object): Promise<readonly unknown[]>;
		};
	};
}

const [, , peers = '', folder = ''] = process.argv;
const load = (file: string) => import(pathToFileURL(path.join(peers, 'node_modules', file)).href) as Promise<unknown>;
const { uri, textDocument, markdownIt, service } = {
	uri: await load('vscode-uri/lib/esm/index.mjs'),
	textDocument: await load('vscode-languageserver-textdocument/lib/esm/main.js'),
	markdownIt: await load('markdown-it/index.mjs'),
	service: await load('vscode-markdown-languageservice/out/index.js'),
} as Libraries;

const documents = new Map<string, TextDocument>();
for (const file of listFiles(folder)) {
	const address = uri.URI.file(file).toString();
	documents.set(address, textDocument.TextDocument.create(address, 'markdown', 1, readFileSync(file, 'utf8')));
}
const never = () => ({ dispose: () => undefined });
const markdown = markdownIt.default({ html: true });
const languageService = service.createLanguageService({
	workspace: {
		workspaceFolders: [uri.URI.file(folder)],
		onDidChangeMarkdownDocument: never,
		onDidCreateMarkdownDocument: never,
		onDidDeleteMarkdownDocument: never,
		getAllMarkdownDocuments: async () => documents.values(),
		hasMarkdownDocument: (resource: Uri) => documents.has(resource.toString()),
		openMarkdownDocument: async (resource: Uri) => documents.get(resource.toString()),
		stat: async (resource: Uri) => {
			const found = statSync(resource.fsPath, { throwIfNoEntry: false });
			return found && { isDirectory: found.isDirectory() };
		},
		readDirectory: async (resource: Uri) =>
			readdirSync(resource.fsPath, { withFileTypes: true }).map((entry) => [
				entry.name,
				{ isDirectory: entry.isDirectory() },
			]),
	},
	parser: {
		slugifier: service.githubSlugifier,
		tokenize: async (document: TextDocument) => markdown.parse(document.getText(), {}),
	},
	logger: { level: 0, log: () => undefined },
});
const options = {
	validateReferences: 'warning',
	validateFragmentLinks: 'warning',
	validateFileLinks: 'warning',
	validateMarkdownFileLinkFragments: 'warning',
	validateUnusedLinkDefinitions: 'hint',
	validateDuplicateLinkDefinitions: 'error',
	ignoreLinks: [],
};
const token = { isCancellationRequested: false, onCancellationRequested: never };
let problems = 0;
for (const document of documents.values())
	problems += (await languageService.computeDiagnostics(document, options, token)).length;
process.stdout.write(`${problems}\n`);
