import * as vscode from 'vscode';
import type { LanguageClient } from '../../../worker/client.ts';

const scheme = 'star-stories-rule';

/** The page about a rule, a document to read. */
export function rulePageOf(rule: string): vscode.Uri {
	return vscode.Uri.from({ scheme, path: `/${rule}.md` });
}

/** The page about the forms in which stories are written, a document to read. */
export const formsPageUri = vscode.Uri.from({ scheme, path: '/forms.md' });

/**
 * Shows the pages of rules, and of forms: the worker has their texts, and a copy of each as a file would make the
 * extension larger.
 */
export function registerRulePages(language: LanguageClient): vscode.Disposable {
	return vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: (uri) =>
			uri.path === formsPageUri.path
				? language.call('formsPage', [], { urgent: true })
				: language.call('rulePage', [uri.path.slice(1, -'.md'.length)], { urgent: true }),
	});
}
