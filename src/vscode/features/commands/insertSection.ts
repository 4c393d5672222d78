import * as vscode from 'vscode';
import { insertionSnippet, sectionSnippet } from '../../../core/edit/snippets/storySnippets.ts';
import { type SectionKind, sectionKinds, sectionTitles, sideTitles } from '../../../core/framework/sectionKind.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { tellingText } from '../../../core/library/telling/telling.ts';
import type { FullStory } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
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
	/** What is said in half a minute, on one line. */
	const proposed = async (story: FullStory) => {
		const { wordsPerMinute } = readSettings(document.uri);
		const tellings = await language.call('tellingsOf', [story, wordsPerMinute], { urgent: true });
		const short = tellings.find((telling) => telling.length === '30' && !telling.isOwn);
		return short ? tellingText(short).replaceAll(/\s+/gu, ' ') : '';
	};
	for (;;) {
		const story = (await storyFiles.analysisOf(asOpenDocument(document))).stories[index];
		if (!story) {
			if (kind !== 'in-short') await editor.insertSnippet(new vscode.SnippetString(sectionSnippet(kind)));
			return;
		}
		const { version } = document;
		const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
		const text = document.getText();
		const inserted =
			kind === 'in-short'
				? await language.call('insertInShort', [text, context, index, await proposed(story)], { urgent: true })
				: await language.call('insertSection', [text, context, index, kind], { urgent: true });
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

async function pickSection(story: FullStory | undefined): Promise<SectionKind | 'in-short' | undefined> {
	const present = new Set(story?.named);
	const missing = sectionKinds.filter((kind) => !present.has(kind));
	const items = [...missing, ...sectionKinds.filter((kind) => present.has(kind))].map((section) => ({
		label: sectionTitles[section],
		description: story && !present.has(section) ? 'missing' : '',
		section,
	}));
	const hasShort = story?.sides.some(({ kind }) => kind === 'in-short') ?? false;
	const short = {
		label: sideTitles['in-short'],
		description: 'your story in 30 seconds',
		section: 'in-short',
	} as const;
	const offered = story && story.named.length > 0 && !hasShort ? [...items, short] : items;
	const picked = await pickOne(offered, {
		title: 'Insert Section',
		placeHolder: story ? `Which section of “${story.title}”?` : 'Which section?',
	});
	return picked?.section;
}
