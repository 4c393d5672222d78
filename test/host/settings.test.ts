import { expect } from 'chai';
import * as vscode from 'vscode';
import { ignoresCase } from '../../src/vscode/nodeFiles.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { showFile } from './editors.ts';
import { eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { diagnosticsOf, type Fault, problemsIn, problemsOf, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory, soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

inCurrentNode('starStories.rules', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	it('sets the severity of each rule, and switches it off', async () => {
		const story = (await misspeltStory())
			.replace('strength: 5', 'strength: 9')
			.replace('## Learnings', '## Learnings\n\nTODO')
			.replace('## Task', '## Something else');
		const uri = await scratch.write('story.md', story);
		const open = await scratch.write('open.md', story);
		await showFile(open);
		const defaults = {
			'competency-unknown': 'Error',
			'front-matter-value': 'Error',
			placeholder: 'Warning',
			'section-missing': 'Warning',
		};
		await expectSeverities(defaults);

		const set = {
			'competency-unknown': 'hint',
			'front-matter-value': 'warning',
			placeholder: 'information',
			'section-missing': 'error',
		};
		await settings.replace({ 'starStories.rules': set });
		await expectSeverities({
			'competency-unknown': 'Hint',
			'front-matter-value': 'Warning',
			placeholder: 'Information',
			'section-missing': 'Error',
		});
		await settings.replace({
			'starStories.rules': { 'competency-unknown': 'off', 'front-matter-value': 'off', placeholder: 'hint' },
		});
		await expectSeverities({ placeholder: 'Hint', 'section-missing': 'Warning' });
		await settings.replace({});
		await expectSeverities(defaults);

		async function expectSeverities(expected: Readonly<Record<string, string>>): Promise<void> {
			await eventuallyEquals(() => [severitiesOf(uri), severitiesOf(open)], [expected, expected]);
		}
	});
});

inCurrentNode('what a story is judged by', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	/** Each setting by its full name, and what it makes of a story without problems. */
	const judged: readonly (readonly [name: string, value: unknown, ...faults: Fault[]])[] = [
		['starStories.wordsPerMinute', 60, ['length', 'Retiring the nightly reindex', 2]],
		['starStories.staleAfterYears', 1, ['stale', '2024-03']],
		['starStories.frameworks', ['amazon-lp'], ['competency-unknown', 'technical-initiative']],
		['starStories.rules', { 'plus-missing': 'error', 'competency-unknown': 'off' }],
	];
	it('follows the settings, open or closed, without a reload', async () => {
		const story = await soundStory();
		const [closed, open] = [await scratch.write('closed.md', story), await scratch.write('open.md', story)];
		await showFile(open);
		await scratch.untilCaughtUp();
		expect([problemsOf(closed), problemsOf(open)]).to.deep.equal([[], []]);
		for (const [name, value, ...faults] of judged) {
			await settings.replace({ [name]: value });
			const expected = problemsIn(story, ...faults);
			await eventuallyEquals(() => [name, problemsOf(closed), problemsOf(open)], [name, expected, expected]);
		}
		await settings.replace({});
		await eventuallyEquals(() => [problemsOf(closed), problemsOf(open)], [[], []]);
	});

	it('follows the name of the framework file', async () => {
		const story = await scratch.write('brave.md', (await soundStory()).replace('technical-initiative', 'courage'));
		await scratch.write('mine.yaml', 'competencies:\n  - id: courage\n    name: Courage\n');
		const unknown = problemsIn(await textOf(story), ['competency-unknown', 'courage']);
		await eventuallyEquals(() => problemsOf(story), unknown);
		await settings.replace({ 'starStories.frameworkFile': `${scratch.uri.path.split('/').at(-1)}/mine.yaml` });
		await eventuallyEquals(() => problemsOf(story), []);
		await settings.replace({});
		await eventuallyEquals(() => problemsOf(story), unknown);
	});
});

inEveryHost('files', 'the files that are searched for stories', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();
	let story = '';
	let problems: readonly string[] = [];

	before(async () => {
		story = await misspeltStory();
		problems = problemsIn(story, ['competency-unknown', misspelt]);
	});

	beforeEach(async () => {
		await scratch.write('shown, I think (1)/story.md', story);
		await scratch.write('hidden/story.md', story);
		await showFile(await scratch.write('hidden/open.md', story));
		await expectHidden(false);
	});

	// What else may stand in these settings is tested over the workspace in memory.
	const hiding: readonly (readonly [name: string, value: unknown])[] = [
		['starStories.include', ['**/shown*(1)/[!a]*.md', 'stories/*.md']],
		['files.exclude', { '**/hidden': true }],
		['search.exclude', { '**/hidden/**': true }],
	];
	it('are not those that a setting hides, open or closed', async () => {
		for (const [name, value] of hiding) {
			const setting = `${name} ${JSON.stringify(value)}`;
			await settings.replace({ [name]: value });
			await expectHidden(true, setting);
			await settings.replace({});
			await expectHidden(false, `no more ${setting}`);
		}
	});

	itInCurrentNode('are not those that a .gitignore names, unless search.useIgnoreFiles is off', async () => {
		const ignoreFile = await scratch.write('.gitignore', '# kept to ourselves\nhidden/\n');
		await expectHidden(true);
		await settings.replace({ 'search.useIgnoreFiles': false });
		await expectHidden(false);
		await settings.replace({});
		await expectHidden(true);
		await vscode.workspace.fs.delete(ignoreFile);
		await expectHidden(false);
	});

	it('are what VS Code calls Markdown, in capitals and by its settings too, and what include names', async () => {
		const names = ['CAPITALS.MD', 'associated.star', 'included.txt', 'other.txt'];
		const found = () => names.map((name) => problemsOf(scratch.file(name)));
		// So that the search has to find it.
		await settings.replace({ 'starStories.exclude': ['**/CAPITALS.MD', '**/hidden/**'] });
		await expectHidden(true);
		for (const name of names) await scratch.write(name, story);
		await scratch.untilCaughtUp();
		expect(found()).to.deep.equal([[], [], [], []]);
		const wanted = {
			'files.associations': { '*.star': 'markdown' },
			'starStories.include': ['**/*', '**/included.txt'],
		};
		await settings.replace(wanted);
		await eventuallyEquals(found, [problems, problems, problems, []]);
		await scratch.write('.gitignore', 'capitals.md\nhidden/\n');
		await expectHidden(true);
		await eventuallyEquals(found, [ignoresCase ? [] : problems, problems, problems, []]);
	});

	it('get no fixes while they are excluded', async () => {
		const open = scratch.file('hidden/open.md');
		const [diagnostic] = diagnosticsOf(open);
		const fixes = async () => (await fixesFor(open, diagnostic?.range)).map(({ title }) => title);
		expect(await fixes()).to.include('Change to Technical Initiative');
		await settings.replace({ 'starStories.exclude': ['**/hidden/**'] });
		await expectHidden(true);
		expect(await fixes()).to.deep.equal([]);
	});

	const senseless: readonly Readonly<Record<string, unknown>>[] = [
		{ 'starStories.exclude': 5, 'starStories.rules': 5, 'files.exclude': 5, 'search.useIgnoreFiles': 'no' },
		{
			'starStories.exclude': null,
			'starStories.rules': null,
			'files.exclude': null,
			'search.useIgnoreFiles': null,
		},
		{
			'starStories.exclude': ['{', '}', '[', '[z-a]', '**/hidden/\\'],
			'starStories.rules': { 'competency-unknown': 'fatal', toString: 'off', nonsense: 'error' },
			'files.exclude': { '**/hidden/*': { when: '$(basename).txt' } },
		},
		{ 'search.exclude': { '{': true, '[z-a]': true } },
	];
	itInCurrentNode('stay the same where settings make no sense', async () => {
		let isHidden = false;
		for (const values of senseless) {
			// Beside them another setting changes, to show that all have been read.
			isHidden = !isHidden;
			const other = 'search.exclude' in values ? 'files.exclude' : 'search.exclude';
			await settings.replace({ ...values, [other]: { '**/hidden/**': isHidden } });
			await expectHidden(isHidden, JSON.stringify(values));
			expect(severitiesOf(scratch.file('shown, I think (1)/story.md'))).to.deep.equal({
				'competency-unknown': 'Error',
			});
		}
		expect(problemsOf(bankFile('stories/bank.md'))).not.to.deep.equal([]);
	});

	async function expectHidden(isHidden: boolean, when?: string): Promise<void> {
		const paths = ['shown, I think (1)/story.md', 'hidden/story.md', 'hidden/open.md'];
		const found = () => paths.map((path) => [path, ...problemsOf(scratch.file(path))]);
		const expected = paths.map((path) => [path, ...(isHidden && path.startsWith('hidden') ? [] : problems)]);
		await eventuallyEquals(found, expected).catch((error: unknown) => {
			throw when === undefined ? error : new Error(`with ${when}: ${String(error)}`, { cause: error });
		});
	}
});

function severitiesOf(uri: vscode.Uri): Readonly<Record<string, string>> {
	return Object.fromEntries(
		diagnosticsOf(uri)
			.map((diagnostic) => [ruleOf(diagnostic), vscode.DiagnosticSeverity[diagnostic.severity]] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : 1)),
	);
}
