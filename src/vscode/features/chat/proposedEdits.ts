import * as vscode from 'vscode';
import {
	inventedNumbers,
	placeOfProposal,
	type Proposal,
	proposalsIn,
	withNames,
} from '../../../core/report/proposals.ts';
import { escapeMarkdown } from '../../../core/text/escape.ts';
import { internalCommands } from '../../ids.ts';
import { showErrorMessage } from '../../dialogs.ts';
import type { SharedText } from './textToShare.ts';

/** Offers what a model proposes: each with a button that shows the edit, and none that makes it. */
export async function offerProposals(
	stream: vscode.ChatResponseStream,
	file: string,
	answer: string,
	hidden: SharedText['hidden'],
): Promise<void> {
	const proposals = proposalsIn(answer);
	if (proposals.length === 0) return;
	const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true))).getText();
	const named = proposals.map((each) => withNames(each, hidden));
	const invented = [...new Set(named.flatMap((proposal) => inventedNumbers(proposal, text)))];
	if (invented.length > 0)
		stream.markdown(`\n\nNot offered as an edit: ${escapeMarkdown(invented.join(', '))} is not in the story.`);
	const offered = named.filter(
		(each) => inventedNumbers(each, text).length === 0 && placeOfProposal(each, text) !== undefined,
	);
	// The preview applies what is ticked, and begins with nothing.
	if (offered.length > 0) stream.markdown('\n\nTo make an edit, tick it in its preview, then apply.');
	// Buttons come last: VS Code folds up what stands before words that follow one.
	for (const { before, after } of offered)
		stream.button({
			command: internalCommands.previewProposal,
			title: 'Preview This Edit',
			arguments: [file, before, after],
		});
}

/** Shows an edit that was proposed in VS Code's preview of edits, where its author applies it or not. */
export function registerProposedEdits(): vscode.Disposable {
	return vscode.commands.registerCommand(
		internalCommands.previewProposal,
		async (file: unknown, before: unknown, after: unknown) => {
			if (typeof file !== 'string' || typeof before !== 'string' || typeof after !== 'string') return;
			await preview(file, { before, after });
		},
	);
}

async function preview(file: string, proposal: Proposal): Promise<void> {
	const uri = vscode.Uri.parse(file, true);
	const document = await vscode.workspace.openTextDocument(uri);
	const place = placeOfProposal(proposal, document.getText());
	if (!place) {
		void showErrorMessage('The words that were to be replaced are not there any more: ask again.');
		return;
	}
	const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, range, proposal.after, { needsConfirmation: true, label: 'Proposed by the language model' });
	await vscode.workspace.applyEdit(edit);
}
