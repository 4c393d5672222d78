import * as vscode from 'vscode';
import { currentText, type ReadableWorkspace } from '../../../core/library/currentText.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { pathOf } from '../../../core/library/uris.ts';
import type { WorkspaceEdits, WorkspaceFolders } from '../../../core/library/workspace.ts';
import type { InterviewFiles } from '../../../core/questions/interviews/interviewFiles.ts';
import { LineMap } from '../../../core/text/lines.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { toTextEdits } from '../../positions.ts';

type MovingWorkspace = ReadableWorkspace &
	Pick<WorkspaceFolders, 'folderOf'> &
	Pick<WorkspaceEdits, 'reasonAgainstWriting'>;

/** Has the links of the interviews follow stories whose files are renamed or moved in VS Code, in the same step. */
export function registerMovedStories(
	workspace: MovingWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
	interviews: InterviewFiles,
): vscode.Disposable {
	return vscode.workspace.onWillRenameFiles((event) => {
		// Without interviews a rename costs nothing.
		if (interviews.all.length > 0) event.waitUntil(editFor(event.files));
	});

	async function editFor(files: vscode.FileWillRenameEvent['files']): Promise<vscode.WorkspaceEdit> {
		const edit = new vscode.WorkspaceEdit();
		for (const file of new Set(interviews.all.map((each) => each.file))) {
			const folder = workspace.folderOf(file)?.uri;
			if (folder === undefined || (await workspace.reasonAgainstWriting(file)) !== undefined) continue;
			const current = await currentText(file, workspace).catch(() => undefined);
			if (current === undefined) continue;
			const text = typeof current === 'string' ? current : current.getText();
			const moved = files.map(({ oldUri, newUri }) => ({ from: oldUri.path, to: newUri.path }));
			const edits = await language.call(
				'relinkInInterviews',
				[text, { lookups: frameworks.lookupsFor(file) }, pathOf(file), pathOf(folder), moved],
				{ urgent: true },
			);
			if (edits.length > 0) edit.set(vscode.Uri.parse(file, true), toTextEdits(LineMap.of(text), edits));
		}
		return edit;
	}
}
