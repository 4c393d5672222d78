import * as vscode from 'vscode';

/** Files by their paths that can be read and nothing else, as a file system of a scheme of their own. */
export class ReadOnlyFiles implements vscode.FileSystemProvider {
	readonly #files: ReadonlyMap<string, Uint8Array>;
	readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changes.event;

	/** @param texts by path, which begins with `/` */
	constructor(texts: Readonly<Record<string, string>>) {
		this.#files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		const size = this.readFile(uri).length;
		return { type: vscode.FileType.File, ctime: 0, mtime: 0, size, permissions: vscode.FilePermission.Readonly };
	}

	readFile(uri: vscode.Uri): Uint8Array {
		const bytes = this.#files.get(uri.path);
		if (!bytes) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return bytes;
	}

	readDirectory(): [string, vscode.FileType][] {
		return [...this.#files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
	}

	createDirectory(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	writeFile(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	delete(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	rename(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}
}
