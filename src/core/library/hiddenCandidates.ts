import { Emitter, type Event } from './event.ts';
import type { FileRename } from './workspace.ts';

const key = 'candidates.hidden';

/** Where it is remembered: the state that the editor keeps of a workspace. */
export interface WorkspaceState {
	get(key: string): unknown;
	update(key: string, value: unknown): unknown;
}

/**
 * The files whose candidates are no stories, as their author has said. Their paths are kept, nothing of their text, and
 * nothing is written into them: a file that is tagged is one of stories whatever was said before.
 */
export class HiddenCandidates {
	readonly #state: WorkspaceState;
	readonly #files: Set<string>;
	readonly #changes: Emitter<readonly string[]>;

	/** @param report receives what listeners throw */
	constructor(state: WorkspaceState, report: (error: unknown) => void) {
		this.#state = state;
		this.#changes = new Emitter(report);
		const kept = state.get(key);
		this.#files = new Set(Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : []);
	}

	/** Fires with the files that are hidden now and were not before, or the other way round. */
	get onDidChange(): Event<readonly string[]> {
		return this.#changes.event;
	}

	/** Their URIs, in the order in which they were hidden. */
	get files(): readonly string[] {
		return [...this.#files];
	}

	has(uri: string): boolean {
		return this.#files.has(uri);
	}

	hide(uris: readonly string[]): void {
		this.#change(uris, (uri) => this.#files.add(uri));
	}

	show(uris: readonly string[]): void {
		this.#change(uris, (uri) => this.#files.delete(uri));
	}

	/** Takes in that files were renamed, without an event: whoever tells of it tells the others too. */
	move(renames: readonly FileRename[]): void {
		const moved = renames.filter(({ from }) => this.#files.delete(from));
		if (moved.length === 0) return;
		for (const { to } of moved) this.#files.add(to);
		this.#keep();
	}

	#change(uris: readonly string[], change: (uri: string) => void): void {
		if (uris.length === 0) return;
		for (const uri of uris) change(uri);
		this.#keep();
		this.#changes.fire(uris);
	}

	#keep(): void {
		void this.#state.update(key, this.files);
	}
}
