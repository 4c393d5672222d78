import { expect } from 'chai';
import * as vscode from 'vscode';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { FullAnalysis } from '../../src/core/rules/analysis.ts';
import { defaultContext } from '../core/context.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { closeEditors, showUntitled } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';
import { problemsOf } from './problems.ts';
import { soundStory } from './soundStory.ts';

const wholeStories = [
	'STAR story',
	'STAR story: Technical Initiative',
	'STAR story: Technical Influence',
	'STAR story: Mentorship & Knowledge Sharing',
	'STAR story: Cross-Team Alignment',
];

const sectionNames = ['Situation', 'Task', 'Action', 'Result', 'Learnings'];

inCurrentNode('the snippets', () => {
	afterEach(closeEditors);

	for (const name of wholeStories) {
		it(`insert by “${name}” a tagged story that waits for nothing but its words`, async () => {
			const document = await insertSnippet(name);
			const { kind, stories, problems } = analysed(document);
			expect(kind).to.equal('story');
			expect(stories[0]?.tags.map(({ competency }) => competency !== undefined)).to.deep.equal([true]);
			// When it happened is the author's to say: a tab stop, and not this month.
			expect(stories[0]?.details.date).to.equal(undefined);
			expect(sectionsOf(stories[0])).to.deep.equal(sectionNames);
			expect(seriousRules(problems)).to.deep.equal([]);
			await eventuallyEquals(() => problemsOf(document.uri).length, problems.length);
		});
	}

	it('make a story of a candidate', async () => {
		const candidate = (await soundStory()).replace(/^---[^]*?\n---\n/u, '');
		const document = await insertSnippet('STAR front matter', candidate);
		const { kind, stories, problems } = analysed(document);
		expect(document.getText().endsWith(candidate)).to.equal(true);
		expect(kind).to.equal('story');
		expect(stories[0]?.tags).to.have.length(1);
		expect(seriousRules(problems)).to.deep.equal([]);
	});

	it('add a story to a bank', async () => {
		const bank = (await textOf(bankFile('stories/bank.md'))).replace(/<!-- expect[^]*$/u, '');
		const before = analyse(bank, defaultContext);
		const { kind, stories, problems } = analysed(await insertSnippet('STAR bank entry', bank, bank.length));
		expect(kind).to.equal('bank');
		expect(stories).to.have.length(before.stories.length + 1);
		const added = stories.at(-1);
		expect(added?.tags.map(({ competency }) => competency !== undefined)).to.deep.equal([true]);
		expect(sectionsOf(added)).to.deep.equal(sectionNames);
		expect(seriousRules(problems.filter(({ story }) => story === stories.length - 1))).to.deep.equal([]);
	});

	it('add one section after the other', async () => {
		const start = '---\ncompetencies: mentorship\n---\n\n# Onboarding Ines\n\n';
		const document = await showUntitled(start);
		for (const name of sectionNames) {
			await insertInto(document, `STAR ${name}`, document.getText().length);
		}
		const { stories, problems } = analysed(document);
		expect(sectionsOf(stories[0])).to.deep.equal(sectionNames);
		expect(seriousRules(problems), document.getText()).to.deep.equal([]);
	});

	it('are offered as completions in Markdown, each by its prefix', async () => {
		const document = await showUntitled('sta');
		const labels = async () => {
			const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
				'vscode.executeCompletionItemProvider',
				document.uri,
				new vscode.Position(0, 3),
			);
			return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
		};
		const prefixes = [
			'star',
			'star-initiative',
			'star-influence',
			'star-mentorship',
			'star-alignment',
			'star-frontmatter',
			'star-bank-entry',
		];
		const wanted = [...prefixes, ...sectionNames.map((name) => `star-${name.toLowerCase()}`)];
		await eventually(labels, (offered) => wanted.every((prefix) => offered.includes(prefix)));
	});
});

/** Opens a document that was never saved and inserts a contributed snippet by its name. */
async function insertSnippet(name: string, content = '', offset = 0): Promise<vscode.TextDocument> {
	const document = await showUntitled(content);
	await insertInto(document, name, offset);
	return document;
}

/** Inserts a contributed snippet into the active editor. */
async function insertInto(document: vscode.TextDocument, name: string, offset: number): Promise<void> {
	const editor = await vscode.window.showTextDocument(document);
	const before = document.getText();
	editor.selection = new vscode.Selection(document.positionAt(offset), document.positionAt(offset));
	await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
	await eventually(
		() => document.getText(),
		(text) => text.length > before.length,
	);
	await vscode.commands.executeCommand('leaveSnippet');
}

function analysed(document: vscode.TextDocument): FullAnalysis {
	return analyse(document.getText(), defaultContext);
}

function sectionsOf(story: FullAnalysis['stories'][number] | undefined): readonly string[] | undefined {
	return story?.sections.map(({ kind }) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
}

/** The rules behind errors and warnings, each once. */
function seriousRules(problems: FullAnalysis['problems']): readonly string[] {
	return [
		...new Set(
			problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule),
		),
	];
}
