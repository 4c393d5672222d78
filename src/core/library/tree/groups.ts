import { archetypes, statuses } from '../../story/fields.ts';
import { storyScopes } from '../../story/storyScope.ts';
import type { GroupKey } from './branch.ts';
import type { Grouping } from './options.ts';
import { sectionState, sectionStates, type StoryRow } from './storyRow.ts';

/**
 * Names for files that outlive their paths: the row of a story is still the same row once its file is called something
 * else.
 */
export class FileKeys {
	readonly #keys = new Map<string, string>();
	#moves = 0;

	/** @param file its URI as a string */
	of(file: string): string {
		return this.#keys.get(file) ?? file;
	}

	/** Takes in that a file was renamed; whatever comes under the old name later is another one. */
	move(from: string, to: string): void {
		const key = this.of(from);
		this.#keys.set(from, `${from}#${++this.#moves}`);
		this.#keys.set(to, key);
	}
}

/** Keys of the groups that are no competencies. */
export const untagged = 'untagged';
export const candidates = 'candidates';

const competencyPrefix = 'competency:';
const companyPrefix = 'company:';

export const competencyKey = (id: string): string => `${competencyPrefix}${id}`;

/** The competency whose group a key names. */
export function competencyOf(key: string): string | undefined {
	return key.startsWith(competencyPrefix) ? key.slice(competencyPrefix.length) : undefined;
}

/** The competencies under which a story stands, or the group of those that no framework knows. */
export function competencyKeys({ entry, seen, isCandidate }: StoryRow): readonly string[] {
	if (isCandidate) return [candidates];
	const known = new Set(seen.story.tags.flatMap(({ competency }) => competency ?? []));
	if (known.size > 0) return [...known].map(competencyKey);
	// What another framework knows is merely out of sight.
	return entry.story.tags.some(({ competency }) => competency !== undefined) ? [] : [untagged];
}

/** The groups of a story under a grouping that is not by competency. */
export function groupKeys(
	grouping: Exclude<Grouping, 'competency'>,
	hasLens: boolean,
): (row: StoryRow) => readonly string[] {
	return (row) => {
		if (row.isCandidate) return [candidates];
		if (hasLens && row.seen.story.tags.length === 0) return [];
		const { facts, entry } = row;
		switch (grouping) {
			case 'archetype':
				return facts.archetypes.length > 0
					? [...new Set(facts.archetypes)].map((each) => `archetype:${each}`)
					: ['archetype:'];
			case 'scope':
				return [`scope:${facts.scope ?? ''}`];
			case 'status':
				return [`status:${facts.status}`];
			case 'company':
				return [`${companyPrefix}${foldedName(facts.company)}`];
			case 'sections':
				return [`sections:${sectionState(facts, entry.story)}`];
		}
	};
}

/** Every group of a grouping that can hold rows, in the order in which they show. */
export function groupsInOrder(
	grouping: Grouping,
	keys: readonly string[],
	rows: (key: string) => readonly StoryRow[],
): readonly (readonly [key: string, group: GroupKey])[] {
	const last = [candidates, { by: 'candidates' }] as const;
	switch (grouping) {
		case 'competency':
			return [[untagged, { by: 'untagged' }], last];
		case 'archetype':
			return [
				...[...archetypes, undefined].map(
					(archetype) => [`archetype:${archetype ?? ''}`, { by: 'archetype', archetype }] as const,
				),
				last,
			];
		case 'scope':
			return [
				...[...storyScopes.toReversed(), undefined].map(
					(scope) => [`scope:${scope ?? ''}`, { by: 'scope', scope }] as const,
				),
				last,
			];
		case 'status':
			return [...statusesInOrder.map((status) => [`status:${status}`, { by: 'status', status }] as const), last];
		case 'company': {
			const companies = keys.filter((key) => key.startsWith(companyPrefix)).toSorted(namelessLast);
			return [...companies.map((key) => [key, { by: 'company', company: spelling(rows(key)) }] as const), last];
		}
		case 'sections':
			return [...sectionStates.map((state) => [`sections:${state}`, { by: 'sections', state }] as const), last];
	}
}

/** What is ready comes first. */
const statusesInOrder = [...statuses].toSorted((a, b) => Number(b === 'ready') - Number(a === 'ready'));

function foldedName(name = ''): string {
	return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

function namelessLast(a: string, b: string): number {
	if (a === companyPrefix || b === companyPrefix) return Number(a === companyPrefix) - Number(b === companyPrefix);
	return a < b ? -1 : Number(a > b);
}

/** Of several spellings always the same one, whatever the order in which files are read. */
function spelling(rows: readonly StoryRow[]): string | undefined {
	const names = rows.flatMap(({ facts }) => facts.company?.trim() || []);
	return names.length > 0 ? names.reduce((first, name) => (name < first ? name : first)) : undefined;
}

/** Rows in groups, each in its order, kept up to date without looking at the groups that do not change. */
export class SortedRows {
	readonly #keysOf: (row: StoryRow) => readonly string[];
	readonly #compareIn: (key: string) => (a: StoryRow, b: StoryRow) => number;
	readonly #groups = new Map<string, readonly StoryRow[]>();

	/**
	 * @param keysOf the groups that a row belongs to
	 * @param compareIn the order within a group
	 */
	constructor(
		keysOf: (row: StoryRow) => readonly string[],
		compareIn: (key: string) => (a: StoryRow, b: StoryRow) => number,
	) {
		this.#keysOf = keysOf;
		this.#compareIn = compareIn;
	}

	/** The groups that hold a row, in no order. */
	keys(): readonly string[] {
		return [...this.#groups.keys()];
	}

	rows(key: string): readonly StoryRow[] {
		return this.#groups.get(key) ?? [];
	}

	/**
	 * Takes rows out and puts others in.
	 *
	 * @returns the groups that this touches
	 */
	replace(removed: readonly StoryRow[], added: readonly StoryRow[]): ReadonlySet<string> {
		const gone = new Set(removed);
		const arrivals = this.#byKey(added);
		const touched = new Set([...this.#byKey(removed).keys(), ...arrivals.keys()]);
		for (const key of touched) {
			const staying = this.rows(key).filter((row) => !gone.has(row));
			const rows = [...staying, ...(arrivals.get(key) ?? [])].toSorted(this.#compareIn(key));
			if (rows.length > 0) this.#groups.set(key, rows);
			else this.#groups.delete(key);
		}
		return touched;
	}

	#byKey(rows: readonly StoryRow[]): ReadonlyMap<string, readonly StoryRow[]> {
		const groups = new Map<string, StoryRow[]>();
		for (const row of rows) {
			for (const key of this.#keysOf(row)) {
				const group = groups.get(key);
				if (group) group.push(row);
				else groups.set(key, [row]);
			}
		}
		return groups;
	}
}
