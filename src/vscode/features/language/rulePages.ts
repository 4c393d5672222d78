import * as vscode from 'vscode';
import type { LanguageClient } from '../../../worker/client.ts';

const scheme = 'star-stories-rule';

/** The page about a rule, a document to read. */
export function rulePageOf(rule: string): vscode.Uri {
	return vscode.Uri.from({ scheme, path: `/${rule}.md` });
}

/** Shows the pages of rules: the worker has their texts, and a copy of each as a file would make the extension larger. */
export function registerRulePages(language: LanguageClient): vscode.Disposable {
	return vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: ({ path }) =>
			language.call('rulePage', [path.slice(1, -'.md'.length)], { urgent: true }),
	});
}
