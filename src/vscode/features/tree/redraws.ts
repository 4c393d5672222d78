import * as vscode from 'vscode';
import type { StoryIndex } from '../../../core/library/storyIndex.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import { views } from '../../ids.ts';
import type { ViewNode } from './opportunityRows.ts';

/**
 * How long rows wait for the first reading of the workspace to end, in milliseconds: rows that move under the hand are
 * worse than a moment without. Until then VS Code shows progress by itself.
 */
const maxWait = 2000;

/**
 * When the view may show its first rows: with everything read, or after a while with some of it, which the view's
 * progress tells; but not with nothing, which may turn out wrong.
 *
 * @param scanned resolves when the first reading of the workspace is over
 * @param settled resolves when what was read is in the view: so long it shows progress
 * @returns to be awaited before rows are given
 */
export function firstLook(index: StoryIndex, scanned: Promise<void>, settled: Promise<void>): () => Promise<void> {
	let isOver = false;
	let isProgressing = false;
	const over = scanned.then(() => {
		isOver = true;
	});
	const ready = Promise.race([over, pause().then(() => somethingIn(index, over))]);
	return async () => {
		await ready;
		if (isOver || isProgressing) return;
		isProgressing = true;
		void vscode.window.withProgress({ location: { viewId: views.competencies } }, () => settled);
	};
}

function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(() => resolve(), maxWait));
}

async function somethingIn(index: StoryIndex, over: Promise<void>): Promise<void> {
	if (index.size > 0) return;
	await new Promise<void>((resolve) => {
		const listener = index.onDidChange(() => resolve());
		void over.then(() => listener.dispose());
	});
}

/** How long VS Code may take to ask for rows, in milliseconds: it never does for those that are out of sight. */
const patience = 1000;

/** Stands for all rows. */
const everything = {};

/**
 * What VS Code is told to draw anew. It waits before it does, and a click that comes while it draws is lost: whoever
 * shows progress shows it until then.
 */
export class Redraws implements vscode.Disposable {
	readonly #changes = new vscode.EventEmitter<ViewNode[] | undefined>();
	#fired = new WeakSet<object>();
	#isAsked = true;
	#waiting: (() => void)[] = [];

	readonly event = this.#changes.event;

	/** @param nodes rows that look different, or under which rows changed; undefined for all */
	fire(nodes: readonly ViewNode[] | undefined): void {
		this.#isAsked = false;
		for (const each of nodes ?? [everything]) this.#fired.add(each);
		this.#changes.fire(nodes && [...nodes]);
	}

	/** Takes in that VS Code asked for a row, or for the top level: it then asks for all the others, too. */
	asked(node: ViewNode | undefined): void {
		if (this.#isAsked || !this.#fired.has(node ?? everything)) return;
		this.#isAsked = true;
		this.#fired = new WeakSet();
		for (const resolve of this.#waiting.splice(0)) resolve();
	}

	/** Resolves when what was fired is being drawn, or seems to be out of sight. */
	async drawn(): Promise<void> {
		if (this.#isAsked) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => resolve(), patience);
			this.#waiting.push(() => (clearTimeout(timer), resolve()));
		});
	}

	dispose(): void {
		this.#changes.dispose();
	}
}

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
