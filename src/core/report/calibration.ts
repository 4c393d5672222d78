import type { StoryScope } from '../story/storyScope.ts';
import { reaches } from '../library/wantedScope.ts';
import type { Report, ReportCompetency, ReportReach } from './report.ts';

/** What a report says of a competency's widest scope against what the level wants. Plain text. */
export interface Calibration {
	readonly name: string;
	/** The widest scope of its stories; a dash where none says. */
	readonly widest: string;
	readonly wanted: StoryScope;
	readonly words: string;
}

/** What stands above it, such as `Scope for staff`. */
export function calibrationTitle({ level }: Report): string {
	return `Scope for ${level ?? ''}`;
}

/** Each competency against what the level wants; none where no story says how far it reached. */
export function calibrationOf({ level, competencies }: Report): readonly Calibration[] {
	if (level === undefined) return [];
	return competencies.flatMap((competency): readonly Calibration[] => {
		const { name, reach } = competency;
		if (!reach) return [];
		const { widest = '–', wanted } = reach;
		return [{ name, widest, wanted, words: wordsFor(competency, reach) }];
	});
}

/** Such a scope, told as the kind of question that finds a wider story. */
const questions: Readonly<Record<StoryScope, string>> = {
	team: 'Stays within your team: who beyond it used it, or works otherwise since?',
	teams: 'Reached a few teams: did the organization take it up?',
	org: 'Reached your organization: what came of it for the company?',
	company: 'Reached the whole company: did others outside learn from it?',
	industry: 'Reaches it.',
};

function wordsFor({ stories }: ReportCompetency, { widest, wanted, unsaid }: ReportReach): string {
	if (stories === 0) return 'No story yet.';
	if (widest === undefined) return 'No story says how far it reached.';
	if (reaches(widest, wanted)) return 'Reaches it.';
	return unsaid === 0 ? questions[widest] : `${questions[widest]} ${unsaidText(unsaid)}`;
}

function unsaidText(unsaid: number): string {
	return unsaid === 1 ? '1 story does not say.' : `${unsaid} stories do not say.`;
}
