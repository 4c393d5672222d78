import type { YamlMapping, YamlValue } from '../../text/yaml/yamlValue.ts';
import type { Target } from '../model.ts';
import { maxStories } from './format.ts';
import type { Problems } from './problems.ts';

/** The written form; also the JSON Schema's pattern for it. */
export const targetPattern = '^[1-9][0-9]?( ?[-–] ?[1-9][0-9]?)?$';

const targetFault =
	`A target is a number of stories from 1 to ${maxStories}, or a range of two: ` +
	'`2`, `1-2` or `{ min: 1, max: 2 }`.';

/** Reads a target in any of its forms; undefined where it is none, which is then reported. */
export function checkTarget(value: YamlValue, problems: Problems): Target | undefined {
	if (value.kind === 'mapping') return rangeOf(value, problems);
	const count = wholeNumber(value);
	if (count !== undefined) return { min: count, max: count };
	if (value.kind !== 'scalar' || value.type !== 'string' || !new RegExp(targetPattern, 'u').test(value.text)) {
		problems.error('framework-value', value.span, targetFault);
		return undefined;
	}
	const [min = 1, max = min] = value.text.split(/[-–]/u).map(Number);
	if (min <= max) return { min, max };
	const newText = `${max}-${min}`;
	problems.error(
		'framework-value',
		value.span,
		`A range goes from the smaller number to the larger: ${newText}.`,
		() => [{ title: `Change to ${newText}`, edits: [{ span: value.span, newText }], preferred: true }],
	);
	return undefined;
}

function rangeOf(value: YamlMapping, problems: Problems): Target | undefined {
	const found = new Map<string, number>();
	for (const { key, value: count } of value.entries) {
		if ((key.text !== 'min' && key.text !== 'max') || found.has(key.text)) {
			problems.error('framework-key', key.span, 'A target has one `min` and one `max`.');
			return undefined;
		}
		const stories = wholeNumber(count);
		if (stories === undefined) {
			const span = count.span.end > count.span.start ? count.span : key.span;
			problems.error('framework-value', span, `\`${key.text}\` is a whole number from 1 to ${maxStories}.`);
			return undefined;
		}
		found.set(key.text, stories);
	}
	const [min, max] = [found.get('min'), found.get('max')];
	if (min !== undefined && max !== undefined && min <= max) return { min, max };
	const both = min !== undefined && max !== undefined;
	problems.error(
		'framework-value',
		value.span,
		both ? '`min` is larger than `max`.' : 'A target has both `min` and `max`.',
	);
	return undefined;
}

/** A number of stories, in any of YAML's spellings of a number. */
function wholeNumber(value: YamlValue): number | undefined {
	if (value.kind !== 'scalar' || value.type !== 'number') return undefined;
	const count = Number(value.text);
	return Number.isInteger(count) && count >= 1 && count <= maxStories ? count : undefined;
}
