import type { FrontMatter, FrontMatterEntry } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import { yamlScalar } from '../text/yaml/yamlText.ts';
import { isWrittenScalar, type YamlScalar } from '../text/yaml/yamlValue.ts';
import type { EditResult } from './editResult.ts';
import { respelled } from './frontMatterField.ts';
import { itemsIn, openItem, textOf } from './frontMatterList.ts';
import { type Content, verified } from './verifiedEdit.ts';

/**
 * Gives one of a list's texts another spelling, in the quotes that it has.
 *
 * @param index among the texts that are not empty
 */
export function respellListItem(
	text: string,
	frontMatter: FrontMatter | undefined,
	name: string,
	index: number,
	newText: string,
): EditResult {
	const opened = openItem(frontMatter, name, index, holdsTexts);
	if ('refusal' in opened) return opened;
	return respellItems(text, opened.frontMatter, opened.field, (at) => (at === opened.at ? newText : undefined));
}

/**
 * Gives texts of a list, or a single one, another spelling.
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

/** Whether a field holds texts, which can be respelled in spite of its type or of being an alias. */
export function holdsTexts({ value, written }: FrontMatterEntry): boolean {
	return value.kind === 'scalar' || written.value.kind === 'list';
}

/** Whether another scalar can take the place of this one without any effect on what is around it. */
function isSimple(text: string, { written: { start, end }, form }: YamlScalar): boolean {
	return form === 'quoted' || (form === 'plain' && /^[ \t[{,][^\r\n]+$/u.test(text.slice(start - 1, end)));
}
