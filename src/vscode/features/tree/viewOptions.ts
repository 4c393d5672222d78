import * as vscode from 'vscode';
import type { Framework } from '../../../core/framework/model.ts';
import type { LibraryTree } from '../../../core/library/tree/libraryTree.ts';
import {
	defaultOptions,
	type Grouping,
	isEveryStory,
	readOptions,
	type TreeOptions,
} from '../../../core/library/tree/options.ts';
import { lensNamed } from '../../../core/library/lens.ts';
import { statusLabel } from './groupItem.ts';

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

	/** Whether the whole library shows, as it does at first. */
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

/**
 * What stands over the rows while they are not all there is, or not as they are at first; empty where they are. It is
 * not in the title of the view, which a narrow side bar cuts off.
 *
 * @param tree counts the stories, and those that pass the filter
 */
export function viewMessage(
	options: TreeOptions,
	frameworks: readonly Framework[],
	tree: Pick<LibraryTree, 'count'>,
): string {
	const { grouping, lens, filter } = options;
	const framework = frameworks.find((each) => lensNamed(each) === lens);
	const parts: string[] = [];
	if (grouping !== 'competency') parts.push(`By ${groupingText(grouping)}`);
	if (framework) parts.push(framework.name);
	if (filter.text.trim() !== '') parts.push(`“${filter.text.trim()}”`);
	if (filter.statuses.length > 0) parts.push(filter.statuses.map(statusLabel).join(', '));
	if (filter.problems !== 'any') parts.push(problemsLabel(filter.problems));
	const view = parts.join(' · ');
	if (isEveryStory(filter)) return view;
	// Counting thousands of stories takes a while, so only where the numbers are shown.
	const { shown, stories } = tree.count;
	return `${view}: ${shown} of ${stories} stories`;
}

export function problemsLabel(problems: 'with' | 'without'): string {
	return problems === 'with' ? 'With Problems' : 'Without Problems';
}

export function groupingText(grouping: Grouping): string {
	switch (grouping) {
		case 'competency':
			return 'Competency';
		case 'archetype':
			return 'Archetype';
		case 'scope':
			return 'Scope';
		case 'status':
			return 'Status';
		case 'company':
			return 'Company';
		case 'sections':
			return 'Sections';
	}
}
