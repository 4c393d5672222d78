import type { BankStory } from '../bank/storyIndex.ts';
import { type Severity, severities } from '../rules/rule.ts';
import type { Steps } from '../steps.ts';
import type { ReportFile } from './buildReport.ts';
import type { ReportPlace, ReportProblem, ReportRule } from './report.ts';

/**
 * The open problems of stories by rule: the graver rules first, then those that found more, then by id.
 * @param files in the order in which their problems are to stand
 * @param indexOf of the stories in the report
 */
export function* reportProblems(
	files: readonly ReportFile[],
	indexOf: ReadonlyMap<BankStory, number>,
	placeOf: (path: string, offset: number) => ReportPlace,
): Steps<readonly ReportRule[]> {
	const stories = new Map([...indexOf].map(([{ file, index: ofFile }, index]) => [`${ofFile} ${file}`, index]));
	const found = new Map<string, { readonly severity: Severity; readonly problems: ReportProblem[] }>();
	for (const { path, analysis } of files) {
		yield;
		// A candidate is no story yet, and its hint no problem of one.
		if (analysis.kind === 'candidate') continue;
		for (const { rule, severity, message, span, story } of analysis.problems) {
			const known = found.get(rule) ?? { severity, problems: [] };
			const index = stories.get(`${story ?? 0} ${path}`);
			const belongs = story !== undefined || analysis.kind === 'story';
			known.problems.push({ ...placeOf(path, span.start), message, ...(belongs && index !== undefined && { story: index }) });
			found.set(rule, known);
		}
	}
	return [...found]
		.map(([rule, { severity, problems }]) => ({ rule, severity, found: problems }))
		.toSorted((a, b) => rank(a) - rank(b) || b.found.length - a.found.length || (a.rule < b.rule ? -1 : 1));
}

function rank({ severity }: ReportRule): number {
	return severities.indexOf(severity);
}
