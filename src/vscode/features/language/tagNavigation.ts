import * as vscode from 'vscode';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { tagAt } from '../../../core/library/languageFeatures/hover.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { WorkspaceFolders } from '../../../core/library/workspace.ts';
import { touches } from '../../../core/text/span.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';
import type { FrameworkPages } from './documentLinks.ts';

/** Leads from a tag to the entry of the framework file that defines it, or to the page of a built-in framework. */
export function registerCompetencyDefinition(
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	frameworkPages: FrameworkPages,
): vscode.Disposable {
	const provider: vscode.DefinitionProvider = {
		async provideDefinition(document, position): Promise<vscode.LocationLink[] | undefined> {
			if (!storyFiles.get(document.uri.toString())) return undefined;
			const offset = document.offsetAt(position);
			const tag = tagAt((await storyFiles.analysisOf(asOpenDocument(document))).stories, offset)?.tag;
			if (tag?.competency === undefined) return undefined;
			const target =
				entryOf(tag.competency, document.uri, frameworks) ??
				headingOf(tag.competency, document.uri, frameworks, frameworkPages);
			return target && [{ ...target, originSelectionRange: toRange(document, tag.span) }];
		},
	};
	return vscode.languages.registerDefinitionProvider({ language: 'markdown' }, provider);
}

function entryOf(competency: string, uri: vscode.Uri, frameworks: Frameworks): vscode.LocationLink | undefined {
	const file = frameworks.fileFor(uri.toString());
	const entry = file?.loaded.entries.find((each) => each.competency === competency);
	if (file && entry) {
		return {
			targetUri: vscode.Uri.parse(file.uri, true),
			targetRange: toRange(file.lines, entry.span),
			targetSelectionRange: toRange(file.lines, entry.id.span),
		};
	}
	return undefined;
}

function headingOf(
	id: string,
	origin: vscode.Uri,
	frameworks: Frameworks,
	frameworkPages: FrameworkPages,
): vscode.LocationLink | undefined {
	for (const framework of frameworks.for(origin.toString())) {
		const competency = framework.competencies.find((each) => each.id === id);
		if (competency)
			return {
				targetUri: frameworkPages.uriOf(framework, origin),
				targetRange: frameworkPages.headingOf(framework, competency),
			};
	}
	return undefined;
}

/** Finds every story that uses a competency, from one of its tags or from its entry in a framework file. */
export function registerCompetencyReferences(
	workspace: WorkspaceFolders,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	allKnown: () => Promise<void>,
): vscode.Disposable {
	const provider: vscode.ReferenceProvider = {
		async provideReferences(document, position, { includeDeclaration }) {
			const competency = await competencyAt(document, document.offsetAt(position), storyFiles, frameworks);
			if (competency === undefined) return [];
			await allKnown();
			const tags = tagsOf(storyFiles, competency, workspace, workspace.folderOf(document.uri.toString())?.uri);
			return includeDeclaration ? [...entriesOf(competency, frameworks), ...tags] : tags;
		},
	};
	return vscode.languages.registerReferenceProvider([{ language: 'markdown' }, { language: 'yaml' }], provider);
}

async function competencyAt(
	document: vscode.TextDocument,
	offset: number,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
): Promise<string | undefined> {
	const file = frameworks.file(document.uri.toString());
	if (!file)
		return (
			storyFiles.get(document.uri.toString()) &&
			tagAt((await storyFiles.analysisOf(asOpenDocument(document))).stories, offset)?.tag.competency
		);
	const { entries, references } = file.loaded;
	const entry = entries.find(({ id, name }) => touches(id.span, offset) || (name && touches(name.span, offset)));
	return entry?.competency ?? references.find(({ written }) => touches(written.span, offset))?.competency;
}

/** Every tag that names a competency, in the stories of a folder; of all folders where none is given. */
function tagsOf(
	storyFiles: StoryFiles,
	competency: string,
	workspace: WorkspaceFolders,
	folder: string | undefined,
): vscode.Location[] {
	return storyFiles.counted().flatMap((file) => {
		if (folder !== undefined && workspace.folderOf(file.uri)?.uri !== folder) return [];
		const tags = file.analysis.stories
			.flatMap((story) => story.tags)
			.filter((tag) => tag.competency === competency);
		// The stories of a bank share the tags of its front matter: each place is named once.
		const places = new Map(tags.map((tag) => [tag.span.start, tag.span]));
		return [...places.values()].map(
			(span) => new vscode.Location(vscode.Uri.parse(file.uri, true), toRange(file.lines, span)),
		);
	});
}

function entriesOf(competency: string, frameworks: Frameworks): vscode.Location[] {
	return frameworks
		.files()
		.flatMap(({ uri, lines, loaded }) =>
			loaded.entries
				.filter((entry) => entry.competency === competency)
				.map(({ id }) => new vscode.Location(vscode.Uri.parse(uri, true), toRange(lines, id.span))),
		);
}
