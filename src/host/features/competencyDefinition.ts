import * as vscode from 'vscode';
import { tagAt } from '../../core/assist/tagAt.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';

/** Leads from a tag to the entry of the framework file that defines it, or to the page of a built-in framework. */
export function registerCompetencyDefinition(services: Services): vscode.Disposable {
	const { storyFiles } = services;
	const provider: vscode.DefinitionProvider = {
		async provideDefinition(document, position): Promise<vscode.LocationLink[] | undefined> {
			if (!storyFiles.get(document.uri)) return undefined;
			const offset = document.offsetAt(position);
			const tag = tagAt((await storyFiles.analysisOf(document)).stories, offset)?.tag;
			if (tag?.competency === undefined) return undefined;
			const target = entryOf(tag.competency, document.uri, services) ?? headingOf(tag.competency, document.uri, services);
			return target && [{ ...target, originSelectionRange: toRange(document, tag.span) }];
		},
	};
	return vscode.languages.registerDefinitionProvider({ language: 'markdown' }, provider);
}

function entryOf(competency: string, uri: vscode.Uri, { frameworks }: Services): vscode.LocationLink | undefined {
	const file = frameworks.fileFor(uri.toString());
	const entry = file?.loaded.entries.find((each) => each.competency === competency);
	if (file && entry) {
		return { targetUri: vscode.Uri.parse(file.uri, true), targetRange: toRange(file.lines, entry.span), targetSelectionRange: toRange(file.lines, entry.id.span) };
	}
	return undefined;
}

function headingOf(id: string, origin: vscode.Uri, { frameworks, frameworkPages }: Services): vscode.LocationLink | undefined {
	for (const framework of frameworks.for(origin.toString())) {
		const competency = framework.competencies.find((each) => each.id === id);
		if (competency) return { targetUri: frameworkPages.uriOf(framework, origin), targetRange: frameworkPages.headingOf(framework, competency) };
	}
	return undefined;
}
