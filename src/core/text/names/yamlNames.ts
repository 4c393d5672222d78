import { wordSet } from '../words.ts';
import type { YamlMapping, YamlValue } from '../yaml/yamlValue.ts';
import type { HideableField, ListedName } from './hideable.ts';
import { hideableField } from './hideableKey.ts';
import { splitNames } from './splitNames.ts';

/** Keys below a field that say what a value is; any other may be a name itself, as in `company: { Acme: 2023 }`. */
const describing = wordSet(
	'name names title id alias aliases short long legal former since from to start end date dates year years url site ' +
		'website link size industry sector kind type city country location place note notes description public',
);

/**
 * Every name that a block of YAML lists, generously: each scalar at any depth under a key that comes near one of the
 * fields, wherever the key stands, so that second keys, merged and nested mappings count too.
 *
 * @param root undefined where nothing could be read
 */
export function yamlNames(root: YamlValue | undefined): readonly ListedName[] {
	const names: ListedName[] = [];
	/** What an alias stands for is read once for each field. */
	const seen = new Map<YamlValue, Set<HideableField | undefined>>();
	const open: (readonly [value: YamlValue, field: HideableField | undefined])[] = root ? [[root, undefined]] : [];
	const list = (text: string, field: HideableField) => {
		for (const name of splitNames(text)) names.push({ name, field });
	};
	// What is pushed meanwhile is read too.
	for (const [value, field] of open) {
		const fields = seen.get(value) ?? new Set();
		if (fields.has(field)) continue;
		seen.set(value, fields.add(field));
		if (value.kind === 'scalar' && field) list(value.text, field);
		else if (value.kind === 'list') for (const item of value.items) open.push([item, field]);
		else if (value.kind === 'alias' && value.target) open.push([value.target, field]);
		else if (value.kind === 'mapping') readMapping(value, field);
	}
	return names;

	function readMapping({ entries }: YamlMapping, field: HideableField | undefined): void {
		for (const { key, name = key.text, value } of entries) {
			const own = hideableField(name);
			if (field && !own && !describing.has(name.toLowerCase())) list(name, field);
			open.push([value, own ?? field]);
		}
	}
}
