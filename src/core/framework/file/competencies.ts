import { builtInFrameworks } from '../built-in/index.ts';
import { createLookup } from '../lookups.ts';
import type { Competency } from '../model.ts';
import { nearestName, normaliseName } from '../nearness.ts';
import { sectionKinds } from '../sectionKind.ts';
import { changeTo, type CheckedRecord, type TextPlace } from './check.ts';
import { type CompetencyReference, follow, type FrameworkEntry } from './places.ts';
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
		const aliases = competency.aliases.filter((alias) => (owners.get(normaliseName(alias)) ?? id) === id);
		if (aliases.length < competency.aliases.length) merged.set(id, { ...competency, aliases });
	}
}

/**
 * The competencies of the built-in frameworks that a file extends, each once. Built-in frameworks extend nothing, so
 * the only circle there can be is a file that names itself.
 *
 * @param ownId the file's own id
 * @param named to which the places are added that name one
 */
export function presetCompetencies(
	file: CheckedRecord,
	ownId: string,
	named: TextPlace[],
	problems: Problems,
): ReadonlyMap<string, Competency> {
	const id = file.text('id');
	if (id && builtInFrameworks.has(id.value)) {
		problems.error(
			'framework-preset',
			id.span,
			`${quoted(id.value)} is a built-in framework: give yours an id of its own.`,
		);
	}
	const competencies = new Map<string, Competency>();
	for (const place of file.texts('extends') ?? []) {
		const { value, span, quote } = place;
		const preset = builtInFrameworks.get(value);
		for (const competency of preset?.competencies ?? []) {
			if (!competencies.has(competency.id)) competencies.set(competency.id, competency);
		}
		if (preset) {
			named.push(place);
			continue;
		}
		if (normaliseName(value) === normaliseName(ownId)) {
			problems.error('framework-preset', span, 'A framework cannot extend itself: name a built-in one.');
			continue;
		}
		const near = nearestName(value, builtInFrameworks.keys());
		const hint =
			near === undefined ? `there are ${[...builtInFrameworks.keys()].join(', ')}.` : `did you mean \`${near}\`?`;
		problems.error('framework-preset', span, `No built-in framework is called ${quoted(value)}: ${hint}`, () =>
			near === undefined ? [] : [changeTo({ span, quote }, near)],
		);
	}
	return competencies;
}

/** What a new competency wants where its entry does not say: as most of the built-in ones do. */
const usualTarget = { min: 1, max: 2 };

/** An entry of `competencies`, with where it stands. */
export interface OwnEntry {
	readonly entry: FrameworkEntry;
	readonly record: CheckedRecord;
}

/**
 * The entries of `competencies` that have an id, each id once.
 */
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

/** A competency as its entry leaves it: texts replace, aliases are added, prompts are replaced section by section. */
function overlay(
	{ competency: id, name, aliases }: FrameworkEntry,
	record: CheckedRecord,
	base: Competency | undefined,
): Competency {
	const prompts = record.record('prompts');
	// Tags that used the old name go on working.
	const formerNames = base && name && normaliseName(name.value) !== normaliseName(base.name) ? [base.name] : [];
	const allAliases = [...(base?.aliases ?? []), ...formerNames, ...aliases.map(({ value }) => value)];
	return {
		id,
		name: name?.value ?? base?.name ?? id,
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
	};
}
