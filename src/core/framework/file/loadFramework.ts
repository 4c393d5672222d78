import { lineEnd } from '../../text/lines.ts';
import type { Problem } from '../../text/problem.ts';
import { type NamesRead, unreadNames } from '../../text/names/hideable.ts';
import { yamlNames } from '../../text/names/yamlNames.ts';
import type { Span } from '../../text/span.ts';
import { TooDeep } from '../../text/yaml/nesting.ts';
import { readYaml, type SyntaxFault } from '../../text/yaml/readYaml.ts';
import { emptyScalar, type YamlValue } from '../../text/yaml/yamlValue.ts';
import { createLookup } from '../lookups.ts';
import type { Competency, Framework } from '../model.ts';
import { check } from './check.ts';
import { CheckedRecord } from './checkedRecord.ts';
import { type CompetencyReference, follow, type FrameworkEntry, type QuestionEntry, type TextPlace } from './places.ts';
import { mergeCompetencies, ownEntries } from './competencies.ts';
import { frameworkFile } from './format.ts';
import { sectionAliases } from './names.ts';
import { presetCompetencies } from './presets.ts';
import { Problems } from './problems.ts';
import { addQuestions } from './questions.ts';

/** What a framework is called where its file does not say. */
export interface FrameworkDefaults {
	readonly id: string;
	readonly name: string;
}

/** What a framework file comes to. Plain data. */
export interface LoadedFramework {
	/** What the file means, flat: nothing of it refers to another framework. Absent where there is an error. */
	readonly framework?: Framework;
	/** In the order of their places; only an error keeps the file from being used. */
	readonly problems: readonly Problem[];
	/** Where competencies are defined or changed; as much as could be read of a broken file. */
	readonly entries: readonly FrameworkEntry[];
	/** Where competencies are named otherwise. */
	readonly references: readonly CompetencyReference[];
	/** Where built-in frameworks are named. */
	readonly presets: readonly TextPlace[];
	/** Where questions are asked. */
	readonly questions: readonly QuestionEntry[];
	/** The names that a redacted export replaces in every story, whatever else is wrong with the file. */
	readonly names: NamesRead;
}

const noPlaces = { entries: [], references: [], presets: [], questions: [] };

const usualNames: FrameworkDefaults = { id: 'workspace', name: 'This workspace' };

/** Longest file, in UTF-16 code units, that is read: all built-in frameworks together have a tenth of it. */
export const maxFrameworkFileLength = 512 * 1024;

/**
 * Reads a `star-framework.yaml`. The format is {@link frameworkFile}; what an entry changes of a competency it extends
 * stands with the fields there.
 *
 * @param text the whole file; any string is accepted, nothing is thrown
 * @param defaults names for a file that gives itself none
 */
export function loadFramework(text: string, defaults: FrameworkDefaults = usualNames): LoadedFramework {
	const problems = new Problems();
	const firstLine = { start: 0, end: lineEnd(text, 0) };
	if (text.length > maxFrameworkFileLength) {
		problems.error(
			'framework-syntax',
			firstLine,
			'This file is too long to be read: keep it under half a million characters.',
		);
		return { problems: problems.inOrder, ...noPlaces, names: unreadNames('it is too long to be read') };
	}
	try {
		return load(text, defaults, problems);
	} catch (error) {
		// Both the parser and the reader recurse; a file that nests thousands deep exhausts the stack.
		const why = error instanceof RangeError ? 'it nests too deeply' : String(error);
		const at = error instanceof TooDeep ? error.at : undefined;
		const where = at === undefined ? firstLine : { start: at, end: at + 1 };
		const unreadable = new Problems();
		unreadable.error('framework-syntax', where, `This file cannot be read: ${why}.`);
		return { problems: unreadable.inOrder, ...noPlaces, names: unreadNames(`it cannot be read: ${why}`) };
	}
}

function load(text: string, defaults: FrameworkDefaults, problems: Problems): LoadedFramework {
	const content = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
	const { root, faults } = readYaml(text, content, 'Only one YAML document is read: what follows here is not.');
	for (const { message, span, tab } of faults) {
		problems.error('framework-syntax', span, message, () => {
			const newText = '  '.repeat(span.end - span.start);
			return tab ? [{ title: 'Indent with spaces', edits: [{ span, newText }], preferred: true }] : [];
		});
	}
	const names = namesIn(root, faults);
	// What a file with slips in its syntax seems to say is read for its places, and not judged.
	const judged = problems.broken ? new Problems() : problems;
	const file = rootRecord(root ?? emptyScalar({ start: 0, end: 0 }), judged);
	const references: CompetencyReference[] = [];
	const id = file.text('id')?.value ?? defaults.id;
	const own = ownEntries(file, judged);
	const presets: TextPlace[] = [];
	const extended = presetCompetencies(file, id, presets, judged);
	const merged = new Map(mergeCompetencies(file, own, extended, references, judged));
	const questions = addQuestions(file, own, merged, references, judged);
	setTargets(file, merged, references, judged);
	const aliases = sectionAliases(file, judged);
	if (merged.size === 0 && !judged.broken)
		judged.error(
			'framework-value',
			placeOfNothing(text, file),
			'A framework needs a competency: extend a built-in framework, or list your own.',
		);

	const entries = own.map(({ entry }) => entry);
	const places = { entries, references, presets, questions, names };
	if (problems.broken) return { problems: problems.inOrder, ...places };
	const version = file.text('version')?.value;
	const framework: Framework = {
		id,
		name: file.text('name')?.value ?? defaults.name,
		...(version !== undefined && { version }),
		competencies: [...merged.values()],
		...(aliases && { sectionAliases: aliases }),
	};
	return { framework, problems: problems.inOrder, ...places };
}

/** From the file as YAML reads it: a fault elsewhere in it is no reason to forget a name. */
function namesIn(root: YamlValue | undefined, faults: readonly SyntaxFault[]): NamesRead {
	const read: NamesRead = { names: yamlNames(root) };
	const [fault] = faults;
	return fault ? unreadNames(`it cannot be read: ${fault.message.replace(/\.$/u, '')}`, read) : read;
}

function rootRecord(root: YamlValue, problems: Problems): CheckedRecord {
	const checked = check(root, frameworkFile, '', problems);
	return checked?.kind === 'record' ? checked.record : new CheckedRecord({ start: 0, end: 0 }, new Map(), new Map());
}

function setTargets(
	file: CheckedRecord,
	merged: Map<string, Competency>,
	references: CompetencyReference[],
	problems: Problems,
): void {
	const targets = file.named('targets');
	if (targets.length === 0) return;
	const lookup = createLookup([{ id: '', name: '', competencies: [...merged.values()] }]);
	for (const { key, target } of targets) {
		const competency = follow(key, lookup, references, problems);
		const current = competency && merged.get(competency.id);
		if (current) merged.set(current.id, { ...current, target });
	}
}

/** Where to say that nothing is listed: at the field that could, else at the first line. */
function placeOfNothing(text: string, file: CheckedRecord): Span {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	return (
		file.keySpan('competencies') ??
		file.keySpan('remove') ??
		file.keySpan('extends') ?? { start, end: Math.max(start, lineEnd(text, start)) }
	);
}
