import { createLookup } from '../lookups.ts';
import type { Competency, Question } from '../model.ts';
import type { CheckedRecord } from './checkedRecord.ts';
import { type CompetencyReference, follow, type QuestionEntry, type TextPlace } from './places.ts';
import type { OwnEntry } from './competencies.ts';
import { type Problems, quoted } from './problems.ts';

/** An id made from a question is cut at this many characters; the words that tell it from others come early. */
const maxIdLength = 60;

/**
 * Adds the file's questions to the competencies they probe: those of the entries first, then those of `questions`.
 *
 * @param merged all competencies by id; those that gain questions are replaced
 * @returns where the questions stand
 */
export function addQuestions(
	file: CheckedRecord,
	own: readonly OwnEntry[],
	merged: Map<string, Competency>,
	references: CompetencyReference[],
	problems: Problems,
): readonly QuestionEntry[] {
	const entries: QuestionEntry[] = [];
	const ownerOf = new Map(
		[...merged.values()].flatMap(({ id, questions }) => questions.map((question) => [question.id, id] as const)),
	);
	const newId = idMaker([...ownerOf.keys(), ...explicitIds(file, own)]);
	const added = new Map<string, Map<string, Question>>();
	const fileIds = new Set<string>();

	const add = (record: CheckedRecord, competencies: readonly string[]): void => {
		const text = record.text('text');
		if (!text) return;
		const id = record.text('id');
		if (id && !isFree(id, competencies)) return;
		const signal = record.text('signal')?.value;
		const question = {
			id: id?.value ?? newId(text.value),
			text: text.value,
			...(signal !== undefined && { signal }),
		};
		entries.push({ question: question.id, span: record.span });
		for (const competency of competencies) {
			const questions = added.get(competency) ?? new Map<string, Question>();
			added.set(competency, questions.set(question.id, question));
		}
	};
	const isFree = ({ value, span }: TextPlace, competencies: readonly string[]): boolean => {
		const owner = ownerOf.get(value);
		const free = !fileIds.has(value) && (owner === undefined || competencies.includes(owner));
		fileIds.add(value);
		if (!free)
			problems.error('framework-duplicate', span, `${quoted(value)} is the id of another question already.`);
		return free;
	};

	for (const { entry, record } of own) {
		for (const question of record.records('questions')) add(question, [entry.competency]);
	}
	const shared = file.records('questions');
	if (shared.length > 0) {
		const lookup = createLookup([{ id: '', name: '', competencies: [...merged.values()] }]);
		for (const question of shared) {
			const competencies = (question.texts('competencies') ?? []).flatMap(
				(written) => follow(written, lookup, references, problems)?.id ?? [],
			);
			add(question, competencies);
		}
	}
	for (const [id, questions] of added) {
		const competency = merged.get(id);
		if (!competency) continue;
		const kept = competency.questions.map((question) => questions.get(question.id) ?? question);
		const known = new Set(kept.map((question) => question.id));
		merged.set(id, {
			...competency,
			questions: [...kept, ...[...questions.values()].filter((question) => !known.has(question.id))],
		});
	}
	return entries;
}

/**
 * Makes ids from the questions' own words, the same as long as those stay. Questions in other scripts are numbered.
 *
 * @param taken ids that are not to be made again
 */
function idMaker(taken: Iterable<string>): (text: string) => string {
	const uses = new Map([...taken].map((id) => [id, 1]));
	return (text) => {
		const words = text
			.normalize('NFKD')
			.toLowerCase()
			.replace(/\p{M}/gu, '')
			.replace(/[^a-z0-9]+/gu, '-')
			.slice(0, maxIdLength);
		const base = words.replace(/^-+|-+$/gu, '') || 'question';
		let id = base;
		while (uses.has(id)) {
			const count = (uses.get(base) ?? 1) + 1;
			uses.set(base, count);
			id = `${base}-${count}`;
		}
		uses.set(id, 1);
		return id;
	};
}

/** Made ids stay clear of the ids that the author gave. */
function explicitIds(file: CheckedRecord, own: readonly OwnEntry[]): readonly string[] {
	const records = [...own.flatMap(({ record }) => record.records('questions')), ...file.records('questions')];
	return records.flatMap((record) => record.text('id')?.value ?? []);
}
