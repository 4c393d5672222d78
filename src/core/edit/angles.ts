import type { Document } from '../story/document.ts';
import { competencyInLabel } from '../story/angles.ts';
import type { ScalarValue, StoryField } from '../story/fields.ts';
import { lineEndingOf, lineStart } from '../text/lines.ts';
import { yamlScalar } from '../text/yaml/yamlText.ts';
import type { YamlScalar } from '../text/yaml/yamlValue.ts';
import { type EditResult, noEdits, refuse } from './editResult.ts';
import { addField, bracesOf, editableYaml, newFrontMatter, respelled } from './frontMatterField.ts';
import { sharesFrontMatter, type StoryPlace } from './storyLine.ts';
import { verified } from './verifiedEdit.ts';

/**
 * Adds `angles` to the front matter of a story that has none, with a key for each competency and nothing beside it yet.
 *
 * @param keys as they are to be written
 */
export function addEmptyAngles({ document, story }: StoryPlace, keys: readonly string[]): EditResult {
	if (sharesFrontMatter(document, story))
		return refuse('no-line', '`angles` stands in front matter, which this story shares with others.', story.anchor);
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
