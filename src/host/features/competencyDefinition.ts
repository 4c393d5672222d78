import * as vscode from 'vscode';
import { tagAt } from '../../core/assist/tagAt.ts';
import type { Framework } from '../../core/framework/model.ts';
import { competencyHeading, frameworkPage } from '../../core/report/frameworkPage.ts';
import { Disposables } from '../disposables.ts';
import { toRange } from '../positions.ts';
import type { Services } from '../services.ts';

/** Built-in frameworks have no file: they are shown as documents of this scheme. */
const scheme = 'star-stories-framework';

/** Leads from a tag to the entry of the framework file that defines it, or to the page of a built-in framework. */
export function registerCompetencyDefinition(services: Services): vscode.Disposable {
	const { storyFiles, frameworks } = services;
	const disposables = new Disposables();
	disposables.add(
		vscode.workspace.registerTextDocumentContentProvider(scheme, {
			provideTextDocumentContent: (uri) => {
				const framework = frameworks.for(undefined).find(({ id }) => pageOf(id).path === uri.path);
				return framework && frameworkPage(framework);
			},
		}),
	);
	const provider: vscode.DefinitionProvider = {
		async provideDefinition(document, position): Promise<vscode.LocationLink[] | undefined> {
			if (!storyFiles.get(document.uri)) return undefined;
			const offset = document.offsetAt(position);
			const tag = tagAt((await storyFiles.analysisOf(document)).stories, offset)?.tag;
			if (tag?.competency === undefined) return undefined;
			const target = entryOf(tag.competency, document.uri, services) ?? headingOf(tag.competency, frameworks.for(document.uri));
			return target && [{ ...target, originSelectionRange: toRange(document, tag.span) }];
		},
	};
	disposables.add(vscode.languages.registerDefinitionProvider({ language: 'markdown' }, provider));
	return disposables;
}

function entryOf(competency: string, uri: vscode.Uri, { frameworks }: Services): vscode.LocationLink | undefined {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	for (const file of frameworks.files()) {
		if (vscode.workspace.getWorkspaceFolder(file.uri) !== folder) continue;
		const entry = file.loaded.entries.find((each) => each.competency === competency);
		if (entry) return { targetUri: file.uri, targetRange: toRange(file.lines, entry.span), targetSelectionRange: toRange(file.lines, entry.id.span) };
	}
	return undefined;
}

function headingOf(id: string, frameworks: readonly Framework[]): vscode.LocationLink | undefined {
	const framework = frameworks.find(({ competencies }) => competencies.some((competency) => competency.id === id));
	const competency = framework?.competencies.find((each) => each.id === id);
	if (!framework || !competency) return undefined;
	const heading = competencyHeading(competency);
	const line = frameworkPage(framework).split('\n').indexOf(heading);
	return { targetUri: pageOf(framework.id), targetRange: new vscode.Range(line, 0, line, heading.length) };
}

function pageOf(framework: string): vscode.Uri {
	return vscode.Uri.from({ scheme, path: `/${framework}.md` });
}
