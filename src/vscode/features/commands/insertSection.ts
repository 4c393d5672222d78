import * as vscode from 'vscode';
import { insertionSnippet, sectionSnippet } from '../../../core/edit/snippets/storySnippets.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../../../core/framework/sectionKind.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import type { Story } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { toPosition, toTextEdits } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

interface InsertionServices {
	readonly workspace: Encodings & Pick<WorkspaceFiles, 'readBytes'>;
	readonly language: LanguageClient;
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
}

/** Inserts a section of the story around the caret in its place, or at the caret where there is no story. */
export function registerInsertSection(services: InsertionServices): vscode.Disposable {
	return vscode.commands.registerTextEditorCommand(commands.insertSection, (editor) => void insert(editor, services));
}

async function insert(
	editor: vscode.TextEditor,
	{ workspace, language, storyFiles, frameworks }: InsertionServices,
): Promise<void> {
	const reason = await reasonAgainstEditing(asOpenDocument(editor.document), workspace);
	if (reason !== undefined) {
		void showErrorMessage(`${nameOf(editor.document.uri.toString())}: ${reason}`);
		return;
	}
	const { document } = editor;
	const offset = document.offsetAt(editor.selection.active);
	const before = await storyFiles.analysisOf(asOpenDocument(document));
	const index = storyAround(before, offset);
	const kind = await pickSection(before.stories[index]);
	if (!kind) return;
	const uri = document.uri.toString();
	// It may have changed while the author was choosing, and may change while the section is written.
	for (;;) {
		const story = (await storyFiles.analysisOf(asOpenDocument(document))).stories[index];
		if (!story) {
			await editor.insertSnippet(new vscode.SnippetString(sectionSnippet(kind)));
			return;
		}
		const { version } = document;
		const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
		const inserted = await language.call('insertSection', [document.getText(), context, index, kind], {
			urgent: true,
		});
		if (document.version !== version) continue;
		if (inserted.refusal) {
			void showInformationMessage(inserted.refusal.message);
			return;
		}
		const at = toPosition(document, inserted.offset);
		const edit = new vscode.WorkspaceEdit();
		edit.set(document.uri, [
			new vscode.SnippetTextEdit(new vscode.Range(at, at), new vscode.SnippetString(insertionSnippet(inserted))),
			...toTextEdits(document, inserted.renumbering),
		]);
		await vscode.workspace.applyEdit(edit);
		editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
		return;
	}
}

async function pickSection(story: Story | undefined): Promise<SectionKind | undefined> {
	const present = new Set(story?.named);
	const missing = sectionKinds.filter((kind) => !present.has(kind));
	const items = [...missing, ...sectionKinds.filter((kind) => present.has(kind))].map((section) => ({
		label: sectionTitles[section],
		description: story && !present.has(section) ? 'missing' : '',
		section,
	}));
	const picked = await pickOne(items, {
		title: 'Insert Section',
		placeHolder: story ? `Which section of “${story.title}”?` : 'Which section?',
	});
	return picked?.section;
}
