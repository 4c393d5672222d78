import type { SharedText } from './textToShare.ts';

/** What one side of a conversation said. */
export interface Said {
	readonly by: 'author' | 'model';
	readonly text: string;
}

/** A conversation with a model, as it was sent, word for word. */
export interface Conversation {
	/** The file with the story that it is about; absent where it is about none. */
	readonly file?: string;
	readonly said: readonly Said[];
	/** What is shown and waits to be sent. */
	readonly waiting?: SharedText;
	/** The id of the model that was named with what waits. */
	readonly namedModel?: string;
	/** The names that were hidden so far. */
	readonly hidden: SharedText['hidden'];
}

/** What waits to be sent, where it was shown to go to this very model. */
export function consentedFor({ waiting, namedModel }: Conversation, modelId: string): SharedText | undefined {
	return namedModel === modelId ? waiting : undefined;
}

/** How many are kept: each holds a story or two. */
const maxKept = 20;

/** The conversations of this window, in memory alone. */
export class Conversations {
	/** The oldest first. */
	readonly #kept = new Map<string, Conversation>();
	#next = 0;

	/** @returns the id by which it is found again */
	keep(conversation: Conversation): string {
		const id = String(this.#next++);
		this.#kept.set(id, conversation);
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= maxKept) break;
			this.#kept.delete(oldest);
		}
		return id;
	}

	get(id: unknown): Conversation | undefined {
		return typeof id === 'string' ? this.#kept.get(id) : undefined;
	}
}
