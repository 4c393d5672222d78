import { wholePercents } from '../../text/wholePercents.ts';
import { archetypes } from '../../story/fields.ts';
import { storyScopes } from '../../story/storyScope.ts';
import type { MatrixStory } from '../matrix/matrixStory.ts';

/** What stories are shared out by. */
export const shareKinds = ['company', 'project', 'year', 'archetype', 'scope'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** How stories are shared out by one thing. */
export interface Share {
	readonly by: ShareKind;
	/**
	 * Companies, projects and archetypes by how many stories have them, years from the latest, scopes from the
	 * narrowest.
	 */
	readonly parts: readonly SharePart[];
	/** How many stories do not say. */
	readonly unsaid: number;
	/** Their share of all, in whole percent. */
	readonly unsaidPercent: number;
}

export interface SharePart {
	readonly name: string;
	readonly stories: number;
	/** How many of them are ready. */
	readonly ready: number;
	/**
	 * The share of all stories, in whole percent. With those that do not say these come to 100; not those of
	 * archetypes, of which a story can have several.
	 */
	readonly percent: number;
}

/** Shares out stories by each of {@link shareKinds}. */
export function sharesOf(stories: readonly MatrixStory[]): readonly Share[] {
	return shareKinds.map((by) => shareBy(by, stories));
}

function shareBy(by: ShareKind, stories: readonly MatrixStory[]): Share {
	const groups = groupedBy(by, stories);
	const parts = [...groups.values()].map(({ name, members }) => ({
		name,
		stories: members.length,
		ready: members.filter(({ story }) => story.details.status === 'ready').length,
	}));
	const ordered = parts.toSorted((a, b) => orderOf(by, a, b));
	const unsaid = stories.filter((story) => valuesOf(by, story).length === 0).length;
	const percents =
		by === 'archetype'
			? [...ordered.map((part) => part.stories), unsaid].map((count) => percentOf(count, stories.length))
			: wholePercents([...ordered.map((part) => part.stories), unsaid]);
	return {
		by,
		parts: ordered.map((part, index) => ({ ...part, percent: percents[index] ?? 0 })),
		unsaid,
		unsaidPercent: percents.at(-1) ?? 0,
	};
}

/** The stories of each value, by what tells values apart. */
export function groupedBy(
	by: ShareKind,
	stories: readonly MatrixStory[],
): ReadonlyMap<string, { readonly name: string; readonly members: readonly MatrixStory[] }> {
	const groups = new Map<string, { readonly name: string; readonly members: MatrixStory[] }>();
	for (const story of stories) {
		for (const name of valuesOf(by, story)) {
			const key = shareKey(name);
			const group = groups.get(key) ?? { name, members: [] };
			group.members.push(story);
			groups.set(key, group);
		}
	}
	return groups;
}

/** Names that differ in case, spacing or the form of their letters are one; the first way to write it is shown. */
export function shareKey(name: string): string {
	return tidy(name).normalize('NFKC').toLowerCase();
}

function tidy(name: string): string {
	return name.replaceAll(/\s+/gu, ' ').trim();
}

function valuesOf(by: ShareKind, { story: { details } }: MatrixStory): readonly string[] {
	switch (by) {
		case 'archetype':
			return [...new Set(details.archetypes)];
		case 'year':
			return details.date === undefined ? [] : [details.date.slice(0, 4)];
		default: {
			const value = tidy(details[by] ?? '');
			return value === '' ? [] : [value];
		}
	}
}

function orderOf(by: ShareKind, a: Omit<SharePart, 'percent'>, b: Omit<SharePart, 'percent'>): number {
	const place = ({ name }: { readonly name: string }) => storyScopes.findIndex((scope) => scope === name);
	if (by === 'scope') return place(a) - place(b);
	if (by === 'year') return compare(b.name, a.name);
	const rank = ({ name }: { readonly name: string }) => archetypes.findIndex((archetype) => archetype === name);
	return b.stories - a.stories || (by === 'archetype' ? rank(a) - rank(b) : compare(a.name, b.name));
}

function percentOf(count: number, all: number): number {
	return all === 0 ? 0 : Math.round((count * 100) / all);
}

/** By code units: a locale's order would differ between machines. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
