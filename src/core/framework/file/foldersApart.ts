import { kinOfCompetency } from '../built-in/crosswalk.ts';
import { writtenIdOf } from '../lookups.ts';
import type { Competency, Framework } from '../model.ts';
import { normaliseName } from '../nearness.ts';
import type { LoadedFramework } from './loadFramework.ts';

/** Stands between the id of a competency and its folder. No id of a file has it: {@link frameworkFile}. */
const mark = '--';

/**
 * The ids by which the framework files of several folders mean different competencies. A built-in one that a file
 * calls otherwise is still that one.
 *
 * @param frameworks of the files, one a folder
 */
export function ambiguousIds(frameworks: readonly Framework[]): ReadonlySet<string> {
	const names = new Map<string, Set<string>>();
	for (const { competencies } of frameworks) {
		for (const competency of competencies) {
			const id = writtenIdOf(competency);
			if (kinOfCompetency(id).length > 0) continue;
			names.set(id, (names.get(id) ?? new Set()).add(normaliseName(competency.name)));
		}
	}
	return new Set([...names].flatMap(([id, own]) => (own.size > 1 ? [id] : [])));
}

/**
 * Gives the competencies of a file ids of their folder, where another folder means something else by theirs: whoever
 * counts stories of all folders then counts each for its own.
 *
 * @param ambiguous as {@link ambiguousIds} tells
 * @param folder tells the folder from the others, in letters that an id may have
 */
export function toldApart(framework: Framework, ambiguous: ReadonlySet<string>, folder: string): Framework {
	const isConcerned = (each: Competency) => each.writtenId !== undefined || ambiguous.has(each.id);
	if (!framework.competencies.some(isConcerned)) return framework;
	const idFor = idsApart(ambiguous, folder);
	return {
		...framework,
		competencies: framework.competencies.map(({ writtenId, ...competency }) => {
			const written = writtenId ?? competency.id;
			const id = idFor(written);
			const questions = competency.questions.map((question) =>
				question.also === undefined ? question : { ...question, also: idFor(question.also) },
			);
			return { ...competency, questions, id, ...(id !== written && { writtenId: written }) };
		}),
	};
}

/** The same of all that was read of the file. */
export function loadedApart(loaded: LoadedFramework, ambiguous: ReadonlySet<string>, folder: string): LoadedFramework {
	const idFor = idsApart(ambiguous, folder);
	const named = <Named extends { readonly competency: string }>(each: Named): Named => {
		const competency = idFor(each.competency);
		return competency === each.competency ? each : { ...each, competency };
	};
	return {
		...loaded,
		...(loaded.framework && { framework: toldApart(loaded.framework, ambiguous, folder) }),
		entries: loaded.entries.map(named),
		references: loaded.references.map(named),
	};
}

function idsApart(ambiguous: ReadonlySet<string>, folder: string): (id: string) => string {
	return (id) => {
		const [written = id] = id.split(mark, 1);
		return ambiguous.has(written) ? `${written}${mark}${folder}` : written;
	};
}
