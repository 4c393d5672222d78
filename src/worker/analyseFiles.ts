import { isMissing } from '../core/library/files/markdownName.ts';
import type { FileAnalysis, FilesContext } from '../core/library/storyAnalyser.ts';
import { analyseClosed } from '../core/rules/analyse.ts';
import type { AnalysisContext } from '../core/rules/analysis.ts';
import { lineLengthsOf } from '../core/text/lines.ts';
import type { FileSystem } from './fileSystem.ts';
import type { FileBatch } from './protocol.ts';

/** How long a batch may take before others get their turn, in milliseconds, but for the file it is at. */
const turn = 30;

/** As many stories as can be handed over without holding up the other thread: some 50 µs each. */
const maxStories = 60;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads and analyses files of the disk, as many as fit a turn.
 *
 * @param paths of the file system, without any that an editor holds unsaved
 */
export function analyseFiles(files: FileSystem, paths: readonly string[], context: FilesContext): FileBatch {
	const end = performance.now() + turn;
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
		return analyseContent(files.read(path), { ...context, fileName: path.replace(/^.*[\\/]/u, '') });
	} catch (error) {
		return { unread: isMissing(error) ? 'gone' : 'failed' };
	}
}

function analyseContent(content: Uint8Array, context: AnalysisContext): FileAnalysis {
	const text = decode(content);
	if (text === undefined) return { unread: 'encoding' };
	const analysis = analyseClosed(text, context);
	if (analysis.kind === 'other' && analysis.problems.length === 0 && analysis.failures.length === 0) return {};
	return { analysis, lineLengths: lineLengthsOf(text) };
}

function decode(content: Uint8Array): string | undefined {
	try {
		return utf8.decode(content);
	} catch {
		return undefined;
	}
}
