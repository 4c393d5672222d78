import * as vscode from 'vscode';
import { storyTokenKinds, storyTokens } from '../../../core/library/languageFeatures/storyTokens.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';

/** Colours tags and gaps in stories, and nothing in other files: those a grammar would colour too. */
export function registerStoryColours(storyFiles: StoryFiles, frameworks: Frameworks): vscode.Disposable {
	const disposables = new Disposables();
	const legend = new vscode.SemanticTokensLegend([...storyTokenKinds]);
	const changes = disposables.add(new vscode.EventEmitter<void>());
	disposables.add(frameworks.onDidChange(() => changes.fire()));
	const provider: vscode.DocumentSemanticTokensProvider = {
		onDidChangeSemanticTokens: changes.event,
		async provideDocumentSemanticTokens(document) {
			const tokens = storyTokens(await storyFiles.analysisOf(asOpenDocument(document)));
			if (tokens.length === 0) return undefined;
			const builder = new vscode.SemanticTokensBuilder(legend);
			for (const { kind, span } of tokens) {
				const range = toRange(document, span);
				if (range.isSingleLine) builder.push(range, kind);
			}
			return builder.build();
		},
	};
	disposables.add(
		vscode.languages.registerDocumentSemanticTokensProvider({ language: 'markdown' }, provider, legend),
	);
	return disposables;
}
