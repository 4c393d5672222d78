import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { StoryLocation } from '../../../core/library/storyIndex.ts';
import { isFinishedDraft } from '../../../core/library/finishedDraft.ts';
import { findingsText, hintsOfStory, problemsOfStory } from '../../../core/library/storyProblems.ts';
import { storyMeasure } from '../../../core/library/languageFeatures/storyMeasure.ts';
import type { FullStory } from '../../../core/story/model.ts';
import { commands } from '../../ids.ts';
import { toRange } from '../../positions.ts';
import { readSettings } from '../../settings.ts';
import { asOpenDocument } from '../../workspace.ts';
import { taggingTitle } from './candidateActions.ts';

/** Shows spoken time, balance and problems over each story, and the ways to it in the matrix and in practice. */
export function registerCodeLens(storyFiles: StoryFiles): vscode.Disposable {
	const disposables = new Disposables();
	const changes = disposables.add(new vscode.EventEmitter<void>());
	disposables.add(storyFiles.onDidChange(() => changes.fire()));
	const provider: vscode.CodeLensProvider = {
		onDidChangeCodeLenses: changes.event,
		async provideCodeLenses(document) {
			const { codeLens, wordsPerMinute } = readSettings(document.uri);
			if (!codeLens || !storyFiles.get(document.uri.toString())) return [];
			const analysis = await storyFiles.analysisOf(asOpenDocument(document));
			const { kind, stories } = analysis;
			if (kind === 'candidate') return candidateLenses(document, stories);
			if (kind !== 'story' && kind !== 'bank') return [];
			return stories.flatMap((story, index) => {
				const range = toRange(document, story.anchor);
				const problems = problemsOfStory(analysis, index).length;
				const hints = hintsOfStory(analysis, index).length;
				const location: StoryLocation = { file: document.uri.toString(), index };
				const lenses = [
					new vscode.CodeLens(range, { title: storyMeasure(story, wordsPerMinute), command: '' }),
				];
				if (problems + hints > 0) {
					const title = findingsText(problems, hints);
					lenses.push(
						new vscode.CodeLens(range, { title, command: commands.showProblems, arguments: [location] }),
					);
				}
				if (isFinishedDraft(analysis, index)) {
					lenses.push(
						new vscode.CodeLens(range, {
							title: 'Mark as Ready',
							tooltip: 'Nothing is open any more: count it as ready to tell',
							command: commands.markReady,
							arguments: [location],
						}),
					);
				}
				// The matrix shows the library; a file outside the workspace is not in it.
				if (vscode.workspace.getWorkspaceFolder(document.uri)) {
					lenses.push(
						new vscode.CodeLens(range, {
							title: 'Matrix',
							tooltip: 'Show the story in the matrix',
							command: commands.showMatrix,
							arguments: [{ story: location }],
						}),
					);
					if (story.details.status !== 'retired' && story.words > 0) {
						lenses.push(
							new vscode.CodeLens(range, {
								title: 'Practise',
								tooltip: 'Practise the questions that the story answers',
								command: commands.practise,
								arguments: [{ story: location }],
							}),
						);
					}
				}
				return lenses;
			});
		},
	};
	disposables.add(vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider));
	return disposables;
}

/** Over the first candidate of a file, for all of them. */
function candidateLenses(document: vscode.TextDocument, stories: readonly FullStory[]): vscode.CodeLens[] {
	const [first] = stories;
	if (!first) return [];
	const tooltip = 'A list with a proposed competency for each';
	const command = {
		title: taggingTitle(stories.length),
		tooltip,
		command: commands.tagCandidates,
		arguments: [document.uri],
	};
	return [new vscode.CodeLens(toRange(document, first.anchor), command)];
}
