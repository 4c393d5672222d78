import * as vscode from 'vscode';
import { bankFile } from './bankFolder.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { problemsOf } from './problems.ts';

/** The framework file of the workspace under test. */
export interface FrameworkFile {
	readonly uri: vscode.Uri;
	write(text: string): Promise<void>;
}

/**
 * Lets the tests of a suite write a framework file. After each it is gone, and the built-in framework is in force
 * again.
 */
export function frameworkFile(): FrameworkFile {
	const uri = bankFile('star-framework.yaml');

	afterEach(async () => {
		await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
		await eventuallyEquals(() => problemsOf(uri), []);
		// A definition shows what is in force: a page of a folder's own framework names its folder.
		const story = await vscode.workspace.openTextDocument(bankFile('stories/retiring-the-nightly-reindex.md'));
		const tag = story.positionAt(story.getText().indexOf('technical-initiative') + 1);
		const definitions = () =>
			vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
				'vscode.executeDefinitionProvider',
				story.uri,
				tag,
			);
		const pageOf = (link: vscode.LocationLink | vscode.Location | undefined) =>
			link && 'targetUri' in link && link.targetUri.path;
		await eventually(definitions, ([link]) => pageOf(link) === '/staff.md');
	});

	return {
		uri,
		async write(text) {
			await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
			// Whoever had it open in a test before holds it for a while yet, and has to notice.
			const open = () =>
				vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
			await eventually(
				open,
				(document) => document === undefined || document.isClosed || document.getText() === text,
			);
		},
	};
}
