import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { complete, type Completion } from '../../../core/library/languageFeatures/completion.ts';
import { completionScopeOf } from '../../../core/library/languageFeatures/completionScope.ts';
import { completeFramework } from '../../../core/library/languageFeatures/frameworkCompletion.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { WorkspaceFolders, WorkspaceSettings } from '../../../core/library/workspace.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { toRange } from '../../positions.ts';

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
	field: vscode.CompletionItemKind.Property,
	competency: vscode.CompletionItemKind.EnumMember,
	value: vscode.CompletionItemKind.Value,
	question: vscode.CompletionItemKind.Text,
	rule: vscode.CompletionItemKind.Reference,
};

/** The characters after which a value of a field begins. */
const triggers = [':', '[', ',', '-', ';', ' '];

/** Completes fields and their values in front matter, in the lines of a bank and in framework files. */
export function registerCompletion(
	workspace: WorkspaceFolders & WorkspaceSettings,
	language: LanguageClient,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	libraryCoverage: LibraryCoverage,
): vscode.Disposable {
	const provider: vscode.CompletionItemProvider = {
		async provideCompletionItems(document, position) {
			const text = document.getText();
			const offset = document.offsetAt(position);
			const { competencies, questions } = frameworks.lookupsFor(document.uri.toString());
			const completions =
				document.languageId === 'markdown'
					? complete(text, offset, {
							competencies,
							questions,
							coverage: libraryCoverage.for(document.uri.toString()),
							rules: await language.rules(),
							scope: completionScopeOf(document.uri.toString(), storyFiles, workspace),
						})
					: frameworks.file(document.uri.toString())
						? completeFramework(text, offset, competencies.all)
						: [];
			return completions.map((completion, index) => toItem(completion, index, document));
		},
	};
	return vscode.languages.registerCompletionItemProvider(
		[{ language: 'markdown' }, { language: 'yaml' }],
		provider,
		...triggers,
	);
}

function toItem(completion: Completion, index: number, document: vscode.TextDocument): vscode.CompletionItem {
	const { label, kind, detail, documentation, insertText, span, filterText, continues } = completion;
	const item = new vscode.CompletionItem(
		{ label, ...(detail !== undefined && { description: detail }) },
		kinds[kind],
	);
	item.insertText = insertText;
	item.range = toRange(document, span);
	item.sortText = String(index).padStart(3, '0');
	if (filterText !== undefined) item.filterText = filterText;
	if (documentation !== undefined) item.documentation = new vscode.MarkdownString(documentation);
	if (continues) item.command = { command: 'editor.action.triggerSuggest', title: '' };
	return item;
}
