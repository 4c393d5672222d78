import type { Span } from '../span.ts';

export type Quote = '"' | "'";

/** A value of YAML at any depth, with the place of every part. Offsets are the whole text's. */
export type YamlValue = YamlScalar | YamlList | YamlMapping | YamlAlias;

/** A part between others: an item of a list or a field of a mapping. */
export interface YamlPart extends Span {
	/** In flow form the offset of the comma after it, if there is one. */
	readonly comma?: number;
}

/** A value in its place. */
interface PlacedValue {
	/** Without the comments below a block. */
	readonly span: Span;
	/** All that is written of it; of an item of a list with an anchor or a type before it. */
	readonly part: YamlPart;
	/** The offset of the dash before an item of a block list. */
	readonly dash?: number;
}

export interface YamlScalar extends PlacedValue {
	readonly kind: 'scalar';
	/** What YAML makes of the scalar. */
	readonly type: 'string' | 'number' | 'boolean' | 'empty';
	/** The text without quotes and escapes; for other than strings, as written. */
	readonly text: string;
	/** The characters between the quotes, where it is quoted. */
	readonly span: Span;
	readonly quote?: Quote;
	/** How it is written; an `alias` stands for a scalar elsewhere, and of one that is `empty` nothing is written. */
	readonly form: 'plain' | 'quoted' | 'block' | 'alias' | 'empty';
	/** With its quotes, without an anchor or a type. */
	readonly written: Span;
	/** The comment in the first line of a block scalar. */
	readonly headerComment?: Span;
}

export interface YamlList extends PlacedValue {
	readonly kind: 'list';
	readonly items: readonly YamlValue[];
	/** From bracket to bracket; absent in block form. */
	readonly brackets?: Span;
}

export interface YamlMapping extends PlacedValue {
	readonly kind: 'mapping';
	/** In the order written; a key may stand twice. */
	readonly entries: readonly YamlEntry[];
	/** From brace to brace; absent in block form. */
	readonly brackets?: Span;
}

export interface YamlEntry {
	/** Empty where the key is missing or is no plain text. */
	readonly key: YamlScalar;
	/** What YAML reads the key as, which of `True` is `true`; absent where it is no scalar. */
	readonly name?: string;
	readonly value: YamlValue;
	/** From the key to the end of the value. */
	readonly part: YamlPart;
	/** Where a value goes while there is none: after the colon and an anchor. Absent where there is no colon. */
	readonly valueAt?: number;
	/** Whether the value has a type such as `!!str`. */
	readonly hasType: boolean;
}

/** An alias of a list or mapping, or of nothing. What it stands for is never expanded: it could grow without end. */
export interface YamlAlias extends PlacedValue {
	readonly kind: 'alias';
	/** Absent in what it stands for itself. */
	readonly target?: YamlList | YamlMapping;
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

/** Whether something other than an alias is written of a scalar, so that it can be written anew. */
export function isWrittenScalar(value: YamlValue): value is YamlScalar {
	return value.kind === 'scalar' && value.form !== 'empty' && value.form !== 'alias';
}

/** A value that is not there yet. */
export function emptyScalar(span: Span): YamlScalar {
	return { kind: 'scalar', type: 'empty', text: '', span, form: 'empty', written: span, part: span };
}
