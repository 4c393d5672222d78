import type { CompletedOption, Completions } from './completions.ts';

/** A script for fish. */
export function fishScript({ program, commands, options }: Completions): string {
	const names = commands.map(({ name }) => name).join(' ');
	const none = `not __fish_seen_subcommand_from ${names}`;
	const lines = [
		`# fish completion for ${program}: ${program} completion fish | source`,
		...options.map((option) => optionLine(program, none, option)),
		...commands.flatMap(({ name, summary, options: own, choices }) => {
			const seen = `__fish_seen_subcommand_from ${name}`;
			return [
				`complete -c ${program} -n ${quoted(none)} -f -a ${name} -d ${quoted(summary)}`,
				...own.map((option) => optionLine(program, seen, option)),
				...(choices.length > 0
					? [`complete -c ${program} -n ${quoted(seen)} -f -a ${quoted(choices.join(' '))}`]
					: []),
			];
		}),
	];
	return `${lines.join('\n')}\n`;
}

function optionLine(
	program: string,
	condition: string,
	{ flags, summary, takesValue, choices }: CompletedOption,
): string {
	const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
	const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
	return `complete -c ${program} -n ${quoted(condition)} ${names.join(' ')}${value} -d ${quoted(summary)}`;
}

function quoted(text: string): string {
	return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}
