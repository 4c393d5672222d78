import { expect } from 'chai';
import * as vscode from 'vscode';
import { analyse } from '../../src/core/rules/analyse.ts';
import { toCodeAction } from '../../src/vscode/features/language/quickFixes.ts';
import { defaultContext } from '../core/context.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { showFile, showUntitled, typeInstead, typeOver } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { fixesFor } from './fixes.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { diagnosticsOf, filesWithProblems, problemsIn, problemsOf, ruleOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { misspelt, misspeltStory, soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

/** A problem and what its fix makes of the text. */
interface FixCase {
	readonly rule: string;
	/** The words at fault, as the range of the diagnostic holds them. */
	readonly words: string;
	/** Every fix that is offered, the best first. */
	readonly titles: readonly string[];
	/** Whether the first of them is the preferred one. */
	readonly isPreferred: boolean;
	/** What the first fix changes: this text, there once, into that. */
	readonly change: readonly [from: string, to: string];
}

inCurrentNode('quick fixes for the sample bank', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	// The fixes of the other problems there are tested without an editor.
	const cases: Readonly<Record<string, FixCase>> = {
		'stories/bank.md': {
			rule: 'section-missing',
			words: 'Incident reviews people wanted to read',
			titles: ['Insert Task'],
			isPreferred: true,
			change: [
				'**Action:** I picked three',
				'**Task:** What should they be able to do afterwards?\n\n**Action:** I picked three',
			],
		},
		'later/tab-indented-tags.md': {
			rule: 'front-matter-syntax',
			words: '\t',
			titles: ['Indent with spaces'],
			isPreferred: true,
			change: ['\n\t- mentorship\n', '\n  - mentorship\n'],
		},
	};
	for (const [path, expected] of Object.entries(cases)) {
		it(`mend ${expected.rule} in ${path}, and undo restores every character`, () =>
			expectFix(bankFile(path), expected));
	}

	it('switch off what no edit mends: on its line, in its story, and in the setting', async () => {
		const uri = await scratch.write('placeholder.md', `${await soundStory()}\nTODO\n`);
		const document = await showFile(uri);
		const [found] = await eventually(
			() => diagnosticsOf(uri).filter((diagnostic) => ruleOf(diagnostic) === 'placeholder'),
			(diagnostics) => diagnostics.length === 1,
		);
		const actions = await fixesFor(uri, found?.range);
		expect(actions.map(({ title }) => title)).to.deep.equal([
			'Switch off placeholder for this line',
			'Switch off placeholder for this story',
			'Switch off placeholder everywhere: open the setting',
		]);
		expect(await vscode.workspace.applyEdit(actions[0]?.edit ?? new vscode.WorkspaceEdit())).to.equal(true);
		expect(document.getText()).to.contain('<!-- star-stories-disable-next-line placeholder -->\nTODO\n');
		await eventuallyEquals(() => diagnosticsOf(uri).filter((each) => ruleOf(each) === 'placeholder').length, 0);
	});

	it('switch on the framework that knows a tag, beside those that are active, and nothing unasked', async () => {
		await settings.replace({});
		const story = (await soundStory()).replace('[technical-initiative]', '[technical-initiative, dive-deep]');
		const uri = await scratch.write('dive.md', story);
		await showFile(uri);
		const unknown = () => diagnosticsOf(uri).filter((each) => ruleOf(each) === 'competency-unknown');
		const [found] = await eventually(unknown, (diagnostics) => diagnostics.length === 1);
		const titles = ['Switch on Amazon Leadership Principles', 'Add “dive-deep” to the framework file'];
		const actions = await eventually(
			() => fixesFor(uri, found?.range),
			(all) => titles.every((title) => all.some((action) => action.title === title)),
		);
		const chosen = () => vscode.workspace.getConfiguration('starStories', uri).inspect('frameworks');
		expect(chosen()?.workspaceValue).to.equal(undefined);
		const command = actions.find(({ title }) => title === titles[0])?.command;
		await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
		await eventuallyEquals(() => chosen()?.workspaceValue, ['staff', 'amazon-lp']);
		await eventuallyEquals(() => unknown().length, 0);
	});

	it('mark at most one of the fixes for a problem as preferred', async () => {
		await eventuallyEquals(() => problemsOf(bankFile('stories/bank.md')).length > 0, true);
		for (const uri of filesWithProblems()) {
			await vscode.workspace.openTextDocument(uri);
			for (const { range } of diagnosticsOf(uri)) {
				const preferred = (await fixesFor(uri, range)).filter(({ isPreferred }) => isPreferred);
				expect(preferred.length, `${uri.toString()} ${JSON.stringify(range)}`).to.be.lessThan(2);
			}
		}
	});

	it('are not offered in what is no story', async () => {
		for (const path of [
			'README.md',
			'guides/the-star-method.md',
			'guides/engineering-ladder.md',
			'notes/team-notes.md',
			'notes/design-doc.md',
		]) {
			const document = await vscode.workspace.openTextDocument(bankFile(path));
			const everything = new vscode.Range(0, 0, document.lineCount, 0);
			expect(
				(await fixesFor(document.uri, everything)).map(({ title }) => title),
				path,
			).to.deep.equal([]);
		}
	});
});

inEveryHost('edits', 'quick fixes', () => {
	const scratch = scratchFolder();

	itInCurrentNode('mend a tag in a block list with a comment', async () => {
		const [from, to] = ['Technical Inititive', 'Technical Initiative'];
		const uri = await scratch.write(
			'story.md',
			(await soundStory()).replace('competencies: [technical-initiative]', `competencies:\n  - ${from}   # mine`),
		);
		await expectFix(uri, {
			rule: 'competency-unknown',
			words: from,
			titles: ['Change to Technical Initiative', 'Change to Technical Influence'],
			isPreferred: true,
			change: [`- ${from}   # mine`, `- ${to}   # mine`],
		});
	});

	it('mend a tag in the line of a story in a bank, and leave its neighbours alone', async () => {
		const tagged = 'technical-initiative; Technical Influence';
		const uri = await scratch.write(
			'bank.md',
			(await textOf(bankFile('stories/bank.md'))).replace(tagged, 'technical-initiative; Technical Influense'),
		);
		await expectFix(uri, {
			rule: 'competency-unknown',
			words: 'Technical Influense',
			titles: ['Change to Technical Influence'],
			isPreferred: true,
			change: ['technical-initiative; Technical Influense\n', `${tagged}\n`],
		});
	});

	it('keep CRLF and the byte order mark, down to the bytes that are saved', async () => {
		const candidate = (await soundStory()).replace(/^---[^]*?\n---\n\n/u, '').replaceAll('\n', '\r\n');
		const uri = await scratch.write('candidate.md', `\uFEFF${candidate}`);
		const document = await showFile(uri);
		await eventuallyEquals(
			() => problemsOf(uri),
			problemsIn(candidate, ['candidate', 'Retiring the nightly reindex']),
		);
		await applyOnlyFix(uri, undefined, 'Add front matter for a story');
		const tagged = `---\r\ncompetencies: []\r\n---\r\n\r\n${candidate}`;
		expect(document.getText()).to.equal(tagged);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(tagged, ['competency-missing', 'competencies']));
		await document.save();
		const bytes = await vscode.workspace.fs.readFile(uri);
		expect(bytes).to.deep.equal(new TextEncoder().encode(`\uFEFF${tagged}`));
	});

	it('are right for the text as it is now, before it has been analysed', async () => {
		const story = await misspeltStory();
		const uri = await scratch.write('story.md', story);
		const document = await showFile(uri);
		await eventuallyEquals(() => problemsOf(uri), problemsIn(story, ['competency-unknown', misspelt]));

		const pushedDown = '---\n# one\n# two\n';
		await typeInstead(document, '---\n', pushedDown);
		await applyOnlyFix(uri, rangeOf(document, misspelt), 'Change to Technical Initiative');
		expect(document.getText()).to.equal((await soundStory()).replace('---\n', pushedDown));

		await typeInstead(document, 'technical-initiative', 'mentroship');
		await applyOnlyFix(uri, rangeOf(document, 'mentroship'), 'Change to Mentorship & Knowledge Sharing');
		expect(document.getText()).to.include('competencies: [mentorship]\n');

		await typeInstead(document, 'mentorship', 'mentroship');
		const gone = rangeOf(document, 'mentroship');
		await typeInstead(document, 'mentroship', 'mentorship');
		expect(await fixesFor(uri, gone)).to.deep.equal([]);
	});

	itInCurrentNode('come in a story that was never saved, and only where a problem is', async () => {
		const document = await showUntitled(await misspeltStory());
		await eventuallyEquals(() => problemsOf(document.uri).length, 1);
		expect(await fixesFor(document.uri, rangeOf(document, 'one in nine'))).to.deep.equal([]);
		await applyOnlyFix(document.uri, rangeOf(document, misspelt), 'Change to Technical Initiative');
		expect(document.getText()).to.equal(await soundStory());
		await typeOver(document, '# Shopping list\n');
		await eventuallyEquals(() => problemsOf(document.uri), []);
		expect(await fixesFor(document.uri, new vscode.Range(0, 0, 1, 0))).to.deep.equal([]);
	});

	itInCurrentNode('say which diagnostics they mend', async () => {
		// What executeCodeActionProvider returns leaves the diagnostics out.
		const lacking = (await misspeltStory()).replace('## Task', '## One').replace('## Result', '## Two');
		const uri = await scratch.write('story.md', lacking);
		const document = await vscode.workspace.openTextDocument(uri);
		const { problems } = analyse(lacking, defaultContext);
		expect(problems.filter(({ rule }) => rule === 'section-missing')).to.have.length(2);
		await eventuallyEquals(() => diagnosticsOf(uri).length, problems.length);
		const context = {
			diagnostics: diagnosticsOf(uri),
			only: undefined,
			triggerKind: vscode.CodeActionTriggerKind.Invoke,
		};
		for (const problem of problems) {
			for (const fix of problem.fixes ?? []) {
				const mended = toCodeAction(fix, problem, document, context).diagnostics ?? [];
				expect(mended.map((diagnostic) => [ruleOf(diagnostic), diagnostic.message])).to.deep.equal([
					[problem.rule, problem.message],
				]);
			}
		}
	});
});

/** Applies the first fix for a problem of a file in an editor, holds the text against what is expected, and undoes it. */
async function expectFix(uri: vscode.Uri, { rule, words, titles, isPreferred, change }: FixCase): Promise<void> {
	const document = await showFile(uri);
	const before = document.getText();
	const isAtFault = (diagnostic: vscode.Diagnostic) =>
		ruleOf(diagnostic) === rule && document.getText(diagnostic.range) === words;
	const found = await eventually(
		() => diagnosticsOf(uri).filter(isAtFault),
		(diagnostics) => diagnostics.length > 0,
	);
	// What no edit mends at the same place is switched off at most.
	const actions = (await fixesFor(uri, found[0]?.range)).filter(({ title }) => !title.startsWith('Switch off'));
	expect(actions.map(({ title }) => title)).to.deep.equal(titles);
	expect(actions.map((action) => action.isPreferred)).to.deep.equal(
		titles.map((_title, index) => isPreferred && index === 0),
	);

	expect(await vscode.workspace.applyEdit(actions[0]?.edit ?? new vscode.WorkspaceEdit())).to.equal(true);
	expect(before.split(change[0]), change[0]).to.have.length(2);
	expect(document.getText()).to.equal(before.replace(change[0], () => change[1]));
	await eventuallyEquals(() => diagnosticsOf(uri).filter(isAtFault).length, 0);

	await vscode.commands.executeCommand('undo');
	await eventuallyEquals(() => document.getText(), before);
	await eventuallyEquals(() => diagnosticsOf(uri).filter(isAtFault).length, found.length);
}

/** Applies the fix with a title at a range; the only one there where none is named. */
async function applyOnlyFix(uri: vscode.Uri, range = diagnosticsOf(uri)[0]?.range, title?: string): Promise<void> {
	const fixes = (await fixesFor(uri, range)).filter((fix) => title === undefined || fix.title === title);
	expect(fixes).to.have.length(1);
	expect(await vscode.workspace.applyEdit(fixes[0]?.edit ?? new vscode.WorkspaceEdit())).to.equal(true);
}

/** The range of the first such words in a document. */
function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
	const start = document.getText().indexOf(words);
	return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}
