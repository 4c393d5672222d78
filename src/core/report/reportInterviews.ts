import { type Coverage, heldIn } from '../library/coverage.ts';
import type { LibraryStory } from '../library/storyIndex.ts';
import type { AskedReading } from '../questions/interviews/askedReading.ts';
import type { InterviewContent } from '../questions/interviews/interview.ts';
import { companyKey, maxTellings } from '../questions/interviews/tellings.ts';
import { toldStory } from '../questions/interviews/toldStory.ts';
import type { ReportInterviews, ReportTelling, ReportUnforeseen } from './report.ts';

/** An interview with what its questions come to, in their order. */
export interface ReadInterview extends InterviewContent {
	/** The list's file, named as those of the stories are. */
	readonly file: string;
	readonly readings: readonly AskedReading[];
}

/**
 * What interviews say of the stories: which land, which one company hears too often, and what was asked although no
 * story is ready for it.
 *
 * @param stories of the report, in its order
 * @returns undefined where no interview was held
 */
export function reportInterviews(
	interviews: readonly ReadInterview[],
	stories: readonly LibraryStory[],
	coverage: readonly Coverage[],
): ReportInterviews | undefined {
	if (interviews.length === 0) return undefined;
	const tellings = new Map<number, ReportTelling>();
	const times = new Map<string, { readonly story: number; readonly company: string; readonly times: number }>();
	for (const { file, company, asked } of interviews) {
		for (const { told, landed } of asked) {
			const entry = told && toldStory(told, file, stories);
			if (!entry) continue;
			const story = stories.indexOf(entry);
			const known = tellings.get(story) ?? { story, told: 0, well: 0, ok: 0, badly: 0 };
			const how = landed?.how;
			tellings.set(story, {
				...known,
				told: known.told + 1,
				...(how !== undefined && { [how]: known[how] + 1 }),
			});
			if (company === undefined) continue;
			const key = `${story} ${companyKey(company)}`;
			const before = times.get(key) ?? { story, company, times: 0 };
			times.set(key, { ...before, times: before.times + 1 });
		}
	}
	return {
		held: interviews.length,
		asked: interviews.reduce((sum, { asked }) => sum + asked.length, 0),
		landing: [...tellings.values()].toSorted((a, b) => share(b) - share(a) || b.told - a.told || a.story - b.story),
		often: [...times.values()]
			.filter((each) => each.times > maxTellings)
			.toSorted((a, b) => b.times - a.times || a.story - b.story),
		unforeseen: interviews.flatMap((interview) => unforeseenIn(interview, coverage)),
	};
}

/** How well a story lands, from -1 to 1; in the middle where nothing is said of it. */
function share({ well, ok, badly }: ReportTelling): number {
	const rated = well + ok + badly;
	return rated === 0 ? 0 : (well - badly) / rated;
}

/** A question that is put in other words than a framework's is foreseen, where it is clear which competency it is about. */
function unforeseenIn(
	{ company, date, asked, readings }: ReadInterview,
	coverage: readonly Coverage[],
): readonly ReportUnforeseen[] {
	return asked.flatMap(({ question }, index): readonly ReportUnforeseen[] => {
		const reading = readings[index];
		if (question === '' || !reading || reading.isForNoStory) return [];
		const probed = coverage.filter(({ competency }) => reading.competencies.includes(competency.id));
		const isThin = probed.length > 0 && !probed.some(({ stories }) => heldIn(stories).strong);
		const isUnknown = reading.competencies.length === 0 && !reading.isKnown;
		if (!isThin && !isUnknown) return [];
		return [
			{
				text: question,
				competencies: probed.map(({ competency }) => competency.name),
				...(company !== undefined && { company }),
				...(date !== undefined && { date }),
				why: isThin ? 'no strong story is ready' : 'no question like it',
			},
		];
	});
}
