import * as vscode from 'vscode';
import { isBuiltIn } from '../core/framework/builtInIds.ts';
import type { Competency, Framework, Question } from '../core/framework/model.ts';
import { competencyHeading, frameworkPage, questionItem } from '../core/report/frameworkPage.ts';
import { Disposables } from '../core/library/disposables.ts';
import type { Frameworks } from '../core/library/frameworks.ts';

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
					const framework = query === '' ? (await frameworks.builtIn()).get(id) : frameworks.for(query).find((each) => each.id === id);
					return framework && frameworkPage(framework);
				},
			}),
		);
		this.#disposables.add(
			frameworks.onDidChange(() => {
				for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme && uri.query !== '') changes.fire(uri);
			}),
		);
	}

	/**
	 * The page of a framework.
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
