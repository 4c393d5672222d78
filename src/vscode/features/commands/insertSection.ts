import * as vscode from 'vscode';
import { insertSection, type SectionInsertion } from '../../../core/edit/insertSection.ts';
import { insertionSnippet, sectionSnippet } from '../../../core/edit/snippets/storySnippets.ts';
import { promptsFor } from '../../../core/framework/prompts.ts';
import { type SectionKind, sectionKinds, sectionTitles } from '../../../core/framework/sectionKind.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { type Story, taggedCompetencies } from '../../../core/story/model.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { commands } from '../../ids.ts';
import { toPosition } from '../../positions.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { asOpenDocument } from '../../workspace.ts';

/** Inserts a section of the story around the caret in its place, or at the caret where there is no story. */
export function registerInsertSection(storyFiles: StoryFiles, frameworks: Frameworks): vscode.Disposable {
	return vscode.commands.registerTextEditorCommand(
		commands.insertSection,
		(editor) => void insert(editor, storyFiles, frameworks),
	);
}

async function insert(editor: vscode.TextEditor, storyFiles: StoryFiles, frameworks: Frameworks): Promise<void> {
	const { document } = editor;
	const offset = document.offsetAt(editor.selection.active);
	const before = await storyFiles.analysisOf(asOpenDocument(document));
	const index = storyAround(before, offset);
	const kind = await pickSection(before.stories[index]);
	if (!kind) return;
	// It may have changed while the author was choosing.
	const story = (await storyFiles.analysisOf(asOpenDocument(document))).stories[index];
	if (!story) {
		await editor.insertSnippet(new vscode.SnippetString(sectionSnippet(kind)));
		return;
	}
	const prompts = promptsFor(
		kind,
		taggedCompetencies(story.tags, frameworks.lookupsFor(document.uri.toString()).competencies),
	);
	const insertion: SectionInsertion = insertSection(document.getText(), story, kind, prompts);
	const position = toPosition(document, insertion.offset);
	await editor.insertSnippet(new vscode.SnippetString(insertionSnippet(insertion)), position);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickSection(story: Story | undefined): Promise<SectionKind | undefined> {
	const present = new Set(story?.named);
	const missing = sectionKinds.filter((kind) => !present.has(kind));
	const items = [...missing, ...sectionKinds.filter((kind) => present.has(kind))].map((section) => ({
		label: sectionTitles[section],
		description: story && !present.has(section) ? 'missing' : '',
		section,
	}));
	const picked = await vscode.window.showQuickPick(items, {
		title: 'Insert Section',
		placeHolder: story ? `Which section of “${story.title}”?` : 'Which section?',
	});
	return picked?.section;
}
