import * as vscode from 'vscode';
import { tagAt } from '../../core/assist/tagAt.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';
import type { StoryFiles } from '../storyFiles.ts';

/** Finds every story that uses the competency of the tag at the caret. */
export function registerCompetencyReferences({ storyFiles }: Services): vscode.Disposable {
	const provider: vscode.ReferenceProvider = {
		provideReferences(document, position) {
			const competency = competencyAt(storyFiles, document, position);
			return competency === undefined ? [] : tagsOf(storyFiles, competency);
		},
	};
	return vscode.languages.registerReferenceProvider({ language: 'markdown' }, provider);
}

/** The id of the competency whose tag stands at a position of a story. */
export function competencyAt(storyFiles: StoryFiles, document: vscode.TextDocument, position: vscode.Position): string | undefined {
	if (!storyFiles.get(document.uri)) return undefined;
	return tagAt(storyFiles.analysisOf(document).stories, document.offsetAt(position))?.tag.competency;
}

/** Every tag of the bank that names a competency. */
export function tagsOf(storyFiles: StoryFiles, competency: string): vscode.Location[] {
	return storyFiles.index.files().flatMap((key) => {
		const file = storyFiles.get(vscode.Uri.parse(key, true));
		const tags = file?.analysis.stories.flatMap((story) => story.tags) ?? [];
		// The stories of a bank share the tags of its front matter: each place is named once.
		const places = new Map(tags.filter((tag) => tag.competency === competency).map((tag) => [tag.span.start, tag]));
		return file ? [...places.values()].map(({ span }) => new vscode.Location(file.uri, toRange(file.lines, span))) : [];
	});
}
