import type { EarlierReport, EarlierStory } from './earlierReport.ts';
import type { Report, ReportChanges } from './report.ts';

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
	const keys = [(story: EarlierStory) => `${story.path}\n${story.title}`, (story: EarlierStory) => story.title, (story: EarlierStory) => story.path];
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
function grouped(stories: readonly EarlierStory[], keyOf: (story: EarlierStory) => string, done: { has(index: number): boolean }): ReadonlyMap<string, readonly number[]> {
	const groups = new Map<string, number[]>();
	for (const [index, story] of stories.entries()) {
		if (done.has(index)) continue;
		const group = groups.get(keyOf(story));
		if (group) group.push(index);
		else groups.set(keyOf(story), [index]);
	}
	return groups;
}

function differences(old: EarlierStory, story: EarlierStory): readonly string[] {
	const changed: string[] = [];
	const note = (what: string, from: string | number | undefined, to: string | number | undefined): void => {
		if (from !== to) changed.push(`${what}${from ?? 'none'} → ${to ?? 'none'}`);
	};
	note('title ', old.title, story.title);
	note('', old.status, story.status);
	note('strength ', old.strength, story.strength);
	note('', old.spoken, story.spoken);
	note('problems ', old.problems, story.problems);
	note('', old.competencies.join(', ') || undefined, story.competencies.join(', ') || undefined);
	return changed;
}
