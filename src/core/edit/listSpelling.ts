import type { FrontMatter } from '../story/frontMatter.ts';
import type { TextEdit } from '../text/edit.ts';
import type { EditResult } from './editResult.ts';
import { respelled } from './frontMatterField.ts';
import { itemsIn } from './listItems.ts';
import { type Content, verified } from './verifiedEdit.ts';
import type { FieldSource, ScalarSource } from './yamlSource.ts';
import { yamlScalar } from './yamlText.ts';

/**
 * Writes texts of a list, or a single one, anew.
 * @param spelling by the index among all items, the empty ones included; undefined for one that stays
 */
export function respellItems(
	text: string,
	frontMatter: FrontMatter,
	field: FieldSource,
	spelling: (index: number, present: string) => string | undefined,
): EditResult {
	const edits: TextEdit[] = [];
	let isSafe = true;
	const content = itemsIn(field).map((item, index): Content => {
		const newText = item.text === undefined ? undefined : spelling(index, item.text);
		if (newText === undefined || newText === item.text) return item.text;
		const { scalar, start, end } = item;
		edits.push(scalar ? respelled(text, scalar, newText) : { span: { start, end }, newText: yamlScalar(newText) });
		isSafe &&= scalar !== undefined && scalar.start === start && isSimple(text, scalar);
		return newText;
	});
	if (isSafe) return { edits };
	const whole = field.entry.value.kind === 'scalar' ? content[0] : content;
	return verified(text, frontMatter, { entry: field.entry, content: whole }, [edits]);
}

/** Whether another scalar can take the place of this one without any effect on what is around it. */
function isSimple(text: string, { start, end, style }: ScalarSource): boolean {
	return style === 'quoted' || (style === 'plain' && /^[ \t[{,][^\r\n]+$/u.test(text.slice(start - 1, end)));
}
