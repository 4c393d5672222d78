import type { Span } from '../../text/span.ts';
import type { Target } from '../model.ts';
import type { TextPlace } from './places.ts';

/** What a value comes to once its shape is checked; parts that do not fit are left out. */
export type Checked =
	| { readonly kind: 'text'; readonly text: TextPlace }
	| { readonly kind: 'target'; readonly target: Target }
	| { readonly kind: 'list'; readonly items: readonly Checked[] }
	| { readonly kind: 'named'; readonly entries: readonly NamedTarget[] }
	| { readonly kind: 'record'; readonly record: CheckedRecord };

export interface NamedTarget {
	readonly key: TextPlace;
	readonly target: Target;
}

/** Fields that fit their shapes, by name. A getter for another shape than the table gives the field finds nothing. */
export class CheckedRecord {
	readonly span: Span;
	readonly #fields: ReadonlyMap<string, Checked>;
	readonly #keys: ReadonlyMap<string, Span>;

	/** @param keys where the names of the fields stand */
	constructor(span: Span, fields: ReadonlyMap<string, Checked>, keys: ReadonlyMap<string, Span>) {
		this.span = span;
		this.#fields = fields;
		this.#keys = keys;
	}

	keySpan(name: string): Span | undefined {
		return this.#keys.get(name);
	}

	/** Whether a field is there and has a value that fits. */
	has(name: string): boolean {
		return this.#fields.has(name);
	}

	text(name: string): TextPlace | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'text' ? field.text : undefined;
	}

	/** The texts of a list; undefined where the field is not there. */
	texts(name: string): readonly TextPlace[] | undefined {
		return this.#list(name)?.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
	}

	records(name: string): readonly CheckedRecord[] {
		return this.#list(name)?.flatMap((item) => (item.kind === 'record' ? [item.record] : [])) ?? [];
	}

	record(name: string): CheckedRecord | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'record' ? field.record : undefined;
	}

	target(name: string): Target | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'target' ? field.target : undefined;
	}

	named(name: string): readonly NamedTarget[] {
		const field = this.#fields.get(name);
		return field?.kind === 'named' ? field.entries : [];
	}

	#list(name: string): readonly Checked[] | undefined {
		const field = this.#fields.get(name);
		return field?.kind === 'list' ? field.items : undefined;
	}
}
