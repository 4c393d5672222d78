import type { Competency } from '../../framework/model.ts';
import type { Completion } from './completion.ts';
import { frameworkPlaceAt } from './frameworkPlace.ts';

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
