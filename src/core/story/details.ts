import type { Located } from '../text/span.ts';
import { checkField } from './fieldCheck.ts';
import type { Archetype, Status } from './fields.ts';
import type { StoryField } from './fieldValue.ts';
import type { StoryDetails } from './model.ts';


/** What the valid ones of a story's fields say; the rest is left out. */
export function detailsFrom(fields: readonly StoryField[]): StoryDetails {
	const valuesOf = (name: string): readonly Located<string>[] =>
		fields.filter(({ field }) => field.name === name).flatMap(({ field, value }) => checkField(field, value).values);
	const first = (name: string) => valuesOf(name)[0];
	const strength = first('strength');
	const date = first('date');
	const archetypes = valuesOf('archetype').map(({ value }) => value as Archetype);
	const details: Record<string, unknown> = { status: (first('status')?.value ?? 'draft') as Status };
	if (strength) details['strength'] = Number(strength.value);
	if (date) details['date'] = date.value;
	if (archetypes.length > 0) details['archetypes'] = archetypes;
	for (const name of ['company', 'project', 'role', 'team']) {
		const value = first(name);
		if (value) details[name] = value;
	}
	for (const name of ['metrics', 'questions', 'confidential']) {
		const values = valuesOf(name);
		if (values.length > 0) details[name] = values;
	}
	return details as unknown as StoryDetails;
}
