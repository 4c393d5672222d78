import { bashScript } from './bash.ts';
import type { Completions } from './completions.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

/** The script of each shell. */
export const completionScripts: Readonly<Record<'bash' | 'zsh' | 'fish', (completions: Completions) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript,
};
