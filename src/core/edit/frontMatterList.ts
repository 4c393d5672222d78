import type { FrontMatter } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEndingOf } from '../text/lines.ts';
import { appendToBlock } from './blockParts.ts';
import { type EditResult, insertion, noEdits } from './editResult.ts';
import { appendToFlow, removeFromFlow } from './flowParts.ts';
import { anchorLostWith, fillEmpty, obstacleIn, openField, replaced } from './frontMatterField.ts';
import { holdsTexts, itemContents, openItem } from './listItems.ts';
import { moveCandidates } from './listOrder.ts';
import { respellItems } from './listSpelling.ts';
import { addField, newFrontMatter } from './newFrontMatterField.ts';
import { type Content, verified } from './verifiedEdit.ts';
import { removalEdits } from './yamlRemoval.ts';
import type { FieldSource, ScalarSource, YamlSource } from './yamlSource.ts';
import { yamlFlowList, yamlScalar, yamlScalarLike } from './yamlText.ts';

/**
 * Adds a text at the end of a list field, in the list's own form. A single text becomes a list.
 * @param frontMatter the document's own; without it, front matter is created
 * @param name of a field that takes a list
 */
export function addListItem(text: string, frontMatter: FrontMatter | undefined, name: string, item: string): EditResult {
	const value = yamlFlowList([item]);
	if (!frontMatter) return { edits: [newFrontMatter(text, [`${name}: ${value}`])] };
	const opened = openField(text, frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, source } = opened;
	if (!field) return addField(text, frontMatter, source, { name, value, content: [item] });
	const obstacle = obstacleIn(field);
	if (obstacle) return obstacle;
	const { edits, content } = addition(text, field, source, item);
	return verified(text, frontMatter, { entry: field.entry, content }, [edits]);
}

interface Change {
	readonly edits: readonly TextEdit[];
	readonly content: Content;
}

function addition(text: string, field: FieldSource, source: YamlSource, item: string): Change {
	const { value } = field;
	const list = yamlFlowList([item]);
	if (value.form === 'scalar') return additionToScalar(text, value, item);
	if (value.form !== 'flow' && value.form !== 'block') {
		const edit = fillEmpty(field, source, list);
		return { edits: edit ? [edit] : [], content: [item] };
	}
	const contents = itemContents(field);
	const last = value.items.at(-1);
	if (last?.text === '') {
		const content = [...contents.slice(0, -1), item];
		if (last.scalar) return { edits: [replaced(text, last.scalar, yamlScalar(item))], content };
		// An empty item that is an alias stays.
		if (value.form === 'block' && last.end === last.start) {
			return { edits: appendToBlock(text, value, yamlScalar(item), ''), content };
		}
	}
	const eol = lineEndingOf(text);
	const written = yamlScalarLike(item, value.items.map(({ scalar }) => scalar?.quote));
	const edits = value.form === 'flow' ? appendToFlow(text, value, written, eol) : appendToBlock(text, value, written, eol);
	return { edits, content: [...contents, item] };
}

function additionToScalar(text: string, scalar: ScalarSource, item: string): Change {
	const { start, end, style, value } = scalar;
	const present = value.text.trim();
	if (present === '') return { edits: [replaced(text, scalar, yamlFlowList([item]))], content: [item] };
	const stays = style === 'quoted' || /^[\p{L}\p{N}][^,[\]{}\r\n]*$/u.test(text.slice(start, end));
	if (stays && style !== 'block') {
		const added = yamlScalarLike(item, [scalar.quote]);
		return { edits: [insertion(start, '['), insertion(end, `, ${added}]`)], content: [value.text, item] };
	}
	return { edits: [replaced(text, scalar, yamlFlowList([present, item]))], content: [present, item] };
}

/**
 * Takes one of the texts out of a list field. Without its last text the field is `[]`; comments stay.
 * @param index among the texts that are not empty
 */
export function removeListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
): EditResult {
	const opened = openItem(text, frontMatter, name, index);
	if ('refusal' in opened) return opened;
	const { field, source, item, at, frontMatter: intact } = opened;
	const lost = anchorLostWith(item, source);
	if (lost) return lost;
	const { value } = field;
	const content = itemContents(field).toSpliced(at, 1);
	const edits = (): readonly TextEdit[] => {
		if (value.form === 'scalar') return [replaced(text, value, '[]')];
		if (value.form === 'flow') return removeFromFlow(text, value, at, source.notes.comments);
		if (value.form !== 'block') return [];
		const removal = removalEdits(text, { start: value.items[at]?.dash ?? item.start, end: item.end }, source.notes.comments);
		const empty = value.items.length === 1 ? fillEmpty(field, source, '[]') : undefined;
		return empty ? [empty, ...removal] : removal;
	};
	return verified(text, intact, { entry: field.entry, content }, [edits()]);
}

/** Writes one of a list's texts anew, in the quotes that it has. */
export function respellListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
	newText: string,
): EditResult {
	const opened = openItem(text, frontMatter, name, index, holdsTexts);
	if ('refusal' in opened) return opened;
	return respellItems(text, opened.frontMatter, opened.field, (at) => (at === opened.at ? newText : undefined));
}

/**
 * Gives one of a list's texts another place; those between move up or down.
 * @param from index among the texts that are not empty
 * @param to its index afterwards
 */
export function moveListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	from: number,
	to: number,
): EditResult {
	const opened = openItem(text, frontMatter, name, from);
	if ('refusal' in opened) return opened;
	const target = openItem(text, frontMatter, name, to);
	if ('refusal' in target) return target;
	const { field, at, source, frontMatter: intact } = opened;
	const { value } = field;
	if (at === target.at || (value.form !== 'flow' && value.form !== 'block')) return noEdits;
	const contents = itemContents(field);
	const content = contents.toSpliced(at, 1).toSpliced(target.at, 0, contents[at]);
	const candidates = moveCandidates(text, value, at, target.at, source.notes.comments);
	return verified(text, intact, { entry: field.entry, content }, candidates);
}
