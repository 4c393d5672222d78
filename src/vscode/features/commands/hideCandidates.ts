import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { HiddenCandidates } from '../../../core/library/hiddenCandidates.ts';
import { setContext } from '../../contextKey.ts';
import { pickSeveral } from '../../dialogs.ts';
import { commands, contextKeys } from '../../ids.ts';
import type { CandidateArguments } from './chooseCandidates.ts';

/** Hides candidates that are no stories, and shows them again. */
export function registerHideCandidates(hidden: HiddenCandidates): vscode.Disposable {
	const disposables = new Disposables();
	disposables.add(
		vscode.commands.registerCommand(commands.notAStory, (...about: CandidateArguments) =>
			hidden.hide(filesIn(about)),
		),
	);
	disposables.add(
		vscode.commands.registerCommand(commands.showHiddenCandidates, async () => {
			const items = hidden.files.map((uri) => ({
				label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)),
				uri,
				picked: hidden.files.length === 1,
			}));
			const picked = await pickSeveral(items, {
				title: 'Show Hidden Candidates',
				placeHolder: 'Which of these may be stories after all?',
			});
			hidden.show((picked ?? []).map(({ uri }) => uri));
		}),
	);
	const tellWhetherAny = () => setContext(contextKeys.hiddenCandidates, hidden.files.length > 0);
	disposables.add(hidden.onDidChange(tellWhetherAny));
	tellWhetherAny();
	return disposables;
}

function filesIn([about, selected]: CandidateArguments): readonly string[] {
	if (about instanceof vscode.Uri) return [about.toString()];
	const rows = selected ?? (about ? [about] : []);
	return [...new Set(rows.flatMap((row) => (row.kind === 'candidate' ? [row.entry.file] : [])))];
}
