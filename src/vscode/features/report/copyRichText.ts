import * as vscode from 'vscode';
import { cueCardMarkdown } from '../../../core/library/cueCard.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { matrixOf } from '../../../core/library/matrix/matrix.ts';
import { matrixStory } from '../../../core/library/matrix/matrixStory.ts';
import { initialView } from '../../../core/library/matrix/view.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { StoryLocation } from '../../../core/library/storyIndex.ts';
import type { StoryNode } from '../../../core/library/tree/branch.ts';
import { exportedMatrix } from '../../../core/report/matrix/exportedMatrix.ts';
import { cueCardHtml } from '../../../core/report/cueCardHtml.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import type { ClipboardPage, RichText } from '../../clipboardPage.ts';
import { pickOne, showDone, showInformationMessage } from '../../dialogs.ts';
import { commands } from '../../ids.ts';
import { chooseCard, storyAt } from '../commands/cueCards.ts';
import { matrixRichText } from '../matrix/matrixExport.ts';
import { askAboutNames } from './askAboutNames.ts';
import type { NameHiding } from './nameHiding.ts';
import type { Reports } from './reports.ts';

interface Services {
	readonly clipboard: ClipboardPage;
	readonly language: LanguageClient;
	readonly storyFiles: StoryFiles;
	readonly frameworks: Frameworks;
	readonly reports: Reports;
	readonly nameHiding: NameHiding;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

const title = 'Copy as Rich Text';
const namesTitle = `${title}: names`;

/** What can be copied, and how it is made once somebody wants it. */
interface Copyable extends vscode.QuickPickItem {
	make(): Promise<RichText | undefined>;
}

/**
 * Copies a cue card, the report or the matrix so that documents and mails show it as it looks here. A row of the tree
 * or a place asks for the card of that story. A second argument says in which form, as for Copy Cue Card.
 */
export function registerCopyRichText(services: Services): vscode.Disposable {
	const { clipboard, storyFiles, allKnown } = services;
	return vscode.commands.registerCommand(
		commands.copyRichText,
		async (wanted?: StoryNode | StoryLocation, given?: unknown) => {
			await allKnown();
			const found = await storyAt(wanted, storyFiles);
			if (wanted && !found) {
				await showInformationMessage('The story is gone: there is nothing to copy.');
				return;
			}
			const card: Copyable | undefined = found && {
				label: 'Cue Card',
				description: found.story.title,
				make: async () => {
					const chosen = await chooseCard(found, given, title, services);
					return chosen && { html: cueCardHtml(chosen), plain: cueCardMarkdown(chosen) };
				},
			};
			const picked =
				wanted && card
					? card
					: await pickOne([...(card ? [card] : []), ...libraryItems(services)], {
							title,
							placeHolder: 'What do you want to paste into a document or a mail?',
						});
			const text = await picked?.make();
			if (picked && text && (await clipboard.copy(text))) showDone(`${picked.label} copied`);
		},
	);
}

function libraryItems({ language, storyFiles, frameworks, reports, nameHiding }: Services): readonly Copyable[] {
	return [
		{
			label: 'Report',
			description: 'the best stories of each competency, gaps, questions, cards',
			make: async () => {
				const report = await askAboutNames(await reports.make({}), namesTitle, nameHiding);
				if (!report) return undefined;
				const [html, plain] = await Promise.all([
					reports.write('html', report),
					reports.write('markdown', report),
				]);
				return { html, plain };
			},
		},
		{
			label: 'Matrix',
			description: 'stories against competencies',
			make: async () => {
				const stories = storyFiles.index.stories().map(matrixStory);
				const lookups = frameworks.lookupsFor(undefined);
				const whole = exportedMatrix(matrixOf(stories, lookups.frameworks, initialView, lookups.level));
				const matrix = await askAboutNames(whole, namesTitle, nameHiding);
				return matrix && matrixRichText(matrix, language);
			},
		},
	];
}
