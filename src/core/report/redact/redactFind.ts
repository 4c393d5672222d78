import type { ListedName } from '../../text/names/hideable.ts';
import type { FindResult } from '../answers/findResult.ts';
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
			(reason) => !reason.startsWith('mentions ') || leftoversIn([reason], names).length === 0,
		),
	}));
	return redactResult({ ...result, stories }, names);
}
