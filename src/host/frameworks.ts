import * as vscode from 'vscode';
import type { Framework } from '../core/framework/model.ts';
import { staff } from '../core/framework/staff.ts';

/** The active frameworks of each folder, in order of precedence. */
export class Frameworks implements vscode.Disposable {
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #builtIn: readonly Framework[] = [staff];

	/** Fires when the frameworks of a folder are others than before. */
	readonly onDidChange = this.#changes.event;

	/**
	 * The frameworks that hold for a file. The same array as long as they stay the same.
	 * @param _uri of the file; undefined for the window as a whole
	 */
	for(_uri: vscode.Uri | undefined): readonly Framework[] {
		return this.#builtIn;
	}

	dispose(): void {
		this.#changes.dispose();
	}
}
