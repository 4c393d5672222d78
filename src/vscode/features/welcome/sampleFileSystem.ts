import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { samplesScheme } from '../../ids.ts';
import type { SampleFiles } from './sampleFiles.ts';

/** The folder of the sample stories in memory, to be opened where there is no disk to copy them to. */
export const samplesFolder = vscode.Uri.from({ scheme: samplesScheme, path: '/Sample Stories' });

/** Shows the sample stories as a folder in memory that nobody can write to. @param read gets them when they are needed */
export function registerSampleFileSystem(read: () => Promise<SampleFiles>): vscode.Disposable {
	const disposables = new Disposables();
	const changes = disposables.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
	const pathOf = ({ path }: vscode.Uri) => path.slice(samplesFolder.path.length + 1);
	const refuse = (uri: vscode.Uri): never => {
		throw vscode.FileSystemError.NoPermissions(uri);
	};
	const provider: vscode.FileSystemProvider = {
		onDidChangeFile: changes.event,
		watch: () => new vscode.Disposable(() => undefined),
		async stat(uri) {
			const bytes = (await read()).get(pathOf(uri));
			if (!bytes && !(await childrenOf(uri))) throw vscode.FileSystemError.FileNotFound(uri);
			const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
			return { type, ctime: 0, mtime: 0, size: bytes?.length ?? 0 };
		},
		async readDirectory(uri) {
			const children = await childrenOf(uri);
			if (!children) throw vscode.FileSystemError.FileNotFound(uri);
			return children;
		},
		async readFile(uri) {
			const bytes = (await read()).get(pathOf(uri));
			if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
			return bytes;
		},
		createDirectory: refuse,
		writeFile: refuse,
		delete: refuse,
		rename: refuse,
	};
	/** What lies in a folder; undefined where there is none. */
	async function childrenOf(uri: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
		const folder = pathOf(uri);
		const prefix = folder === '' ? '' : `${folder}/`;
		const children = new Map<string, vscode.FileType>();
		for (const path of (await read()).keys()) {
			if (!path.startsWith(prefix)) continue;
			const [name = '', ...rest] = path.slice(prefix.length).split('/');
			children.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
		}
		return children.size > 0 ? [...children] : undefined;
	}
	const isReadonly = new vscode.MarkdownString('These are the sample stories of STAR Stories, to be looked at.');
	disposables.add(
		vscode.workspace.registerFileSystemProvider(samplesScheme, provider, { isCaseSensitive: true, isReadonly }),
	);
	return disposables;
}
