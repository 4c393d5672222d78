import type { FileAnalysis } from '../../worker/protocol.ts';

/** How the worker reads files: in full, or no more than what can be told at once. */
export type ReadMethod = 'analyseFiles' | 'surveyFiles';

/** Is handed what was read, as it comes; undefined for a file that took too long. */
export type Take<File> = (files: readonly (readonly [file: File, read: FileAnalysis | undefined])[]) => void;

/**
 * Reads files in two passes: first what a row shows of each story, as that takes little of the time, then the problems.
 * @param read reads files by one method
 * @param take is handed one file up to two times
 * @param surveyed is called between the passes
 */
export async function surveyFirst<File>(files: readonly File[], read: (method: ReadMethod, files: readonly File[], take: Take<File>) => Promise<void>, take: Take<File>, surveyed: () => void = () => undefined): Promise<void> {
	// One alone is as soon analysed.
	if (files.length === 1) return read('analyseFiles', files, take);
	const outlined: File[] = [];
	await read('surveyFiles', files, (found) => {
		for (const [file, { isOutline } = {}] of found) if (isOutline) outlined.push(file);
		take(found);
	});
	surveyed();
	return read('analyseFiles', outlined, take);
}
