/** Reads files synchronously, which is four times as fast as asynchronously. */
export interface FileSystem {
	/**
	 * Reads a file.
	 *
	 * @returns bytes that are valid until the next call: new memory for each file would take as long as half the
	 *   reading
	 * @throws Error where it cannot be read
	 */
	read(path: string): Uint8Array;
}

/** Files of up to this many bytes are read into one buffer: nearly all notes. */
const sharedLength = 64 * 1024;

/** The file system of Node; undefined in a browser. */
export function nodeFileSystem(): FileSystem | undefined {
	if (typeof process === 'undefined') return undefined;
	const fs = process.getBuiltinModule('node:fs');
	const shared = new Uint8Array(sharedLength);
	return {
		read(path) {
			const file = fs.openSync(path, 'r');
			try {
				const { size } = fs.fstatSync(file);
				// Some file systems report no size.
				if (size === 0 || size > sharedLength) return fs.readFileSync(file);
				let length = 0;
				for (let read = -1; read !== 0 && length < size; length += read)
					read = fs.readSync(file, shared, length, size - length, null);
				return shared.subarray(0, length);
			} finally {
				fs.closeSync(file);
			}
		},
	};
}
