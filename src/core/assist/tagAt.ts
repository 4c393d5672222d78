import type { Story, Tag } from '../story/model.ts';
import { touches } from '../text/span.ts';

/** The tag at an offset, with its story. */
export function tagAt(stories: readonly Story[], offset: number): { readonly tag: Tag; readonly story: Story } | undefined {
	for (const story of stories) {
		const tag = story.tags.find(({ span }) => touches(span, offset));
		if (tag) return { tag, story };
	}
	return undefined;
}
