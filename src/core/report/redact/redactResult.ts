import type { ListedName } from '../../text/names/hideable.ts';
import { leftoversIn } from './leftovers.ts';
import { type Replacement, textsIn, withTextsIn } from './redactData.ts';
import { redactTexts } from './redactor.ts';

/** Plain data without the names, and what somebody who is about to pass it on should know. */
export interface RedactedResult<T> {
	readonly result: T;
	/** Every listed name. */
	readonly replaced: readonly Replacement[];
	/** Words that stay and come near a listed name. */
	readonly leftovers: readonly string[];
}

/**
 * Hides names in every text of what is to be printed or passed on.
 *
 * @param names as `listedNames` collects them
 */
export function redactResult<T>(result: T, names: readonly ListedName[]): RedactedResult<T> {
	const texts = textsIn(result);
	const { data, replaced } = withTextsIn(result, names, texts, redactTexts(texts, names));
	return { result: data, replaced, leftovers: leftoversIn(textsIn(data), names) };
}
