import * as vscode from 'vscode';
import type { ViewNode } from './opportunityRows.ts';

/** How long VS Code may take to ask for rows, in milliseconds: it never does for those that are out of sight. */
const patience = 1000;

/** Stands for all rows. */
const everything = {};

/**
 * What VS Code is told to draw anew. It waits before it does, and a click that comes while it draws is lost: whoever shows
 * progress shows it until then.
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
