import type { Located, Span } from '../text/span.ts';
import type { Quote, ScalarValue } from '../yaml/yamlValue.ts';
import type { Field } from './fields.ts';

/** A value of front matter or of a story line, with the place of every part. */
export type FieldValue = ScalarValue | ListValue | MappingValue;

export type { Quote, ScalarValue };

export interface ListValue {
	readonly kind: 'list';
	readonly items: readonly FieldValue[];
	readonly span: Span;
}

export interface MappingValue {
	readonly kind: 'mapping';
	readonly span: Span;
}

/** A field of a story, from front matter or from a line under its heading. */
export interface StoryField {
	readonly field: Field;
	readonly key: Located<string>;
	readonly value: FieldValue;
}
