import type { CompletedOption, Completions } from './completions.ts';

/** A script for bash 3.2 and later. */
export function bashScript({ program, commands, options }: Completions): string {
	const name = `_${program.replaceAll('-', '_')}`;
	const cases = commands.map(
		(command) =>
			`\t\t${command.name})\n\t\t\tflags="${flagsOf(command.options)}"\n\t\t\tchoices="${command.choices.join(' ')}"\n\t\t\t;;`,
	);
	const values = new Map<string, CompletedOption>();
	for (const { name: command, options: own } of commands)
		for (const option of own)
			if (option.takesValue) for (const flag of option.flags) values.set(`${command}:${flag}`, option);
	const valueCases = [...values].map(
		([key, { choices }]) =>
			`\t\t${key})\n\t\t\t${choices.length > 0 ? `COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word"))` : 'COMPREPLY=($(compgen -f -- "$word"))'}\n\t\t\treturn\n\t\t\t;;`,
	);
	return `# bash completion for ${program}: source <(${program} completion bash)
${name}() {
	local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" flags="" choices="" index
	COMPREPLY=()
	for ((index = 1; index < COMP_CWORD; index++)); do
		case "\${COMP_WORDS[index]}" in
		-*) ;;
		*)
			command="\${COMP_WORDS[index]}"
			break
			;;
		esac
	done
	case "$command" in
		"")
			COMPREPLY=($(compgen -W "${commands.map((each) => each.name).join(' ')} ${flagsOf(options)}" -- "$word"))
			return
			;;
${cases.join('\n')}
	esac
	case "$command:$previous" in
${valueCases.join('\n')}
	esac
	if [[ "$word" == -* ]]; then
		COMPREPLY=($(compgen -W "$flags" -- "$word"))
	elif [[ -n "$choices" ]]; then
		COMPREPLY=($(compgen -W "$choices" -- "$word"))
	else
		COMPREPLY=($(compgen -f -- "$word"))
	fi
}
complete -o filenames -F ${name} ${program}
`;
}

function flagsOf(options: readonly CompletedOption[]): string {
	return options.flatMap(({ flags }) => flags).join(' ');
}
