import leven from 'leven';
import type { CompetencyLookup } from '../framework/lookups.ts';
import { isTransposed } from '../framework/nearness.ts';
import type { Located, Span } from '../text/span.ts';
import { shorten, wordSet } from '../text/words.ts';
import { anglesOf, checkAngles } from './angles.ts';
import {
	type Archetype,
	archetypes,
	type Field,
	fieldNamed,
	fields,
	type FieldValue,
	maxStrength,
	type ScalarValue,
	type Status,
	statuses,
	type StoryField,
	storyType,
} from './fields.ts';
import { dateIn, meantValue } from './meantValue.ts';
import type { StoryDetails } from './model.ts';
import { isStoryScope, storyScopes } from './storyScope.ts';

/** What a field's value comes to: the texts that can be used, and what is wrong with the rest. */
export interface CheckedField {
	readonly values: readonly Located<string>[];
	readonly faults: readonly FieldFault[];
}

export interface FieldFault {
	readonly message: string;
	/** Empty where the value has no place of its own. */
	readonly span: Span;
	/** What was meant, where that is certain; of several texts, a list. */
	readonly meant?: string | readonly string[];
}

/**
 * Holds a value against what its field accepts. An empty value is no fault: it is a field still to be filled in.
 *
 * @param field the field from the table
 * @param value as read from front matter or a story line
 */
export function checkField(field: Field, value: FieldValue): CheckedField {
	if (field.type === 'angles') return checkAngles(value);
	const takesList = field.type === 'strings' || field.type === 'archetypes';
	if (value.kind === 'list') {
		if (!takesList) {
			const message = `\`${field.name}\` takes one value, not a list.`;
			return fault(message, value.span, onlyValue(field, value.items));
		}
		const checked = value.items.map((item) => checkItem(field, item));
		return { values: checked.flatMap((item) => item.values), faults: checked.flatMap((item) => item.faults) };
	}
	if (value.kind !== 'scalar') {
		const form = takesList ? 'a list' : 'one value';
		return fault(`\`${field.name}\` takes ${form}, not named values.`, value.span);
	}
	return checkScalar(field, value);
}

function checkItem(field: Field, item: FieldValue): CheckedField {
	if (item.kind === 'scalar') return checkScalar(field, item);
	return fault(`Each of \`${field.name}\` is one plain text.`, item.span);
}

function checkScalar(field: Field, scalar: ScalarValue): CheckedField {
	const text = scalar.text.trim();
	if (text === '') return { values: [], faults: [] };
	const message = complaintAbout(field, text);
	if (message !== undefined) return fault(message, scalar.span, meantBy(field, text));
	const value = field.type === 'date' ? (dateIn(text) ?? text) : text;
	return { values: [{ value, span: scalar.span }], faults: [] };
}

/** The one value in a list of a field that takes no list. */
function onlyValue(field: Field, items: readonly FieldValue[]): string | undefined {
	const [item] = items;
	const text = items.length === 1 && item?.kind === 'scalar' ? item.text.trim() : '';
	if (text === '') return undefined;
	return complaintAbout(field, text) === undefined ? text : meantValue(field, text);
}

function meantBy(field: Field, text: string): FieldFault['meant'] {
	if (field.type !== 'archetypes' || !/[,;]/u.test(text)) return meantValue(field, text);
	const several = text.split(/[,;]/u).map((part) => meantValue(field, part.trim()));
	return several.every((part) => part !== undefined) ? several : undefined;
}

function fault(message: string, span: Span, meant?: FieldFault['meant']): CheckedField {
	return { values: [], faults: [{ message, span, ...(meant !== undefined && { meant }) }] };
}

function complaintAbout(field: Field, text: string): string | undefined {
	switch (field.type) {
		case 'strength':
			return new RegExp(`^[1-${maxStrength}]$`, 'u').test(text)
				? undefined
				: `“${shorten(text)}” is no strength: write a whole number from 1 to ${maxStrength}.`;
		case 'status':
			return oneOf('status', statuses, text);
		case 'archetypes':
			return oneOf('archetype', archetypes, text);
		case 'scope':
			return oneOf('scope', storyScopes, text);
		case 'date':
			return dateIn(text) !== undefined
				? undefined
				: `“${shorten(text)}” is no date: write a year, a month or a day, such as 2024-06.`;
		case 'string':
		case 'strings':
		case 'angles':
		case 'type':
			// `type` is a common field of other tools: any other value is theirs.
			return undefined;
	}
}

function oneOf(label: string, accepted: readonly string[], text: string): string | undefined {
	if (accepted.includes(text)) return undefined;
	return `“${shorten(text)}” is no ${label}: write ${accepted.slice(0, -1).join(', ')} or ${accepted.at(-1)}.`;
}

/** Whether the value of `type` marks the document as a story. */
export function isStoryType(value: FieldValue): boolean {
	return value.kind === 'scalar' && value.text.trim() === storyType;
}

/** What the valid ones of a story's fields say; the rest is left out. */
export function detailsFrom(storyFields: readonly StoryField[], competencies: CompetencyLookup): StoryDetails {
	const values = new Map<string, readonly Located<string>[]>();
	for (const { field, value } of storyFields) {
		const valid = checkField(field, value).values;
		if (valid.length > 0) values.set(field.name, [...(values.get(field.name) ?? []), ...valid]);
	}
	const first = (name: string) => values.get(name)?.[0];
	const strength = first('strength');
	const date = first('date');
	const angles = anglesOf(storyFields, competencies);
	const scope = first('scope')?.value ?? '';
	const shown = (values.get('archetype') ?? []).map(({ value }) => value).filter(isArchetype);
	return {
		status: statuses.find((status): status is Status => status === first('status')?.value) ?? 'draft',
		...(strength && { strength: Number(strength.value) }),
		...(date && { date: date.value }),
		...(shown.length > 0 && { archetypes: shown }),
		...(isStoryScope(scope) && { scope }),
		...one('company'),
		...one('project'),
		...one('role'),
		...one('team'),
		...several('metrics'),
		...several('questions'),
		...(angles.length > 0 && { angles }),
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

const names = fields.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));

/** Fields of Jekyll, Hugo, Obsidian, Docusaurus, Zettlr, Pandoc and the like that come near one of ours. */
const othersFields = wordSet(
	'score scores scoped scopes slope single singles angels stats stat state states stage types typed tipe dates data updated created modified titles subtitle tile tier term terms theme ' +
		'themes item items teams roles rule rules projects product products companies campaign tags tag aliases alias cssclass ' +
		'cssclasses category categories author authors layout draft permalink description id slug lang language weight matrix style ' +
		'index rate gate late file time tame mate tea teamid typeid ignored confidence confident confidentiality rank',
);

/**
 * The name of the field that a key was meant for, where all but a slip of the keyboard agrees.
 *
 * @returns undefined for the name of a field itself, and for a key that may well be another tool's
 */
export function nearestField(key: string): string | undefined {
	if (fieldNamed(key) || othersFields.has(key.toLowerCase()) || key.length > maxKeyLength) return undefined;
	const written = key.toLowerCase().replaceAll(/[\s_-]+/gu, '');
	if (othersFields.has(written)) return undefined;
	let nearest: string | undefined;
	let least = Infinity;
	for (const name of names) {
		const distance = slips(written, name);
		if (distance <= maxSlips(name) && distance < least) [nearest, least] = [name, distance];
	}
	return nearest;
}

/** A longer key is no misspelling of any of ours. */
const maxKeyLength = 24;

/** How many slips a name takes before it is another word: `date` is near to `data`, `rate` and `gate`. */
function maxSlips(name: string): number {
	if (name.length < 5) return 0.5;
	return name.length < 8 ? 1 : name.length < 11 ? 2 : 3;
}

/** Letters to change; two neighbours that changed places are half a slip: the commonest one, and never another word. */
function slips(written: string, name: string): number {
	const distance = leven(written, name, { maxDistance: 4 });
	return distance === 2 && isTransposed(written, name) ? 0.5 : distance;
}
