import type { Lookups } from '../framework/lookups.ts';
import { angleKeys, competencyInLabel } from '../story/angles.ts';
import { type Document, readDocument } from '../story/document.ts';
import type { ScalarValue, StoryField } from '../story/fields.ts';
import type { ParsedStory } from '../story/model.ts';
import { applyEdits } from '../text/edit.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import { yamlScalar } from '../text/yaml/yamlText.ts';
import type { YamlScalar } from '../text/yaml/yamlValue.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addField, bracesOf, editableYaml, newFrontMatter, respelled } from './frontMatterField.ts';
import { tellsTheSame } from './sameTelling.ts';
import { linesToFill, sharesFrontMatter } from './storyLine.ts';
import { verified } from './verifiedEdit.ts';

/**
 * Adds `angles` to the front matter of a story that has none, with a key for each competency and nothing beside it yet;
 * in a bank a line for each below the story's other lines.
 *
 * @param keys as they are to be written
 */
export function addEmptyAngles(
	document: Document,
	story: ParsedStory,
	keys: readonly string[],
	lookups: Lookups,
): EditResult {
	if (sharesFrontMatter(document, story)) return addEmptyLines(document, story, keys, lookups);
	const { text, frontMatter } = document;
	const block = (indentation: string) =>
		keys.map((key) => `${lineEndingOf(text)}${indentation}  ${yamlScalar(key)}:`).join('');
	if (!frontMatter) return newFrontMatter(text, [`angles:${block('')}`]);
	const yaml = editableYaml(frontMatter);
	if ('refusal' in yaml) return yaml;
	const first = frontMatter.entries[0]?.written.part.start;
	const indentation = first === undefined ? '' : text.slice(lineStart(text, first), first);
	const value = bracesOf(yaml)
		? ` { ${keys.map((key) => `${yamlScalar(key)}: ""`).join(', ')} }`
		: block(indentation);
	return addField(text, frontMatter, yaml, { name: 'angles', value, content: undefined });
}

/** Lines such as `**Angle (Mentorship):**`; what does not read back as them, with all else as it was, is not done. */
function addEmptyLines(document: Document, story: ParsedStory, keys: readonly string[], lookups: Lookups): EditResult {
	const edit = linesToFill(
		document,
		story,
		keys.map((key) => `Angle (${key})`),
	);
	// Read by itself: a large bank takes long to read as a whole, and may lack angles in every story.
	const start = lineStart(document.text, story.span.start);
	const alone = document.text.slice(start, story.span.end);
	if (edit && edit.span.end <= story.span.end) {
		const span = { start: edit.span.start - start, end: edit.span.end - start };
		const [before, after] = [alone, applyEdits(alone, [{ ...edit, span }])].map((text) =>
			readDocument(text, { fileName: '', lookups }),
		);
		const added = angleKeys(after?.stories[0]?.fields ?? []).map(({ key }) => key.text);
		if (before && after && tellsTheSame(before, after) && added.join('\n') === keys.join('\n'))
			return { edits: [edit] };
	}
	return refuse('no-line', 'This story has no lines of its own below which angles could stand.', story.anchor);
}

/** Gives the name of a competency under `angles`, or in the label of such a line, another spelling. */
export function respellAngleKey(
	{ text, frontMatter }: Document,
	{ key: label }: Pick<StoryField, 'key'>,
	key: ScalarValue,
	name: string,
): EditResult {
	const entry = frontMatter?.entries.find((each) => each.key.span.start === label.span.start);
	if (!frontMatter || !entry) {
		const renamed = `Angle (${name})`;
		if (competencyInLabel(renamed)?.end !== renamed.length - 1 || /[*_`\r\n]/u.test(name))
			return refuse('value', `“${name}” can’t stand in the label of a line.`, key.span);
		return { edits: [{ span: key.span, newText: name }] };
	}
	const { value } = entry.written;
	const written = value.kind === 'mapping' ? value.entries.find((each) => isAt(each.key, key)) : undefined;
	// An alias repeats what is written elsewhere.
	if (!written) return noEdits;
	return verified(text, frontMatter, { entry, content: undefined }, [[respelled(text, written.key, name)]]);
}

function isAt({ span }: YamlScalar, key: ScalarValue): boolean {
	return span.start === key.span.start;
}
