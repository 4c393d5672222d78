import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { Problem } from '../../../core/text/problem.ts';
import { commands } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

/** What tags the candidates of a file is called. */
export function taggingTitle(stories: number): string {
	return stories === 1 ? 'Tag this story…' : `Tag these ${stories} stories…`;
}

/**
 * What can be done about the candidates of a document besides editing it: the list of proposed tags, and the end of the
 * hint.
 *
 * @param problems those of the document
 * @returns nothing where the range does not touch the hint
 */
export async function candidateActions(
	document: vscode.TextDocument,
	problems: readonly Problem[],
	range: vscode.Range,
	storyFiles: StoryFiles,
): Promise<readonly { readonly problem: Problem; readonly action: vscode.CodeAction }[]> {
	const problem = problems.find(({ rule }) => rule === 'candidate');
	if (!problem || !range.intersection(toRange(document, problem.span))) return [];
	const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
	const toAction = (title: string, command: string) => {
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.command = { title, command, arguments: [document.uri] };
		return { problem, action };
	};
	const tagging = toAction(taggingTitle(stories.length), commands.tagCandidates);
	// A misspelt key of tags wants to be spelt right first.
	tagging.action.isPreferred = !(problem.fixes ?? []).some(({ preferred }) => preferred);
	return [tagging, toAction(stories.length === 1 ? 'Not a story' : 'Not stories', commands.notAStory)];
}
