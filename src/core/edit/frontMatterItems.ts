import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { YamlBlock } from '../text/yaml/readYaml.ts';
import { yamlScalar } from '../text/yaml/yamlText.ts';
import { isWrittenScalar, type YamlScalar, type YamlValue } from '../text/yaml/yamlValue.ts';
import { type EditResult, refuse, type RefusedEdit } from './editResult.ts';
import { obstacleIn, openField, respelled } from './frontMatterField.ts';
import { type Content, contentOf, verified } from './verifiedEdit.ts';

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
 * @param isNoObstacle whether a field can be edited in spite of what usually stands in the way
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

/** Whether a value is a text that can be written anew in spite of its type or of being an alias. */
export function holdsTexts({ value, written }: FrontMatterEntry): boolean {
	return value.kind === 'scalar' || written.value.kind === 'list';
}

/** What an item reads as: its text, or nothing where it is a mapping or a list. */
export function textOf(item: YamlValue | undefined): string | undefined {
	return item?.kind === 'scalar' ? item.text : undefined;
}

/** What the items read as; of a single text, that one. */
export function itemContents({ value, written }: FrontMatterEntry): readonly Content[] {
	const content = contentOf(value);
	if (Array.isArray(content)) return content as readonly Content[];
	return isWrittenScalar(written.value) ? [content] : [];
}

/**
 * Writes texts of a list, or a single one, anew.
 *
 * @param spelling by the index among all items, the empty ones included; undefined for one that stays
 */
export function respellItems(
	text: string,
	frontMatter: FrontMatter,
	field: FrontMatterEntry,
	spelling: (index: number, present: string) => string | undefined,
): EditResult {
	const edits: TextEdit[] = [];
	let isSafe = true;
	const content = itemsIn(field).map((item, index): Content => {
		const present = textOf(item);
		const newText = present === undefined ? undefined : spelling(index, present);
		if (newText === undefined || newText === present) return present;
		const { start, end } = item.part;
		const isScalar = isWrittenScalar(item);
		edits.push(isScalar ? respelled(text, item, newText) : { span: { start, end }, newText: yamlScalar(newText) });
		isSafe &&= isScalar && item.written.start === start && isSimple(text, item);
		return newText;
	});
	if (isSafe) return { edits };
	const whole = field.value.kind === 'scalar' ? content[0] : content;
	return verified(text, frontMatter, { entry: field, content: whole }, [edits]);
}

/** The items of a list; a single text is one, also where it repeats one from elsewhere. */
function itemsIn({ written: { value } }: FrontMatterEntry): readonly YamlValue[] {
	if (value.kind === 'list') return value.items;
	return value.kind === 'scalar' && value.form !== 'empty' ? [value] : [];
}

/** Whether another scalar can take the place of this one without any effect on what is around it. */
function isSimple(text: string, { written: { start, end }, form }: YamlScalar): boolean {
	return form === 'quoted' || (form === 'plain' && /^[ \t[{,][^\r\n]+$/u.test(text.slice(start - 1, end)));
}
