import { escapeMarkdown } from '../text/escape.ts';
import type { Problem } from '../text/problem.ts';
import { type CueCard, cueCardMarkdown } from './cueCard.ts';

/** As many problems as fit a hover that is read in passing. */
const maxProblems = 5;

/** What is wrong with a story and how it is told, as Markdown: its problems by name, and its cue card. */
export function storyHover(problems: readonly Pick<Problem, 'message'>[], card: CueCard): string {
	const named = problems.slice(0, maxProblems).map(({ message }) => `- ${escapeMarkdown(message)}`);
	const more = problems.length - named.length;
	if (more > 0) named.push(`- and ${more} more`);
	const list = named.length > 0 ? ['To solve:', named.join('\n')] : [];
	return [...list, '---', cueCardMarkdown(card)].join('\n\n');
}
