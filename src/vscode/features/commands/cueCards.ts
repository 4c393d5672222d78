import * as vscode from 'vscode';
import type { Competency } from '../../../core/framework/model.ts';
import { type CueCard, cueCard, cueCardMarkdown, cueCardTold } from '../../../core/library/cueCard.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { StoryLocation } from '../../../core/library/storyIndex.ts';
import { storyAround } from '../../../core/library/storyProblems.ts';
import { lengthNames, type Telling, tellingTime } from '../../../core/library/telling/telling.ts';
import type { StoryNode } from '../../../core/library/tree/branch.ts';
import type { FullStory } from '../../../core/story/model.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne, showDone, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { asOpenDocument } from '../../workspace.ts';
import { askAboutNames } from '../report/askAboutNames.ts';
import type { NameHiding } from '../report/nameHiding.ts';

/**
 * The cue card of a story of a file, by the competencies and the speaking rate that hold there.
 *
 * @param asked the competencies that a question asks for; left out where nobody asks
 */
export function cueCardOf(
	story: FullStory,
	uri: vscode.Uri,
	frameworks: Frameworks,
	asked?: readonly Competency[],
): CueCard {
	return cueCard(story, {
		competencies: frameworks.lookupsFor(uri.toString()).competencies,
		wordsPerMinute: readSettings(uri).wordsPerMinute,
		...(asked && { asked }),
	});
}

/** Puts a card on the clipboard and says so in passing. */
export async function copyCard(card: CueCard): Promise<void> {
	await vscode.env.clipboard.writeText(cueCardMarkdown(card));
	showDone('Cue card copied');
}

/** A story with its file. */
interface FoundStory {
	readonly story: FullStory;
	readonly uri: vscode.Uri;
}

/**
 * The story of a row of the tree, a named one, or the one around the caret.
 *
 * @param wanted a row or a place; the caret's story when left out
 * @returns undefined where there is no tagged story
 */
export async function storyAt(
	wanted: StoryNode | StoryLocation | undefined,
	storyFiles: StoryFiles,
): Promise<FoundStory | undefined> {
	const location = wanted && 'entry' in wanted ? wanted.entry : wanted;
	const editor = location ? undefined : vscode.window.activeTextEditor;
	const document = location
		? await vscode.workspace.openTextDocument(vscode.Uri.parse(location.file, true))
		: editor?.document;
	const analysis = document && (await storyFiles.analysisOf(asOpenDocument(document)));
	const isTagged = analysis?.kind === 'story' || analysis?.kind === 'bank';
	const index =
		location?.index ??
		(analysis && editor ? storyAround(analysis, editor.document.offsetAt(editor.selection.active)) : 0);
	const story = isTagged ? analysis.stories[index] : undefined;
	return document && story && { story, uri: document.uri };
}

interface CueCardServices {
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	readonly language: LanguageClient;
	readonly nameHiding: NameHiding;
}

/**
 * Copies the cue card of a row of the tree, of a named story, or of the one around the caret: to glance at, or with the
 * story told in 30 s, 90 s or whole. Where the card names anything, it is asked whether that is to be hidden. A second
 * argument says which, for whoever binds a key to it: `card`, `30`, `90` or `whole`.
 */
export function registerCopyCueCard(services: CueCardServices): vscode.Disposable {
	const { storyFiles } = services;
	return vscode.commands.registerCommand(
		commands.copyCueCard,
		async (wanted?: StoryNode | StoryLocation, given?: unknown) => {
			const found = await storyAt(wanted, storyFiles);
			if (!found) {
				await showInformationMessage('Open a story first: its cue card is what there is to copy.');
				return;
			}
			const card = await chooseCard(found, given, 'Copy Cue Card', services);
			if (card) await copyCard(card);
		},
	);
}

/**
 * The card of a story in the form that is given or chosen, without the names where the author wants that.
 *
 * @param given `card`, `30`, `90` or `whole`; anything else asks
 * @param title of the lists
 * @returns undefined where a list was closed
 */
export async function chooseCard(
	{ story, uri }: FoundStory,
	given: unknown,
	title: string,
	{ language, frameworks, nameHiding }: Omit<CueCardServices, 'storyFiles'>,
): Promise<CueCard | undefined> {
	const { wordsPerMinute } = readSettings(uri);
	const tellings =
		given === 'card' ? [] : await language.call('tellingsOf', [story, wordsPerMinute], { urgent: true });
	const row = await chooseForm(cardForms(tellings), given, title, story.title);
	if (!row) return undefined;
	const glance = cueCardOf(story, uri, frameworks);
	const whole = row.telling ? cueCardTold(glance, row.telling) : glance;
	return askAboutNames(whole, `${title}: names`, nameHiding);
}

interface CardForm extends vscode.QuickPickItem {
	readonly id: string;
	/** How the story is told on it; absent on the card to glance at. */
	readonly telling?: Telling;
}

function cardForms(tellings: readonly Telling[]): readonly CardForm[] {
	return [
		{ id: 'card', label: 'At a glance', description: 'how it begins, the numbers, one line a section' },
		...tellings.map((telling) => {
			const { length, isOwn } = telling;
			const source = isOwn ? 'your own In short' : length === 'whole' ? '' : 'chosen from your sentences';
			return {
				id: length,
				label: length === 'whole' ? 'Told whole' : `Told in ${lengthNames[length]}`,
				description: [tellingTime(telling), source].filter((part) => part !== '').join(' · '),
				telling,
			};
		}),
	];
}

/** The form that is given, else the one that is chosen where there are several. */
async function chooseForm(
	forms: readonly CardForm[],
	given: unknown,
	title: string,
	story: string,
): Promise<CardForm | undefined> {
	const known = forms.find(({ id }) => id === given);
	if (known || forms.length === 1) return known ?? forms[0];
	return pickOne(forms, { title, placeHolder: `How do you want “${story}”?` });
}
