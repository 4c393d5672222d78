import type { ListedName } from './listedNames.ts';
import { type RedactedText, Redactor } from './redactor.ts';

/** Texts without the names. */
export interface RedactedTexts {
	/** What stands for each name, in the order of the names. */
	readonly placeholders: readonly string[];
	/** In the order of the texts. */
	readonly texts: readonly RedactedText[];
}

/**
 * Hides names in texts.
 * @param names as `listedNames` collects them
 */
export function redactTexts(texts: readonly string[], names: readonly ListedName[]): RedactedTexts {
	const redactor = new Redactor(names);
	return { placeholders: redactor.placeholders, texts: texts.map((text) => redactor.redact(text)) };
}
