import type { Lookups } from '../core/framework/lookups.ts';
import { languageService } from '../core/languageService.ts';
import { type FullLibraryStory, storyKey } from '../core/library/storyIndex.ts';
import { likelihoodsOf } from '../core/questions/recall/classifier/questionModel.ts';
import { findStories } from '../core/questions/recall/findStories.ts';
import { StoryTexts } from '../core/questions/recall/storyTexts.ts';
import { analyse } from '../core/rules/analyse.ts';
import type { AnalysisContext, FullAnalysis } from '../core/rules/analysis.ts';
import { DocumentMemory } from '../core/rules/documentMemory.ts';
import { analyseFiles, nodeFileSystem } from './files.ts';
import type { FoundPlaces, SearchChanges, WorkerService } from './protocol.ts';

/** What the worker answers: the language service, and what needs files or knows of earlier calls. */
export function createWorkerService(): WorkerService {
	const files = nodeFileSystem();
	const documents = new OpenDocuments();
	const searched = new SearchedStories();
	return {
		...languageService,
		analyseDocument: (document, text, context) => documents.analyse(document, text, context),
		analyseFiles(paths, context) {
			if (!files) throw new Error('There are no files in a browser.');
			return analyseFiles(files, paths, context);
		},
		takeSearched: (revision, changes) => searched.take(revision, changes),
		findSearched: (revision, question, { lookups }, maxFound) =>
			searched.find(revision, question, lookups, maxFound),
	};
}

/** Documents that are kept for their next edit; one of 100 KB takes a few megabytes. */
const maxDocuments = 4;

/** Analyses open documents. What did not change since the previous analysis of a document is not read again. */
export class OpenDocuments {
	readonly #memories = new Map<string, DocumentMemory>();

	/** See {@link WorkerService.analyseDocument}. */
	analyse(document: string, text: string, context: AnalysisContext): FullAnalysis {
		const memory = this.#memories.get(document) ?? new DocumentMemory();
		this.#memories.delete(document);
		this.#memories.set(document, memory);
		for (const [oldest] of this.#memories) {
			if (this.#memories.size <= maxDocuments) break;
			this.#memories.delete(oldest);
		}
		return analyse(text, context, memory);
	}
}

/** The stories that are searched for questions, as this worker last received them. */
export class SearchedStories {
	readonly #stories = new Map<string, FullLibraryStory>();
	readonly #texts = new StoryTexts();
	#revision = 0;

	/** See {@link WorkerService.takeSearched}. */
	take(revision: number, { gone, stories }: SearchChanges): boolean {
		if (revision === 0) this.#stories.clear();
		else if (revision !== this.#revision) return false;
		for (const location of gone) this.#stories.delete(storyKey(location));
		for (const story of stories) this.#stories.set(storyKey(story), story);
		this.#texts.refresh([...this.#stories.values()]);
		// What is needed to understand a question takes a while the first time: longer than to type one.
		likelihoodsOf('a question');
		this.#revision = revision + 1;
		return true;
	}

	/** See {@link WorkerService.findSearched}. */
	find(revision: number, question: string, lookups: Lookups, maxFound: number): FoundPlaces | undefined {
		if (revision !== this.#revision) return undefined;
		const { stories, ...reading } = findStories(question, {
			stories: [...this.#stories.values()],
			texts: this.#texts,
			lookups,
		});
		return {
			...reading,
			stories: stories
				.slice(0, maxFound)
				.map(({ entry: { file, index }, ...found }) => ({ file, index, ...found })),
		};
	}
}
