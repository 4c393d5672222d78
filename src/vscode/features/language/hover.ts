import * as vscode from 'vscode';
import { competencyText } from '../../../core/library/competencyText.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { frameworkFieldAt } from '../../../core/library/languageFeatures/frameworkPlace.ts';
import { hoverAt, type HoverText } from '../../../core/library/languageFeatures/hover.ts';
import type { LibraryCoverage } from '../../../core/library/libraryCoverage.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { touches } from '../../../core/text/span.ts';
import { toRange } from '../../positions.ts';
import { readSettings } from '../../settings.ts';
import { asOpenDocument } from '../../workspace.ts';

/** Explains tags, sections and fields where they stand in a story, and the entries of a framework file. */
export function registerHover(
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	libraryCoverage: LibraryCoverage,
): vscode.Disposable {
	const provider: vscode.HoverProvider = {
		async provideHover(document, position) {
			const offset = document.offsetAt(position);
			const hover =
				document.languageId === 'markdown'
					? await inStory(document, offset, storyFiles, frameworks, libraryCoverage)
					: inFramework(document, offset, frameworks, libraryCoverage);
			return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), toRange(document, hover.span));
		},
	};
	return vscode.languages.registerHoverProvider([{ language: 'markdown' }, { language: 'yaml' }], provider);
}

async function inStory(
	document: vscode.TextDocument,
	offset: number,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	libraryCoverage: LibraryCoverage,
): Promise<HoverText | undefined> {
	if (!storyFiles.get(document.uri.toString())) return undefined;
	const { wordsPerMinute } = readSettings(document.uri);
	const context = {
		competencies: frameworks.lookupsFor(document.uri.toString()).competencies,
		coverage: libraryCoverage.for(document.uri.toString()),
		wordsPerMinute,
	};
	const text = document.getText();
	const { stories } = await storyFiles.analysisOf(asOpenDocument(document));
	return hoverAt(text, stories, offset, context);
}

function inFramework(
	document: vscode.TextDocument,
	offset: number,
	frameworks: Frameworks,
	libraryCoverage: LibraryCoverage,
): HoverText | undefined {
	const file = frameworks.file(document.uri.toString());
	if (!file) return undefined;
	if (file.text === document.getText()) {
		const { entries, references } = file.loaded;
		const named = entries.flatMap(({ competency, id, name }) =>
			[id, ...(name ? [name] : [])].map(({ span }) => ({ competency, span })),
		);
		const places = [...named, ...references.map(({ competency, written }) => ({ competency, span: written.span }))];
		const place = places.find(({ span }) => touches(span, offset));
		const coverage =
			place &&
			libraryCoverage.for(document.uri.toString()).find(({ competency }) => competency.id === place.competency);
		if (place && coverage) return { span: place.span, markdown: competencyText(coverage) };
	}
	const found = frameworkFieldAt(document.getText(), offset);
	return found && { span: found.span, markdown: `**${found.field.name}**\n\n${found.field.documentation}` };
}
