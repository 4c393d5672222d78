import type { Span } from '../text/span.ts';

export interface ScalarValue {
	readonly kind: 'scalar';
	/** What YAML makes of the scalar. */
	readonly type: 'string' | 'number' | 'boolean' | 'empty';
	/** The text without quotes and escapes; for other than strings, as written. */
	readonly text: string;
	/** The characters between the quotes, where it is quoted. */
	readonly span: Span;
	readonly quote?: Quote;
}

export type Quote = '"' | "'";

/** A value of a YAML file of ours at any depth, with the place of every part. */
export type YamlValue = ScalarValue | YamlList | YamlMap | YamlAlias;

export interface YamlList {
	readonly kind: 'list';
	readonly items: readonly YamlValue[];
	readonly span: Span;
}

export interface YamlMap {
	readonly kind: 'map';
	/** In the order written; a key may stand twice. */
	readonly entries: readonly YamlEntry[];
	readonly span: Span;
}

export interface YamlEntry {
	/** Empty where the key is missing or is no plain text. */
	readonly key: ScalarValue;
	readonly value: YamlValue;
}

/** An alias of a list or mapping, or of nothing. It is not followed: it could grow without end. */
export interface YamlAlias {
	readonly kind: 'alias';
	readonly span: Span;
}
