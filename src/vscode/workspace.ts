import * as vscode from 'vscode';
import { Disposables } from '../core/library/disposables.ts';
import { Emitter } from '../core/library/event.ts';
import type { StorySettings } from '../core/library/settings.ts';
import type {
	Clock,
	DocumentEdits,
	FileChange,
	OpenDocument,
	Workspace,
	WorkspaceFolder,
} from '../core/library/workspace.ts';
import { settingsSection } from './ids.ts';
import { toTextEdits } from './positions.ts';
import { reasonAgainstWriting } from './readOnly.ts';
import { readTextOrFail } from './readText.ts';
import { areFrameworksChosen, readSettings } from './settings.ts';

/** The time of this machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	schedule(action, milliseconds) {
		const timer: unknown = setTimeout(action, milliseconds);
		return { dispose: () => clearTimeout(timer) };
	},
};

/** The tabs that show a file, whatever else they show beside it. @param uri as a string */
export function tabsOf(uri: string): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.filter(({ input }) => {
			if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
			if (input instanceof vscode.TabInputTextDiff)
				return [input.original, input.modified].some((side) => side.toString() === uri);
			return false;
		}),
	);
}

/**
 * VS Code opens a file that waits for about a second to be saved, behind the tab that is shown. Once it is saved,
 * nobody asked for it. One that is shown may be its author's own, who opened it meanwhile.
 *
 * @param uri as a string
 */
export async function closeUnasked(uri: string): Promise<void> {
	const unasked = tabsOf(uri).filter(
		({ input, isActive, isDirty }) => input instanceof vscode.TabInputText && !isActive && !isDirty,
	);
	// The author may have closed it as well.
	if (unasked.length > 0) await vscode.window.tabGroups.close(unasked, true).then(undefined, () => undefined);
}

/** A document of VS Code. */
class VscodeDocument implements OpenDocument {
	readonly document: vscode.TextDocument;
	readonly uri: string;

	constructor(document: vscode.TextDocument) {
		this.document = document;
		this.uri = document.uri.toString();
	}

	get version(): number {
		return this.document.version;
	}

	get isUnsaved(): boolean {
		return this.document.isDirty || this.document.isUntitled;
	}

	get encoding(): string {
		return this.document.encoding;
	}

	getText(): string {
		return this.document.getText();
	}
}

/** The workspace that VS Code has open. */
export class VscodeWorkspace implements Workspace, vscode.Disposable {
	readonly #disposables = new Disposables();
	readonly #documents = new WeakMap<vscode.TextDocument, VscodeDocument>();
	readonly #folders = new Emitter<void>();
	readonly #settings = new Emitter<void>();
	readonly #files = new Emitter<FileChange>();
	readonly #deletedOrRenamed = new Emitter<void>();
	readonly #changed = new Emitter<OpenDocument>();
	readonly #closed = new Emitter<string>();

	readonly clock = systemClock;
	readonly onDidChangeFolders = this.#folders.event;
	readonly onDidChangeSettings = this.#settings.event;
	readonly onDidChangeFile = this.#files.event;
	readonly onDidDeleteOrRename = this.#deletedOrRenamed.event;
	readonly onDidChangeDocument = this.#changed.event;
	readonly onDidCloseDocument = this.#closed.event;

	constructor() {
		const { workspace } = vscode;
		const watcher = this.#disposables.add(workspace.createFileSystemWatcher('**'));
		this.#disposables.add(watcher.onDidCreate((uri) => this.#files.fire({ kind: 'created', uri: uri.toString() })));
		this.#disposables.add(watcher.onDidChange((uri) => this.#files.fire({ kind: 'changed', uri: uri.toString() })));
		this.#disposables.add(watcher.onDidDelete((uri) => this.#files.fire({ kind: 'deleted', uri: uri.toString() })));
		this.#disposables.add(workspace.onDidDeleteFiles(() => this.#deletedOrRenamed.fire()));
		this.#disposables.add(workspace.onDidRenameFiles(() => this.#deletedOrRenamed.fire()));
		this.#disposables.add(workspace.onDidChangeWorkspaceFolders(() => this.#folders.fire()));
		this.#disposables.add(
			workspace.onDidChangeConfiguration(
				(event) => event.affectsConfiguration(settingsSection) && this.#settings.fire(),
			),
		);
		this.#disposables.add(
			workspace.onDidChangeTextDocument(({ document }) => this.#changed.fire(this.#of(document))),
		);
		this.#disposables.add(workspace.onDidCloseTextDocument(({ uri }) => this.#closed.fire(uri.toString())));
	}

	get folders(): readonly WorkspaceFolder[] {
		return (vscode.workspace.workspaceFolders ?? []).map(asFolder);
	}

	folderOf(uri: string): WorkspaceFolder | undefined {
		const folder = vscode.workspace.getWorkspaceFolder(parsed(uri));
		return folder && asFolder(folder);
	}

	shownPath(uri: string): string {
		return vscode.workspace.asRelativePath(parsed(uri));
	}

	settings(scope: string | undefined): StorySettings {
		return readSettings(scope === undefined ? undefined : parsed(scope));
	}

	areFrameworksChosen(scope: string): boolean {
		return areFrameworksChosen(parsed(scope));
	}

	read(uri: string, encoding?: string): Promise<string | undefined> {
		return readTextOrFail(parsed(uri), encoding);
	}

	document(uri: string): OpenDocument | undefined {
		const document = vscode.workspace.textDocuments.find((each) => !each.isClosed && each.uri.toString() === uri);
		return document && this.#of(document);
	}

	async openDocument(uri: string): Promise<OpenDocument> {
		return this.#of(await vscode.workspace.openTextDocument(parsed(uri)));
	}

	reasonAgainstWriting(uri: string): Promise<string | undefined> {
		return reasonAgainstWriting(parsed(uri));
	}

	isShown(uri: string): boolean {
		return tabsOf(uri).length > 0;
	}

	async applyEdits(changes: readonly DocumentEdits[], label: string): Promise<boolean> {
		const edit = new vscode.WorkspaceEdit();
		const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
		for (const { document: own, edits } of changes) {
			const { document } = own as VscodeDocument;
			edit.set(
				document.uri,
				toTextEdits(document, edits).map((each): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [
					each,
					metadata,
				]),
			);
		}
		return vscode.workspace.applyEdit(edit);
	}

	async save(document: OpenDocument): Promise<boolean> {
		if (!(await (document as VscodeDocument).document.save())) return false;
		await closeUnasked(document.uri);
		return true;
	}

	async createFile(uri: string, text: string, label: string): Promise<boolean> {
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(parsed(uri), { contents: new TextEncoder().encode(text) }, { label, needsConfirmation: false });
		return vscode.workspace.applyEdit(edit);
	}

	dispose(): void {
		this.#disposables.dispose();
	}

	#of(document: vscode.TextDocument): VscodeDocument {
		let own = this.#documents.get(document);
		if (!own) this.#documents.set(document, (own = new VscodeDocument(document)));
		return own;
	}
}

function asFolder({ uri, name }: vscode.WorkspaceFolder): WorkspaceFolder {
	return { uri: uri.toString(), name };
}

function parsed(uri: string): vscode.Uri {
	return vscode.Uri.parse(uri, true);
}
