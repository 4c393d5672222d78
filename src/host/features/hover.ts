import * as vscode from 'vscode';
import { hoverAt } from '../../core/assist/hover.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';

/** Explains tags, sections and fields where they stand in a story. */
export function registerHover({ bank, storyFiles }: Services): vscode.Disposable {
	const provider: vscode.HoverProvider = {
		provideHover(document, position) {
			if (!storyFiles.get(document.uri)) return undefined;
			const { wordsPerMinute } = readSettings(document.uri);
			const context = { competencies: bank.lookupFor(document.uri), coverage: bank.coverageFor(document.uri), wordsPerMinute };
			const { stories } = storyFiles.analysisOf(document);
			const hover = hoverAt(document.getText(), stories, document.offsetAt(position), context);
			return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), toRange(document, hover.span));
		},
	};
	return vscode.languages.registerHoverProvider({ language: 'markdown' }, provider);
}
