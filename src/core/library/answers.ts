import { questionWords } from '../framework/lookups.ts';
import type { Competency } from '../framework/model.ts';
import type { TargetLevel } from '../framework/targetLevel.ts';
import type { CountedStory } from './coverage.ts';
import { compareFor } from './ranking.ts';

/** The stories that answer a question; each stands in one of the lists, the one to tell first in front. */
export interface QuestionAnswers<S> {
	/** Those that name it in their `questions`, by id or in the same words. */
	readonly naming: readonly S[];
	/** Others that are tagged with a competency that it probes. */
	readonly proving: readonly S[];
}

/** Which stories answer a question, looked up by what they name and prove; a retired one answers none. */
export class Answers<S extends CountedStory> {
	readonly #level: TargetLevel;
	readonly #naming = new Map<string, Set<S>>();
	readonly #proving = new Map<string, Set<S>>();
	/** By the competencies that are probed, in the order of telling: many questions probe the same ones. */
	readonly #ordered = new Map<string, readonly S[]>();

	/**
	 * @param stories of the library, through the lens where there is one
	 * @param namedBy the questions that a story names
	 */
	constructor(stories: readonly S[], level: TargetLevel, namedBy: (entry: S) => readonly string[]) {
		this.#level = level;
		for (const entry of stories) {
			const { details, tags } = entry.story;
			if (details.status === 'retired') continue;
			for (const question of namedBy(entry)) addTo(this.#naming, questionWords(question), entry);
			for (const { competency } of tags) if (competency !== undefined) addTo(this.#proving, competency, entry);
		}
	}

	/**
	 * @param names the question's id and its text
	 * @param probed the competencies that it asks about
	 */
	to(names: readonly string[], probed: readonly Pick<Competency, 'id'>[]): QuestionAnswers<S> {
		const naming = new Set(names.flatMap((name) => [...(this.#naming.get(questionWords(name)) ?? [])]));
		return {
			naming: [...naming].toSorted(compareFor(probed[0]?.id ?? '', this.#level)),
			proving: this.#tellingOf(probed).filter((entry) => !naming.has(entry)),
		};
	}

	#tellingOf(probed: readonly Pick<Competency, 'id'>[]): readonly S[] {
		const key = probed.map(({ id }) => id).join('\n');
		let ordered = this.#ordered.get(key);
		if (!ordered) {
			const proving = new Set(probed.flatMap(({ id }) => [...(this.#proving.get(id) ?? [])]));
			this.#ordered.set(key, (ordered = [...proving].toSorted(compareFor(probed[0]?.id ?? '', this.#level))));
		}
		return ordered;
	}
}

function addTo<S>(sets: Map<string, Set<S>>, key: string, entry: S): void {
	const set = sets.get(key);
	if (set) set.add(entry);
	else sets.set(key, new Set([entry]));
}
