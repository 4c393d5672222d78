import { expect } from 'chai';
import * as vscode from 'vscode';
import { analyse } from '../../src/core/analyse.ts';
import type { AnalysisContext } from '../../src/core/analysis.ts';
import { staff } from '../../src/core/framework/staff.ts';
import type { Frameworks } from '../../src/host/frameworks.ts';
import type { LanguageClient } from '../../src/host/language/languageClient.ts';
import type { OpportunityFiles } from '../../src/host/opportunityFiles.ts';
import { Reports } from '../../src/host/reports.ts';
import { StoryFiles } from '../../src/host/storyFiles.ts';
import { StoryRecall } from '../../src/host/storyRecall.ts';
import type { SearchChanges } from '../../src/worker/protocol.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

describe('a story whose words cannot be read once', () => {
	const scratch = scratchFolder();
	let isWorking: boolean;
	let searched: string[][];
	let files: StoryFiles;
	let log: vscode.LogOutputChannel;
	const active = [staff];
	const frameworks = { for: () => active } as unknown as Frameworks;

	/** A worker that breaks down unless {@link isWorking}. */
	const language = {
		async call(method: string, args: readonly unknown[]) {
			if (method === 'takeSearched') {
				searched.push((args[1] as SearchChanges).stories.map(({ story }) => `${story.title}: ${story.sections.length > 0 ? 'words' : 'none'}`));
				return true;
			}
			if (!isWorking) throw new Error('The worker is gone');
			return analyse(args[0] as string, args[1] as AnalysisContext);
		},
	} as unknown as LanguageClient;

	beforeEach(async () => {
		isWorking = true;
		searched = [];
		log = vscode.window.createOutputChannel('Test', { log: true });
		files = new StoryFiles(language, frameworks, log);
		const text = await soundStory();
		const uri = await scratch.write('story.md', text);
		files.update([[uri, await files.read(uri, text)]]);
		isWorking = false;
	});

	afterEach(() => {
		files.dispose();
		log.dispose();
	});

	it('is in the report without them, and with them in the next', async () => {
		const reports = new Reports(language, files, frameworks, { all: [] } as unknown as OpportunityFiles);
		const told = async () => (await reports.make({})).stories.map(({ title, lines }) => [title, lines.length > 0]);
		expect(await told()).to.deep.equal([['Retiring the nightly reindex', false]]);
		isWorking = true;
		expect(await told()).to.deep.equal([['Retiring the nightly reindex', true]]);
	});

	it('is searched from the next time on', async () => {
		const recall = new StoryRecall(files, frameworks, language);
		await recall.refresh();
		isWorking = true;
		await recall.refresh();
		await recall.refresh();
		expect(searched).to.deep.equal([[], ['Retiring the nightly reindex: words']]);
	});

	it('is shown without them where it alone is asked for', async () => {
		const [entry] = files.index.stories();
		expect(entry && (await files.withItsWords(entry)).sections).to.deep.equal([]);
		isWorking = true;
		expect(entry && (await files.withItsWords(entry)).sections).not.to.deep.equal([]);
	});
});
