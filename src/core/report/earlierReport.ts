import type { CoverageState } from '../bank/coverage.ts';
import type { Report, ReportCompetency, ReportStory } from './report.ts';

/** As much of an earlier report as a comparison needs. */
export interface EarlierReport extends Pick<Report, 'date' | 'scope'> {
	readonly problems: number;
	readonly stories: readonly EarlierStory[];
	readonly competencies: readonly Pick<ReportCompetency, 'id' | 'state'>[];
}

export type EarlierStory = Pick<ReportStory, 'path' | 'title' | 'strength' | 'spoken' | 'problems' | 'competencies'> & { readonly status: string };

/** Where the extension looks for an earlier report, in the folder that the report is about. */
export const earlierReportName = 'star-stories-report.json';

/**
 * Reads a report in JSON that was saved before. Whatever is not as this version writes it is left out.
 * @returns undefined where the text is no report, or a redacted one, whose stories cannot be told apart
 */
export function readEarlierReport(text: string): EarlierReport | undefined {
	const report = recordOf(parsed(text));
	const { version, date, scope, redaction, summary, stories, competencies } = report;
	if (typeof version !== 'number' || redaction !== undefined || !Array.isArray(stories) || !Array.isArray(competencies)) return undefined;
	return {
		...(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(date) && { date }),
		...(typeof scope === 'string' && { scope }),
		problems: numberOf(recordOf(summary)['problems']) ?? 0,
		stories: stories.flatMap((story) => earlierStory(recordOf(story)) ?? []),
		competencies: competencies.flatMap((competency) => {
			const { id, state } = recordOf(competency);
			return typeof id === 'string' && isState(state) ? [{ id, state }] : [];
		}),
	};
}

function earlierStory({ path, title, status, strength, spoken, problems, competencies }: Readonly<Record<string, unknown>>): EarlierStory | undefined {
	if (typeof path !== 'string' || typeof title !== 'string' || typeof status !== 'string') return undefined;
	const known = numberOf(strength);
	return {
		path,
		title,
		status,
		...(known !== undefined && { strength: known }),
		...(typeof spoken === 'string' && { spoken }),
		problems: numberOf(problems) ?? 0,
		competencies: Array.isArray(competencies) ? competencies.filter((name): name is string => typeof name === 'string') : [],
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

const states: readonly unknown[] = ['gap', 'weak', 'single', 'covered', 'rich'] satisfies readonly CoverageState[];

function isState(value: unknown): value is CoverageState {
	return states.includes(value);
}
