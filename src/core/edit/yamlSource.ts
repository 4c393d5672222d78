import type { FrontMatterEntry } from '../story/frontMatter.ts';
import type { Field } from '../story/fields.ts';
import type { Quote, ScalarValue } from '../story/fieldValue.ts';
import type { Span } from '../text/span.ts';

/** Front matter as written: where every part of it stands that an edit may touch. Offsets are the document's. */
export interface YamlSource {
	/** How the block lists its fields: one a line, or as `{a: 1, b: 2}`. */
	readonly form: 'block' | 'flow';
	/** The braces of a flow mapping, empty in a block. */
	readonly braces: Span;
	readonly fields: readonly FieldSource[];
	readonly notes: YamlNotes;
}

/** What an edit must neither lose nor break, in the order of the text. */
export interface YamlNotes {
	readonly comments: readonly Span[];
	readonly anchors: readonly NamedSpan[];
	readonly aliases: readonly NamedSpan[];
}

export interface NamedSpan extends Span {
	readonly name: string;
}

/** A part between others: an item of a list or a field of a mapping. */
export interface PartSource {
	/** Includes an anchor or type before the value; of a field its key. */
	readonly start: number;
	readonly end: number;
	/** In flow form the comma after it, if there is one. */
	readonly comma?: number;
}

export interface FieldSource extends PartSource {
	readonly entry: FrontMatterEntry;
	readonly field: Field | undefined;
	/** Where a value goes while there is none: after the colon and an anchor. Absent where there is no colon. */
	readonly valueAt: number | undefined;
	readonly hasType: boolean;
	readonly value: ValueSource;
}

export type ValueSource = FlowList | BlockList | ScalarSource | { readonly form: 'empty' | 'alias' | 'mapping' };

export interface FlowList {
	readonly form: 'flow';
	/** Offset of the bracket. */
	readonly open: number;
	readonly close: number;
	readonly items: readonly ItemSource[];
}

export interface BlockList {
	readonly form: 'block';
	readonly items: readonly (ItemSource & { readonly dash: number })[];
}

export interface ItemSource extends PartSource {
	/** Absent where the item is an alias or no text. */
	readonly scalar?: ScalarSource;
	/** What the item reads as: its text, or nothing where it is a mapping or a list. */
	readonly text: string | undefined;
}

export interface ScalarSource extends Span {
	readonly form: 'scalar';
	readonly style: 'plain' | 'quoted' | 'block';
	readonly quote?: Quote;
	readonly value: ScalarValue;
	/** The comment in the first line of a block scalar. */
	readonly headerComment?: Span;
}
