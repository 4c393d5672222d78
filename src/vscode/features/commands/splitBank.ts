import * as vscode from 'vscode';
import { type BankFiles, moveIntoFiles, type SplitWorkspace } from '../../../core/library/bankFiles.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { storyFileName } from '../../../core/library/storyFileName.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { nameOf } from '../../../core/library/uris.ts';
import type { Story } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickSeveral, showErrorMessage, showInformationMessage } from '../../dialogs.ts';
import { entriesOf } from '../../files.ts';
import { commands } from '../../ids.ts';
import { asOpenDocument } from '../../workspace.ts';

/**
 * Splits a bank into files: shows them as a list to tick, makes them, and then takes their stories out of the bank. VS
 * Code's refactor preview would begin with nothing ticked, and would cut a story out of its bank without creating its
 * file where only the one was ticked.
 */
export function registerSplitBank(
	workspace: SplitWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
	storyFiles: StoryFiles,
): vscode.Disposable {
	return vscode.commands.registerCommand(commands.splitBank, () =>
		splitBank(vscode.window.activeTextEditor?.document, workspace, language, frameworks, storyFiles),
	);
}

async function splitBank(
	document: vscode.TextDocument | undefined,
	workspace: SplitWorkspace,
	language: LanguageClient,
	frameworks: Frameworks,
	storyFiles: StoryFiles,
): Promise<void> {
	const analysis = document && (await storyFiles.analysisOf(asOpenDocument(document)));
	if (!document || !analysis || analysis.stories.length < 2) {
		void showInformationMessage('This file is not a bank: it does not hold several stories.');
		return;
	}
	const directory = vscode.Uri.joinPath(document.uri, '..');
	const files = newFileNames(analysis.stories, await entriesOf(directory));
	const items = files.map((name, index) => ({
		label: analysis.stories[index]?.title ?? name,
		description: name,
		index,
		picked: true,
	}));
	const picked = await pickSeveral(items, {
		title: `Split ${nameOf(document.uri.toString())} into Files`,
		placeHolder: `A file for each story that is ticked; the others stay in ${nameOf(document.uri.toString())}`,
		matchOnDescription: true,
	});
	if (!picked || picked.length === 0) return;
	const going = picked.map(({ index }) => index).toSorted((a, b) => a - b);
	const splitAsItIsNow = async (): Promise<Split | string | undefined> => {
		const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
		// Other stories: the names and ticks are of those that were shown.
		if (stories.length !== files.length) return undefined;
		return (await splitOf(document, directory, files, going, language, frameworks)) ?? splitAsItIsNow();
	};
	for (;;) {
		const split = await splitAsItIsNow();
		if (!split)
			void showInformationMessage(`${nameOf(document.uri.toString())} has changed meanwhile: nothing was split.`);
		if (!split || typeof split === 'string') {
			if (split) void showErrorMessage(split);
			return;
		}
		const label = `Split ${nameOf(document.uri.toString())}`;
		const outcome = await moveIntoFiles(asOpenDocument(document), split.version, split, label, workspace);
		if (outcome.form === 'changed') continue;
		if (outcome.form === 'failed') void showErrorMessage(outcome.message);
		return;
	}
}

interface Split extends BankFiles {
	/** The version of the bank's text that it splits. */
	readonly version: number;
}

/** @returns undefined where the document has changed meanwhile, a sentence for the author where it cannot be split */
async function splitOf(
	document: vscode.TextDocument,
	directory: vscode.Uri,
	files: readonly string[],
	going: readonly number[],
	language: LanguageClient,
	frameworks: Frameworks,
): Promise<Split | string | undefined> {
	const { version } = document;
	const text = document.getText();
	const kept = [...files.keys()].filter((index) => !going.includes(index));
	const context = {
		fileName: nameOf(document.uri.toString()),
		lookups: frameworks.lookupsFor(document.uri.toString()),
	};
	const bank = await language.call('splitBank', [text, context, kept], { urgent: true });
	if (document.version !== version) return undefined;
	if ('refusal' in bank) return bank.refusal.message;
	const texts = bank.parts.flatMap((part) => (part.form === 'story' ? [part.text] : []));
	const created = going.map((index, order) => ({
		uri: vscode.Uri.joinPath(directory, files[index] ?? '').toString(),
		text: texts[order] ?? '',
	}));
	const isGone = bank.isRemainderBlank && !document.isUntitled;
	return { files: created, remainder: isGone ? undefined : bank.remainder, version };
}

/** A name for the file of each story that no file of the folder has. */
function newFileNames(stories: readonly Story[], existing: readonly string[]): readonly string[] {
	const taken = new Set(existing.map((name) => name.toLowerCase()));
	return stories.map(({ title }) => {
		const name = storyFileName(title, (wanted) => taken.has(wanted));
		taken.add(name);
		return name;
	});
}
