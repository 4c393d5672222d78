import type { CompletedOption, Completions } from './completions.ts';

/** A script for zsh, to be sourced or put into a folder of `fpath` as `_star-stories`. */
export function zshScript({ program, commands, options }: Completions): string {
	const name = `_${program}`;
	const cases = commands.map((command) => {
		const words = command.choices.length > 0 ? `:word:(${command.choices.join(' ')})` : ':file:_files';
		const specs = [...command.options.map(optionSpec), `'*${words}'`];
		return `\t\t${command.name})\n\t\t\t_arguments -s ${specs.join(' \\\n\t\t\t\t')}\n\t\t\t;;`;
	});
	const listed = commands.map((command) => `\t\t${quoted(`${command.name}:${command.summary}`)}`);
	return `#compdef ${program}
# zsh completion for ${program}: source <(${program} completion zsh)
${name}() {
	local line state
	local -a commands
	commands=(
${listed.join('\n')}
	)
	_arguments -C ${options.map(optionSpec).join(' ')} '1: :->command' '*:: :->rest'
	case $state in
	command)
		_describe command commands
		;;
	rest)
		case $line[1] in
${cases.join('\n')}
		esac
		;;
	esac
}
if [ "$funcstack[1]" = "${name}" ]; then
	${name} "$@"
else
	compdef ${name} ${program}
fi
`;
}

function optionSpec({ flags, summary, takesValue, choices }: CompletedOption): string {
	const help = `[${summary.replace(/[[\]\\:]/gu, '\\$&')}]`;
	const value = takesValue ? (choices.length > 0 ? `:value:(${choices.join(' ')})` : ':value:_files') : '';
	const group = flags.length > 1 ? `${quoted(`(${flags.join(' ')})`)}{${flags.join(',')}}` : (flags[0] ?? '');
	return `${group}${quoted(`${help}${value}`)}`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
