import type { ListedName } from '../../text/names/hideable.ts';
import type { FindResult } from '../answers/findResult.ts';
import { stemsOf } from '../../questions/recall/terms.ts';
import { leftoversIn } from './leftovers.ts';
import { type RedactedResult, redactResult } from './redactResult.ts';

/**
 * Hides names in what was found for a question. What a story mentions is told word by word, so that a word of a name
 * would stand there alone: such a reason is left out.
 */
export function redactFind(result: FindResult, names: readonly ListedName[]): RedactedResult<FindResult> {
	const stories = result.stories.map((story) => ({
		...story,
		reasons: story.reasons.filter(
			(reason) => !reason.startsWith(mentions) || leftoversIn([reason, joined(reason)], names).length === 0,
		),
	}));
	return redactResult({ ...result, stories }, names);
}

const mentions = 'mentions ';

/** The words of a reason as one: a name that holds marks is told in pieces. */
function joined(reason: string): string {
	return reason.slice(mentions.length).replaceAll(', ', '');
}

/**
 * Takes out of questions what comes near a name, also in another form of the word (`oaklining` where `Oakline` is
 * listed): what such a word finds, and what it does not, would tell whether the name is here.
 */
export function withoutNames(names: readonly ListedName[]): (question: string) => string {
	const telling = names
		.flatMap(({ name }) => name.match(/[\p{L}\p{N}]+/gu) ?? [])
		.filter((word) => leftoversIn([word], names).length > 0);
	const stems = new Set(telling.flatMap(stemsOf));
	return (question) =>
		leftoversIn([question], names)
			.reduce((text, word) => text.replaceAll(word.replace(/…$/u, ''), ' '), question)
			.replaceAll(/[\p{L}\p{N}]+/gu, (word) => (stemsOf(word).some((stem) => stems.has(stem)) ? '' : word));
}
