import type { Framework } from '../model.ts';
import { normaliseName } from '../nearness.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../sectionKind.ts';
import { createSectionNames } from '../sectionNames.ts';
import type { CheckedRecord } from './check.ts';
import { type Problems, quoted } from './problems.ts';

const builtInNames = createSectionNames([]);

/**
 * The names that a file adds to the sections. One that already means another section is an error: headings of stories
 * that are fine today would change their meaning.
 */
export function sectionAliases(file: CheckedRecord, problems: Problems): Framework['sectionAliases'] {
	const sections = file.record('sections');
	if (!sections) return undefined;
	const owners = new Map<string, SectionKind>();
	const aliases: Partial<Record<SectionKind, readonly string[]>> = {};
	for (const kind of sectionKinds) {
		const names = sections.texts(kind)?.filter(({ value, span }) => {
			if (!/\p{L}/u.test(value)) {
				problems.error('framework-value', span, 'The name of a section needs a letter.');
				return false;
			}
			const key = normaliseName(value).replace(/s$/u, '');
			const owner = builtInNames.find(value) ?? owners.get(key) ?? kind;
			owners.set(key, owner);
			if (owner !== kind)
				problems.error('framework-duplicate', span, `${quoted(value)} already heads ${sectionTitles[owner]}.`);
			return owner === kind;
		});
		if (names && names.length > 0) aliases[kind] = names.map(({ value }) => value);
	}
	return Object.keys(aliases).length > 0 ? aliases : undefined;
}
