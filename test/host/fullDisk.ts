import * as vscode from 'vscode';

/**
 * A disk that keeps what fits of a file and says nothing of the rest, as VS Code's own does where one is full; and that
 * may come to an end after a file was deleted, as VS Code does first with one that another is renamed to.
 */
export class FullDisk implements vscode.FileSystemProvider {
	readonly #files = new Map<string, Uint8Array>();
	readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changes.event;
	#time = 1;
	/** Space that is left, in bytes. */
	free = Infinity;
	/** Whether it comes to an end with the next file that is deleted: nothing is done to it any more. */
	endsInDelete = false;
	hasEnded = false;

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	stat({ path }: vscode.Uri): vscode.FileStat {
		if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
		const { length } = this.#get(path);
		return { type: vscode.FileType.File, ctime: 0, mtime: this.#time, size: length };
	}

	readFile({ path }: vscode.Uri): Uint8Array {
		return this.#get(path);
	}

	readDirectory(): [string, vscode.FileType][] {
		return [...this.#files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
	}

	createDirectory(): void {
		// There is only the one.
	}

	writeFile(uri: vscode.Uri, content: Uint8Array): void {
		this.#assertLife();
		const room = this.free + (this.#files.get(uri.path)?.length ?? 0);
		const written = content.slice(0, room);
		this.free = room - written.length;
		this.#files.set(uri.path, written);
		this.#tell(vscode.FileChangeType.Changed, uri);
	}

	delete(uri: vscode.Uri): void {
		this.#assertLife();
		this.free += this.#get(uri.path).length;
		this.#files.delete(uri.path);
		this.hasEnded = this.endsInDelete;
		this.#tell(vscode.FileChangeType.Deleted, uri);
	}

	rename(from: vscode.Uri, to: vscode.Uri): void {
		const bytes = this.#get(from.path);
		this.#assertLife();
		this.#files.delete(from.path);
		this.#files.set(to.path, bytes);
		this.#tell(vscode.FileChangeType.Changed, to);
	}

	#assertLife(): void {
		if (this.hasEnded) throw vscode.FileSystemError.Unavailable('The end.');
	}

	#get(path: string): Uint8Array {
		const bytes = this.#files.get(path);
		if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
		return bytes;
	}

	#tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
		this.#time++;
		this.#changes.fire([{ type, uri }]);
	}
}
