import type { FrontMatter } from '../story/frontMatter.ts';
import { type RefusedEdit, refuse } from './editResult.ts';
import { obstacleIn, openField } from './frontMatterField.ts';
import { type Content, contentOf } from './verifiedEdit.ts';
import type { FieldSource, ItemSource, YamlSource } from './yamlSource.ts';

/** An item of a list field, opened for an edit. */
export interface OpenItem {
	readonly frontMatter: FrontMatter;
	readonly source: YamlSource;
	readonly field: FieldSource;
	readonly item: ItemSource;
	/** Its index among all items, the empty ones included. */
	readonly at: number;
}

/**
 * Looks up an item of a list field.
 * @param index among the texts that are not empty
 * @param isNoObstacle whether a field can be edited in spite of what usually stands in the way
 */
export function openItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
	isNoObstacle: (field: FieldSource) => boolean = () => false,
): OpenItem | RefusedEdit {
	const absent = () => refuse('not-found', `\`${name}\` has no such value.`);
	if (!frontMatter) return absent();
	const opened = openField(text, frontMatter, name);
	if ('refusal' in opened) return opened;
	const { field, source } = opened;
	if (!field) return absent();
	const obstacle = isNoObstacle(field) ? undefined : obstacleIn(field);
	if (obstacle) return obstacle;
	const items = itemsIn(field);
	const at = [...items.keys()].filter((key) => (items[key]?.text ?? '').trim() !== '')[index];
	const item = at === undefined ? undefined : items[at];
	return item && at !== undefined ? { frontMatter, source, field, item, at } : absent();
}

/** Whether a value is a text that can be written anew in spite of its type or of being an alias. */
export function holdsTexts({ entry, value }: FieldSource): boolean {
	return entry.value.kind === 'scalar' || value.form === 'flow' || value.form === 'block';
}

/** The items of a list; a single text is one, also where it repeats one from elsewhere. */
export function itemsIn({ value, entry }: FieldSource): readonly ItemSource[] {
	if (value.form === 'flow' || value.form === 'block') return value.items;
	if (value.form === 'alias' && entry.value.kind === 'scalar') return [{ ...entry.value.span, text: entry.value.text }];
	if (value.form !== 'scalar') return [];
	return [{ start: value.start, end: value.end, text: value.value.text, scalar: value }];
}

/** What the items read as; of a single text, that one. */
export function itemContents({ entry, value }: FieldSource): readonly Content[] {
	const content = contentOf(entry.value);
	if (Array.isArray(content)) return content as readonly Content[];
	return value.form === 'scalar' ? [content] : [];
}
