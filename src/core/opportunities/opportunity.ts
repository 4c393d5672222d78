import { isDate } from '../story/fieldCheck.ts';
import type { Span } from '../text/span.ts';

/** The file in the folder of the stories that holds what the author plans. It is a list, and never a story. */
export const opportunitiesName = 'opportunities.md';

/** An experience that an author plans, to have a story to tell about it: what, by when, and with whom. */
export interface PlannedExperience {
	/** One line of Markdown. */
	readonly what: string;
	/** `2026`, `2026-12` or `2026-12-31`, as a rule; the author's own words otherwise. */
	readonly by?: string;
	readonly with?: string;
	/** Id of the competency it is to prove; absent where the file does not name one that is known. */
	readonly competency?: string;
}

/** An item of the list of opportunities. Plain data. */
export interface Opportunity extends PlannedExperience {
	readonly done: boolean;
	/** The item's first paragraph, its box included. */
	readonly span: Span;
	/** The one character in its box. */
	readonly mark: Span;
}

/**
 * The opportunities for a competency: what is planned before what is done, what is due first in front, and else in the
 * order of the file.
 * @param competency id
 */
export function opportunitiesFor<T extends Pick<Opportunity, 'competency' | 'by' | 'done'>>(competency: string, opportunities: readonly T[]): readonly T[] {
	return opportunities.filter((each) => each.competency === competency).toSorted((a, b) => Number(a.done) - Number(b.done) || compareDue(a, b));
}

/**
 * Whether the time for it is over and it is not done.
 * @param today as `YYYY-MM-DD`
 */
export function isOverdue({ by, done }: Pick<Opportunity, 'by' | 'done'>, today: string): boolean {
	return !done && by !== undefined && isDate(by) && today.slice(0, by.length) > by;
}

function compareDue(a: Pick<Opportunity, 'by'>, b: Pick<Opportunity, 'by'>): number {
	const [one, other] = [a, b].map(({ by }) => lastDay(by));
	return one === undefined || other === undefined || one === other ? 0 : one < other ? -1 : 1;
}

/** A month is due on its last day, and what has no date after all that have one. */
function lastDay(by: string | undefined): string {
	return by !== undefined && isDate(by) ? by + '-99-99'.slice(by.length - 4) : '~';
}
