import { createLookup } from '../lookups.ts';
import type { Competency, CompetencyProbe } from '../model.ts';
import { normaliseName } from '../nearness.ts';
import { sectionKinds } from '../sectionKind.ts';
import type { CheckedRecord } from './checkedRecord.ts';
import { claimNames } from './names.ts';
import { type CompetencyReference, follow, type FrameworkEntry } from './places.ts';
import { type Problems, quoted } from './problems.ts';

/** What a new competency wants where its entry does not say: as most of the built-in ones do. */
const usualTarget = { min: 1, max: 2 };

/** An entry of `competencies`, with where it stands. */
export interface OwnEntry {
	readonly entry: FrameworkEntry;
	readonly record: CheckedRecord;
}

/** The entries of `competencies` that have an id, each id once. */
export function ownEntries(file: CheckedRecord, problems: Problems): readonly OwnEntry[] {
	const seen = new Set<string>();
	return file.records('competencies').flatMap((record): OwnEntry[] => {
		const id = record.text('id');
		if (!id) return [];
		if (seen.has(id.value)) {
			problems.error(
				'framework-duplicate',
				id.span,
				`${quoted(id.value)} is defined above already: an id stands for one competency.`,
			);
			return [];
		}
		seen.add(id.value);
		const name = record.text('name');
		const entry = {
			competency: id.value,
			span: record.span,
			id,
			aliases: record.texts('aliases') ?? [],
			...(name && { name }),
		};
		return [{ entry, record }];
	});
}

/**
 * Puts the file's own competencies and changes over those it extends. Those of the presets keep their order; new ones
 * follow in the order of the file. Questions are left to others.
 *
 * @param presets by id; not changed
 */
export function mergeCompetencies(
	file: CheckedRecord,
	own: readonly OwnEntry[],
	presets: ReadonlyMap<string, Competency>,
	references: CompetencyReference[],
	problems: Problems,
): ReadonlyMap<string, Competency> {
	const merged = new Map(presets);
	removeUnwanted(file, own, merged, references, problems);
	for (const { entry, record } of own) {
		const base = presets.get(entry.competency);
		if (!base && !entry.name) {
			problems.error(
				'framework-key',
				entry.id.span,
				`A new competency needs a \`name\`; nothing that this file extends has the id ${quoted(entry.id.value)}.`,
			);
		}
		merged.set(entry.competency, overlay(entry, record, base));
	}
	claimNames(
		own.map(({ entry }) => entry),
		merged,
		problems,
	);
	return merged;
}

function removeUnwanted(
	file: CheckedRecord,
	own: readonly OwnEntry[],
	merged: Map<string, Competency>,
	references: CompetencyReference[],
	problems: Problems,
): void {
	const unwanted = file.texts('remove');
	if (!unwanted) return;
	const ownIds = new Set(own.map(({ entry }) => entry.competency));
	const lookup = createLookup([{ id: '', name: '', competencies: [...merged.values()] }]);
	for (const written of unwanted) {
		if (ownIds.has(lookup.find(written.value)?.id ?? written.value)) {
			problems.error(
				'framework-duplicate',
				written.span,
				`${quoted(written.value)} is both removed and listed under \`competencies\`.`,
			);
			continue;
		}
		const competency = follow(written, lookup, references, problems);
		if (competency) merged.delete(competency.id);
	}
}

function probeOf(record: CheckedRecord): readonly CompetencyProbe[] {
	const text = record.text('text')?.value;
	const words = (name: string) => record.texts(name)?.map(({ value }) => value);
	const [when, unless] = [words('when'), words('unless')];
	return text === undefined ? [] : [{ text, ...(when && { when }), ...(unless && { unless }) }];
}

/** A competency as its entry leaves it: texts replace, aliases are added, prompts are replaced section by section. */
function overlay(
	{ competency: id, name, aliases }: FrameworkEntry,
	record: CheckedRecord,
	base: Competency | undefined,
): Competency {
	const prompts = record.record('prompts');
	const probes = record.has('probes') ? record.records('probes').flatMap(probeOf) : base?.probes;
	// Tags that used the old name go on working.
	const formerNames = base && name && normaliseName(name.value) !== normaliseName(base.name) ? [base.name] : [];
	const allAliases = [...(base?.aliases ?? []), ...formerNames, ...aliases.map(({ value }) => value)];
	return {
		id,
		name: name?.value ?? base?.name ?? id,
		...(base?.shortName !== undefined && formerNames.length === 0 && { shortName: base.shortName }),
		aliases: [...new Map(allAliases.map((alias) => [normaliseName(alias), alias])).values()],
		description: record.text('description')?.value ?? base?.description ?? '',
		target: record.target('target') ?? base?.target ?? usualTarget,
		prompts: Object.fromEntries(
			sectionKinds.map((kind) => [
				kind,
				prompts?.texts(kind)?.map(({ value }) => value) ?? base?.prompts[kind] ?? [],
			]),
		) as unknown as Competency['prompts'],
		questions: base?.questions ?? [],
		...(probes && { probes }),
		...((record.has('probes') || base?.ownProbes) && { ownProbes: true }),
	};
}
