import { type CompetencyLookup, type KnownQuestion, writtenIdOf } from '../../framework/lookups.ts';
import { competencyInLabel } from '../../story/angles.ts';
import { archetypes, type Field, fields, maxStrength, statuses, storyType } from '../../story/fields.ts';
import { scopeMeanings, storyScopes } from '../../story/storyScope.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { RuleSummary } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { insideQuotes, yamlScalar } from '../../text/yaml/yamlText.ts';
import { type Coverage, coverageSummary } from '../coverage.ts';
import {
	type AngleKeyPlace,
	type CaretPlace,
	type FieldNamePlace,
	type FieldValuePlace,
	caretPlaceAt,
	fieldsAround,
} from './caretPlace.ts';
import type { CompletionScope } from './completionScope.ts';
import { lineEnd, lineStart } from '../../text/lines.ts';

/** Something that can be written at the caret, as plain data. */
export interface Completion {
	/** What the list shows. */
	readonly label: string;
	readonly kind: 'field' | 'competency' | 'value' | 'question' | 'rule';
	/** A few words beside the label. */
	readonly detail?: string;
	/** More on it, as Markdown. */
	readonly documentation?: string;
	/** What is written in the place of `span`. */
	readonly insertText: string;
	readonly span: Span;
	/** What the typed letters are compared with, where it is not the label. */
	readonly filterText?: string;
	/** Whether to go on with the field's values at once. */
	readonly continues?: boolean;
}

/** What completion knows besides the text. */
export interface CompletionContext {
	readonly competencies: CompetencyLookup;
	/** Coverage of every competency, in the order of the frameworks. */
	readonly coverage: readonly Coverage[];
	/** Questions of the active frameworks, by id. */
	readonly questions: ReadonlyMap<string, KnownQuestion>;
	/** Every rule, in the order of the documentation. */
	readonly rules: readonly RuleSummary[];
	readonly scope: CompletionScope;
}

/**
 * What can be written at a caret in a story file or a bank, in the order in which to show it.
 *
 * @param text the whole document; its YAML may be incomplete
 * @param offset of the caret
 */
export function complete(text: string, offset: number, context: CompletionContext): readonly Completion[] {
	const place = caretPlaceAt(text, offset);
	if (!place) return inComment(directivePlaceAt(text, offset), context);
	if (!isOffered(place, text, offset, context.scope)) return [];
	if (place.kind === 'angleKey') return angleNames(place, context);
	return place.kind === 'fieldName' ? fieldNames(place) : fieldValues(text, place, context);
}

/** Whether a place belongs to a story, or to one that is about to begin. */
function isOffered(place: CaretPlace, text: string, offset: number, scope: CompletionScope): boolean {
	if (scope === 'story') return true;
	const set = fieldsAround(text, offset);
	if (set) return set.includes('competencies') || (scope === 'library' && set.length === 0);
	return scope === 'library' && place.kind === 'fieldValue' && place.field.name === 'competencies';
}

function fieldNames({ present, span, hasColon }: FieldNamePlace): readonly Completion[] {
	return fields
		.filter(({ name }) => !present.includes(name))
		.map(({ name, documentation, type }) => ({
			label: name,
			kind: 'field',
			documentation,
			insertText: hasColon ? name : `${name}: `,
			span,
			continues: !hasColon && type !== 'string' && type !== 'angles' && type !== 'date',
		}));
}

/** The competencies that have no angle yet, those of the story first. */
function angleNames(
	{ form, span, closing, present, tags }: AngleKeyPlace,
	{ competencies, coverage }: CompetencyContext,
): readonly Completion[] {
	const idsOf = (names: readonly string[]) => new Set(names.map((name) => competencies.find(name)?.id));
	const [taken, own] = [idsOf(present), idsOf(tags)];
	const open = coverage.map(({ competency }) => competency).filter(({ id }) => !taken.has(id));
	const isOwn = ({ id }: { readonly id: string }) => own.has(id);
	return [...open.filter(isOwn), ...open.filter((each) => !isOwn(each))].map((competency) => {
		const { name, aliases, description } = competency;
		const id = writtenIdOf(competency);
		return {
			label: name,
			kind: 'competency',
			detail: isOwn(competency) ? 'tagged' : 'not tagged here',
			documentation: description,
			insertText: (form === 'line' ? nameInLabel(name, id) : closing === '' ? id : yamlScalar(id)) + closing,
			filterText: [name, id, ...aliases].join(' '),
			span,
		};
	});
}

/** Its name as a label of a line may hold it, without brackets. */
function nameInLabel(name: string, id: string): string {
	const label = `Angle (${name})`;
	return competencyInLabel(label)?.end === label.length - 1 && !/[*_`]/u.test(name) ? name : id;
}

type CompetencyContext = Pick<CompletionContext, 'competencies' | 'coverage'>;

function inComment(place: DirectivePlace | undefined, context: CompletionContext): readonly Completion[] {
	if (!place) return [];
	const { span } = place;
	if (place.kind === 'directive' && context.scope === 'elsewhere') return [];
	if (place.kind === 'ruleName')
		return ruleValues(place.others, context).map(({ value, ...rest }) => ({ ...rest, insertText: value, span }));
	return directives.map(({ name, documentation }) => ({
		label: name,
		kind: 'value',
		documentation,
		insertText: name,
		span,
	}));
}

function fieldValues(text: string, place: FieldValuePlace, context: CompletionContext): readonly Completion[] {
	const values = valuesFor(place.field, place, context);
	const quote = text.charAt(place.span.start - 1);
	return values.map(({ value, ...rest }) => {
		const quoted = quote === '"' || quote === "'" ? insideQuotes(value, quote) : yamlScalar(value);
		const written = place.form === 'line' || place.field.type === 'strength' ? value : quoted;
		return { ...rest, insertText: (place.needsSpace ? ' ' : '') + written, span: place.span };
	});
}

type Value = Omit<Completion, 'insertText' | 'span'> & { readonly value: string };

function valuesFor(field: Field, place: FieldValuePlace, context: CompletionContext): readonly Value[] {
	switch (field.type) {
		case 'status':
			return statuses.map((value) => ({ value, label: value, kind: 'value', detail: statusMeanings[value] }));
		case 'strength':
			return Array.from({ length: maxStrength }, (_, index) => String(index + 1)).map((value) => ({
				value,
				label: value,
				kind: 'value',
			}));
		case 'archetypes':
			return archetypes
				.filter((value) => !place.others.includes(value))
				.map((value) => ({ value, label: value, kind: 'value' }));
		case 'scope':
			return storyScopes.map((value) => ({ value, label: value, kind: 'value', detail: scopeMeanings[value] }));
		case 'type':
			return [{ value: storyType, label: storyType, kind: 'value' }];
		case 'strings':
			if (field.name === 'competencies') return competencyValues(place, context);
			if (field.name === 'questions') return questionValues(place, context);
			return field.name === 'ignore' ? ruleValues(place.others, context) : [];
		case 'string':
		case 'angles':
		case 'date':
			return [];
	}
}

const statusMeanings = { draft: 'still being written', ready: 'can be told', retired: 'kept, not counted' } as const;

function competencyValues(
	{ others, form }: FieldValuePlace,
	{ coverage, competencies }: CompletionContext,
): readonly Value[] {
	const taken = new Set(others.map((other) => competencies.find(other)?.id));
	return coverage
		.filter(({ competency }) => !taken.has(competency.id))
		.map((item) => {
			const { name, aliases, description } = item.competency;
			const id = writtenIdOf(item.competency);
			const value = form === 'line' ? name : id;
			return {
				value,
				label: name,
				kind: 'competency',
				detail: coverageSummary(item),
				documentation: description,
				filterText: [name, id, ...aliases].join(' '),
			};
		});
}

function questionValues({ others }: FieldValuePlace, { questions }: CompletionContext): readonly Value[] {
	return [...questions.values()]
		.filter(({ question }) => !others.includes(question.id))
		.map(({ question: { id, text, signal }, competencies }) => ({
			value: id,
			label: id,
			kind: 'question',
			detail: text,
			documentation: [
				text,
				competencies.map(({ name }) => name).join(' · '),
				...(signal === undefined ? [] : [signal]),
			]
				.map(escapeMarkdown)
				.join('\n\n'),
			filterText: `${id} ${text}`,
		}));
}

function ruleValues(others: readonly string[], { rules }: CompletionContext): readonly Value[] {
	return rules
		.filter(({ id }) => !others.includes(id))
		.map(({ id, summary }) => ({ value: id, label: id, kind: 'rule', documentation: summary }));
}

/** What a caret inside a comment that switches rules off or on can write. Found in its line, closed or not. */
export type DirectivePlace =
	| { readonly kind: 'directive'; readonly span: Span }
	| { readonly kind: 'ruleName'; readonly span: Span; readonly others: readonly string[] };

/** Finds out what belongs at a caret in a comment. */
function directivePlaceAt(text: string, offset: number): DirectivePlace | undefined {
	const from = lineStart(text, offset);
	const before = text.slice(from, offset);
	const after = text.slice(offset, lineEnd(text, offset));
	const opening = before.lastIndexOf('<!--');
	const opened =
		opening < 0 ? null : /^[ \t]*([\w-]*)((?:[\s,]+[\w-]+)*[\s,]*)$/u.exec(before.slice(opening + '<!--'.length));
	if (!opened) return undefined;
	const [, directive = '', list = ''] = opened;
	const word = /[\w-]*$/u.exec(list === '' ? directive : list)?.[0] ?? '';
	const rest = /^(?:(?!-->)[\w-])*/u.exec(after)?.[0] ?? '';
	const span = { start: offset - word.length, end: offset + rest.length };
	// A comment that has only just begun is most likely about something else.
	if (list === '')
		return directive !== '' && 'star-stories-'.startsWith(directive.slice(0, 'star-stories-'.length))
			? { kind: 'directive', span }
			: undefined;
	if (!directives.some(({ name }) => name === directive)) return undefined;
	const others = [
		...list.slice(0, list.length - word.length).split(/[\s,]+/u),
		...after
			.slice(rest.length)
			.split('-->', 1)
			.join()
			.split(/[\s,]+/u),
	];
	return { kind: 'ruleName', span, others: others.filter((name) => name !== '') };
}

/** The comments that switch rules off and on, without a rule all of them. */
const directives: readonly { readonly name: string; readonly documentation: string }[] = [
	{ name: 'star-stories-disable-next-line', documentation: 'Switches rules off for the next line.' },
	{ name: 'star-stories-disable', documentation: 'Switches rules off from here on.' },
	{ name: 'star-stories-enable', documentation: 'Switches rules on again.' },
];
