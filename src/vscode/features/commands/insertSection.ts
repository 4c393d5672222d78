import * as vscode from 'vscode';
import { insertionSnippet, sectionSnippet } from '../../../core/edit/snippets/storySnippets.ts';
import {
	type SectionKind,
	sectionKinds,
	sectionTitles,
	type SideKind,
	sideKinds,
	sideTitles,
} from '../../../core/framework/sectionKind.ts';
import { type Encodings, reasonAgainstEditing } from '../../../core/library/documentBytes.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { WorkspaceFiles } from '../../../core/library/workspace.ts';
import { tellingText } from '../../../core/library/telling/telling.ts';
import type { RefusedEdit } from '../../../core/edit/editResult.ts';
import type { OpenProbesInsertion } from '../../../core/library/insertOpenProbes.ts';
import type { FullStory } from '../../../core/story/model.ts';
import { openProbes } from '../../../core/story/probe.ts';
import { plural } from '../../../core/text/words.ts';
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

/**
 * Inserts a section of the story around the caret in its place, or at the caret where there is no story. An argument
 * names the section, such as `result` or `follow-ups`, for whoever binds a key to it.
 */
export function registerInsertSection(services: InsertionServices): vscode.Disposable {
	return vscode.commands.registerTextEditorCommand(
		commands.insertSection,
		(editor, _edit, given?: unknown) => void insert(editor, services, given),
	);
}

async function insert(
	editor: vscode.TextEditor,
	{ workspace, language, storyFiles, frameworks }: InsertionServices,
	given: unknown,
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
	const kind =
		[...sectionKinds, ...sideKinds].find((each) => each === given) ?? (await pickSection(before.stories[index]));
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
			if (kind !== 'in-short' && kind !== 'follow-ups')
				await editor.insertSnippet(new vscode.SnippetString(sectionSnippet(kind)));
			return;
		}
		const { version } = document;
		const context = { fileName: nameOf(uri), lookups: frameworks.lookupsFor(uri) };
		const text = document.getText();
		if (kind === 'follow-ups') {
			const written = await language.call('insertOpenProbes', [text, context, index], { urgent: true });
			if (document.version !== version) continue;
			await applyQuestions(editor, written);
			return;
		}
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

/** Inserts the questions, and puts the caret where the answer to the first belongs. */
async function applyQuestions(editor: vscode.TextEditor, written: OpenProbesInsertion | RefusedEdit): Promise<void> {
	if (written.refusal) {
		void showInformationMessage(written.refusal.message);
		return;
	}
	const { document } = editor;
	const edit = new vscode.WorkspaceEdit();
	edit.set(document.uri, toTextEdits(document, written.edits));
	if (!(await vscode.workspace.applyEdit(edit))) return;
	const caret = document.positionAt(written.caret);
	editor.selection = new vscode.Selection(caret, caret);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickSection(story: FullStory | undefined): Promise<SectionKind | SideKind | undefined> {
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
	const open = story ? openProbes(story.probes).length : 0;
	const followUps = {
		label: sideTitles['follow-ups'],
		description: open > 0 ? plural(open, 'question') + ' to be ready for' : 'what they may ask next',
		section: 'follow-ups',
	} as const;
	const sides = [...(hasShort ? [] : [short]), followUps];
	const offered = story && story.named.length > 0 ? [...items, ...sides] : items;
	const picked = await pickOne(offered, {
		title: 'Insert Section',
		placeHolder: story ? `Which section of “${story.title}”?` : 'Which section?',
	});
	return picked?.section;
}
