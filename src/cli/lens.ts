import type { StoryFolder } from './storyFolder.ts';
import { Refusal } from './terminal.ts';

/**
 * The framework that `--lens` names.
 *
 * @throws Refusal where none of that id is active
 */
export function lensIn({ lookups: { frameworks } }: StoryFolder, wanted: string | undefined): string | undefined {
	if (wanted === undefined || frameworks.some(({ id }) => id === wanted)) return wanted;
	throw new Refusal(
		`No framework ${wanted} is active here. Active are: ${frameworks.map(({ id }) => id).join(', ')}. ` +
			'--framework switches built-in ones on.',
	);
}
