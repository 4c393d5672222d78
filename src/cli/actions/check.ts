import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { type CheckResult, checkResult } from '../../core/report/check/checkResult.ts';
import type { CheckFormat } from '../../core/report/check/formatNames.ts';
import { checkFormats } from '../../core/report/check/formats.ts';
import { redactResult } from '../../core/report/redact/redactResult.ts';
import { textsIn } from '../../core/report/redact/redactData.ts';
import { severities, type Severity } from '../../core/text/problem.ts';
import { namesToHide, tellHidden } from '../hideNames.ts';
import type { FolderOptions, RedactOption } from '../options.ts';
import { analyseFile, type AnalysedFile, readNamed, type ReadStories, tellUnread } from '../readStories.ts';
import { shownPath } from '../shownPath.ts';
import { openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, paintFor, Refusal } from '../terminal.ts';

/** What `star-stories check` was given. */
export interface CheckOptions extends FolderOptions, RedactOption {
	readonly format: CheckFormat;
	readonly maxSeverity: Severity | 'none';
	readonly stdinPath: string;
}

/** Finds what stories lack, and prints it. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const folder = await openFolder(options);
	const read = paths.includes('-') ? await readStandardInput(folder, paths, options) : await readNamed(folder, paths);
	const { files, unread } = read;
	const result = resultOf(folder, files, baseFor(options.format));
	const names = await namesToHide(options, folder, paths.length === 0 ? read : undefined);
	const hidden = names && redactResult(result, names);
	const shown = hidden?.result ?? result;
	process.stdout.write(checkFormats[options.format](shown, paintFor(process.stdout, process.env)));
	const hiding = names && hidden ? tellHidden(names, hidden.replaced, textsIn(shown)) : exitCodes.ok;
	tellUnread(unread);
	if (unread.length > 0) return exitCodes.refused;
	if (hiding !== exitCodes.ok) return hiding;
	return result.problems.some(({ severity }) => counts(severity, options.maxSeverity))
		? exitCodes.problems
		: exitCodes.ok;
}

async function readStandardInput(
	folder: StoryFolder,
	paths: readonly string[],
	{ stdinPath }: CheckOptions,
): Promise<ReadStories> {
	if (paths.length > 1) throw new Refusal('Standard input is checked alone: leave out the other paths.');
	const file = analyseFile(folder, stdinPath, (await textOf(process.stdin)).replace(/^\uFEFF/u, ''));
	return { files: [file], unread: [] };
}

function resultOf(folder: StoryFolder, files: readonly AnalysedFile[], base: string): CheckResult {
	const shown = (path: string) => shownPath(base, folder.path, path);
	const { frameworkFile } = folder;
	return checkResult(
		files.map((file) => ({ ...file, path: shown(file.path) })),
		frameworkFile && {
			path: shown(frameworkFile.path),
			lines: frameworkFile.lines,
			problems: frameworkFile.loaded.problems,
		},
	);
}

function baseFor(format: CheckFormat): string {
	return resolve(((format === 'github' || format === 'sarif') && process.env['GITHUB_WORKSPACE']) || '.');
}

function counts(severity: Severity, mildest: Severity | 'none'): boolean {
	return mildest !== 'none' && severities.indexOf(severity) <= severities.indexOf(mildest);
}
