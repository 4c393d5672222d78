import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineEndingOf } from '../text/lines.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { yamlFlowList, yamlScalar, yamlScalarLike } from '../text/yaml/yamlText.ts';
import { isWrittenScalar, type YamlScalar, type YamlValue } from '../text/yaml/yamlValue.ts';
import { type EditResult, insertion, refuse, type RefusedEdit } from './editResult.ts';
import {
	addField,
	anchorLostWith,
	fillEmpty,
	newFrontMatter,
	obstacleIn,
	openField,
	replaced,
} from './frontMatterField.ts';
import { type Content, contentOf, verified } from './verifiedEdit.ts';
import { appendToBlock, appendToFlow, flowParts, removalEdits, removeFromFlow } from './yamlParts.ts';

/**
 * Adds a text at the end of a list field, in the list's own form. A single text becomes a list.
 *
 * @param frontMatter the document's own; without it, front matter is created
 * @param name of a field that takes a list
 */
export function addListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	item: string,
): EditResult {
	const value = yamlFlowList([item]);
	if (!frontMatter) return newFrontMatter(text, [`${name}: ${value}`]);
	const opened = openField(frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, yaml } = opened;
	if (!field) return addField(text, frontMatter, yaml, { name, value, content: [item] });
	const obstacle = obstacleIn(field);
	if (obstacle) return obstacle;
	const { edits, content } = addition(text, field, yaml, item);
	return verified(text, frontMatter, { entry: field, content }, [edits]);
}

/** Edits of a field, and what it reads as after them. */
interface FieldChange {
	readonly edits: readonly TextEdit[];
	readonly content: Content;
}

function addition(text: string, field: FrontMatterEntry, yaml: YamlBlock, item: string): FieldChange {
	const { value } = field.written;
	if (isWrittenScalar(value)) return additionToScalar(text, value, item);
	if (value.kind !== 'list') {
		const edit = fillEmpty(field, yaml, yamlFlowList([item]));
		return { edits: edit ? [edit] : [], content: [item] };
	}
	const contents = itemContents(field);
	const last = value.items.at(-1);
	if (last && textOf(last) === '') {
		const content = [...contents.slice(0, -1), item];
		if (isWrittenScalar(last)) return { edits: [replaced(text, last, yamlScalar(item))], content };
		// An empty item that is an alias stays.
		if (!value.brackets && last.part.end === last.part.start) {
			return { edits: appendToBlock(text, value, yamlScalar(item), ''), content };
		}
	}
	const eol = lineEndingOf(text);
	const quotes = value.items.map((other) => (other.kind === 'scalar' ? other.quote : undefined));
	const written = yamlScalarLike(item, quotes);
	const edits = value.brackets
		? appendToFlow(text, flowParts(value.items, value.brackets), written, eol)
		: appendToBlock(text, value, written, eol);
	return { edits, content: [...contents, item] };
}

function additionToScalar(text: string, scalar: YamlScalar, item: string): FieldChange {
	const { written, form, quote } = scalar;
	const present = scalar.text.trim();
	if (present === '') return { edits: [replaced(text, scalar, yamlFlowList([item]))], content: [item] };
	const isPlain = /^[\p{L}\p{N}][^,[\]{}\r\n]*$/u.test(text.slice(written.start, written.end));
	if (form === 'quoted' || (isPlain && form !== 'block')) {
		const added = yamlScalarLike(item, [quote]);
		const edits = [insertion(written.start, '['), insertion(written.end, `, ${added}]`)];
		return { edits, content: [scalar.text, item] };
	}
	return { edits: [replaced(text, scalar, yamlFlowList([present, item]))], content: [present, item] };
}

/**
 * Takes one of the texts out of a list field. Without its last text the field is `[]`; comments stay.
 *
 * @param index among the texts that are not empty
 */
export function removeListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
): EditResult {
	const opened = openItem(frontMatter, name, index);
	if ('refusal' in opened) return opened;
	const { field, yaml, item, at, frontMatter: intact } = opened;
	const { comments } = yaml.notes;
	const lost = anchorLostWith(item.part, yaml.notes);
	if (lost) return lost;
	const { value } = field.written;
	const content = itemContents(field).toSpliced(at, 1);
	const edits = (): readonly TextEdit[] => {
		if (isWrittenScalar(value)) return [replaced(text, value, '[]')];
		if (value.kind !== 'list') return [];
		if (value.brackets) return removeFromFlow(text, flowParts(value.items, value.brackets), at, comments);
		const removal = removalEdits(text, { start: item.dash ?? item.part.start, end: item.part.end }, comments);
		const empty = value.items.length === 1 ? fillEmpty(field, yaml, '[]') : undefined;
		return empty ? [empty, ...removal] : removal;
	};
	return verified(text, intact, { entry: field, content }, [edits()]);
}

/** An item of a list field, opened for an edit. */
export interface OpenItem {
	readonly frontMatter: FrontMatter;
	readonly yaml: YamlBlock;
	readonly field: FrontMatterEntry;
	readonly item: YamlValue;
	/** Its index among all items, the empty ones included. */
	readonly at: number;
}

/**
 * Looks up an item of a list field.
 *
 * @param index among the texts that are not empty
 * @param isNoObstacle whether a field can be edited in spite of its type or of being an alias
 */
export function openItem(
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
	isNoObstacle: (field: FrontMatterEntry) => boolean = () => false,
): OpenItem | RefusedEdit {
	const absent = () => refuse('not-found', `\`${name}\` has no such value.`);
	if (!frontMatter) return absent();
	const opened = openField(frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, yaml } = opened;
	if (!field) return absent();
	const obstacle = isNoObstacle(field) ? undefined : obstacleIn(field);
	if (obstacle) return obstacle;
	const items = itemsIn(field);
	const at = [...items.keys()].filter((key) => (textOf(items[key]) ?? '').trim() !== '')[index];
	const item = at === undefined ? undefined : items[at];
	return item && at !== undefined ? { frontMatter, yaml, field, item, at } : absent();
}

/** What an item reads as: its text, or nothing where it is a mapping or a list. */
export function textOf(item: YamlValue | undefined): string | undefined {
	return item?.kind === 'scalar' ? item.text : undefined;
}

/** What the items read as; of a single text, that one. */
function itemContents({ value, written }: FrontMatterEntry): readonly Content[] {
	const content = contentOf(value);
	if (Array.isArray(content)) return content as readonly Content[];
	return isWrittenScalar(written.value) ? [content] : [];
}

/** The items of a list; a single text is one, also where it repeats one from elsewhere. */
export function itemsIn({ written: { value } }: FrontMatterEntry): readonly YamlValue[] {
	if (value.kind === 'list') return value.items;
	return value.kind === 'scalar' && value.form !== 'empty' ? [value] : [];
}
