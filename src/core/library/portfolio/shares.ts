import { archetypes } from '../../story/fields.ts';
import { storyScopes } from '../../story/storyScope.ts';
import type { MatrixStory } from '../matrix/matrixStory.ts';
import { oneLine } from '../../text/words.ts';

/** What stories are shared out by. */
export const shareKinds = ['company', 'project', 'year', 'archetype', 'scope'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** How stories are shared out by one thing. */
export interface Share {
	readonly kind: ShareKind;
	/**
	 * Companies, projects and archetypes by how many stories have them, years from the latest, scopes from the
	 * narrowest.
	 */
	readonly parts: readonly SharePart[];
	/** The stories that do not say. */
	readonly unsaid: ShareCount;
}

export interface SharePart extends ShareCount {
	readonly name: string;
}

export interface ShareCount {
	readonly stories: number;
	/** How many of them are ready. */
	readonly ready: number;
	/** The share of all stories, rounded to whole percent. A story can have several archetypes, and counts for each. */
	readonly percent: number;
}

/** Shares out stories by each of {@link shareKinds}. */
export function sharesOf(stories: readonly MatrixStory[]): readonly Share[] {
	return shareKinds.map((kind) => shareBy(kind, stories));
}

function shareBy(kind: ShareKind, stories: readonly MatrixStory[]): Share {
	const count = (members: readonly MatrixStory[]): ShareCount => ({
		stories: members.length,
		ready: members.filter(({ story }) => story.details.status === 'ready').length,
		percent: percentOf(members.length, stories.length),
	});
	const parts = [...groupedBy(kind, stories).values()].map(({ name, members }) => ({ name, ...count(members) }));
	return {
		kind,
		parts: parts.toSorted((a, b) => orderOf(kind, a, b)),
		unsaid: count(stories.filter((story) => valuesOf(kind, story).length === 0)),
	};
}

/** The stories of each value, by what tells values apart. */
export function groupedBy(
	kind: ShareKind,
	stories: readonly MatrixStory[],
): ReadonlyMap<string, { readonly name: string; readonly members: readonly MatrixStory[] }> {
	const groups = new Map<string, { readonly name: string; readonly members: MatrixStory[] }>();
	for (const story of stories) {
		for (const name of valuesOf(kind, story)) {
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
	return oneLine(name).normalize('NFKC').toLowerCase();
}

function valuesOf(kind: ShareKind, { story: { details } }: MatrixStory): readonly string[] {
	switch (kind) {
		case 'archetype':
			return [...new Set(details.archetypes)];
		case 'year':
			return details.date === undefined ? [] : [details.date.slice(0, 4)];
		default: {
			const value = oneLine(details[kind] ?? '');
			return value === '' ? [] : [value];
		}
	}
}

function orderOf(kind: ShareKind, a: SharePart, b: SharePart): number {
	const place = ({ name }: { readonly name: string }) => storyScopes.findIndex((scope) => scope === name);
	if (kind === 'scope') return place(a) - place(b);
	if (kind === 'year') return compare(b.name, a.name);
	const rank = ({ name }: { readonly name: string }) => archetypes.findIndex((archetype) => archetype === name);
	return b.stories - a.stories || (kind === 'archetype' ? rank(a) - rank(b) : compare(a.name, b.name));
}

/** Rounded each by itself, so that what is as many is as much. */
export function percentOf(count: number, all: number): number {
	return all === 0 ? 0 : Math.round((count * 100) / all);
}

/** By code units: a locale's order would differ between machines. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
