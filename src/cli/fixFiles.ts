import { basename } from 'node:path';
import { loadFramework } from '../core/framework/file/loadFramework.ts';
import type { FixedProblem } from '../core/report/check/checkResult.ts';
import { type FixChoice, fixedText } from '../core/text/fixesTogether.ts';
import { escapeTerminal } from '../core/text/escape.ts';
import type { Problem } from '../core/text/problem.ts';
import { analyseFile, type AnalysedFile } from './readStories.ts';
import type { StoryFolder } from './storyFolder.ts';
import { Refusal, tell } from './terminal.ts';
import { editableIn, type FileChange, makeChanges } from './writeChanges.ts';

/** What mending files comes to. */
interface Fixes {
	readonly changes: readonly FileChange[];
	readonly fixed: readonly FixedProblem[];
	/** Whether no file had to be left. */
	readonly isWhole: boolean;
}

/**
 * What mending files comes to; those that cannot be changed without a loss are left as they are, and told of.
 *
 * @param files that were checked
 */
export async function fixesOf(folder: StoryFolder, files: readonly AnalysedFile[], choice: FixChoice): Promise<Fixes> {
	const { frameworkFile } = folder;
	const framework = frameworkFile && {
		path: frameworkFile.path,
		problems: frameworkFile.loaded.problems,
		problemsIn: (text: string) => loadFramework(text, { id: 'workspace', name: basename(folder.path) }).problems,
	};
	const stories = files.map(({ path, analysis: { problems } }) => ({
		path,
		problems,
		problemsIn: (text: string) => analyseFile(folder, path, text).analysis.problems,
	}));
	const changes: FileChange[] = [];
	const fixed: FixedProblem[] = [];
	let isWhole = true;
	for (const { path, problems, problemsIn } of [...(framework ? [framework] : []), ...stories]) {
		if (!problems.some(hasFix)) continue;
		try {
			const file = await editableIn(folder, path);
			const mended = fixedText(file.text, problemsIn, choice);
			if (mended.text === file.text) continue;
			const ofFile = mended.fixed.map(({ problem: { rule }, fix: { title } }) => ({
				file: path,
				rule,
				fix: title,
			}));
			changes.push({ path, what: ofFile.map(({ fix }) => fix), after: mended.text, file });
			fixed.push(...ofFile);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			tell(error.message);
			isWhole = false;
		}
	}
	return { changes, fixed, isWhole };
}

/** Writes each file that can be written, tells of those that cannot, and returns what stands in the files then. */
export async function writeFixes({ changes, fixed, isWhole }: Fixes): Promise<Pick<Fixes, 'fixed' | 'isWhole'>> {
	const left = new Set<string>();
	for (const change of changes) {
		try {
			await makeChanges([change], false);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			tell(escapeTerminal(error.message));
			left.add(change.path);
		}
	}
	return { fixed: fixed.filter(({ file }) => !left.has(file)), isWhole: isWhole && left.size === 0 };
}

function hasFix({ fixes = [] }: Problem): boolean {
	return fixes.length > 0;
}
