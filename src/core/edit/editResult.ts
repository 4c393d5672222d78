import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** The edits that bring a change about, or why it can't be made. No edits and no refusal: nothing has to change. */
export type EditResult = PossibleEdit | RefusedEdit;

export interface PossibleEdit {
	/** They don't overlap; their spans refer to the text before any of them. */
	readonly edits: readonly TextEdit[];
	readonly refusal?: never;
}

export interface RefusedEdit {
	readonly edits: readonly [];
	readonly refusal: Refusal;
}

export interface Refusal {
	readonly reason: RefusalReason;
	/** A sentence for the author. */
	readonly message: string;
	/** What stands in the way, where that has a place. */
	readonly span?: Span;
}

/**
 * - `toml`: the front matter is TOML, which is never written.
 * - `unreadable`: YAML can't read the front matter, so that any edit would be a guess.
 * - `alias`: the value is `*name` and stands elsewhere.
 * - `anchor`: what would go is repeated elsewhere as `*name`.
 * - `yaml-tag`: the value carries a type such as `!!str`.
 * - `mapping`: the value is a mapping, where ours are texts and lists.
 * - `ambiguous`: the field is set more than once and every one counts.
 * - `value`: the value can't be written in that place.
 * - `no-line`: the field has no line form and the story shares its front matter with others.
 * - `not-found`: there is no such tag.
 * - `shape`: YAML of a form that can't be edited without touching what stands around it.
 */
export type RefusalReason =
	| 'toml'
	| 'unreadable'
	| 'alias'
	| 'anchor'
	| 'yaml-tag'
	| 'mapping'
	| 'ambiguous'
	| 'value'
	| 'no-line'
	| 'not-found'
	| 'shape';

/** Says why a change is not made. */
export function refuse(reason: RefusalReason, message: string, span?: Span): RefusedEdit {
	return { edits: [], refusal: { reason, message, ...(span && { span }) } };
}

/** Nothing has to change. */
export const noEdits: PossibleEdit = { edits: [] };

/** Puts text in at an offset. */
export function insertion(offset: number, newText: string): TextEdit {
	return { span: { start: offset, end: offset }, newText };
}
