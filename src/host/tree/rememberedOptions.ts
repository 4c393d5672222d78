import * as vscode from 'vscode';
import { defaultOptions, readOptions, type TreeOptions } from '../../core/tree/options.ts';

const key = 'competencies.options';

/** How the tree is looked at in this workspace, from one session to the next. */
export class RememberedOptions implements vscode.Disposable {
	readonly #state: vscode.Memento;
	readonly #changes = new vscode.EventEmitter<void>();
	#current: TreeOptions;

	readonly onDidChange = this.#changes.event;

	/** @param state of the workspace */
	constructor(state: vscode.Memento) {
		this.#state = state;
		this.#current = readOptions(state.get(key));
	}

	get current(): TreeOptions {
		return this.#current;
	}

	/** Whether all of the bank shows as it does at first. */
	get areDefault(): boolean {
		return JSON.stringify(this.#current) === JSON.stringify(defaultOptions);
	}

	change(options: Partial<TreeOptions>): void {
		const changed = { ...this.#current, ...options };
		if (JSON.stringify(changed) === JSON.stringify(this.#current)) return;
		this.#current = changed;
		void this.#state.update(key, changed);
		this.#changes.fire();
	}

	dispose(): void {
		this.#changes.dispose();
	}
}
