import { kinDistance } from '../framework/built-in/crosswalk.ts';
import type { Coverage } from './coverage.ts';
import { type LibraryStory, storyKey } from './storyIndex.ts';

/**
 * The stories to look at for a competency that no story is tagged with: those of kindred competencies of other active
 * frameworks, of the closest first. They are proposed and never counted.
 *
 * @param all the coverage of all active competencies
 */
export function kinStories({ competency: { id }, state }: Coverage, all: readonly Coverage[]): readonly LibraryStory[] {
	if (state !== 'gap') return [];
	const kin = all
		.map(({ competency, stories }) => ({ distance: kinDistance(competency.id, id), stories }))
		.filter(({ distance }) => distance < Infinity)
		.toSorted((a, b) => a.distance - b.distance)
		.flatMap(({ stories }) => stories);
	return [...new Map(kin.map((entry) => [storyKey(entry), entry])).values()];
}
