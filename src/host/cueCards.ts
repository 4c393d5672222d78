import * as vscode from 'vscode';
import { type CueCard, cueCard } from '../core/recall/cueCard.ts';
import type { FullStory } from '../core/story/model.ts';
import type { Bank } from './bank.ts';
import { readSettings } from './settings.ts';

/** The cue card of a story of a file, by the competencies and the speaking rate that hold there. */
export function cueCardOf(story: FullStory, uri: vscode.Uri, bank: Bank): CueCard {
	return cueCard(story, { competencies: bank.lookupFor(uri), wordsPerMinute: readSettings(uri).wordsPerMinute });
}

/** Puts a card on the clipboard and says so in passing. */
export async function copyCard(markdown: string): Promise<void> {
	await vscode.env.clipboard.writeText(markdown);
	vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Cue card copied'), shownFor);
}

/** How long the word stays, in milliseconds: long enough to be seen in passing. */
const shownFor = 3000;
