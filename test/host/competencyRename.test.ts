import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import { StoryScanner } from '../../src/core/library/storyScanner.ts';
import { renameCompetency, type RenameServices } from '../../src/vscode/features/language/rename.ts';
import { startWorker } from '../../src/vscode/worker.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory } from './soundStory.ts';

inEveryHost('edits', 'renaming a competency', () => {
	const scratch = scratchFolder();

	it('waits for the stories that are still being read, so that none keeps the old name', async () => {
		const extension = vscode.extensions.getExtension('star-stories.star-stories');
		if (!extension) throw new Error('The extension is not there');
		const uri = await scratch.write('story.md', await misspeltStory());
		const log = vscode.window.createOutputChannel('Test', { log: true });
		const language = new LanguageClient((listener) => startWorker(extension.extensionUri, listener));
		const workspace = new VscodeWorkspace(log);
		const frameworks = {
			lookupsFor: () => new Lookups([staff]),
			fileFor: () => undefined,
		} as unknown as Frameworks;
		const storyFiles = new StoryFiles({ workspace, analyser: language, frameworks, log });
		let open!: () => void;
		const opened = new Promise<void>((resolve) => (open = resolve));
		const readNow = workspace.read.bind(workspace);
		workspace.read = async (...args) => {
			await opened;
			return readNow(...args);
		};
		const scanner = new StoryScanner({
			files: storyFiles,
			disk: { reaches: () => false, read: async () => undefined },
			workspace,
			onDidChangeFrameworks: () => ({ dispose: () => undefined }),
			log,
		});
		try {
			const scanned = scanner.scan();
			const services = {
				language,
				storyFiles,
				frameworks,
				workspace,
				allKnown: () => scanner.caughtUp(),
			} as unknown as RenameServices;
			const renamed = renameCompetency(uri, { from: misspelt, to: 'technical-initiative' }, services);
			open();
			await scanned;
			expect((await renamed).entries().map(([file]) => file.toString())).to.include(uri.toString());
		} finally {
			scanner.dispose();
			workspace.dispose();
			language.dispose();
			log.dispose();
		}
	});
});
