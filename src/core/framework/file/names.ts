import type { Competency, Framework } from '../model.ts';
import { normaliseName } from '../nearness.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../sectionKind.ts';
import { createSectionNames } from '../sectionNames.ts';
import type { CheckedRecord } from './checkedRecord.ts';
import type { FrameworkEntry, TextPlace } from './places.ts';
import { type Problems, quoted } from './problems.ts';

/**
 * Sees to it that each name means one competency. An id or name that already means another one is an error: tags would
 * count for the wrong one. An alias that means another one is a warning, as it is never reached. An alias of an
 * extended framework gives way to a name or alias of the file.
 *
 * @param merged all competencies by id; the aliases that give way are taken out of it
 */
export function claimNames(
	entries: readonly FrameworkEntry[],
	merged: Map<string, Competency>,
	problems: Problems,
): void {
	const owners = new Map<string, string>();
	const entryOf = new Map(entries.map((entry) => [entry.competency, entry]));
	for (const id of merged.keys()) owners.set(normaliseName(id), id);

	/** Takes a name for a competency; false where another one has it. */
	const claim = (name: string, id: string): boolean => {
		const key = normaliseName(name);
		const owner = owners.get(key) ?? id;
		owners.set(key, owner);
		return owner === id;
	};
	const claimPlace = ({ value, span }: TextPlace, id: string, report: 'error' | 'warn'): void => {
		if (claim(value, id)) return;
		const owner = merged.get(owners.get(normaliseName(value)) ?? '')?.name ?? '';
		problems[report]('framework-duplicate', span, `${quoted(value)} already means ${quoted(owner)}.`);
	};

	for (const { id, name } of merged.values()) {
		const ownName = entryOf.get(id)?.name;
		if (ownName) claimPlace(ownName, id, 'error');
		else if (!claim(name, id)) {
			// Only the id of an entry can have taken the name of a preset's competency.
			const taker = entryOf.get(owners.get(normaliseName(name)) ?? '');
			if (taker)
				problems.error(
					'framework-duplicate',
					taker.id.span,
					`${quoted(taker.id.value)} already means ${quoted(name)}.`,
				);
		}
	}
	for (const { competency, aliases } of entries) {
		for (const alias of aliases) claimPlace(alias, competency, 'warn');
	}
	for (const [id, competency] of merged) {
		const isOwn = (name: string) => (owners.get(normaliseName(name)) ?? id) === id;
		const aliases = competency.aliases.filter(isOwn);
		if (aliases.length === competency.aliases.length) continue;
		const { shortName, ...others } = competency;
		merged.set(id, { ...others, aliases, ...(shortName !== undefined && isOwn(shortName) && { shortName }) });
	}
}

/**
 * The names that a file adds to the sections. One that already means another section is an error: headings of stories
 * that are fine today would change their meaning.
 */
export function sectionAliases(file: CheckedRecord, problems: Problems): Framework['sectionAliases'] {
	const sections = file.record('sections');
	if (!sections) return undefined;
	const builtInNames = createSectionNames([]);
	const owners = new Map<string, SectionKind>();
	const aliases: Partial<Record<SectionKind, readonly string[]>> = {};
	for (const kind of sectionKinds) {
		const names = sections.texts(kind)?.filter(({ value, span }) => {
			if (!/\p{L}/u.test(value)) {
				problems.error('framework-value', span, 'The name of a section needs a letter.');
				return false;
			}
			const key = normaliseName(value).replace(/s$/u, '');
			const owner = builtInNames.read(value)?.kinds[0] ?? owners.get(key) ?? kind;
			owners.set(key, owner);
			if (owner !== kind)
				problems.error('framework-duplicate', span, `${quoted(value)} already heads ${sectionTitles[owner]}.`);
			return owner === kind;
		});
		if (names && names.length > 0) aliases[kind] = names.map(({ value }) => value);
	}
	return Object.keys(aliases).length > 0 ? aliases : undefined;
}
