import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { settingsSection, tools } from '../../ids.ts';
import { readSettings } from '../../settings.ts';
import { coverageTool, findTool, type StoryToolServices } from './storyTools.ts';

/** Lets language models ask what the stories cover and which to tell, where the author has switched that on. */
export function registerLanguageModelTools(services: StoryToolServices): vscode.Disposable {
	const disposables = new Disposables();
	// Not every VS Code that runs extensions has language models.
	const models: Partial<typeof vscode.lm> | undefined = vscode.lm;
	const register = models?.registerTool?.bind(models);
	if (!register) return disposables;
	let registered: Disposables | undefined;
	const follow = () => {
		const { enabled } = readSettings(undefined).languageModelTools;
		if (!enabled) {
			registered?.dispose();
			registered = undefined;
		} else if (!registered) {
			registered = new Disposables();
			registered.add(register(tools.find, findTool(services)));
			registered.add(register(tools.coverage, coverageTool(services)));
		}
	};
	disposables.add(
		vscode.workspace.onDidChangeConfiguration(
			(event) => event.affectsConfiguration(`${settingsSection}.languageModelTools`) && follow(),
		),
	);
	disposables.add({ dispose: () => registered?.dispose() });
	follow();
	return disposables;
}
