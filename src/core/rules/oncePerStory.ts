import type { ParsedStory } from '../story/model.ts';

/**
 * Asks once about each story as it was read, where several rules want to know the same.
 *
 * @param find depends on the story, and on what it was read from and with, alone
 */
export function oncePerStory<Rest extends readonly unknown[], Found>(
	find: (story: ParsedStory, ...rest: Rest) => Found,
): (story: ParsedStory, ...rest: Rest) => Found {
	const known = new WeakMap<ParsedStory, { readonly found: Found }>();
	return (story, ...rest) => {
		const before = known.get(story);
		if (before) return before.found;
		const found = find(story, ...rest);
		known.set(story, { found });
		return found;
	};
}
