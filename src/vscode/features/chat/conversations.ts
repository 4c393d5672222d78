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
	/** The model that was named with what waits. */
	readonly namedModel?: string;
	/** The model that has what was said. */
	readonly sentTo?: string;
	/** The names that were hidden so far. */
	readonly hidden: SharedText['hidden'];
}

/** A model apart from all others: two vendors may give the same id. */
export function modelKey({ vendor, id }: { readonly vendor: string; readonly id: string }): string {
	return JSON.stringify([vendor, id]);
}

/** What waits to be sent, where it was shown to go to this very model. */
export function consentedFor({ waiting, namedModel }: Conversation, model: string): SharedText | undefined {
	return namedModel === model ? waiting : undefined;
}

/** Whether what the author types goes on at once: the model has all that was said before, with the author's consent. */
export function goesOnWith({ said, sentTo }: Conversation, model: string): boolean {
	return said.length > 0 && sentTo === model;
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
