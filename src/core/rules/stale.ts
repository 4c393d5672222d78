import { checkField } from '../story/fieldCheck.ts';
import type { Document } from '../story/document.ts';
import type { ParsedStory } from '../story/model.ts';
import type { Located } from '../text/span.ts';
import type { Rule } from './rule.ts';

/** Age in years beyond which a story is called stale unless the settings say otherwise. */
export const defaultStaleAfterYears = 5;

export const stale: Rule = {
	id: 'stale',
	severity: 'hint',
	summary: 'A story that happened long ago.',
	explanation:
		`Interviewers ask for what you do now. After ${defaultStaleAfterYears} years (a setting) details fade ` +
		'and the practice has moved on: look for a fresher story of the kind, or retire this one. ' +
		'A year counts to its last day, a month to its end. Retired stories are left alone.',
	bad: [
		'---\ncompetencies: mentorship\ndate: «2009»\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ndate: "«2011-03»"\n---\n\n# Onboarding Ines\n',
	],
	good: [
		'---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ndate: 2009\nstatus: retired\n---\n\n# Onboarding Ines\n',
	],
	on: 'story',
	*check(story, document, { today, staleAfterYears = defaultStaleAfterYears }) {
		if (!today || !/^\d{4}-\d{2}-\d{2}/u.test(today) || !(staleAfterYears >= 0)) return;
		if (document.frontMatter && !document.frontMatter.intact) return;
		const date = dateOf(story);
		if (!date || story.details.status === 'retired' || isSharedWithEarlier(story, document)) return;
		const years = ageWhenStale(date.value, today, staleAfterYears);
		if (years === undefined) return;
		yield { message: `About ${years} years ago: is there a fresher story of this kind?`, span: date.span };
	},
};

/**
 * How many full years ago something happened, where that is too long; of a year or a month its middle counts.
 *
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; doubt speaks for the story
 * @param today `YYYY-MM-DD`
 */
export function ageWhenStale(
	date: string,
	today: string,
	staleAfterYears = defaultStaleAfterYears,
): number | undefined {
	const limitYear = String(Number(today.slice(0, 4)) - Math.floor(staleAfterYears)).padStart(4, '0');
	const limit = `${limitYear}${today.slice(4, 10)}`;
	if (lastDayOf(date) >= limit) return undefined;
	const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
	return middleOf(date).slice(4) > today.slice(4, 10) ? years - 1 : years;
}

function dateOf({ fields }: ParsedStory): Located<string> | undefined {
	const entry = fields.find(({ field }) => field.name === 'date');
	return entry && checkField(entry.field, entry.value).values[0];
}

/** The stories of a bank share the date of its front matter, which is reported once. */
function isSharedWithEarlier(story: ParsedStory, { stories }: Document): boolean {
	const value = dateEntry(story);
	return stories.find((other) => other.details.status !== 'retired' && dateEntry(other) === value) !== story;
}

function dateEntry({ fields }: ParsedStory) {
	return fields.find(({ field }) => field.name === 'date')?.value;
}

/** The latest day that the date can mean, so that doubt speaks for the story. Days are compared as texts. */
function lastDayOf(date: string): string {
	return `${date}${'-12-31'.slice(Math.max(0, date.length - 4))}`;
}

/** The day in the middle of what a date says. */
function middleOf(date: string): string {
	return date.length === 4 ? `${date}-07-01` : `${date}-16`.slice(0, 10);
}
