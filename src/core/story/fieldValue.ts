import type { Located, Span } from '../text/span.ts';
import type { Quote, YamlScalar } from '../yaml/yamlValue.ts';
import type { Field } from './fields.ts';

/** What the value of a field says, in front matter, where it is a `YamlValue`, or in a line of a story. */
export type FieldValue = ScalarValue | ListValue | OtherValue;

export interface ScalarValue {
	readonly kind: 'scalar';
	readonly type: YamlScalar['type'];
	/** The text without quotes and escapes; for other than strings, as written. */
	readonly text: string;
	/** The characters between the quotes, where it is quoted. */
	readonly span: Span;
	readonly quote?: Quote;
}

export interface ListValue {
	readonly kind: 'list';
	readonly items: readonly FieldValue[];
	readonly span: Span;
}

/** Named values, or an alias of them or of a list in a list. */
export interface OtherValue {
	readonly kind: 'mapping' | 'alias';
	readonly span: Span;
}

/** A field of a story, from front matter or from a line under its heading. */
export interface StoryField {
	readonly field: Field;
	readonly key: Located<string>;
	readonly value: FieldValue;
}
