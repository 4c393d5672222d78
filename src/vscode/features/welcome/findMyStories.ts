import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { StoryScanner } from '../../../core/library/storyScanner.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { pickOne } from '../../dialogs.ts';
import { readText } from '../../files.ts';
import { commands } from '../../ids.ts';
import { formsPageUri } from '../language/rulePages.ts';

interface Services {
	readonly language: LanguageClient;
	readonly frameworks: Frameworks;
	readonly storyFiles: Pick<StoryFiles, 'get'>;
	readonly scanner: Pick<StoryScanner, 'list'>;
	/** Resolves when every story of the workspace is known. */
	readonly allKnown: () => Promise<void>;
}

/** How many files are looked at: whoever asks waits for it. */
const maxFiles = 500;

/** For those who have stories that nothing was found of: lists the files that come near, and explains the forms. */
export function registerFindMyStories(services: Services): vscode.Disposable {
	return vscode.commands.registerCommand(commands.findMyStories, async () => {
		const near = await filesThatComeNear(services);
		const forms = { label: 'How stories may be written', alwaysShow: true, uri: formsPageUri };
		const rows = near.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), alwaysShow: false, uri }));
		const picked =
			rows.length === 0
				? forms
				: await pickOne([...rows, forms], {
						title: 'I Have Stories Already',
						placeHolder: 'These name sections of stories. Which one holds yours?',
					});
		if (!picked) return;
		if (picked.uri === formsPageUri) await vscode.commands.executeCommand('markdown.showPreview', formsPageUri);
		else await vscode.window.showTextDocument(picked.uri);
	});
}

/** Those of which the view shows nothing yet. */
async function filesThatComeNear(services: Services): Promise<readonly vscode.Uri[]> {
	const { language, frameworks, storyFiles, scanner, allKnown } = services;
	await allKnown();
	const unknown = (await scanner.list()).filter((uri) => !storyFiles.get(uri)).toSorted();
	const near: vscode.Uri[] = [];
	for (const key of unknown.slice(0, maxFiles)) {
		const uri = vscode.Uri.parse(key, true);
		const text = await readText(uri).catch(() => undefined);
		const lookups = frameworks.lookupsFor(key);
		if (text !== undefined && (await language.call('mightContainStory', [text, { lookups }], { urgent: true })))
			near.push(uri);
	}
	return near;
}
