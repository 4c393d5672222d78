import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { defaultOptions, readOptions, type TreeOptions } from '../../../core/library/tree/options.ts';
import type { ViewNode } from './opportunityRows.ts';

/**
 * Which rows are unfolded. VS Code knows that only as long as a row is there: one that a filter hid, or another
 * grouping, comes back as it was. While a filter is on everything is unfolded, as somebody who filters looks for
 * stories.
 */
export class Expansion {
	readonly #expanded = new Set<string>();
	readonly #isFiltered: () => boolean;

	constructor(isFiltered: () => boolean) {
		this.#isFiltered = isFiltered;
	}

	/** Follows what the person at the view unfolds. */
	follow(view: vscode.TreeView<ViewNode>): vscode.Disposable {
		const disposables = new Disposables();
		disposables.add(
			view.onDidExpandElement(({ element }) => void (this.#isFiltered() || this.#expanded.add(element.id))),
		);
		disposables.add(
			view.onDidCollapseElement(({ element }) => void (this.#isFiltered() || this.#expanded.delete(element.id))),
		);
		return disposables;
	}

	/** Says of a row whether it is unfolded at first. */
	applyTo(item: vscode.TreeItem, { id }: ViewNode): vscode.TreeItem {
		const { None, Expanded } = vscode.TreeItemCollapsibleState;
		if (item.collapsibleState === None) return item;
		if (this.#isFiltered() || this.#expanded.has(id)) item.collapsibleState = Expanded;
		// As the same row it would stay as it is.
		if (this.#isFiltered()) item.id = `${id}?`;
		return item;
	}
}

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
