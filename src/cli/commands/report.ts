import { Command, Option } from 'commander';
import { earlierReportName } from '../../core/report/changes.ts';
import { reportFormats } from '../../core/report/reportFormats.ts';
import type { ReportOptions } from '../actions/report.ts';
import { addFolderOptions, addLensOption, addRedactOption } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
The same stories give the same bytes, but for the date, which --no-date
leaves out. A report in JSON that is kept as ${earlierReportName} in the
folder is what the next one is compared with.

Exit codes:
  0  the report is made
  2  wrong usage, or something could not be read or written
  3  with --redact: names could not be read, so there is no report, or it holds
     words that come near one

Examples:
  star-stories report > report.md
  star-stories report --format json --output ${earlierReportName} --force
  star-stories report --framework amazon-lp --lens amazon-lp --no-date
`;

/** `star-stories report`: what the stories of a folder cover. */
export function reportCommand(end: End): Command {
	const formats = reportFormats.map(({ id, purpose }) => `${id} (${purpose})`).join(', ');
	const command = addLensOption(
		new Command('report')
			.summary('tell what stories cover')
			.description('Tells what the stories of a folder cover, which to tell first, and what is missing.')
			.addOption(
				new Option('-f, --format <format>', formats)
					.choices(reportFormats.map(({ id }) => id))
					.default('markdown'),
			)
			.option('-o, --output <file>', 'write it to a file instead of standard output')
			.option('--force', 'replace the file where it exists'),
	)
		.option('--scope <path>', 'tell of the stories in this part of the folder alone')
		.option(
			'--since <report>',
			'an earlier report in JSON to compare with ' +
				`(default: ${earlierReportName} in the folder, where there is one)`,
		)
		.option('--no-since', 'compare with nothing')
		.option('--no-date', 'leave the date out');
	return addFolderOptions(addRedactOption(command))
		.addHelpText('after', help)
		.action(async (options: ReportOptions) => end(await (await import('../actions/report.ts')).report(options)));
}
