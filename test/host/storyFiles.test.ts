import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/analysis.ts';
import type { Frameworks } from '../../src/host/frameworks.ts';
import type { LanguageClient } from '../../src/host/language/languageClient.ts';
import { StoryFiles } from '../../src/host/storyFiles.ts';
import { closeEditors, showUntitled, typeOver } from './editors.ts';
import { eventually } from './eventually.ts';

describe('the analysis of a document', () => {
	afterEach(closeEditors);

	it('is made again where the document changes before the answer comes', async () => {
		const asked: { readonly text: unknown; readonly answer: (analysis: Analysis) => void }[] = [];
		// Answers when the test says so.
		const language = { call: (_method: string, [_document, text]: readonly unknown[]) => new Promise<Analysis>((answer) => asked.push({ text, answer })) };
		const log = vscode.window.createOutputChannel('Test', { log: true });
		const files = new StoryFiles(language as unknown as LanguageClient, { for: () => [] } as unknown as Frameworks, log);
		try {
			const document = await showUntitled('one');
			const analysis = files.analysisOf(document);
			await typeOver(document, 'two');
			asked[0]?.answer({ kind: 'bank', stories: [], problems: [], failures: [] });
			await eventually(() => asked.length, (count) => count === 2);
			asked[1]?.answer({ kind: 'story', stories: [], problems: [], failures: [] });
			expect((await analysis).kind).to.equal('story');
			expect(asked.map(({ text }) => text)).to.deep.equal(['one', 'two']);
		} finally {
			files.dispose();
			log.dispose();
		}
	});
});
