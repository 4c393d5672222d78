/** The fields whose values a redacted report can hide, in the order in which they are asked about. */
export const hideableFields = ['company', 'project', 'team', 'role', 'confidential'] as const;

export type HideableField = (typeof hideableFields)[number];

/** A name that is to be hidden. */
export interface ListedName {
	readonly name: string;
	/** The field that lists it; the first one where several do. */
	readonly field: HideableField;
}

/**
 * The names that a document lists, as it was read: no setting and no `ignore` changes them. Names of every field that
 * can be hidden, whoever hides which.
 */
export interface NamesRead {
	readonly names: readonly ListedName[];
	/** Why names may be missing, as the end of a sentence; absent where every name was read for sure. */
	readonly unread?: string;
}

/** The names that are known of what could not be read in full, with the reason. */
export function unreadNames(unread: string, known?: NamesRead): NamesRead {
	return { names: known?.names ?? [], unread: known?.unread ?? unread };
}

/** Nothing is listed. */
export const noNames: NamesRead = { names: [] };
