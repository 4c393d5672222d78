import type { Located } from '../text/span.ts';
import { checkField } from './fieldCheck.ts';
import { type Archetype, archetypes, type Status, statuses } from './fields.ts';
import type { StoryField } from './fieldValue.ts';
import type { StoryDetails } from './model.ts';

/** What the valid ones of a story's fields say; the rest is left out. */
export function detailsFrom(fields: readonly StoryField[]): StoryDetails {
	const values = new Map<string, readonly Located<string>[]>();
	for (const { field, value } of fields) {
		const valid = checkField(field, value).values;
		if (valid.length > 0) values.set(field.name, [...(values.get(field.name) ?? []), ...valid]);
	}
	const first = (name: string) => values.get(name)?.[0];
	const strength = first('strength');
	const date = first('date');
	const shown = (values.get('archetype') ?? []).map(({ value }) => value).filter(isArchetype);
	return {
		status: statuses.find((status): status is Status => status === first('status')?.value) ?? 'draft',
		...(strength && { strength: Number(strength.value) }),
		...(date && { date: date.value }),
		...(shown.length > 0 && { archetypes: shown }),
		...one('company'),
		...one('project'),
		...one('role'),
		...one('team'),
		...several('metrics'),
		...several('questions'),
		...several('confidential'),
	};

	function one<Name extends string>(name: Name): { readonly [Key in Name]?: Located<string> } {
		const value = first(name);
		return value ? ({ [name]: value } as { [Key in Name]: Located<string> }) : {};
	}

	function several<Name extends string>(name: Name): { readonly [Key in Name]?: readonly Located<string>[] } {
		const found = values.get(name);
		return found ? ({ [name]: found } as { [Key in Name]: readonly Located<string>[] }) : {};
	}
}

function isArchetype(value: string): value is Archetype {
	return archetypes.some((archetype) => archetype === value);
}
