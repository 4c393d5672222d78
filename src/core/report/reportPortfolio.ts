import type { Lookups } from '../framework/lookups.ts';
import { matrixStory } from '../library/matrix/matrixStory.ts';
import { portfolioOf } from '../library/portfolio/portfolio.ts';
import { shownShares } from '../library/portfolio/words.ts';
import type { LibraryStory } from '../library/storyIndex.ts';
import { oneLine } from '../text/words.ts';
import type { ReportPortfolio } from './report.ts';

/**
 * What the stories of a report are together, through all active frameworks.
 *
 * @param entries the stories of the report, in its order
 * @param today `YYYY-MM-DD`, where it may be told that nothing is recent
 * @returns undefined where every story is retired
 */
export function reportPortfolio(
	entries: readonly LibraryStory[],
	{ frameworks, level }: Lookups,
	today: string | undefined,
): ReportPortfolio | undefined {
	const stories = entries.map(matrixStory);
	const indexOf = new Map(stories.map((story, index) => [story, index]));
	const portfolio = portfolioOf(stories, { frameworks, level, today });
	if (portfolio.stories === 0) return undefined;
	return {
		...portfolio,
		shares: shownShares(portfolio).map((share) => ({ ...share, parts: share.parts.map(withNameOnOneLine) })),
		missing: portfolio.missing.map(({ kind, maybe }) => ({
			kind,
			maybe: maybe.map((story) => indexOf.get(story) ?? 0),
		})),
		retire: portfolio.retire.map(({ story, reasons }) => ({ story: indexOf.get(story) ?? 0, reasons })),
	};
}

function withNameOnOneLine<T extends { readonly name: string }>(part: T): T {
	return { ...part, name: oneLine(part.name) };
}
