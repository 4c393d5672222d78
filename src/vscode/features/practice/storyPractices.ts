import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { isSamePractice, type StoryPractice } from '../../../core/library/matrix/matrixStory.ts';
import { type StoryIndex, storyKey, type StoryLocation } from '../../../core/library/storyIndex.ts';
import { practiceOfStories } from '../../../core/questions/practice/storyPractice.ts';
import type { PracticeStore } from './practiceStore.ts';

/** How far the stories of the workspace are practised; reckoned once between two changes. */
export class StoryPractices implements vscode.Disposable {
	readonly #store: PracticeStore;
	readonly #index: StoryIndex;
	readonly #disposables = new Disposables();
	readonly #changes = this.#disposables.add(new vscode.EventEmitter<readonly StoryLocation[]>());
	#known: ReadonlyMap<string, StoryPractice> | undefined;
	/** As of the latest change of the history. */
	#practised: ReadonlyMap<string, StoryPractice> = new Map();

	/** Fires after practice with the stories of which there is something new to say. */
	readonly onDidChange = this.#changes.event;

	constructor(store: PracticeStore, index: StoryIndex) {
		this.#store = store;
		this.#index = index;
		this.#disposables.add(index.onDidChange(() => (this.#known = undefined)));
		this.#disposables.add(
			store.onDidChange(() => {
				const before = this.#practised;
				this.#known = undefined;
				const now = (this.#practised = this.#all());
				const changed = this.#index
					.stories()
					.filter((entry) => !isSamePractice(before.get(storyKey(entry)), now.get(storyKey(entry))));
				if (changed.length > 0) this.#changes.fire(changed);
			}),
		);
	}

	/** Undefined for a story that was never practised. */
	of(story: StoryLocation): StoryPractice | undefined {
		return this.#all().get(storyKey(story));
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	#all(): ReadonlyMap<string, StoryPractice> {
		const { history, schedule } = this.#store.current;
		return (this.#known ??=
			history.tellings.length === 0 ? new Map() : practiceOfStories(this.#index, history.tellings, schedule));
	}
}
