import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import {
	findingsText,
	hintsOfStory,
	problemsOfStory,
	storyAround,
	worstSeverity,
} from '../../../core/library/storyProblems.ts';
import { spokenTime } from '../../../core/rules/english/spokenTime.ts';
import { openQuestions } from '../../../core/story/openPrompts.ts';
import { escapeMarkdown } from '../../../core/text/escape.ts';
import type { Problem, Severity } from '../../../core/text/problem.ts';
import { capitalised } from '../../../core/text/words.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';

/** Shows how long the story around the caret takes to tell, and how many problems it has; a click goes through them. */
export function registerStatusBar(storyFiles: StoryFiles): vscode.Disposable {
	const disposables = new Disposables();
	const item = disposables.add(
		vscode.window.createStatusBarItem('starStories.story', vscode.StatusBarAlignment.Right, 101),
	);
	item.name = 'STAR Story';
	const update = () => show(item, storyFiles, vscode.window.activeTextEditor);
	disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
	disposables.add(
		vscode.window.onDidChangeTextEditorSelection(
			({ textEditor }) => textEditor === vscode.window.activeTextEditor && update(),
		),
	);
	disposables.add(storyFiles.onDidChange(update));
	update();
	return disposables;
}

function show(item: vscode.StatusBarItem, storyFiles: StoryFiles, editor: vscode.TextEditor | undefined): void {
	const analysis = editor && storyFiles.get(editor.document.uri.toString())?.analysis;
	const isTagged = analysis?.kind === 'story' || analysis?.kind === 'bank';
	const index = editor && isTagged ? storyAround(analysis, editor.document.offsetAt(editor.selection.active)) : 0;
	const story = isTagged ? analysis.stories[index] : undefined;
	if (!editor || !analysis || !story) {
		item.hide();
		return;
	}
	const problems = problemsOfStory(analysis, index);
	const hints = hintsOfStory(analysis, index);
	const { words = 0, prompts } = story;
	const isUntold = words === 0 && prompts !== undefined;
	const time = isUntold
		? openQuestions(prompts)
		: spokenTime(words, readSettings(editor.document.uri).wordsPerMinute);
	// As VS Code's own count beside it does.
	const worst = worstSeverity(problems);
	item.text = worst ? `$(comment) ${time}  ${icons[worst]} ${problems.length}` : `$(comment) ${time}`;
	const count = capitalised(findingsText(problems.length, hints.length));
	const summary = `“${story.title}” ${isUntold ? `is not told yet: ${time}` : `takes ${time} to tell`}. ${count}.`;
	const listed = listOf([...problems, ...hints]);
	item.tooltip = new vscode.MarkdownString([escapeMarkdown(summary), ...listed].join('\n\n'), true);
	const leadsSomewhere = listed.length > 0 || prompts !== undefined;
	item.accessibilityInformation = { label: summary, role: leadsSomewhere ? 'button' : 'status' };
	item.command = leadsSomewhere ? commands.showProblems : undefined;
	item.show();
}

/** As many problems as are read in passing; the click goes through all of them. */
const maxListed = 8;

const icons: Readonly<Record<Severity, string>> = {
	error: '$(error)',
	warning: '$(warning)',
	information: '$(info)',
	hint: '$(lightbulb)',
};

function listOf(problems: readonly Problem[]): readonly string[] {
	const lines = problems
		.slice(0, maxListed)
		.map(({ severity, message }) => `${icons[severity]} ${escapeMarkdown(message)}`);
	return problems.length > maxListed ? [...lines, `and ${problems.length - maxListed} more`] : lines;
}
