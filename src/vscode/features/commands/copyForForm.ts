import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { StoryLocation } from '../../../core/library/storyIndex.ts';
import type { StoryNode } from '../../../core/library/tree/branch.ts';
import { plural } from '../../../core/text/words.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { showDone, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';
import { storyAt } from './cueCards.ts';

/** Where the number is kept that was entered last. */
const memoryKey = 'formCharacters';

/** What no field of a form takes. */
const maxCharacters = 1_000_000;

/** What is offered at first: a length that forms often have. */
const usualCharacters = 2000;

interface FormServices {
	readonly storyFiles: StoryFiles;
	readonly language: LanguageClient;
	readonly nameHiding: NameHiding;
	readonly workspaceState: vscode.Memento;
}

/**
 * Copies as much of a story as a field of a form takes, in whole sentences: of a row of the tree, of a named story, or
 * of the one around the caret. A second argument is the number of characters, for whoever binds a key to it.
 */
export function registerCopyForForm({
	storyFiles,
	language,
	nameHiding,
	workspaceState,
}: FormServices): vscode.Disposable {
	return vscode.commands.registerCommand(
		commands.copyForForm,
		async (wanted?: StoryNode | StoryLocation, given?: unknown) => {
			const found = await storyAt(wanted, storyFiles);
			const told = found?.story.sections.filter(({ spoken }) => spoken !== '') ?? [];
			if (!found || told.length === 0) {
				await showInformationMessage(
					found
						? `Nothing of “${found.story.title}” is told yet.`
						: 'Open a story first: it is what there is to copy.',
				);
				return;
			}
			const characters = charactersIn(given) ?? (await askForCharacters(found.story.title, workspaceState));
			if (characters === undefined) return;
			// What stands for a name can be longer, so names are hidden before sentences are chosen.
			const texts = told.map(({ kind, also, spoken }) => ({ kind, also: also ?? [], text: spoken }));
			const shown = await askAboutNames(texts, 'Copy for a Form: names', nameHiding);
			if (!shown) return;
			const sections = shown.map(({ kind, also, text }) => ({ kind, also, spoken: text }));
			const form = await language.call('formText', [sections, characters], { urgent: true });
			if (form.text === '') {
				void showInformationMessage(
					`Nothing is copied: the shortest sentence of “${found.story.title}” has ${plural(form.shortest, 'character')}.`,
				);
				return;
			}
			await vscode.env.clipboard.writeText(form.text);
			const left = `${form.characters} of ${characters} characters, ${characters - form.characters} left`;
			showDone(form.isWhole ? `The whole story is copied: ${left}` : `Copied in whole sentences: ${left}`);
		},
	);
}

async function askForCharacters(title: string, memory: vscode.Memento): Promise<number | undefined> {
	const entered = await vscode.window.showInputBox({
		title: 'Copy for a Form',
		prompt: `How many characters does the field take? No sentence of “${title}” is cut.`,
		value: String(charactersIn(memory.get(memoryKey)) ?? usualCharacters),
		validateInput: (text) =>
			charactersIn(text) === undefined ? `A whole number from 1 to ${maxCharacters}, such as 1500.` : undefined,
	});
	const characters = charactersIn(entered);
	if (characters !== undefined) await memory.update(memoryKey, characters);
	return characters;
}

/** A number of characters as people write it: `1500`, `1,500`, `1 500`; undefined for anything else. */
function charactersIn(value: unknown): number | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const digits = String(value).replaceAll(/[\s,.'’_]/gu, '');
	const number = /^\d{1,7}$/u.test(digits) ? Number(digits) : 0;
	return number >= 1 && number <= maxCharacters ? number : undefined;
}
