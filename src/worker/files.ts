import { isMissing } from '../core/library/files/markdownName.ts';
import type { FileAnalysis, FilesContext } from '../core/library/storyAnalyser.ts';
import { analyseClosed } from '../core/rules/analyse.ts';
import { type AnalysisContext, saysAnything } from '../core/rules/analysis.ts';
import { lineLengthsOf } from '../core/text/lines.ts';
import type { FileBatch } from './protocol.ts';

/** In milliseconds: then the worker answers other calls, once the current file is done. */
const maxTurn = 30;

/** Stories of one turn: to receive one takes the other thread about 50 µs. */
const maxStories = 60;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads and analyses files of the disk, as many as fit a turn.
 *
 * @param paths in the file system, of files without unsaved changes
 */
export function analyseFiles(files: FileSystem, paths: readonly string[], context: FilesContext): FileBatch {
	const end = performance.now() + maxTurn;
	const found: FileAnalysis[] = [];
	let stories = 0;
	for (const path of paths) {
		if (found.length > 0 && (performance.now() > end || stories >= maxStories)) break;
		const file = analyseFile(files, path, context);
		stories += file.analysis?.stories.length ?? 0;
		found.push(file);
	}
	return { files: found };
}

function analyseFile(files: FileSystem, path: string, context: FilesContext): FileAnalysis {
	try {
		const file = analyseContent(files.read(path), { ...context, fileName: path.replace(/^.*[\\/]/u, '') });
		const realPath = file.analysis && files.realPath?.(path);
		return realPath === undefined ? file : { ...file, realPath };
	} catch (error) {
		return { unread: isMissing(error) ? 'gone' : 'failed' };
	}
}

function analyseContent(content: Uint8Array, context: AnalysisContext): FileAnalysis {
	const text = decode(content);
	if (text === undefined) return { unread: 'encoding' };
	const analysis = analyseClosed(text, context);
	if (!saysAnything(analysis) && analysis.failures.length === 0) return {};
	return { analysis, lineLengths: lineLengthsOf(text) };
}

function decode(content: Uint8Array): string | undefined {
	try {
		return utf8.decode(content);
	} catch {
		return undefined;
	}
}

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
	/** Where a file is, links followed. Left out where that is not known. */
	realPath?(path: string): string;
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
		realPath: (path) => fs.realpathSync.native(path),
	};
}
