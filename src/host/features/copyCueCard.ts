import * as vscode from 'vscode';
import { storyAround } from '../../core/assist/storyProblems.ts';
import type { StoryLocation } from '../../core/bank/storyLocation.ts';
import { cueCardMarkdown } from '../../core/recall/cueCard.ts';
import type { StoryNode } from '../../core/tree/nodes.ts';
import { copyCard, cueCardOf } from '../cueCards.ts';
import { commands } from '../ids.ts';
import type { Services } from '../services.ts';

/** Copies the cue card of a row of the tree, of a named story, or of the one around the caret. */
export function registerCopyCueCard({ storyFiles, bank }: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.copyCueCard, async (wanted?: StoryNode | StoryLocation) => {
		const location = wanted && 'entry' in wanted ? wanted.entry : wanted;
		const editor = location ? undefined : vscode.window.activeTextEditor;
		const document = location ? await vscode.workspace.openTextDocument(vscode.Uri.parse(location.file, true)) : editor?.document;
		const analysis = document && (await storyFiles.analysisOf(document));
		const isTagged = analysis?.kind === 'story' || analysis?.kind === 'bank';
		const index = location?.index ?? (analysis && editor ? storyAround(analysis, editor.document.offsetAt(editor.selection.active)) : 0);
		const story = isTagged ? analysis.stories[index] : undefined;
		if (!document || !story) {
			await vscode.window.showInformationMessage(vscode.l10n.t('Open a story first: its cue card is what there is to copy.'));
			return;
		}
		await copyCard(cueCardMarkdown(cueCardOf(story, document.uri, bank)));
	});
}
