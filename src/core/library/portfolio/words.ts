import { plural } from '../../text/words.ts';
import { enoughReady, type MissingKind, type Portfolio } from './portfolio.ts';
import { percentOf, type Share, type ShareKind, type SharePart } from './shares.ts';

/** What a portfolio says in words, for views and reports. Plain text throughout. */

export const shareTitles: Readonly<Record<ShareKind, string>> = {
	company: 'Company',
	project: 'Project',
	year: 'Year',
	archetype: 'Archetype',
	scope: 'Scope',
};

/** What those are called that do not say; a chart that has only these is left out. */
export const unsaidName = 'not said';

/** Bars of a small chart. */
const maxParts = 8;

/**
 * The parts that a chart shows: the largest, or of years the latest, then the others together, and what is not said.
 *
 * @param all how many stories there are
 */
export function shownParts(
	{ kind, parts, unsaid }: Share,
	all: number,
): readonly (SharePart & { readonly isRest?: true })[] {
	const shown = parts.length > maxParts ? parts.slice(0, maxParts - 1) : parts;
	const others = parts.slice(shown.length);
	const sum = (of: (part: SharePart) => number) => others.reduce((total, part) => total + of(part), 0);
	const earlier = kind === 'year' ? 'earlier' : `${others.length} others`;
	return [
		...shown,
		...(others.length === 0
			? []
			: [
					{
						name: earlier,
						stories: sum(({ stories }) => stories),
						ready: sum(({ ready }) => ready),
						percent: percentOf(
							sum(({ stories }) => stories),
							all,
						),
						isRest: true as const,
					},
				]),
		...(unsaid.stories === 0 ? [] : [{ name: unsaidName, ...unsaid, isRest: true as const }]),
	];
}

/** The shares by which there is anything to see. */
export function shownShares({ shares }: Pick<Portfolio, 'shares'>): readonly Share[] {
	return shares.filter(({ parts }) => parts.length > 0);
}

/** As much of it as is worded, of the model and of a report. */
type PortfolioCounts = Pick<Portfolio, 'ready'> & { readonly retire: readonly unknown[] };
type MissingCounts = Pick<MissingKind, 'kind'> & { readonly maybe: readonly unknown[] };

/** How many stories are ready, against how many are enough, in a sentence. */
export function readyWords({ ready, retire }: PortfolioCounts): string {
	const { min, max } = enoughReady;
	const range = `${min} to ${max} are enough`;
	if (ready < min) return `${ready} ready to tell; ${range}.`;
	if (ready <= max) return `${ready} ready to tell: enough.`;
	return retire.length > 0
		? `${ready} ready to tell; ${range}. These could retire:`
		: `${ready} ready to tell; ${range}, but each of them is needed for a competency.`;
}

/** What nobody can be told, in a sentence without the stories that may be of the kind. */
export function missingWords({ kind, maybe }: MissingCounts): string {
	const asked =
		kind === 'failure'
			? 'No failure story: nearly every interview asks what went wrong, and what you do differently since.'
			: 'No conflict story: nearly every interview asks whom you disagreed with, and how it ended.';
	if (maybe.length === 0) return `${asked} Which one could you tell?`;
	return `${asked} ${maybe.length === 1 ? 'One may be such a story, and is not tagged so' : 'Some may be, and are not tagged so'}:`;
}

/** What else is missing or too much, a sentence each. */
export function balanceWords({
	nothingSince,
	crowded,
}: Pick<Portfolio, 'nothingSince' | 'crowded'>): readonly string[] {
	const undated =
		nothingSince && nothingSince.undated > 0
			? ` ${plural(nothingSince.undated, 'story has', 'stories have')} no date.`
			: '';
	return [
		...(nothingSince
			? [`Nothing since ${nothingSince.date}: what have you done in the last two years?${undated}`]
			: []),
		...crowded.map(
			({ name, stories, percent }) =>
				`${percent} % from ${name}, ${plural(stories, 'story', 'stories')}: what did you do elsewhere?`,
		),
	];
}
