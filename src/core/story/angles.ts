import { type CompetencyLookup, namesOf } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import { normaliseName } from '../framework/nearness.ts';
import type { Located, Span } from '../text/span.ts';
import { oneLine, shorten } from '../text/words.ts';
import type { CheckedField, FieldFault } from './fieldCheck.ts';
import type { FieldValue, NamedValue, ScalarValue, StoryField } from './fields.ts';

/** The sentence with which a story is turned to one competency. */
export interface Angle {
	/** As it is written: an id, a name or an alias. */
	readonly key: Located<string>;
	/** The competency it names; absent where no active framework knows it. */
	readonly competency?: string;
	readonly text: Located<string>;
}

/** What is behind the label of a line such as `**Angle (Mentorship):** …`: the name between the brackets. */
const label = /^angle\s*[([（［]([^()[\]（）［］]{1,80})[)\]）］]\s*$/iu;

/** Where a label of a line names its competency, from the label's start; undefined where it is no label of an angle. */
export function competencyInLabel(text: string): Span | undefined {
	const name = label.exec(text)?.[1];
	if (name === undefined || name.trim() === '') return undefined;
	const start = text.indexOf(name, 'angle'.length) + (name.length - name.trimStart().length);
	return { start, end: start + name.trim().length };
}

/**
 * Holds the value of `angles` against what it accepts: a sentence for each competency. An empty one is an angle that is
 * still to be written.
 */
export function checkAngles(value: FieldValue): CheckedField {
	const faults: FieldFault[] = [];
	const values: Located<string>[] = [];
	for (const { key, value: sentence } of namedIn(value, faults)) {
		if (sentence.kind !== 'scalar')
			faults.push({ message: `The angle for ${shorten(key.text)} is one sentence.`, span: sentence.span });
		else if (sentence.text.trim() !== '') values.push({ value: sentence.text.trim(), span: sentence.span });
	}
	return { values, faults };
}

function namedIn(value: FieldValue, faults: FieldFault[]): readonly NamedValue[] {
	if (value.kind === 'mapping') return value.entries;
	if (value.kind !== 'scalar' || value.text.trim() !== '')
		faults.push({
			message:
				'`angles` takes a sentence for each competency: write `competency: sentence` below it, one a line.',
			span: value.span,
		});
	return [];
}

/** Every key under `angles` with what stands beside it, in the order of the text; the empty ones too. */
export function angleKeys(
	fields: readonly StoryField[],
): readonly { readonly key: ScalarValue; readonly text: string }[] {
	return fields
		.filter(({ field }) => field.type === 'angles')
		.flatMap(({ value }) => namedIn(value, []))
		.map(({ key, value }) => ({ key, text: value.kind === 'scalar' ? value.text.trim() : '' }));
}

/** The angles of a story: of two for one competency the first counts. */
export function anglesOf(fields: readonly StoryField[], competencies: CompetencyLookup): readonly Angle[] {
	const angles: Angle[] = [];
	const seen = new Set<string>();
	for (const { field, value } of fields) {
		if (field.type !== 'angles') continue;
		for (const { key, value: sentence } of namedIn(value, [])) {
			if (sentence.kind !== 'scalar' || sentence.text.trim() === '') continue;
			const competency = competencies.find(key.text)?.id;
			const identity = competency ?? ` ${normaliseName(key.text)}`;
			if (seen.has(identity)) continue;
			seen.add(identity);
			angles.push({
				key: { value: key.text, span: key.span },
				...(competency !== undefined && { competency }),
				text: { value: oneLine(sentence.text), span: sentence.span },
			});
		}
	}
	return angles;
}

/** The angle for a competency, also for one of a framework that is not active: there it goes by its names. */
export function angleFor(
	angles: readonly Angle[] | undefined,
	competency: Pick<Competency, 'id' | 'name' | 'aliases'>,
): string | undefined {
	const found = angles?.find((each) => each.competency === competency.id);
	if (found) return found.text.value;
	const names = new Set(namesOf(competency).map(normaliseName));
	return angles?.find(({ key }) => names.has(normaliseName(key.value)))?.text.value;
}
