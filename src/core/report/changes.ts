import type { CoverageState } from '../library/coverage.ts';
import type { Report, ReportChanges, ReportCompetency, ReportStory } from './report.ts';

/** As much of an earlier report as a comparison needs. */
export interface EarlierReport extends Pick<Report, 'date' | 'scope'> {
	readonly problems: number;
	readonly stories: readonly EarlierStory[];
	readonly competencies: readonly Pick<ReportCompetency, 'id' | 'state'>[];
}

export type EarlierStory = Pick<ReportStory, 'path' | 'title' | 'strength' | 'spoken' | 'problems' | 'competencies'> & {
	readonly status: string;
};

/** Where the extension looks for an earlier report, in the folder that the report is about. */
export const earlierReportName = 'star-stories-report.json';

/**
 * Reads a report in JSON that was saved before. Whatever is not as this version writes it is left out.
 *
 * @returns undefined where the text is no report, or a redacted one, whose stories cannot be told apart
 */
export function readEarlierReport(text: string): EarlierReport | undefined {
	const report = recordOf(parsed(text));
	const { version, date, scope, redaction, summary, stories, competencies } = report;
	if (
		typeof version !== 'number' ||
		redaction !== undefined ||
		!Array.isArray(stories) ||
		!Array.isArray(competencies)
	)
		return undefined;
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

function earlierStory({
	path,
	title,
	status,
	strength,
	spoken,
	problems,
	competencies,
}: Readonly<Record<string, unknown>>): EarlierStory | undefined {
	if (typeof path !== 'string' || typeof title !== 'string' || typeof status !== 'string') return undefined;
	const known = numberOf(strength);
	return {
		path,
		title,
		status,
		...(known !== undefined && { strength: known }),
		...(typeof spoken === 'string' && { spoken }),
		problems: numberOf(problems) ?? 0,
		competencies: Array.isArray(competencies)
			? competencies.filter((name): name is string => typeof name === 'string')
			: [],
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

/**
 * What is different from an earlier report. A story is the same one where path and title are, else where one of them is
 * and nothing else has it: it may have been moved or renamed.
 */
export function changesSince(earlier: EarlierReport, now: Omit<Report, 'changes'>): ReportChanges {
	const before = matches(earlier.stories, now.stories);
	const matched = new Set(before.values());
	const state = new Map(earlier.competencies.map((competency) => [competency.id, competency.state]));
	return {
		...(earlier.date !== undefined && { since: earlier.date }),
		added: [...now.stories.keys()].filter((index) => !before.has(index)),
		removed: earlier.stories.filter((_story, index) => !matched.has(index)).map(({ title }) => title),
		changed: [...now.stories.entries()].flatMap(([index, story]) => {
			const old = earlier.stories[before.get(index) ?? -1];
			const what = old ? differences(old, story) : [];
			return what.length > 0 ? [{ story: index, what }] : [];
		}),
		competencies: now.competencies.flatMap(({ id, name, state: to }) => {
			const from = state.get(id);
			return from === undefined || from === to ? [] : [{ name, from, to }];
		}),
		problems: { from: earlier.problems, to: now.summary.problems },
	};
}

/** The index of each story in the earlier report, by its index now. */
function matches(earlier: readonly EarlierStory[], now: readonly EarlierStory[]): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	const taken = new Set<number>();
	const keys = [
		(story: EarlierStory) => `${story.path}\n${story.title}`,
		(story: EarlierStory) => story.title,
		(story: EarlierStory) => story.path,
	];
	for (const [round, keyOf] of keys.entries()) {
		const open = grouped(earlier, keyOf, taken);
		const wanting = grouped(now, keyOf, found);
		for (const [key, indices] of wanting) {
			const candidates = open.get(key) ?? [];
			// Only where both are the same can stories of one name be told apart by their order.
			if (round > 0 && (indices.length > 1 || candidates.length > 1)) continue;
			for (const [order, index] of indices.entries()) {
				const old = candidates[order];
				if (old === undefined) break;
				found.set(index, old);
				taken.add(old);
			}
		}
	}
	return found;
}

/** The indices of the stories that are not in `done`, by the key of each. */
function grouped(
	stories: readonly EarlierStory[],
	keyOf: (story: EarlierStory) => string,
	done: { has(index: number): boolean },
): ReadonlyMap<string, readonly number[]> {
	const groups = new Map<string, number[]>();
	for (const [index, story] of stories.entries()) {
		if (done.has(index)) continue;
		const group = groups.get(keyOf(story));
		if (group) group.push(index);
		else groups.set(keyOf(story), [index]);
	}
	return groups;
}

/** What the words about a change of author's text begin with. */
const inTitle = 'title ';
const inCompetencies = 'competencies ';

/** Stands for a title that only the earlier report has. */
const hiddenTitle = '[Title]';

/**
 * Changes without the words of the earlier report, for one in which names are hidden: a story that is gone, or was
 * written anew, lists no more which names were to be hidden in them.
 */
export function withoutEarlierWords({ removed, changed, ...others }: ReportChanges): ReportChanges {
	const said = (what: string) =>
		what.startsWith(inTitle) ? 'another title' : what.startsWith(inCompetencies) ? 'other competencies' : what;
	return {
		...others,
		removed: removed.map(() => hiddenTitle),
		changed: changed.map(({ story, what }) => ({ story, what: what.map(said) })),
	};
}

function differences(old: EarlierStory, story: EarlierStory): readonly string[] {
	const changed: string[] = [];
	const note = (what: string, from: string | number | undefined, to: string | number | undefined): void => {
		if (from !== to) changed.push(`${what}${from ?? 'none'} → ${to ?? 'none'}`);
	};
	note(inTitle, old.title, story.title);
	note('', old.status, story.status);
	note('strength ', old.strength, story.strength);
	note('', old.spoken, story.spoken);
	note('problems ', old.problems, story.problems);
	note(inCompetencies, old.competencies.join(', ') || undefined, story.competencies.join(', ') || undefined);
	return changed;
}
