import * as vscode from 'vscode';

/** Shows stories while somebody chooses among them, and puts back what was there before. */
export class StoryPreview {
	readonly #before: BeforeEditor | undefined;
	readonly #tabsBefore: ReadonlySet<string>;
	readonly #shown = new Set<string>();

	constructor() {
		const editor = vscode.window.activeTextEditor;
		const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
		if (editor) {
			const { document, selections, visibleRanges, viewColumn } = editor;
			this.#before = { document, selections, visibleRanges, viewColumn, isPreview: tab?.isPreview ?? false };
		}
		this.#tabsBefore = new Set(
			tabs()
				.map(uriOf)
				.filter((uri) => uri !== undefined),
		);
	}

	/**
	 * Shows a place of a file without taking the focus.
	 *
	 * @param isCurrent says whether it is still wanted when the document is there
	 */
	async show(document: vscode.TextDocument, range: vscode.Range, isCurrent: () => boolean): Promise<void> {
		if (!isCurrent()) return;
		this.#shown.add(document.uri.toString());
		const editor = await vscode.window.showTextDocument(document, {
			preview: true,
			preserveFocus: true,
			viewColumn: vscode.ViewColumn.Active,
		});
		editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
	}

	/** Puts back the editor that was there, and closes what was only looked at. */
	async restore(): Promise<void> {
		if (this.#shown.size === 0) return;
		const before = this.#before;
		if (before && !before.document.isClosed) {
			const { document, selections, visibleRanges, viewColumn, isPreview } = before;
			const editor = await vscode.window.showTextDocument(document, {
				preview: isPreview,
				...(viewColumn !== undefined && { viewColumn }),
			});
			editor.selections = selections;
			if (visibleRanges[0]) editor.revealRange(visibleRanges[0], vscode.TextEditorRevealType.AtTop);
		}
		const ours = (tab: vscode.Tab) => {
			const uri = uriOf(tab);
			return uri !== undefined && tab.isPreview && this.#shown.has(uri) && !this.#tabsBefore.has(uri);
		};
		await vscode.window.tabGroups.close(tabs().filter(ours));
	}
}

interface BeforeEditor extends Pick<vscode.TextEditor, 'document' | 'selections' | 'visibleRanges' | 'viewColumn'> {
	readonly isPreview: boolean;
}

function tabs(): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function uriOf({ input }: vscode.Tab): string | undefined {
	return input instanceof vscode.TabInputText ? input.uri.toString() : undefined;
}
