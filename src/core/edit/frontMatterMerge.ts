import { fieldNamed } from '../story/fields.ts';
import type { FrontMatter, FrontMatterEntry, SetTwice } from '../story/frontMatter.ts';
import { type EditResult, refuse } from './editResult.ts';
import { addListItem } from './frontMatterList.ts';
import { removeEntry } from './frontMatterSet.ts';
import { inSteps } from './verifiedEdit.ts';

/**
 * Makes one key of two that set the same field, where that loses nothing: both say the same, one says nothing, or they
 * are lists, whose texts are then put together.
 */
export function mergeFields(text: string, frontMatter: FrontMatter, { first, second }: SetTwice): EditResult {
	const [above, below] = [textsIn(first), textsIn(second)];
	const keepBoth = () => refuse('ambiguous', 'The two say different things: keep one by hand.', second.key.span);
	if (!above || !below) return keepBoth();
	const isOneSilent = above.length === 0 || below.length === 0;
	if (isOneSilent) return removeEntry(text, frontMatter, above.length === 0 ? first : second);
	const missing = below.filter((value) => !above.includes(value));
	const field = fieldNamed(first.key.value);
	const takesList = field?.type === 'strings' || field?.type === 'archetypes';
	if (missing.length > 0 && !(takesList && field)) return keepBoth();
	if (!takesList && above.length !== below.length) return keepBoth();
	return inSteps(text, frontMatter, [
		(now, at) => removeEntry(now, at, second),
		...missing.map(
			(value) => (now: string, at: FrontMatter) => addListItem(now, at, field?.name ?? first.key.value, value),
		),
	]);
}

/** The texts that a field holds; undefined where it holds something else. */
function textsIn({ value }: FrontMatterEntry): readonly string[] | undefined {
	const items = value.kind === 'list' ? value.items : [value];
	if (items.some(({ kind }) => kind !== 'scalar')) return undefined;
	return items.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item.text.trim()] : []));
}
