import { expect } from 'chai';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { type AnalysisOptions, OverBudget } from '../../src/core/library/storyAnalyser.ts';
import { StoryFiles } from '../../src/core/library/storyFiles.ts';
import type { OpenDocument } from '../../src/core/library/workspace.ts';
import type { Analysis, FullAnalysis } from '../../src/core/rules/analysis.ts';
import { InMemoryWorkspace } from './inMemoryWorkspace.ts';

/** A call of the analyser, which the test answers. */
interface Asked {
	readonly method: string;
	readonly text: string;
	readonly apart: string | undefined;
	answer(kind: Analysis['kind']): void;
	fail(error: Error): void;
}

describe('the analysis of a document', () => {
	const lookups = new Lookups([]);
	const uri = 'untitled:Untitled-1';
	let asked: Asked[];
	let files: StoryFiles;
	let workspace: InMemoryWorkspace;

	beforeEach(() => {
		asked = [];
		const ask = (method: string, text: string, { apart }: AnalysisOptions) =>
			new Promise<FullAnalysis>((resolve, fail) => {
				const answer = (kind: Analysis['kind']) => resolve({ kind, stories: [], problems: [], failures: [] });
				asked.push({ method, text, apart, fail, answer });
			});
		workspace = new InMemoryWorkspace([]);
		files = new StoryFiles({
			workspace,
			analyser: {
				analyse: (text, _context, options) => ask('analyse', text, options),
				analyseDocument: (_document, text, _context, options) => ask('analyseDocument', text, options),
			},
			frameworks: { lookupsFor: () => lookups },
			log: { error: () => undefined },
		});
	});

	function type(text: string): OpenDocument {
		workspace.type(uri, text);
		const document = workspace.document(uri);
		if (!document) throw new Error('It is not open');
		return document;
	}

	/** The call with this number, from 0, once it is made. */
	async function call(number: number): Promise<Asked> {
		await workspace.clock.settle();
		const made = asked[number];
		if (!made) throw new Error(`${asked.length} calls were made`);
		return made;
	}

	it('is made again where the document changes before the answer comes', async () => {
		const analysis = files.analysisOf(type('one'));
		type('two');
		(await call(0)).answer('bank');
		(await call(1)).answer('story');
		expect((await analysis).kind).to.equal('story');
		expect(asked.map(({ text }) => text)).to.deep.equal(['one', 'two']);
	});

	it('is tried once more, apart, where it took too long, and the document is told of only if it does again', async () => {
		const once = files.analysisOf(type('one'));
		(await call(0)).fail(new OverBudget('too long'));
		(await call(1)).answer('story');
		expect((await once).kind).to.equal('story');

		const twice = files.analysisOf(type('---\ncompetencies: [mentorship]\n---\n'));
		(await call(2)).fail(new OverBudget('too long'));
		(await call(3)).fail(new OverBudget('too long'));
		expect((await twice).problems.map(({ rule }) => rule)).to.deep.equal(['document-intricate']);

		// Until it proves itself.
		const third = files.analysisOf(type('three'));
		(await call(4)).answer('story');
		expect((await third).kind).to.equal('story');
		void files.analysisOf(type('four'));
		expect((await call(5)).apart).to.equal(undefined);
		expect(asked.map(({ method, apart }) => [method, apart])).to.deep.equal([
			['analyseDocument', undefined],
			['analyse', uri],
			['analyseDocument', undefined],
			['analyse', uri],
			['analyse', uri],
			['analyseDocument', undefined],
		]);
	});

	it('is made again for the next who asks where it failed, once', async () => {
		const document = type('one');
		const failing = files.analysisOf(document);
		(await call(0)).fail(new Error('The worker is gone'));
		expect((await failing).kind).to.equal('other');
		const again = files.analysisOf(document);
		(await call(1)).answer('story');
		expect((await again).kind).to.equal('story');
		expect((await files.analysisOf(document)).kind).to.equal('story');
		expect(asked.length).to.equal(2);

		type('two');
		for (const number of [2, 3]) {
			const fails = files.analysisOf(document);
			(await call(number)).fail(new Error('The worker is gone'));
			expect((await fails).kind).to.equal('other');
		}
		expect((await files.analysisOf(document)).kind).to.equal('other');
		expect(asked.length).to.equal(4);
	});
});
