import { Command, Option } from 'commander';
import { checkFormatNames } from '../../core/report/check/formatNames.ts';
import { severities } from '../../core/text/problem.ts';
import type { CheckOptions } from '../actions/check.ts';
import { addFolderOptions, addRedactOption, addRuleOption } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
What it finds is what the editor shows for the same folder: in its Markdown
files that hold stories, and in its star-framework.yaml. Files that
.gitignore, .ignore or the settings leave out are left out here too, even
when they are named.

--fix and --fix-all change files; see what with --dry-run. With "-" the mended
text goes to standard output, and what is left to standard error.

Exit codes:
  0  nothing at or over --max-severity
  1  problems at or over --max-severity; with --dry-run: something would change
  2  wrong usage, or something could not be read
  3  with --redact: not all that names anything could be hidden for sure

Examples:
  star-stories check
  star-stories check stories "drafts/**/*.md" --max-severity warning
  star-stories check --format github --rule stale=off
  star-stories check --fix-all --dry-run
  star-stories check - --stdin-path stories/new.md < draft.md
`;

/** `star-stories check`: what is wrong with the stories of a folder. */
export function checkCommand(end: End): Command {
	const command = new Command('check')
		.summary('find what stories still lack')
		.description('Finds what the stories of a folder still lack.')
		.argument(
			'[paths...]',
			'files, folders and glob patterns in the folder; ' +
				'"-" reads one file from standard input (default: the whole folder)',
		)
		.addOption(new Option('-f, --format <format>', 'how to tell it').choices(checkFormatNames).default('text'))
		.addOption(
			new Option(
				'-m, --max-severity <severity>',
				'the mildest severity that ends with exit code 1; "none" never does',
			)
				.choices([...severities, 'none'])
				.default('error'),
		)
		.option('--fix', 'mend first what is safe to mend, as source.fixAll.starStories does in the editor')
		.addOption(
			new Option('--fix-all', 'mend first all that has a usual fix: also sections that are missing').conflicts(
				'fix',
			),
		)
		.option('--dry-run', 'with --fix or --fix-all: write nothing; print what would change as a diff')
		.option('--stdin-path <path>', 'the name of what comes from standard input (default: stdin.md)');
	return addRedactOption(addRuleOption(addFolderOptions(command)))
		.addHelpText('after', help)
		.action(async (paths: readonly string[], options: CheckOptions) =>
			end(await (await import('../actions/check.ts')).check(paths, options)),
		);
}
