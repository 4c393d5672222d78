import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryIndex } from '../../../core/library/storyIndex.ts';
import { views } from '../../ids.ts';
import type { ViewNode } from './opportunityRows.ts';

/**
 * How long the first rows wait for the first scan to end, in milliseconds: rows that move while somebody points at them
 * are worse than a short wait. Until then VS Code shows progress by itself.
 */
const maxWait = 2000;

/**
 * When the view may show its first rows: after the first scan, or after {@link maxWait} where some stories are known,
 * with progress in the view.
 *
 * @param scanned resolves when the first reading of the workspace is over
 * @param settled resolves when what was read is in the view; until then it shows progress
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

/** How long to wait for VS Code to ask for rows, in milliseconds: it never asks for rows that are out of sight. */
const maxDrawingTime = 1000;

/** Stands for all rows. */
const everything = {};

/**
 * Tells VS Code which rows to draw anew, and when it does so. VS Code waits before it draws, and loses a click that
 * comes meanwhile, so progress is shown until the rows are drawn.
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

	/** To be called when VS Code asks for a row, or for the top level: it then asks for all other rows too. */
	asked(node: ViewNode | undefined): void {
		if (this.#isAsked || !this.#fired.has(node ?? everything)) return;
		this.#isAsked = true;
		this.#fired = new WeakSet();
		for (const resolve of this.#waiting.splice(0)) resolve();
	}

	/** Resolves when the fired rows are being drawn, or are likely out of sight. */
	async drawn(): Promise<void> {
		if (this.#isAsked) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => resolve(), maxDrawingTime);
			this.#waiting.push(() => (clearTimeout(timer), resolve()));
		});
	}

	dispose(): void {
		this.#changes.dispose();
	}
}

/**
 * Which rows are unfolded. VS Code forgets that of a row that a filter or another grouping removes, so it is kept here.
 * While a filter is on every row is unfolded, as somebody who filters looks for stories.
 */
export class Expansion {
	readonly #expanded = new Set<string>();
	/** Of those that are unfolded unless somebody folds them. */
	readonly #collapsed = new Set<string>();
	readonly #isFiltered: () => boolean;

	constructor(isFiltered: () => boolean) {
		this.#isFiltered = isFiltered;
	}

	/** Follows which rows are unfolded in a view. */
	follow(view: vscode.TreeView<ViewNode>): vscode.Disposable {
		const disposables = new Disposables();
		disposables.add(
			view.onDidExpandElement(({ element }) => {
				if (this.#isFiltered()) return;
				this.#expanded.add(element.id);
				this.#collapsed.delete(element.id);
			}),
		);
		disposables.add(
			view.onDidCollapseElement(({ element }) => {
				if (this.#isFiltered()) return;
				this.#expanded.delete(element.id);
				this.#collapsed.add(element.id);
			}),
		);
		return disposables;
	}

	/** Sets whether a row is unfolded when it is drawn. */
	applyTo(item: vscode.TreeItem, { id }: ViewNode): vscode.TreeItem {
		const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
		if (item.collapsibleState === None) return item;
		if (this.#collapsed.has(id)) item.collapsibleState = Collapsed;
		if (this.#isFiltered() || this.#expanded.has(id)) item.collapsibleState = Expanded;
		// Under its own id VS Code would keep the row folded.
		if (this.#isFiltered()) item.id = `${id}?`;
		return item;
	}
}
