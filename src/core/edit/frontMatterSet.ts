import { fieldNamed } from '../story/fields.ts';
import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { yamlFlowList, yamlScalar } from '../text/yaml/yamlText.ts';
import { isWrittenScalar } from '../text/yaml/yamlValue.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import {
	addField,
	anchorLostWith,
	bracesOf,
	editableYaml,
	fillEmpty,
	hasValues,
	newFrontMatter,
	obstacleIn,
	openField,
	replaced,
	respelled,
} from './frontMatterField.ts';
import { addListItem, removeListItem } from './frontMatterList.ts';
import { respellListItem } from './frontMatterSpelling.ts';
import { inSteps, verified } from './verifiedEdit.ts';
import { flowParts, removalEdits, removeFromFlow } from './yamlParts.ts';

/** A field's value as it is set: a text, a number, or the texts of a list. */
export type SettableValue = string | number | readonly string[];

/**
 * Sets a field of front matter, and adds it where it is missing. A list keeps its form, a text its quotes.
 *
 * @param frontMatter the document's own; without it, front matter is created
 * @param name of the field; an existing key keeps its own spelling
 */
export function setFrontMatterField(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	value: SettableValue,
): EditResult {
	if (!frontMatter) return newFrontMatter(text, [`${name}: ${yamlOf(value)}`]);
	const opened = openField(frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, yaml, all } = opened;
	if (!field) return addField(text, frontMatter, yaml, { name, value: yamlOf(value), content: contentFor(value) });
	const obstacle = obstacleIn(field);
	if (obstacle) return obstacle;
	if (all.filter(hasValues).length > 1 && countsEachTime(name)) {
		return refuse('ambiguous', `\`${name}\` is set more than once: keep one.`, field.key.span);
	}
	if (typeof value === 'object' && field.written.value.kind === 'list') {
		return setItems(text, frontMatter, name, field, value);
	}
	return setWhole(text, frontMatter, field, yaml, value);
}

/** Lists of details add up over every key of their name; of tags and single values the first counts. */
function countsEachTime(name: string): boolean {
	const type = fieldNamed(name)?.type;
	return name !== 'competencies' && (type === 'strings' || type === 'archetypes');
}

function setWhole(
	text: string,
	frontMatter: FrontMatter,
	field: FrontMatterEntry,
	yaml: YamlBlock,
	value: SettableValue,
): EditResult {
	const { value: present, part } = field.written;
	const { notes } = yaml;
	const written = yamlOf(value);
	const edits = (): readonly TextEdit[] => {
		if (isWrittenScalar(present)) {
			const isText = typeof value !== 'object';
			return [isText ? respelled(text, present, String(value), written) : replaced(text, present, written)];
		}
		if (present.kind === 'list' && present.brackets) return [{ span: present.brackets, newText: written }];
		const filled = fillEmpty(field, yaml, written);
		if (!filled || present.kind !== 'list') return filled ? [filled] : [];
		const span = { start: present.items[0]?.dash ?? part.end, end: present.items.at(-1)?.part.end ?? part.end };
		return [filled, ...removalEdits(text, span, notes.comments)];
	};
	if (present.kind === 'list') {
		const span = { start: present.items[0]?.part.start ?? part.end, end: part.end };
		const lost = anchorLostWith(span, notes);
		if (lost) return lost;
		const holdsComment = notes.comments.some(({ start, end }) => start > span.start && end < span.end);
		if (present.brackets && holdsComment) {
			return refuse('shape', 'There are comments in this list: edit it by hand.', field.value.span);
		}
	}
	return verified(text, frontMatter, { entry: field, content: contentFor(value) }, [edits()]);
}

function setItems(
	text: string,
	frontMatter: FrontMatter,
	name: string,
	field: FrontMatterEntry,
	values: readonly string[],
): EditResult {
	const list = field.value.kind === 'list' ? field.value.items : [];
	if (list.some(({ kind }) => kind !== 'scalar')) {
		return refuse('mapping', `\`${name}\` holds more than texts: edit it by hand.`, field.value.span);
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
	const opened = openField(frontMatter, name);
	if ('refusal' in opened) return opened;
	const steps = opened.all.map(() => (now: string, at: FrontMatter) => removeFirst(now, at, name));
	return inSteps(text, frontMatter, steps);
}

function removeFirst(text: string, frontMatter: FrontMatter, name: string): EditResult {
	const opened = openField(frontMatter, name);
	if ('refusal' in opened) return opened;
	const [field] = opened.all;
	return field ? removeEntry(text, frontMatter, field) : noEdits;
}

/** Takes one key with its value out of front matter. Comments in its value stay. */
export function removeEntry(text: string, frontMatter: FrontMatter, field: FrontMatterEntry): EditResult {
	const yaml = editableYaml(frontMatter);
	if ('refusal' in yaml) return yaml;
	const { part } = field.written;
	const lost = anchorLostWith(part, yaml.notes);
	if (lost) return lost;
	const braces = bracesOf(yaml);
	const { comments } = yaml.notes;
	const fields = frontMatter.entries.map(({ written }) => written);
	const edits = braces
		? removeFromFlow(text, flowParts(fields, braces), fields.indexOf(field.written), comments)
		: removalEdits(text, part, comments);
	return verified(text, frontMatter, { entry: field, removed: true }, [edits]);
}

function yamlOf(value: SettableValue): string {
	if (typeof value === 'object') return yamlFlowList(value);
	// Years, dates and ratings stand bare as everybody writes them; they are read by their text.
	return /^(?:\d|\d{4}(?:-\d{2}){0,2})$/u.test(String(value)) ? String(value) : yamlScalar(String(value));
}

function contentFor(value: SettableValue): string | readonly string[] {
	return typeof value === 'object' ? value : String(value);
}
