import * as vscode from 'vscode';
import { type LinkPlace, linksInFramework, linksInStories } from '../../core/assist/documentLinks.ts';
import { deriveFrom } from '../../core/derived.ts';
import { toRange } from '../positions.ts';
import { rulePageOf } from '../rulePageOf.ts';
import type { Services } from '../services.ts';

/** Leads from the questions that a story names, the rules it switches off and the frameworks a file extends to what they are. */
export function registerDocumentLinks(services: Services): vscode.Disposable {
	const provider: vscode.DocumentLinkProvider = {
		async provideDocumentLinks(document) {
			const links = await linksIn(document, services);
			return links.map((link) => {
				const found = new vscode.DocumentLink(toRange(document, link.span), targetOf(link, document.uri, services));
				found.tooltip = tooltipOf(link);
				return found;
			});
		},
	};
	return vscode.languages.registerDocumentLinkProvider([{ language: 'markdown' }, { language: 'yaml' }], provider);
}

async function linksIn(document: vscode.TextDocument, { language, frameworks, storyFiles }: Services): Promise<readonly LinkPlace[]> {
	const file = frameworks.file(document.uri.toString());
	if (file) {
		const text = document.getText();
		return linksInFramework(text === file.text ? file.loaded : await language.call('loadFramework', [text], { urgent: true }));
	}
	if (!storyFiles.get(document.uri)) return [];
	const rules = await language.rules();
	return linksInStories(await storyFiles.analysisOf(document), deriveFrom(frameworks.for(document.uri.toString())).questions, rules);
}

function targetOf(link: LinkPlace, origin: vscode.Uri, { frameworks, frameworkPages, extensionUri }: Services): vscode.Uri {
	if (link.kind === 'rule') return rulePageOf(link.rule, extensionUri);
	if (link.kind === 'framework') return frameworkPages.uriOf({ id: link.framework }, origin);
	const { framework, question } = link.known;
	const file = frameworks.fileFor(origin.toString());
	const entry = file?.loaded.questions.find((each) => each.question === question.id);
	if (file && entry) return atStart(vscode.Uri.parse(file.uri, true), toRange(file.lines, entry.span));
	return atStart(frameworkPages.uriOf(framework, origin), frameworkPages.placeOf(framework, question));
}

/** VS Code opens a link at the line and column, from 1, that its fragment names. */
function atStart(uri: vscode.Uri, { start }: vscode.Range): vscode.Uri {
	return uri.with({ fragment: `L${start.line + 1},${start.character + 1}` });
}

function tooltipOf(link: LinkPlace): string {
	if (link.kind === 'rule') return link.summary;
	if (link.kind === 'framework') return vscode.l10n.t('Show what {0} holds', link.framework);
	return link.known.question.text;
}
