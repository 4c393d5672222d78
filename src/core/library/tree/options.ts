import type { Competency } from '../../framework/model.ts';
import { type Status, statuses } from '../../story/fields.ts';
import type { RowFacts } from './storyRow.ts';

/** What the rows of the tree can be grouped by. */
export const groupings = ['competency', 'archetype', 'scope', 'status', 'company', 'sections'] as const;
export type Grouping = (typeof groupings)[number];

/** Which stories the tree shows. */
export interface StoryFilter {
	/** Words that all have to occur in the title, path, context or tags of a story; empty for every story. */
	readonly text: string;
	/** Empty for every status. */
	readonly statuses: readonly Status[];
	readonly problems: 'any' | 'with' | 'without';
}

/** How the tree is looked at. Plain data: it is remembered between two sessions. */
export interface TreeOptions {
	readonly grouping: Grouping;
	/** Id of the framework through which stories are seen; empty for all active ones together. */
	readonly lens: string;
	readonly filter: StoryFilter;
}

export const everyStory: StoryFilter = { text: '', statuses: [], problems: 'any' };

export const defaultOptions: TreeOptions = { grouping: 'competency', lens: '', filter: everyStory };

/** Whether a filter lets every story through. */
export function isEveryStory({ text, statuses: wanted, problems }: StoryFilter): boolean {
	return text.trim() === '' && wanted.length === 0 && problems === 'any';
}

/** Reads options that were remembered, perhaps by another version: what makes no sense is at its default. */
export function readOptions(value: unknown): TreeOptions {
	const { grouping, lens, filter } = record(value);
	const { text, statuses: wanted, problems } = record(filter);
	return {
		grouping: groupings.find((known) => known === grouping) ?? defaultOptions.grouping,
		lens: typeof lens === 'string' ? lens : '',
		filter: {
			text: typeof text === 'string' ? text : '',
			statuses: Array.isArray(wanted) ? statuses.filter((status) => wanted.includes(status)) : [],
			problems: problems === 'with' || problems === 'without' ? problems : 'any',
		},
	};
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Whether a filter shows a story. */
export function showsStory({ text, statuses: shown, problems }: StoryFilter, facts: RowFacts): boolean {
	if (shown.length > 0 && !shown.includes(facts.status)) return false;
	if (problems !== 'any' && facts.problems > 0 !== (problems === 'with')) return false;
	if (text.trim() === '') return true;
	const { title, path, competencies, unknownTags, company, project, role, team } = facts;
	return holdsWords(text, [title, path, company, project, role, team, ...competencies, ...unknownTags]);
}

/** Whether a filter that a candidate cannot pass by its tags shows it: it has no status. */
export function showsCandidate(filter: StoryFilter, facts: RowFacts): boolean {
	return filter.statuses.length === 0 && showsStory(filter, facts);
}

/** Whether a competency shows without a story that does: somebody looks for it by its name. */
export function showsBareCompetency(
	{ text, statuses: shown, problems }: StoryFilter,
	{ name, aliases }: Competency,
): boolean {
	return shown.length === 0 && problems === 'any' && (text.trim() === '' || holdsWords(text, [name, ...aliases]));
}

/** Every word has to occur, in any case and with or without accents. */
function holdsWords(text: string, texts: readonly (string | undefined)[]): boolean {
	const searched = plain(texts.filter((each) => each !== undefined).join('\n'));
	return plain(text)
		.split(/\s+/u)
		.every((word) => searched.includes(word));
}

function plain(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
