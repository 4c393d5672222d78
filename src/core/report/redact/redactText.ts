import type { ListedName } from './listedNames.ts';
import { Redactor, type Replacement } from './redactor.ts';

/** A text without the names, and the names that were in it. */
export interface RedactedText {
	readonly text: string;
	readonly replaced: readonly Replacement[];
}

/**
 * Hides names in a text.
 * @param names as {@link listedNames} collects them
 */
export function redactText(text: string, names: readonly ListedName[]): RedactedText {
	const redactor = new Redactor(names);
	const redacted = redactor.redact(text);
	return { text: redacted, replaced: redactor.replacements.filter((each) => redactor.countOf(each) > 0) };
}
