import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { type CheckResult, checkResult } from '../../core/report/check/checkResult.ts';
import { type CheckFormat, checkFormats } from '../../core/report/check/formats.ts';
import { severities, type Severity, type SeveritySettings } from '../../core/text/problem.ts';
import { addFolderOptions, addRuleOption, shownPath } from '../folderOptions.ts';
import { analyseFile, type AnalysedFile, readNamed, type ReadStories, tellUnread } from '../readStories.ts';
import { type FolderOptions, openFolder, type StoryFolder } from '../storyFolder.ts';
import { type ExitCode, exitCodes, paintFor, Refusal } from '../terminal.ts';

interface CheckOptions extends Omit<FolderOptions, 'rules'> {
	readonly format: CheckFormat;
	readonly maxSeverity: Severity | 'none';
	readonly rule?: SeveritySettings;
	readonly stdinPath: string;
}

const help = `
What it finds is what the editor shows for the same folder: in its Markdown
files that hold stories, and in its star-framework.yaml. Files that
.gitignore, .ignore or the settings leave out are left out here too, even
when they are named.

Exit codes:
  0  nothing at or over --max-severity
  1  problems at or over --max-severity
  2  wrong usage, or something could not be read

Examples:
  star-stories check
  star-stories check stories "drafts/**/*.md" --max-severity warning
  star-stories check --format github --rule stale=off
  star-stories check - --stdin-path stories/new.md < draft.md
`;

/** `star-stories check`: what is wrong with the stories of a folder. */
export function checkCommand(end: (code: ExitCode) => void): Command {
	const command = new Command('check')
		.summary('find what stories still lack')
		.description('Finds what the stories of a folder still lack.')
		.argument(
			'[paths...]',
			'files, folders and glob patterns in the folder; ' +
				'"-" reads one file from standard input (default: the whole folder)',
		)
		.addOption(
			new Option('-f, --format <format>', 'how to tell it').choices(Object.keys(checkFormats)).default('text'),
		)
		.addOption(
			new Option(
				'-m, --max-severity <severity>',
				'the mildest severity that ends with exit code 1; "none" never does',
			)
				.choices([...severities, 'none'])
				.default('error'),
		)
		.option('--stdin-path <path>', 'the name of what comes from standard input', 'stdin.md');
	return addRuleOption(addFolderOptions(command))
		.addHelpText('after', help)
		.action(async (paths: readonly string[], options: CheckOptions) => end(await check(paths, options)));
}

async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const folder = await openFolder({ ...options, ...(options.rule && { rules: options.rule }) });
	const { files, unread } = paths.includes('-')
		? await readStandardInput(folder, paths, options)
		: await readNamed(folder, paths);
	const result = resultOf(folder, files, baseFor(options.format));
	process.stdout.write(checkFormats[options.format](result, paintFor(process.stdout, process.env)));
	tellUnread(unread);
	if (unread.length > 0) return exitCodes.refused;
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
	return resolve((format === 'github' && process.env['GITHUB_WORKSPACE']) || '.');
}

function counts(severity: Severity, mildest: Severity | 'none'): boolean {
	return mildest !== 'none' && severities.indexOf(severity) <= severities.indexOf(mildest);
}
