import { type Status, statuses } from '../story/fields.ts';

/** What the rows of the tree can be grouped by. */
export const groupings = ['competency', 'archetype', 'status', 'company', 'sections'] as const;
export type Grouping = (typeof groupings)[number];

/** Which stories the tree shows. */
export interface StoryFilter {
	/** Words that all have to occur in what is said of a story; empty for every story. */
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
