import { isStoryScope } from '../../story/storyScope.ts';
import type { ListedName } from '../../text/names/hideable.ts';
import type { RedactedText, RedactedTexts } from './redactor.ts';

/** A name with what stands in its place. */
export interface Replacement extends ListedName {
	/** Such as `[Company A]`: the same one for the same lists of names. */
	readonly placeholder: string;
	/** How often it was replaced. */
	readonly count: number;
}

/** Properties whose texts are this product's own words; all others are taken for the author's. */
const ownWords: ReadonlySet<string> = new Set([
	'state',
	'status',
	'severity',
	'rule',
	'kind',
	'why',
	'archetypes',
	'advice',
	'spoken',
	'from',
	'to',
	'since',
	'fit',
	'confidence',
	'level',
	'widest',
	'wanted',
]);

/** A report's own `scope` is a path, a story's one of five words. */
function isOwnWord(key: string, value: unknown): boolean {
	return ownWords.has(key) || (key === 'scope' && typeof value === 'string' && isStoryScope(value));
}

/** Every text of plain data in which a name may stand, once: of a report, a matrix or a cue card. */
export function textsIn(data: unknown): readonly string[] {
	const texts = new Set<string>();
	collect(data, texts);
	return [...texts];
}

/**
 * Puts redacted texts in the place of those of plain data.
 *
 * @param texts as {@link textsIn} has them
 * @param redacted the same without the names
 */
export function withTextsIn<T>(
	data: T,
	names: readonly ListedName[],
	texts: readonly string[],
	{ placeholders, texts: redacted }: RedactedTexts,
): { readonly data: T; readonly replaced: readonly Replacement[] } {
	const byText = new Map(texts.map((text, index) => [text, redacted[index]]));
	const counts = names.map(() => 0);
	const redact = (text: string): RedactedText => {
		const known = byText.get(text);
		if (!known) throw new Error('A text was not redacted.');
		return known;
	};
	return {
		data: replaceTexts(data, redact, counts) as T,
		replaced: names.map((name, index): Replacement => ({
			...name,
			placeholder: placeholders[index] ?? '',
			count: counts[index] ?? 0,
		})),
	};
}

function collect(value: unknown, texts: Set<string>): void {
	if (typeof value === 'string') texts.add(value);
	if (typeof value !== 'object' || value === null) return;
	for (const [key, item] of Object.entries(value)) {
		if (!Array.isArray(value) && isOwnWord(key, item)) continue;
		if (key === 'link' && typeof item === 'string') texts.add(decoded(item));
		collect(item, texts);
	}
}

function replaceTexts(value: unknown, redact: (text: string) => RedactedText, counts: number[]): unknown {
	if (typeof value === 'string') {
		const { text, found } = redact(value);
		for (const name of found) counts[name] = (counts[name] ?? 0) + 1;
		return text;
	}
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => replaceTexts(item, redact, counts));
	const properties: [string, unknown][] = [];
	for (const [key, item] of Object.entries(value)) {
		// A link to a file whose name is hidden would lead nowhere, or tell it.
		if (key === 'link' && typeof item === 'string' && (isAbsolute(item) || redact(decoded(item)).found.length > 0))
			continue;
		properties.push([key, isOwnWord(key, item) ? item : replaceTexts(item, redact, counts)]);
	}
	return Object.fromEntries(properties);
}

/** An address with a scheme names the folders above the stories too. */
function isAbsolute(link: string): boolean {
	return /^[a-z][a-z\d+.-]*:/iu.test(link);
}

function decoded(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch {
		return link;
	}
}
