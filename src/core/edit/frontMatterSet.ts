import type { FrontMatter } from '../story/frontMatter.ts';
import { fieldNamed } from '../story/fields.ts';
import type { TextEdit } from '../text/edit.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { inSteps } from './editSteps.ts';
import { removeFromFlow } from './flowParts.ts';
import { anchorLostWith, fillEmpty, hasValues, obstacleIn, openField, replaced, respelled } from './frontMatterField.ts';
import { addListItem, removeListItem, respellListItem } from './frontMatterList.ts';
import { addField, newFrontMatter } from './newFrontMatterField.ts';
import { verified } from './verifiedEdit.ts';
import { removalEdits } from './yamlRemoval.ts';
import type { FieldSource, YamlSource } from './yamlSource.ts';
import { yamlFlowList, yamlScalar } from './yamlText.ts';

/** A field's value as it is set: a text, a number, or the texts of a list. */
export type SettableValue = string | number | readonly string[];

/**
 * Sets a field of front matter, and adds it where it is missing. A list keeps its form, a text its quotes.
 * @param frontMatter the document's own; without it, front matter is created
 * @param name of the field; an existing key keeps its own spelling
 */
export function setFrontMatterField(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	value: SettableValue,
): EditResult {
	if (!frontMatter) return { edits: [newFrontMatter(text, [`${name}: ${yamlOf(value)}`])] };
	const opened = openField(text, frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, source, all } = opened;
	if (!field) return addField(text, frontMatter, source, { name, value: yamlOf(value), content: contentFor(value) });
	const obstacle = obstacleIn(field);
	if (obstacle) return obstacle;
	if (all.filter(hasValues).length > 1 && countsEachTime(name)) {
		return refuse('ambiguous', `\`${name}\` is set more than once: keep one.`, field.entry.key.span);
	}
	if (typeof value === 'object' && (field.value.form === 'flow' || field.value.form === 'block')) {
		return setItems(text, frontMatter, name, field, value);
	}
	return setWhole(text, frontMatter, field, source, value);
}

/** Lists of details add up over every key of their name; of tags and single values the first counts. */
function countsEachTime(name: string): boolean {
	const type = fieldNamed(name)?.type;
	return name !== 'competencies' && (type === 'strings' || type === 'archetypes');
}

function setWhole(
	text: string,
	frontMatter: FrontMatter,
	field: FieldSource,
	source: YamlSource,
	value: SettableValue,
): EditResult {
	const { value: present, entry } = field;
	const written = yamlOf(value);
	const edits = (): readonly TextEdit[] => {
		if (present.form === 'scalar') {
			const isText = typeof value !== 'object';
			return [isText ? respelled(text, present, String(value), written) : replaced(text, present, written)];
		}
		if (present.form === 'flow') return [{ span: { start: present.open, end: present.close + 1 }, newText: written }];
		const filled = fillEmpty(field, source, written);
		if (!filled || present.form !== 'block') return filled ? [filled] : [];
		const span = { start: present.items[0]?.dash ?? field.end, end: present.items.at(-1)?.end ?? field.end };
		return [filled, ...removalEdits(text, span, source.notes.comments)];
	};
	if (present.form === 'flow' || present.form === 'block') {
		const span = { start: present.items[0]?.start ?? field.end, end: field.end };
		const lost = anchorLostWith(span, source);
		if (lost) return lost;
		const holdsComment = source.notes.comments.some(({ start, end }) => start > span.start && end < span.end);
		if (present.form === 'flow' && holdsComment) {
			return refuse('shape', 'There are comments in this list: edit it by hand.', entry.value.span);
		}
	}
	return verified(text, frontMatter, { entry, content: contentFor(value) }, [edits()]);
}

function setItems(
	text: string,
	frontMatter: FrontMatter,
	name: string,
	{ entry }: FieldSource,
	values: readonly string[],
): EditResult {
	const list = entry.value.kind === 'list' ? entry.value.items : [];
	if (list.some(({ kind }) => kind !== 'scalar')) {
		return refuse('mapping', `\`${name}\` holds more than texts: edit it by hand.`, entry.value.span);
	}
	const present = list.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item.text] : []));
	const steps: ((text: string, frontMatter: FrontMatter) => EditResult)[] = [];
	for (const [index, value] of values.entries()) {
		if (index >= present.length) steps.push((now, at) => addListItem(now, at, name, value));
		else if (present[index] !== value) steps.push((now, at) => respellListItem(now, at, name, index, value));
	}
	for (let index = present.length - 1; index >= values.length; index--) {
		steps.push((now, at) => removeListItem(now, at, name, index));
	}
	return inSteps(text, frontMatter, steps);
}

/** Takes a field out of front matter, with every key that sets it. Comments in its value stay. */
export function removeFrontMatterField(text: string, frontMatter: FrontMatter | undefined, name: string): EditResult {
	if (!frontMatter) return noEdits;
	const opened = openField(text, frontMatter, name);
	if ('refusal' in opened) return opened;
	const steps = opened.all.map(() => (now: string, at: FrontMatter) => removeFirst(now, at, name));
	return inSteps(text, frontMatter, steps);
}

function removeFirst(text: string, frontMatter: FrontMatter, name: string): EditResult {
	const opened = openField(text, frontMatter, name);
	if ('refusal' in opened) return opened;
	const { source, all } = opened;
	const [field] = all;
	if (!field) return noEdits;
	const lost = anchorLostWith(field, source);
	if (lost) return lost;
	const { fields, braces, notes, form } = source;
	const parts = { open: braces.start, close: braces.end - 1, items: fields };
	const edits =
		form === 'flow'
			? removeFromFlow(text, parts, fields.indexOf(field), notes.comments)
			: removalEdits(text, field, notes.comments);
	return verified(text, frontMatter, { entry: field.entry, removed: true }, [edits]);
}

function yamlOf(value: SettableValue): string {
	if (typeof value === 'object') return yamlFlowList(value);
	// Years, dates and ratings stand bare as everybody writes them; they are read by their text.
	return /^(?:\d|\d{4}(?:-\d{2}){0,2})$/u.test(String(value)) ? String(value) : yamlScalar(String(value));
}

function contentFor(value: SettableValue): string | readonly string[] {
	return typeof value === 'object' ? value : String(value);
}

