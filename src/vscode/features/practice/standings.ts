import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { isSameStanding, type Standing } from '../../../core/library/matrix/matrixStory.ts';
import { type StoryIndex, storyKey, type StoryLocation } from '../../../core/library/storyIndex.ts';
import { standingsOf } from '../../../core/questions/practice/standingsOf.ts';
import type { PracticeStore } from './practiceStore.ts';

/** How far the stories of the workspace are practised; reckoned once between two changes. */
export class Standings implements vscode.Disposable {
	readonly #store: PracticeStore;
	readonly #index: StoryIndex;
	readonly #disposables = new Disposables();
	readonly #changes = this.#disposables.add(new vscode.EventEmitter<readonly StoryLocation[]>());
	#known: ReadonlyMap<string, Standing> | undefined;
	/** As of the latest change of the history. */
	#told: ReadonlyMap<string, Standing> = new Map();

	/** Fires after practice with the stories of which there is something new to say. */
	readonly onDidChange = this.#changes.event;

	constructor(store: PracticeStore, index: StoryIndex) {
		this.#store = store;
		this.#index = index;
		this.#disposables.add(index.onDidChange(() => (this.#known = undefined)));
		this.#disposables.add(
			store.onDidChange(() => {
				const before = this.#told;
				this.#known = undefined;
				const now = (this.#told = this.#all());
				const changed = this.#index
					.stories()
					.filter((entry) => !isSameStanding(before.get(storyKey(entry)), now.get(storyKey(entry))));
				if (changed.length > 0) this.#changes.fire(changed);
			}),
		);
	}

	/** Undefined for a story that was never told. */
	of(story: StoryLocation): Standing | undefined {
		return this.#all().get(storyKey(story));
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	#all(): ReadonlyMap<string, Standing> {
		const { history, schedule } = this.#store.current;
		return (this.#known ??=
			history.tellings.length === 0 ? new Map() : standingsOf(this.#index, history.tellings, schedule));
	}
}
