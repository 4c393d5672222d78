import type { Analysis } from '../rules/analysis.ts';
import type { Problem } from '../text/problem.ts';
import { promptOpenId } from '../rules/promptOpen.ts';
import { touches } from '../text/span.ts';

/** Index of the story around a caret; the first one's where it stands between stories or in front matter. */
export function storyAround({ stories }: Pick<Analysis, 'stories'>, offset: number): number {
	return Math.max(
		0,
		stories.findIndex(({ span }) => touches(span, offset)),
	);
}

/**
 * The problems of each story that has any, in the order of their places. What is wrong with the front matter counts for
 * the first. Open questions are none: they are counted by themselves.
 */
export function problemsByStory({
	stories,
	problems,
}: Pick<Analysis, 'stories' | 'problems'>): ReadonlyMap<number, readonly Problem[]> {
	const byStory = new Map<number, Problem[]>();
	for (const problem of problems) {
		if (problem.rule === promptOpenId) continue;
		const index = problem.story ?? storyAround({ stories }, problem.span.start);
		const own = byStory.get(index);
		if (own) own.push(problem);
		else byStory.set(index, [problem]);
	}
	return byStory;
}

/** The problems of one story, in the order of their places. */
export function problemsOfStory(analysis: Pick<Analysis, 'stories' | 'problems'>, index: number): readonly Problem[] {
	return problemsByStory(analysis).get(index) ?? [];
}

/** The problem to go to from a caret: the next one below it, else the first again. */
export function nextProblem(problems: readonly Problem[], offset: number): Problem | undefined {
	return problems.find(({ span }) => span.start > offset) ?? problems[0];
}
