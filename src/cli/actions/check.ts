import { resolve } from 'node:path';
import { buffer as bytesOf } from 'node:stream/consumers';
import { type CheckResult, checkResult, type FixedProblem } from '../../core/report/check/checkResult.ts';
import type { CheckFormat } from '../../core/report/check/formatNames.ts';
import { checkFormats } from '../../core/report/check/formats.ts';
import { redactResult } from '../../core/report/redact/redactResult.ts';
import { textsIn } from '../../core/report/redact/redactData.ts';
import { type FixChoice, fixedText } from '../../core/text/fixesTogether.ts';
import type { RuleOptions } from '../../core/rules/run.ts';
import type { ListedName } from '../../core/text/names/hideable.ts';
import { severities, type Severity } from '../../core/text/problem.ts';
import { namesToHide, tellHidden } from '../hideNames.ts';
import { decodeWhole } from '../editableFile.ts';
import { FileLister, placeInFolder } from '../findFiles.ts';
import { fixesOf, writeFixes } from '../fixFiles.ts';
import type { DryRunOption, FolderOptions, RedactOption } from '../options.ts';
import { printChanges } from '../printChanges.ts';
import {
	analyseFile,
	type AnalysedFile,
	readNamed,
	type ReadStories,
	tellLeftOut,
	tellUnread,
} from '../readStories.ts';
import { decode, encode } from '../readText.ts';
import { shownPath } from '../shownPath.ts';
import { openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, paintFor, Refusal, tell } from '../terminal.ts';
import { answerWithin } from '../within.ts';
import { makeChanges } from '../writeChanges.ts';

/** What `star-stories check` was given. */
export interface CheckOptions extends FolderOptions, RedactOption, DryRunOption, CheckFixes {
	readonly format: CheckFormat;
	readonly maxSeverity: Severity | 'none';
	/** Absent where it was not typed. */
	readonly stdinPath?: string;
}

/** What is to be mended. */
interface CheckFixes {
	readonly fix?: true;
	readonly fixAll?: true;
}

/** Finds what stories lack, mends it where that is asked for, and prints it. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const choice = options.fixAll ? 'preferred' : options.fix ? 'safe' : undefined;
	if (options.dryRun && !choice) throw new Refusal('--dry-run shows what --fix or --fix-all would change: add one.');
	if (options.stdinPath !== undefined && !paths.includes('-'))
		throw new Refusal('--stdin-path names what comes from standard input: add -.');
	const folder = await openFolder(options);
	if (choice && paths.includes('-')) return fixStandardInput(folder, paths, options, choice);
	const isPiped = paths.includes('-');
	const read = isPiped
		? await readStandardInput(folder, paths, options)
		: await readNamed(folder, paths, rulesFor(options));
	const names = await namesToHide(options, folder, {
		...(paths.length === 0 && { stories: read }),
		...(isPiped && { texts: read.files }),
	});
	if (!choice) return printCheck(folder, read, options, names);
	const fixes = await fixesOf(folder, read.files, choice);
	if (options.dryRun) {
		if (options.format !== 'text' && options.format !== 'json')
			throw new Refusal('--dry-run prints a diff: with --format text or json.');
		const result = await makeChanges(fixes.changes, true);
		const code = result.files.length > 0 ? exitCodes.problems : exitCodes.ok;
		return printChanges(result, options.format, names, fixes.isWhole ? code : exitCodes.refused);
	}
	const written = await writeFixes(fixes);
	// A mended framework file colours everything else.
	const after = written.fixed.length === 0 ? folder : await openFolder(options);
	const code = await printCheck(
		after,
		await readNamed(after, paths, rulesFor({ format: options.format })),
		options,
		names,
		written.fixed,
	);
	return written.isWhole ? code : exitCodes.refused;
}

async function printCheck(
	folder: StoryFolder,
	read: ReadStories,
	options: CheckOptions,
	names: readonly ListedName[] | undefined,
	fixed?: readonly FixedProblem[],
): Promise<ExitCode> {
	const base = baseFor(options.format);
	const found = answerWithin(() => resultOf(folder, read.files, base));
	const result = {
		...found,
		...(fixed && { fixed: fixed.map((each) => ({ ...each, file: shownPath(base, folder.path, each.file) })) }),
	};
	const hidden = names && redactResult(result, names);
	const shown = hidden?.result ?? result;
	process.stdout.write(checkFormats[options.format](shown, paintFor(process.stdout, process.env)));
	const hiding = names && hidden ? tellHidden(names, hidden.replaced, textsIn(shown)) : exitCodes.ok;
	tellUnread(read.unread);
	if (read.unread.length > 0) return exitCodes.refused;
	return hiding === exitCodes.ok ? codeOf(result, options) : hiding;
}

/** Whether fixes are made, or named by the format. */
function rulesFor({ fix, fixAll, format }: Pick<CheckOptions, 'format'> & Partial<CheckFixes>): RuleOptions {
	return { withoutFixes: !fix && !fixAll && format !== 'json' };
}

function codeOf({ problems }: CheckResult, { maxSeverity }: CheckOptions): ExitCode {
	return problems.some(({ severity }) => counts(severity, maxSeverity)) ? exitCodes.problems : exitCodes.ok;
}

/** The mended text is what an editor wants to have; what is left is for its reader. */
async function fixStandardInput(
	folder: StoryFolder,
	paths: readonly string[],
	options: CheckOptions,
	choice: FixChoice,
): Promise<ExitCode> {
	if (options.dryRun || options.redact !== undefined || options.format !== 'text')
		throw new Refusal('With - and --fix the mended text is printed: leave out --dry-run, --redact and --format.');
	const { bytes, path, isLeftOut } = await standardInput(folder, paths, options);
	if (isLeftOut) {
		process.stdout.write(bytes);
		return exitCodes.ok;
	}
	const before = decodeWhole(bytes, 'Standard input');
	const problemsIn = (text: string) => analyseFile(folder, path, text).analysis.problems;
	const mended = fixedText(before.text, problemsIn, choice);
	process.stdout.write(encode(mended.text, before));
	const result = resultOf(folder, [analyseFile(folder, path, mended.text)], baseFor(options.format));
	tell(checkFormats.text(result, paintFor(process.stderr, process.env)).trimEnd());
	return codeOf(result, options);
}

async function readStandardInput(
	folder: StoryFolder,
	paths: readonly string[],
	options: CheckOptions,
): Promise<ReadStories> {
	const { bytes, path, isLeftOut } = await standardInput(folder, paths, options);
	const reading = isLeftOut ? 'binary' : decode(bytes);
	// What is no text holds no story.
	const files = reading === 'binary' ? [] : [analyseFile(folder, path, reading.text)];
	return { files, unread: [] };
}

/**
 * What comes from standard input; says on standard error where it is left out, as a file of that name would be.
 *
 * @throws Refusal where it is named among other paths, or its name leads out of the folder
 */
async function standardInput(
	folder: StoryFolder,
	paths: readonly string[],
	{ stdinPath }: CheckOptions,
): Promise<{ readonly bytes: Uint8Array; readonly path: string; readonly isLeftOut: boolean }> {
	if (paths.length > 1) throw new Refusal('Standard input is checked alone: leave out the other paths.');
	// Editors name a new text by nothing.
	const name = stdinPath || 'stdin.md';
	const path = await placeInFolder(folder, resolve(name), name);
	// A text without a name is asked about for its own sake.
	const isLeftOut = !!stdinPath && !(await new FileLister(folder).accepts(path));
	if (isLeftOut) tellLeftOut(name);
	return { bytes: await bytesOf(process.stdin), path, isLeftOut };
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
