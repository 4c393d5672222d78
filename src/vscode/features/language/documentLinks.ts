import * as vscode from 'vscode';
import { isBuiltIn } from '../../../core/framework/built-in/ids.ts';
import type { KnownQuestion } from '../../../core/framework/lookups.ts';
import type { Competency, Framework, Question } from '../../../core/framework/model.ts';
import { Disposables } from '../../../core/library/disposables.ts';
import type { Frameworks } from '../../../core/library/frameworks.ts';
import { type LinkPlace, linksInFramework, linksInStories } from '../../../core/library/languageFeatures/links.ts';
import { competencyHeading, frameworkPage, questionItem } from '../../../core/library/languageFeatures/links.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import type { LanguageClient } from '../../../worker/client.ts';
import { toRange } from '../../positions.ts';
import { asOpenDocument } from '../../workspace.ts';
import { rulePageOf } from './rulePages.ts';

/**
 * Leads from the questions that a story names, the rules it switches off and the frameworks a file extends to what they
 * are.
 */
export function registerDocumentLinks(
	language: LanguageClient,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
	frameworkPages: FrameworkPages,
): vscode.Disposable {
	const targetOf = (link: LinkPlace, origin: vscode.Uri) =>
		link.kind === 'rule'
			? rulePageOf(link.rule)
			: link.kind === 'framework'
				? frameworkPages.uriOf({ id: link.framework }, origin)
				: targetOfQuestion(link.known, origin, frameworks, frameworkPages);
	const provider: vscode.DocumentLinkProvider = {
		async provideDocumentLinks(document) {
			const links = await linksIn(document, language, storyFiles, frameworks);
			return links.map((link) => {
				const found = new vscode.DocumentLink(toRange(document, link.span), targetOf(link, document.uri));
				found.tooltip = tooltipOf(link);
				return found;
			});
		},
	};
	return vscode.languages.registerDocumentLinkProvider([{ language: 'markdown' }, { language: 'yaml' }], provider);
}

async function linksIn(
	document: vscode.TextDocument,
	language: LanguageClient,
	storyFiles: StoryFiles,
	frameworks: Frameworks,
): Promise<readonly LinkPlace[]> {
	const file = frameworks.file(document.uri.toString());
	if (file) {
		const text = document.getText();
		return linksInFramework(
			text === file.text ? file.loaded : await language.call('loadFramework', [text], { urgent: true }),
		);
	}
	if (!storyFiles.get(document.uri.toString())) return [];
	const rules = await language.rules();
	return linksInStories(
		await storyFiles.analysisOf(asOpenDocument(document)),
		frameworks.lookupsFor(document.uri.toString()).questions,
		rules,
	);
}

function targetOfQuestion(
	{ framework, question }: KnownQuestion,
	origin: vscode.Uri,
	frameworks: Frameworks,
	frameworkPages: FrameworkPages,
): vscode.Uri {
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
	if (link.kind === 'framework') return `Show what ${link.framework} holds`;
	return link.known.question.text;
}

const scheme = 'star-stories-framework';

/**
 * Frameworks as documents to read: the built-in ones have no file, and a folder's own file does not show what it
 * inherits.
 */
export class FrameworkPages implements vscode.Disposable {
	readonly #disposables = new Disposables();

	constructor(frameworks: Frameworks) {
		const changes = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
		this.#disposables.add(
			vscode.workspace.registerTextDocumentContentProvider(scheme, {
				onDidChange: changes.event,
				async provideTextDocumentContent({ path, query }) {
					const id = path.slice(1, -'.md'.length);
					const framework =
						query === ''
							? (await frameworks.builtIn()).get(id)
							: frameworks.for(query).find((each) => each.id === id);
					return framework && frameworkPage(framework);
				},
			}),
		);
		this.#disposables.add(
			frameworks.onDidChange(() => {
				for (const { uri } of vscode.workspace.textDocuments)
					if (uri.scheme === scheme && uri.query !== '') changes.fire(uri);
			}),
		);
	}

	/**
	 * The page of a framework.
	 *
	 * @param origin a file for which the framework is active; the folders of a workspace can have frameworks of one id
	 */
	uriOf({ id }: Pick<Framework, 'id'>, origin: vscode.Uri): vscode.Uri {
		const folder = isBuiltIn(id) ? undefined : vscode.workspace.getWorkspaceFolder(origin);
		return vscode.Uri.from({ scheme, path: `/${id}.md`, query: folder?.uri.toString() ?? '' });
	}

	/** Where the page of a framework describes one of its competencies. */
	headingOf(framework: Framework, competency: Competency): vscode.Range {
		return lineOf(framework, competencyHeading(competency));
	}

	/** Where the page of a framework asks a question. */
	placeOf(framework: Framework, question: Question): vscode.Range {
		return lineOf(framework, questionItem(question));
	}

	dispose(): void {
		this.#disposables.dispose();
	}
}

function lineOf(framework: Framework, content: string): vscode.Range {
	const line = Math.max(0, frameworkPage(framework).split('\n').indexOf(content));
	return new vscode.Range(line, 0, line, content.length);
}
