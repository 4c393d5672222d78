import type { Analysis } from '../rules/analysis.ts';
import { type Problem, severities, type Severity } from '../text/problem.ts';
import { promptOpenId } from '../rules/promptOpen.ts';
import { touches } from '../text/span.ts';
import { plural } from '../text/words.ts';

/** Index of the story around a caret; the first one's where it stands between stories or in front matter. */
export function storyAround({ stories }: Pick<Analysis, 'stories'>, offset: number): number {
	return Math.max(
		0,
		stories.findIndex(({ span }) => touches(span, offset)),
	);
}

/**
 * The problems of each story that has any, in the order of their places: those that the Problems panel lists. Hints are
 * none, by whatever rule. What is wrong with the front matter counts for the first.
 */
export function problemsByStory(analysis: StoryFindings): ReadonlyMap<number, readonly Problem[]> {
	return byStory(analysis, countsAsProblem);
}

/** Whether it is a problem rather than a hint, by the severity that the author gave its rule. */
export function countsAsProblem({ severity }: Pick<Problem, 'severity'>): boolean {
	return severity !== 'hint';
}

/** The most severe of what problems are; undefined where there are none. */
export function worstSeverity(problems: readonly Pick<Problem, 'severity'>[]): Severity | undefined {
	return severities.find((severity) => problems.some((problem) => problem.severity === severity));
}

/** The problems of one story, in the order of their places. */
export function problemsOfStory(analysis: StoryFindings, index: number): readonly Problem[] {
	return problemsByStory(analysis).get(index) ?? [];
}

/** The hints of one story, in the order of their places, open questions aside: those are counted by themselves. */
export function hintsOfStory(analysis: StoryFindings, index: number): readonly Problem[] {
	return byStory(analysis, isHint).get(index) ?? [];
}

/** Everything that is found in one story, its open questions too, in the order of their places. */
export function allFindingsOfStory(analysis: StoryFindings, index: number): readonly Problem[] {
	return byStory(analysis, () => true).get(index) ?? [];
}

/** Problems and hints of one story, in the order of their places; its open questions where it has neither. */
export function findingsOfStory(analysis: StoryFindings, index: number): readonly Problem[] {
	const all = allFindingsOfStory(analysis, index);
	const urgent = all.filter((problem) => countsAsProblem(problem) || isHint(problem));
	return urgent.length > 0 ? urgent : all;
}

/** Such as `1 problem and 2 hints`; `no problems` where there is neither. */
export function findingsText(problems: number, hints: number): string {
	const parts = [
		...(problems > 0 ? [plural(problems, 'problem')] : []),
		...(hints > 0 ? [plural(hints, 'hint')] : []),
	];
	return parts.length > 0 ? parts.join(' and ') : 'no problems';
}

type StoryFindings = Pick<Analysis, 'stories' | 'problems'>;

function isHint(problem: Problem): boolean {
	return !countsAsProblem(problem) && problem.rule !== promptOpenId;
}

function byStory(
	{ stories, problems }: StoryFindings,
	isWanted: (problem: Problem) => boolean,
): ReadonlyMap<number, readonly Problem[]> {
	const found = new Map<number, Problem[]>();
	for (const problem of problems) {
		if (!isWanted(problem)) continue;
		const index = problem.story ?? storyAround({ stories }, problem.span.start);
		const own = found.get(index);
		if (own) own.push(problem);
		else found.set(index, [problem]);
	}
	return found;
}

/** The problem to go to from a caret: the next one below it, else the first again. */
export function nextProblem(problems: readonly Problem[], offset: number): Problem | undefined {
	return problems.find(({ span }) => span.start > offset) ?? problems[0];
}
