import * as vscode from 'vscode';
import { type EditedWorkspace, EditsOfFiles } from '../../../core/library/editsOfFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryIndex } from '../../../core/library/storyIndex.ts';
import { nameOf } from '../../../core/library/uris.ts';
import { LineMap } from '../../../core/text/lines.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickSeveral, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { toTextEdits } from '../../positions.ts';

/** Makes stories of candidates: shows them as a list to tick, and adds their front matter in one edit. */
export function registerTagCandidates(
	workspace: EditedWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
	index: StoryIndex,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.tagCandidates, async () => {
		await allKnown();
		await tagCandidates(workspace, language, frameworks, index);
	});
}

async function tagCandidates(
	workspace: EditedWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
	index: StoryIndex,
): Promise<void> {
	const candidates = index.files().filter((key) => index.get(key).kind === 'candidate');
	if (candidates.length === 0) {
		void showInformationMessage('No file here looks like a story without tags.');
		return;
	}
	const items = candidates.map((key) => {
		const uri = vscode.Uri.parse(key, true);
		return {
			label: index.get(key).stories[0]?.title ?? nameOf(key),
			description: vscode.workspace.asRelativePath(uri),
			uri,
			picked: true,
		};
	});
	const picked = await pickSeveral(items, {
		title: 'Add Front Matter to Candidates',
		placeHolder: 'Which of these are stories?',
		matchOnDescription: true,
	});
	if (!picked || picked.length === 0) return;
	const files = picked.map(({ uri }) => uri);
	const edit = await frontMatterEdit(files, workspace, language, frameworks);
	if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
		void showErrorMessage('The files could not be changed: are they read-only?');
}

async function frontMatterEdit(
	uris: readonly vscode.Uri[],
	workspace: EditedWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
): Promise<vscode.WorkspaceEdit> {
	const files = new EditsOfFiles(workspace);
	const edit = new vscode.WorkspaceEdit();
	for (const uri of uris) {
		const file = uri.toString();
		const context = { fileName: nameOf(file), lookups: frameworks.lookupsFor(file) };
		const made = await files.of(
			file,
			async (text) => (await language.call('frontMatterForCandidate', [text, context], { urgent: true })).edits,
		);
		if (made) edit.set(uri, toTextEdits(LineMap.of(made.text), made.edits));
	}
	if (!files.hold) return frontMatterEdit(uris, workspace, language, frameworks);
	const refusals = [...files.refusals].map(([file, reason]) => `${nameOf(file)}: ${reason}`);
	if (refusals.length > 0) void showErrorMessage(refusals.join(' '));
	return edit;
}
