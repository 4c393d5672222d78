import type { Framework } from '../../framework/model.ts';
import type { Story } from '../../story/model.ts';

/** The fields whose values a redacted report can hide, in the order in which they are asked about. */
export const hideableFields = ['company', 'project', 'team', 'role', 'confidential'] as const;

export type HideableField = (typeof hideableFields)[number];

/** What is hidden where nobody says otherwise. A role, such as `Senior Engineer`, mostly says nothing of where it was. */
export const usuallyHidden: readonly HideableField[] = ['company', 'project', 'team', 'confidential'];

/** A name that is to be hidden. */
export interface ListedName {
	readonly name: string;
	/** The field that lists it; the first one where several do. */
	readonly field: HideableField;
}

/**
 * Collects the names to hide. A name that one story lists is hidden in all of them.
 *
 * @param stories of the whole library, also where the report is about a part of it
 * @param frameworks whose `confidential` names are hidden with those of the stories
 * @returns each name once, in the order of fields, then of stories
 */
export function listedNames(
	stories: readonly Story[],
	frameworks: readonly Framework[],
	hide: readonly HideableField[] = usuallyHidden,
): readonly ListedName[] {
	const names = new Map<string, ListedName>();
	for (const field of hideableFields) {
		if (!hide.includes(field)) continue;
		const ofStories = stories.flatMap(({ details }) => details[field] ?? []).map(({ value }) => value);
		const ofFrameworks =
			field === 'confidential' ? frameworks.flatMap(({ confidential }) => confidential ?? []) : [];
		for (const written of [...ofStories, ...ofFrameworks]) {
			const name = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
			const key = name.toLowerCase();
			// Marks alone name nobody.
			if (/[\p{L}\p{N}]/u.test(name) && !names.has(key)) names.set(key, { name, field });
		}
	}
	return [...names.values()];
}
