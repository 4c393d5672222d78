import { expect } from 'chai';
import { Lookups } from '../../src/core/framework/lookups.ts';
import * as vscode from 'vscode';
import type { Frameworks } from '../../src/core/library/frameworks.ts';
import type { Analysis } from '../../src/core/rules/analysis.ts';
import { StoryFiles } from '../../src/vscode/storyFiles.ts';
import type { CallOptions, LanguageClient } from '../../src/worker/client.ts';
import { OverBudget } from '../../src/worker/lane.ts';
import { closeEditors, showUntitled, typeOver } from './editors.ts';
import { eventually } from './eventually.ts';
import { inEveryHost } from './hosts.ts';

/** A call of the worker, which the test answers. */
interface Asked {
	readonly method: string;
	readonly args: readonly unknown[];
	readonly apart: string | undefined;
	answer(kind: Analysis['kind']): void;
	fail(error: Error): void;
}

inEveryHost('worker', 'the analysis of a document', () => {
	let asked: Asked[];
	let files: StoryFiles;
	let log: vscode.LogOutputChannel;

	beforeEach(() => {
		asked = [];
		const ask = (method: string, args: readonly unknown[], { apart }: CallOptions = {}) =>
			new Promise<Analysis>((resolve, fail) => {
				asked.push({
					method,
					args,
					apart,
					fail,
					answer: (kind) => resolve({ kind, stories: [], problems: [], failures: [] }),
				});
			});
		log = vscode.window.createOutputChannel('Test', { log: true });
		files = new StoryFiles(
			{ call: ask } as unknown as LanguageClient,
			{ lookupsFor: () => new Lookups([]) } as unknown as Frameworks,
			log,
		);
	});

	afterEach(async () => {
		files.dispose();
		log.dispose();
		await closeEditors();
	});

	/** The call with this number, from 0, once it is made. */
	async function call(number: number): Promise<Asked> {
		return eventually(
			() => asked[number],
			(made) => made !== undefined,
		) as Promise<Asked>;
	}

	it('is made again where the document changes before the answer comes', async () => {
		const document = await showUntitled('one');
		const analysis = files.analysisOf(document);
		await typeOver(document, 'two');
		(await call(0)).answer('bank');
		(await call(1)).answer('story');
		expect((await analysis).kind).to.equal('story');
		expect(asked.map(({ args: [_document, text] }) => text)).to.deep.equal(['one', 'two']);
	});

	it('is tried once more, apart, where it took too long, and the document is told of only if it does again', async () => {
		const document = await showUntitled('one');
		const key = document.uri.toString();
		const once = files.analysisOf(document);
		(await call(0)).fail(new OverBudget('too long'));
		(await call(1)).answer('story');
		expect((await once).kind).to.equal('story');

		await typeOver(document, '---\ncompetencies: [mentorship]\n---\n');
		const twice = files.analysisOf(document);
		(await call(2)).fail(new OverBudget('too long'));
		(await call(3)).fail(new OverBudget('too long'));
		expect((await twice).problems.map(({ rule }) => rule)).to.deep.equal(['document-intricate']);

		// Until it proves itself.
		await typeOver(document, 'three');
		const third = files.analysisOf(document);
		(await call(4)).answer('story');
		expect((await third).kind).to.equal('story');
		await typeOver(document, 'four');
		void files.analysisOf(document);
		expect((await call(5)).apart).to.equal(undefined);
		expect(asked.map(({ method, apart }) => [method, apart])).to.deep.equal([
			['analyseDocument', undefined],
			['analyse', key],
			['analyseDocument', undefined],
			['analyse', key],
			['analyse', key],
			['analyseDocument', undefined],
		]);
	});

	it('is made again for the next who asks where it failed, once', async () => {
		const document = await showUntitled('one');
		const failing = files.analysisOf(document);
		(await call(0)).fail(new Error('The worker is gone'));
		expect((await failing).kind).to.equal('other');
		const again = files.analysisOf(document);
		(await call(1)).answer('story');
		expect((await again).kind).to.equal('story');
		expect((await files.analysisOf(document)).kind).to.equal('story');
		expect(asked.length).to.equal(2);

		await typeOver(document, 'two');
		for (const number of [2, 3]) {
			const fails = files.analysisOf(document);
			(await call(number)).fail(new Error('The worker is gone'));
			expect((await fails).kind).to.equal('other');
		}
		expect((await files.analysisOf(document)).kind).to.equal('other');
		expect(asked.length).to.equal(4);
	});
});
