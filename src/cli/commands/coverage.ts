import { Command, Option } from 'commander';
import type { CoverageOptions } from '../actions/coverage.ts';
import { addAnswerOptions, addLensOption } from '../options.ts';
import type { End } from '../terminal.ts';

const help = `
Exit codes:
  0  it is answered
  1  a competency is in the state that --fail-on names, or in a worse one
  2  wrong usage, or something could not be read
  3  with --redact: not all that names anything could be hidden for sure

Examples:
  star-stories coverage
  star-stories coverage --framework amazon-lp --lens amazon-lp
  star-stories coverage --format json --fail-on gap
`;

/** The states in which a competency wants a story, the worst first. */
const failingStates = ['gap', 'weak', 'single'] as const;

/** `star-stories coverage`: what the stories cover. */
export function coverageCommand(end: End): Command {
	const command = new Command('coverage')
		.summary('tell which competencies are covered')
		.description('Tells which competencies the stories cover, which to tell first, and what is missing.')
		.addOption(
			new Option('--fail-on <state>', 'the mildest state of a competency that ends with exit code 1')
				.choices([...failingStates, 'none'])
				.default('none'),
		);
	return addAnswerOptions(addLensOption(command))
		.addHelpText('after', help)
		.action(async (options: CoverageOptions) => {
			const failing = failingStates.slice(0, failingStates.findIndex((state) => state === options.failOn) + 1);
			end(await (await import('../actions/coverage.ts')).coverage(options, failing));
		});
}
