import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';

/**
 * What there has to be before the extension is loaded: an open Markdown file, stories in their folder, a framework, the
 * sample stories, or a page of ours from the last session. Other Markdown in the workspace is none.
 */
const reasons =
	/^(?:onLanguage:markdown|workspaceContains:stories\/\*\*\/\*\.\{md,markdown\}|workspaceContains:star-framework\.yaml|onWebviewPanel:starStories\.\w+|onFileSystem:star-stories-samples)$/u;

describe('the extension', () => {
	it('is not loaded for a workspace without stories', () => {
		const { activationEvents } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
			activationEvents: readonly string[];
		};
		expect(activationEvents).to.include('onLanguage:markdown');
		expect(activationEvents.filter((event) => !reasons.test(event))).to.deep.equal([]);
	});
});
