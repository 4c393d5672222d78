import type { TextEdit } from '../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart } from '../text/lines.ts';
import { readYaml } from '../text/yaml/readYaml.ts';
import { insertion } from './editResult.ts';

/**
 * Adds items at the end of a list of a framework file, which is begun at the end of the file where there is none.
 *
 * @param text the whole file
 * @param name of the list's field
 * @param itemsOf writes the items with each line behind an indentation, without the last line ending
 * @returns undefined where the list is written in a form that cannot be added to without changing what stands around it
 */
export function addToFrameworkList(
	text: string,
	name: string,
	itemsOf: (indent: string, ending: string) => string,
): TextEdit | undefined {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const ending = lineEndingOf(text);
	const { root } = readYaml(text, { start, end: text.length }, '');
	if (root?.kind !== 'mapping' || root.brackets || /^\.\.\.\s*$/mu.test(text)) return undefined;
	const entry = root.entries.find((each) => each.name === name);
	if (!entry) {
		const gap = text.endsWith('\n') || text.endsWith('\r') ? ending : ending + ending;
		return insertion(text.length, `${gap}${name}:${ending}${itemsOf('  ', ending)}${ending}`);
	}
	const { key, value } = entry;
	if (value.kind === 'list' && !value.brackets) {
		const indent = text.slice(lineStart(text, value.part.start), value.part.start);
		if (!/^ *$/u.test(indent)) return undefined;
		return insertion(lineEnd(text, value.part.end), ending + itemsOf(indent, ending));
	}
	const items = ending + itemsOf('  ', ending);
	if (value.kind === 'scalar' && value.type === 'empty' && value.form !== 'alias')
		return insertion(lineEnd(text, key.written.end), items);
	if (value.kind !== 'list' || !value.brackets || value.items.length > 0) return undefined;
	// The space before `[]` goes with it.
	const bracket = value.brackets.start;
	const from = text.charAt(bracket - 1) === ' ' ? bracket - 1 : bracket;
	return { span: { start: from, end: value.brackets.end }, newText: items };
}
