import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import type { StoryFiles } from '../../src/core/library/storyFiles.ts';
import type { NamesRead } from '../../src/core/text/names/hideable.ts';
import { askAboutNames, withoutNames } from '../../src/vscode/features/report/askAboutNames.ts';
import { NameHiding } from '../../src/vscode/features/report/nameHiding.ts';
import { startWorker } from '../../src/vscode/worker.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import { chooseSecond, withProposed } from './copied.ts';
import { eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';

inCurrentNode('the names in what is copied', () => {
	let language: LanguageClient;

	beforeEach(() => {
		const { extensionUri } = vscode.extensions.getExtension('star-stories.star-stories') ?? {};
		if (!extensionUri) throw new Error('The extension is not there');
		language = new LanguageClient((listener) => startWorker(extensionUri, listener));
	});

	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		language.dispose();
	});

	it('are asked about once every file that may list them is known, however early it is copied', async () => {
		const names: NamesRead = { names: [{ name: 'Halyard', field: 'confidential' }] };
		const copied = async () => {
			let known: readonly { uri: string; analysis: { names: NamesRead } }[] = [];
			const hiding = new NameHiding({
				storyFiles: { counted: () => known } as unknown as StoryFiles,
				frameworks: { names: [] } as unknown as Frameworks,
				language,
				interviews: { all: [], unread: [] },
				// The file that lists the name is read last.
				allKnown: async () => void (known = [{ uri: 'file:///w/last.md', analysis: { names } }]),
			});
			return withProposed(() => askAboutNames(['I led it at Halyard.'], 'Names', hiding), chooseSecond);
		};
		// Again where the list opened between the two keys.
		await eventuallyEquals(copied, ['I led it at [Name A].']);
	});

	it('may be missing where a list of interviews cannot be read, and nothing is copied', async () => {
		const interviews = { all: [], unread: ['file:///w/stories/interviews.md'] };
		const hiding = new NameHiding({
			storyFiles: { counted: () => [] } as unknown as StoryFiles,
			frameworks: { names: [] } as unknown as Frameworks,
			language,
			interviews,
			allKnown: async () => undefined,
		});
		expect(hiding.listing().unread.map(({ reason }) => reason)).to.deep.equal(['it cannot be read']);
		expect(await withoutNames(['I led it at Halyard.'], hiding)).to.equal(undefined);
		interviews.unread.length = 0;
		expect((await withoutNames(['I led it at Halyard.'], hiding))?.data).to.deep.equal(['I led it at Halyard.']);
	});
});
