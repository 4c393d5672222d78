import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { AnalysisContext } from '../../src/core/rules/analysis.ts';
import type { DiskAnalysis } from '../../src/vscode/diskAnalysis.ts';
import { readTextOrFail } from '../../src/vscode/readText.ts';
import { StoryFiles } from '../../src/vscode/storyFiles.ts';
import { StoryScanner } from '../../src/vscode/storyScanner.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import type { LanguageClient } from '../../src/worker/client.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';

inEveryHost('files', 'a file that another program holds', () => {
	const scratch = scratchFolder();
	let files: StoryFiles;
	let scanner: StoryScanner;
	let workspace: VscodeWorkspace;
	let log: vscode.LogOutputChannel;
	/** When the file could not be read, in milliseconds since 1970. */
	let refusals: number[];
	let isHeld: boolean;

	beforeEach(() => {
		isHeld = false;
		refusals = [];
		log = vscode.window.createOutputChannel('Test', { log: true });
		const language = {
			call: async (_method: string, args: readonly unknown[]) =>
				analyse(args[0] as string, args[1] as AnalysisContext),
		} as unknown as LanguageClient;
		files = new StoryFiles(language, { lookupsFor: () => new Lookups([staff]) } as unknown as Frameworks, log);
		workspace = new VscodeWorkspace();
		const disk = { reaches: () => false, analyse: async () => undefined } as unknown as DiskAnalysis;
		scanner = new StoryScanner(files, disk, workspace, new vscode.EventEmitter<void>().event, log, (uri) => {
			if (!isHeld) return readTextOrFail(uri);
			refusals.push(Date.now());
			return Promise.reject(vscode.FileSystemError.Unavailable(uri));
		});
	});

	afterEach(() => {
		scanner.dispose();
		workspace.dispose();
		files.dispose();
		log.dispose();
	});

	const story = (title: string) => `---\ncompetencies: [mentorship]\n---\n# ${title}\n`;
	const titleOf = (uri: vscode.Uri) => files.get(uri)?.analysis.stories[0]?.title;

	it('keeps its stories, and is read as soon as that can be', async () => {
		const uri = await scratch.write('story.md', story('One'));
		await eventually(
			() => titleOf(uri),
			(title) => title === 'One',
		);
		isHeld = true;
		await scratch.write('story.md', story('Two'));
		await eventually(
			() => refusals,
			({ length }) => length > 0,
		);
		expect(titleOf(uri)).to.equal('One');
		isHeld = false;
		// Nothing happens to it any more: it is looked at again.
		await eventually(
			() => titleOf(uri),
			(title) => title === 'Two',
		);
	});

	it('is as good as gone where that lasts', async () => {
		const uri = await scratch.write('story.md', story('One'));
		await eventually(
			() => titleOf(uri),
			(title) => title === 'One',
		);
		isHeld = true;
		await scratch.write('story.md', story('Two'));
		await eventually(
			() => refusals,
			({ length }) => length > 0,
		);
		await eventually(
			() => titleOf(uri),
			(title) => title === undefined,
		);
		const [first = 0] = refusals;
		expect((refusals.at(-1) ?? 0) - first, 'milliseconds of patience').to.be.greaterThan(4900);
	});
});
