import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { applyEdits } from '../../../core/text/edit.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

interface ConversionServices {
	readonly workspace: Encodings & Pick<WorkspaceFiles, 'readBytes'>;
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: StoryFiles;
}

/** The scheme of the text as it would be, beside which VS Code shows the text as it is. */
const previewScheme = 'star-stories-preview';

/** One of the two ways to convert, and what is said of it. */
interface Direction {
	readonly method: 'tableToStories' | 'storiesToTable';
	readonly title: string;
	/** What the tab of the difference says is on its left and on its right. */
	readonly sides: string;
	readonly agree: (count: number) => string;
	readonly leave: string;
}

const toStories: Direction = {
	method: 'tableToStories',
	title: 'Convert Table to Stories',
	sides: 'table ↔ stories',
	agree: (count) => (count === 1 ? 'Write the table as sections' : `Write the table as ${count} stories`),
	leave: 'Leave the table as it is',
};

const toTable: Direction = {
	method: 'storiesToTable',
	title: 'Convert Stories to Table',
	sides: 'stories ↔ table',
	agree: (count) => `Write the ${count} stories as a table`,
	leave: 'Leave the stories as they are',
};

/**
 * Writes the table around the caret as stories under headings, or stories as a table, once the author has seen the
 * difference. The commands show where the document has what they convert.
 */
export function registerConvertTable(services: ConversionServices): vscode.Disposable {
	const disposables = new Disposables();
	let preview = '';
	disposables.add(
		vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
			provideTextDocumentContent: () => preview,
		}),
	);
	const showAs = (text: string) => {
		preview = text;
	};
	for (const [command, direction] of [
		[commands.convertTable, toStories],
		[commands.convertStories, toTable],
	] as const) {
		const run = (editor: vscode.TextEditor) => void convert(direction, editor, services, showAs);
		disposables.add(vscode.commands.registerTextEditorCommand(command, run));
	}
	return disposables;
}

async function convert(
	direction: Direction,
	{ document, selection }: vscode.TextEditor,
	{ workspace, language, frameworks }: ConversionServices,
	showAs: (text: string) => void,
): Promise<void> {
	const uri = document.uri.toString();
	const reason = await reasonAgainstEditing(asOpenDocument(document), workspace);
	if (reason !== undefined) {
		void showErrorMessage(`${nameOf(uri)}: ${reason}`);
		return;
	}
	const { version } = document;
	const text = document.getText();
	const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
	const offset = document.offsetAt(selection.active);
	const converted = await (direction.method === 'tableToStories'
		? language.call('tableToStories', [text, context, offset], { urgent: true })
		: language.call('storiesToTable', [text, context], { urgent: true }));
	if ('refusal' in converted) {
		void showInformationMessage(converted.refusal.message);
		return;
	}
	const { edit, titles } = converted;
	showAs(applyEdits(text, [edit]));
	const isAgreed = await isAgreedTo(document.uri, titles, direction);
	if (!isAgreed) return;
	if (document.version !== version) {
		void showInformationMessage(`${nameOf(uri)} has changed meanwhile: it stays as it was.`);
		return;
	}
	const edits = new vscode.WorkspaceEdit();
	edits.replace(document.uri, toRange(document, edit.span), edit.newText);
	if (!(await vscode.workspace.applyEdit(edits, { isRefactoring: true })))
		void showErrorMessage('The file could not be changed: is it read-only?');
}

/** Shows what would change beside what is, and asks. */
async function isAgreedTo(
	uri: vscode.Uri,
	titles: readonly string[],
	{ title, sides, agree, leave }: Direction,
): Promise<boolean> {
	const after = uri.with({ scheme: previewScheme, query: String(Date.now()) });
	await vscode.commands.executeCommand('vscode.diff', uri, after, `${nameOf(uri.toString())}: ${sides}`, {
		// Not in the place of the editor that is looked at in passing.
		preview: false,
	});
	const label = agree(titles.length);
	const taken = await pickOne([{ label, description: titles.join(' · ') }, { label: leave }], {
		title,
		placeHolder: 'Each word is kept; one undo takes it back',
		ignoreFocusOut: true,
	});
	const shown = vscode.window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(
			({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === after.toString(),
		);
	await vscode.window.tabGroups.close(shown);
	return taken?.label === label;
}
