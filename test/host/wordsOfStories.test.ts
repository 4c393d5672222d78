import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import type { OpportunityFiles } from '../../src/core/questions/opportunities/opportunityFiles.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { AnalysisContext } from '../../src/core/rules/analysis.ts';
import { NameHiding } from '../../src/vscode/features/report/nameHiding.ts';
import { Reports } from '../../src/vscode/features/report/reports.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import { StoryRecall } from '../../src/vscode/features/commands/storyRecall.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import type { LanguageClient } from '../../src/worker/client.ts';
import type { SearchChanges } from '../../src/worker/protocol.ts';
import { inCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

inCurrentNode('the words of a story', () => {
	const scratch = scratchFolder();
	let isWorking: boolean;
	/** Happens before the next analysis is answered. */
	let meanwhile: (() => Promise<void>) | undefined;
	let searched: string[][];
	let files: StoryFiles;
	let log: vscode.LogOutputChannel;
	let workspace: VscodeWorkspace;
	const lookups = new Lookups([staff]);
	const frameworks = { lookupsFor: () => lookups, names: [] } as unknown as Frameworks;

	/** A worker that breaks down unless {@link isWorking}. */
	const language = {
		async call(method: string, args: readonly unknown[]) {
			if (method === 'takeSearched') {
				searched.push(
					(args[1] as SearchChanges).stories.map(
						({ story }) => `${story.title}: ${story.sections.length > 0 ? 'words' : 'none'}`,
					),
				);
				return true;
			}
			const happens = meanwhile;
			meanwhile = undefined;
			await happens?.();
			if (!isWorking) throw new Error('The worker is gone');
			return analyse(args[0] as string, args[1] as AnalysisContext);
		},
	} as unknown as LanguageClient;

	beforeEach(async () => {
		isWorking = true;
		meanwhile = undefined;
		searched = [];
		log = vscode.window.createOutputChannel('Test', { log: true });
		workspace = new VscodeWorkspace(log);
		files = new StoryFiles({
			workspace,
			analyser: {
				analyse: (...args) => language.call('analyse', [args[0], args[1]]),
				analyseDocument: (_document, ...args) => language.call('analyse', [args[0], args[1]]),
			},
			frameworks,
			log,
		});
		await save(await soundStory());
	});

	afterEach(() => {
		workspace.dispose();
		log.dispose();
	});

	/** Saves the story, and has it taken in. */
	async function save(text: string): Promise<void> {
		const uri = (await scratch.write('story.md', text)).toString();
		files.update([[uri, await files.read(uri, text)]]);
	}

	/** The stories in a new report, and whether their words are there. */
	async function told(): Promise<readonly (readonly [title: string, hasWords: boolean])[]> {
		const reports = new Reports({
			workspace,
			language,
			storyFiles: files,
			frameworks,
			opportunities: { all: [] } as unknown as OpportunityFiles,
			interviews: { all: [] },
			nameHiding: new NameHiding({
				storyFiles: files,
				frameworks,
				language,
				interviews: { all: [], unread: [] },
				allKnown: async () => undefined,
			}),
		});
		return (await reports.make({})).stories.map(({ title, lines }) => [title, lines.length > 0]);
	}

	it('are missing from the report where they cannot be read, and are in the next', async () => {
		isWorking = false;
		expect(await told()).to.deep.equal([['Retiring the nightly reindex', false]]);
		isWorking = true;
		expect(await told()).to.deep.equal([['Retiring the nightly reindex', true]]);
	});

	it('are those of the story as it is, where it changes while they are read for a report', async () => {
		const other = (await soundStory()).replace('title: Retiring the nightly reindex', 'title: Another');
		meanwhile = () => save(other);
		expect(await told()).to.deep.equal([['Another', true]]);
	});

	it('are searched from the next time on, where they cannot be read', async () => {
		isWorking = false;
		const recall = new StoryRecall(files, frameworks, language);
		await recall.refresh();
		isWorking = true;
		await recall.refresh();
		await recall.refresh();
		expect(searched).to.deep.equal([[], ['Retiring the nightly reindex: words']]);
	});

	it('are missing where it alone is asked for and they cannot be read', async () => {
		isWorking = false;
		const [entry] = files.index.stories();
		expect(entry && (await files.withItsWords(entry)).sections).to.deep.equal([]);
		isWorking = true;
		expect(entry && (await files.withItsWords(entry)).sections).not.to.deep.equal([]);
	});
});
