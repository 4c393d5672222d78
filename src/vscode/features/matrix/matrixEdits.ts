import type { EditHistory } from '../../../core/library/editHistory.ts';
import type { StoryEdits } from '../../../core/library/storyEdits.ts';
import type { LibraryStory } from '../../../core/library/storyIndex.ts';
import type { MatrixChange } from '../../../pages/protocol/matrix.ts';

/** The name of the matrix in the history of edits. */
const view = 'matrix';

/** Changes made from the page, and taken back from there, without an editor that would cover it. */
export class MatrixEdits {
	readonly #edits: StoryEdits;
	readonly #history: EditHistory;
	/** The change that is being made. */
	#making: Promise<unknown> = Promise.resolve();

	/** @param history of the edits */
	constructor(edits: StoryEdits, history: EditHistory) {
		this.#edits = edits;
		this.#history = history;
	}

	/** @returns whether the change was made */
	make(entry: LibraryStory, change: MatrixChange): Promise<boolean> {
		const made = this.#edits.apply([{ entry, change }], labelOf(entry, change), view);
		this.#making = Promise.allSettled([this.#making, made]);
		return made;
	}

	/**
	 * Undoes the latest change that was made here.
	 *
	 * @returns what could not be done, in a sentence for the author
	 */
	undo(): Promise<string | undefined> {
		// The page shows a change before it is made, and so can be asked to undo it before there is anything to undo.
		const undone = this.#making.then(() => this.#history.undo(view));
		this.#making = Promise.allSettled([undone]);
		return undone;
	}
}

function labelOf({ story: { title } }: LibraryStory, change: MatrixChange): string {
	switch (change.kind) {
		case 'tag':
			return `Tag “${title}”`;
		case 'untag':
			return `Remove a tag from “${title}”`;
		case 'set':
			return change.field === 'status' ? `Retire “${title}”` : `Rate “${title}”`;
		case 'clear':
			return `Rate “${title}”`;
		case 'answer':
		case 'unanswer':
			return `Change the questions of “${title}”`;
	}
}
