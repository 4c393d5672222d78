import type { ListedName } from './listedNames.ts';

/** Shorter words are in everything. */
const shortestPart = 4;

/**
 * Words that are left in texts and come near a listed name, for a reader could still guess from them: a part of it, such as
 * `Halyard` where `Halyard Freight` is listed, or one that contains it, such as `AcmeCloud` where `Acme` is.
 * @param texts in which names have been hidden
 * @returns each once, in the order of their letters
 */
export function leftoversIn(texts: readonly string[], names: readonly ListedName[]): readonly string[] {
	const parts = new Set(names.flatMap(({ name }) => name.split(/[^\p{L}\p{N}\p{M}]+/u)).filter((part) => part.length >= shortestPart && /^\p{Lu}/u.test(part)));
	if (parts.size === 0) return [];
	const pattern = new RegExp(`[\\p{L}\\p{N}]*(?:${[...parts].join('|')})[\\p{L}\\p{N}]*`, 'gu');
	const found = new Set<string>();
	for (const text of texts) for (const [word] of text.matchAll(pattern)) found.add(word);
	return [...found].toSorted();
}
