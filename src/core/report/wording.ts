import { maxStrength } from '../story/fields.ts';
import { scopeText } from '../story/storyScope.ts';
import { plural } from '../text/words.ts';
import type {
	Redaction,
	Report,
	ReportChanges,
	ReportCompetency,
	ReportInterviews,
	ReportQuestion,
	ReportStory,
	ReportUnforeseen,
} from './report.ts';

/** What the report says in words, for the formats that people read. Plain text throughout. */

/** What the report is about. */
export function titleOf({ lens, scope }: Report): string {
	return ['STAR Stories', ...(lens === undefined ? [] : [lens]), ...(scope === undefined ? [] : [scope])].join(': ');
}

/** Stories, files and statuses in a sentence. */
export function summaryLine({ summary: { stories, files, statuses, problems } }: Report): string {
	if (stories === 0) return 'No stories yet.';
	const counts = (['ready', 'draft', 'retired'] as const).map((status) => [statuses[status], status] as const);
	const detail = counts
		.filter(([number]) => number > 0)
		.map(([number, status]) => `${number} ${status}`)
		.join(', ');
	const open = problems === 0 ? 'No open problems' : plural(problems, 'open problem');
	return `${plural(stories, 'story', 'stories')} in ${plural(files, 'file')}: ${detail}. ${open}.`;
}

/** What was hidden, so that a reader knows; that nothing was, where no name is listed. */
export function redactionLine({ unread, ...redaction }: Redaction): string {
	const line = hiddenLine(redaction);
	return unread === undefined ? line : `${line} ${unreadLine(unread)}`;
}

function unreadLine(files: number): string {
	const ones = files === 1 ? 'The names of 1 file' : `The names of ${files} files`;
	return `${ones} could not be read for sure, so some may still be here.`;
}

function hiddenLine({ listed, replaced }: Redaction): string {
	if (listed === 0) return 'Nothing was hidden: no story and no framework file lists a name.';
	const [first] = replaced;
	if (!first) return 'Nothing had to be hidden: none of the listed names is told of.';
	return `${plural(replaced.length, 'name is', 'names are')} hidden behind placeholders such as ${first.placeholder}.`;
}

/** The competencies that want a story, in the order of the framework. */
export function gapsOf({ competencies }: Report): readonly ReportCompetency[] {
	return competencies.filter(
		({ state, opportunities }) =>
			state === 'gap' || state === 'weak' || state === 'single' || opportunities.length > 0,
	);
}

/** The questions of the framework that no story answers, or only one. */
export function questionsInNeed({ questions }: Report): readonly ReportQuestion[] {
	return questions.filter(({ id, stories }) => id !== undefined && stories.length <= 1);
}

/** Competencies, status, scope, strength, date and spoken time, each in a few words. */
export function cardFacts({
	competencies,
	unknownTags,
	status,
	scope,
	strength,
	date,
	spoken,
}: ReportStory): readonly string[] {
	const tags = competencies.length > 0 ? competencies : unknownTags;
	return [
		...tags,
		status,
		...(scope === undefined ? [] : [scopeText(scope)]),
		strength === undefined ? 'not rated' : `strength ${strength} of ${maxStrength}`,
		...(date === undefined ? [] : [date]),
		...(spoken === undefined ? [] : [spoken]),
	];
}

/** Where a story happened; empty where nothing says. */
export function contextLine({ role, team, project, company }: ReportStory): string {
	return [role, team, project, company].filter((each) => each !== undefined).join(' · ');
}

/** How many interviews were held, and what was asked in them. */
export function interviewsLine({ held, asked }: ReportInterviews): string {
	return `${plural(held, 'interview')}, ${plural(asked, 'question')}.`;
}

/** Which company has heard a story too often. */
export function oftenText({ company, times }: ReportInterviews['often'][number]): string {
	return `told to ${company} ${times} times: tell them another`;
}

/** Why a question was not foreseen, and who asked it. */
export function unforeseenText({ competencies, company, date, why }: ReportUnforeseen): string {
	const about = competencies.length > 0 ? `${competencies.join(', ')}: ${why}` : why;
	return [about, ...(company === undefined ? [] : [company]), ...(date === undefined ? [] : [date])].join(' · ');
}

/** What has changed, a line each; none where nothing has. */
export function changeLines(
	{ added, removed, changed, competencies, problems }: ReportChanges,
	titleOfStory: (index: number) => string,
): readonly string[] {
	return [
		...competencies.map(({ name, from, to }) => `${name}: ${from} → ${to}`),
		...added.map((index) => `New: ${titleOfStory(index)}`),
		...removed.map((title) => `Gone: ${title}`),
		...changed.map(({ story, what }) => `${titleOfStory(story)}: ${what.join(', ')}`),
		...(problems.from === problems.to ? [] : [`Open problems: ${problems.from} → ${problems.to}`]),
	];
}
