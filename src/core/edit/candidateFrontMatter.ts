import type { FrontMatter } from '../story/frontMatter.ts';
import type { EditResult } from './editResult.ts';
import { setFrontMatterField } from './frontMatterSet.ts';

/**
 * Makes a story of a candidate: front matter with its tags, in the block that it has or a new one.
 * @param document the candidate as parsed
 * @param tags ids or names of competencies; none for a list that is still to be filled
 */
export function frontMatterForCandidate(
	{ text, frontMatter }: { readonly text: string; readonly frontMatter: FrontMatter | undefined },
	tags: readonly string[],
): EditResult {
	return setFrontMatterField(text, frontMatter, 'competencies', tags);
}
