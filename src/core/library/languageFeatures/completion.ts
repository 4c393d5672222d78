import type { CompetencyLookup, KnownQuestion } from '../../framework/lookups.ts';
import type { Competency } from '../../framework/model.ts';
import { archetypes, type Field, fields, maxStrength, statuses, storyType } from '../../story/fields.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import type { RuleSummary } from '../../text/problem.ts';
import type { Span } from '../../text/span.ts';
import { insideQuotes, yamlScalar } from '../../text/yaml/yamlText.ts';
import { type Coverage, coverageSummary } from '../coverage.ts';
import { type DirectivePlace, directivePlaceAt, directives } from './directivePlace.ts';
import { frameworkPlaceAt } from './frameworkPlace.ts';
import { type FieldNamePlace, type FieldValuePlace, caretPlaceAt } from './caretPlace.ts';

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
	return place.kind === 'fieldName' ? fieldNames(place) : fieldValues(text, place, context);
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
			continues: !hasColon && type !== 'string' && type !== 'date',
		}));
}

function inComment(place: DirectivePlace | undefined, context: CompletionContext): readonly Completion[] {
	if (!place) return [];
	const { span } = place;
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
		case 'type':
			return [{ value: storyType, label: storyType, kind: 'value' }];
		case 'strings':
			if (field.name === 'competencies') return competencyValues(place, context);
			if (field.name === 'questions') return questionValues(place, context);
			return field.name === 'ignore' ? ruleValues(place.others, context) : [];
		case 'string':
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
			const { id, name, aliases, description } = item.competency;
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

/**
 * What can be written at a caret in a framework file: fields, built-in frameworks, and competencies where one is named.
 *
 * @param text the whole file; its YAML may be incomplete
 * @param competencies that the file defines or extends
 */
export function completeFramework(
	text: string,
	offset: number,
	competencies: readonly Competency[],
): readonly Completion[] {
	const place = frameworkPlaceAt(text, offset);
	if (!place) return [];
	if (place.kind === 'key') {
		const { container, span, hasColon, present } = place;
		const write = (name: string) => (hasColon ? name : `${name}: `);
		if (container.kind === 'named')
			return named(competencies, present).map((item) => ({ ...item, insertText: write(item.label), span }));
		const accepted = container.kind === 'record' ? container.fields : [];
		return accepted
			.filter(({ name }) => !present.includes(name))
			.map(({ name, documentation }) => ({
				label: name,
				kind: 'field',
				documentation,
				insertText: write(name),
				span,
			}));
	}
	const { field, span, needsSpace } = place;
	const { shape } = field;
	const item = shape.kind === 'list' ? shape.of : shape;
	const space = needsSpace ? ' ' : '';
	if (item.kind !== 'text') return [];
	if (item.oneOf)
		return item.oneOf.map((value) => ({ label: value, kind: 'value', insertText: space + value, span }));
	if (field.name !== 'remove' && field.name !== 'competencies') return [];
	return named(competencies, []).map((each) => ({ ...each, insertText: space + each.label, span }));
}

function named(
	competencies: readonly Competency[],
	present: readonly string[],
): readonly Omit<Completion, 'insertText' | 'span'>[] {
	return competencies
		.filter(({ id }) => !present.includes(id))
		.map(({ id, name, description }) => ({
			label: id,
			kind: 'competency',
			detail: name,
			documentation: description,
			filterText: `${id} ${name}`,
		}));
}
