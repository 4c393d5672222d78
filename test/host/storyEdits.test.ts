import { expect } from 'chai';
import * as vscode from 'vscode';
import type { StoryChange } from '../../src/core/edit/changeStories.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { Lookups } from '../../src/core/framework/lookups.ts';
import { EditHistory } from '../../src/core/library/editHistory.ts';
import { StoryEdits } from '../../src/core/library/storyEdits.ts';
import { OpportunityFiles } from '../../src/core/questions/opportunities/opportunityFiles.ts';
import { analyse } from '../../src/core/rules/analyse.ts';
import type { ChosenStory } from '../../src/vscode/features/commands/chooseStories.ts';
import { MatrixEdits } from '../../src/vscode/features/matrix/matrixEdits.ts';
import { commands } from '../../src/vscode/ids.ts';
import { startWorker } from '../../src/vscode/worker.ts';
import { VscodeWorkspace } from '../../src/vscode/workspace.ts';
import { LanguageClient } from '../../src/worker/client.ts';
import { defaultContext } from '../core/context.ts';
import { throwOn } from '../core/throwOn.ts';
import { bankFile, bankFolder, textOf } from './bankFolder.ts';
import { chooseSecond, copiedAs, withProposed } from './copied.ts';
import { closeEditors, showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';

const scheme = 'star-stories-read-only';
const tagInfluence: StoryChange = { kind: 'tag', competency: 'technical-influence' };
const inFrontMatter = [
	'competencies: [technical-initiative]',
	'competencies: [technical-initiative, technical-influence]',
] as const;

/** A story as a view has seen it. */
async function seen(uri: vscode.Uri, index = 0): Promise<ChosenStory> {
	const text = (await vscode.workspace.openTextDocument(uri)).getText();
	const story = analyse(text, defaultContext).stories[index];
	if (!story) throw new Error(`No story ${index} in ${uri.toString()}`);
	return { file: uri.toString(), index, story };
}

function tabs(): readonly string[] {
	return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

inEveryHost('edits', 'changes of stories from a view', () => {
	const scratch = scratchFolder();
	let language: LanguageClient;
	let workspace: VscodeWorkspace;
	let history: EditHistory;
	let edits: StoryEdits;
	let shown: string[] = [];

	beforeEach(() => (shown = []));

	before(() => {
		const extension = vscode.extensions.getExtension('star-stories.star-stories');
		if (!extension) throw new Error('The extension is not there');
		workspace = new VscodeWorkspace({ error: throwOn });
		language = new LanguageClient((listener) => startWorker(extension.extensionUri, listener));
		history = new EditHistory(workspace);
		edits = new StoryEdits({
			workspace,
			history,
			frameworks: { lookupsFor: () => new Lookups([staff]) },
			changeStories: (...args) => language.call('changeStories', args, { urgent: true }),
			showError: (message) => {
				shown.push(message);
				void vscode.window.showErrorMessage(message);
			},
		});
	});

	after(() => {
		workspace.dispose();
		language.dispose();
	});

	it('are made in the words that another program wrote a moment ago', async () => {
		const text = await soundStory();
		const uri = await scratch.write('moment.md', text);
		const entry = await seen(uri);
		for (const words of ['Once.', 'Twice.', 'Three times.']) {
			await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}\n${words}\n`));
			expect([await edits.apply([{ entry, change: tagInfluence }], 'Tag'), shown]).to.deep.equal([true, []]);
			const document = await vscode.workspace.openTextDocument(uri);
			expect(document.getText()).to.equal(`${text.replace(...inFrontMatter)}\n${words}\n`);
			await document.save();
			expect(await textOf(uri)).to.equal(document.getText());
		}
		await vscode.workspace.fs.delete(uri);
		expect(await edits.apply([{ entry, change: tagInfluence }], 'Tag')).to.equal(false);
		expect(await textOf(uri).catch(() => 'gone')).to.equal('gone');
	});

	itInCurrentNode('from the matrix undo nothing that another program did', async () => {
		const text = await soundStory();
		const uri = await scratch.write('theirs.md', text);
		const entry = { ...(await seen(uri)), openProblems: 0 };
		const matrix = new MatrixEdits(edits, history);
		const theirs = text.replace(...inFrontMatter);
		await showFile(bankFile('README.md'));
		const open = await eventually(tabs, (labels) => labels.includes('README.md'));
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(theirs));
		expect(await matrix.make(entry, { kind: 'tag', competency: 'technical-influence' })).to.equal(true);
		expect(await matrix.undo()).to.equal('There is nothing to undo here.');
		expect([await textOf(uri), (await vscode.workspace.openTextDocument(uri)).getText()]).to.deep.equal([
			theirs,
			theirs,
		]);
		// Its own is undone, as it was made.
		expect(await matrix.make(entry, { kind: 'tag', competency: 'mentorship' })).to.equal(true);
		expect(await textOf(uri)).not.to.equal(theirs);
		expect(await matrix.undo()).to.equal(undefined);
		expect(await textOf(uri)).to.equal(theirs);
		await eventuallyEquals(tabs, open);
	});

	it('are saved in closed files, and can be undone', async () => {
		const text = await soundStory();
		const [one, other] = [
			await scratch.write('one.md', text),
			await scratch.write('other.md', text.replaceAll('\n', '\r\n')),
		];
		const entries = [await seen(one), await seen(other)];
		// VS Code opens files behind this one where they take long to save.
		await showFile(bankFile('README.md'));
		const open = await eventually(tabs, (labels) => labels.includes('README.md'));
		expect(
			await edits.apply(
				entries.map((entry) => ({ entry, change: tagInfluence })),
				'Tag',
			),
		).to.equal(true);
		expect(await textOf(one)).to.equal(text.replace(...inFrontMatter));
		expect(await textOf(other)).to.equal(text.replace(...inFrontMatter).replaceAll('\n', '\r\n'));
		await eventuallyEquals(tabs, open);
		const status: StoryChange = { kind: 'set', field: 'status', value: 'retired' };
		await edits.apply([{ entry: await seen(one), change: status }], 'Status');
		const document = await showFile(one);
		expect(document.getText()).to.contain('status: retired');
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => document.getText(), text.replace(...inFrontMatter));
	});

	it('wait in files that somebody has open, with what is typed there', async () => {
		const text = await soundStory();
		const document = await showFile(await scratch.write('open.md', text));
		const entry = await seen(document.uri);
		await edits.apply([{ entry, change: tagInfluence }], 'Tag');
		expect([document.isDirty, document.getText()]).to.deep.equal([true, text.replace(...inFrontMatter)]);
		await vscode.commands.executeCommand('undo');
		await eventuallyEquals(() => [document.isDirty, document.getText()], [false, text]);
		await typeInstead(document, 'sold at breakfast', 'sold at lunch');
		const applied = edits.apply([{ entry, change: tagInfluence }], 'Tag');
		// Of two edits that meet VS Code refuses one; the hands of a person are never refused.
		const type = () =>
			typeInstead(document, '# Retiring the nightly reindex', '# Retiring the reindex').then(
				() => true,
				() => false,
			);
		await eventually(type, (typed) => typed);
		expect(await applied).to.equal(true);
		const expected = text
			.replace(...inFrontMatter)
			.replace('sold at breakfast', 'sold at lunch')
			.replace('# Retiring the nightly', '# Retiring the');
		expect([document.isDirty, document.getText(), await textOf(document.uri)]).to.deep.equal([
			true,
			expected,
			text,
		]);
	});

	itInCurrentNode('reach one story of a bank', async () => {
		const text = await textOf(bankFile('stories/bank.md'));
		const bank = await scratch.write('bank.md', text);
		const entry = await seen(bank, 1);
		await edits.apply(
			[
				{ entry, change: { kind: 'set', field: 'strength', value: 1 } },
				{ entry, change: { kind: 'tag', competency: 'mentorship' } },
			],
			'Both',
		);
		const after = await textOf(bank);
		const [before, now] = [analyse(text, defaultContext).stories, analyse(after, defaultContext).stories];
		expect(now[1]?.details.strength).to.equal(1);
		expect(now[1]?.tags.map(({ competency }) => competency)).to.include('mentorship');
		for (const other of [0, 2, 3])
			expect(now[other] && after.slice(now[other].span.start, now[other].span.end)).to.equal(
				before[other] && text.slice(before[other].span.start, before[other].span.end),
			);
	});

	itInCurrentNode(
		'are refused for what is read-only, gone or no longer the same, and the others are made',
		async () => {
			const text = await soundStory();
			const registration = vscode.workspace.registerFileSystemProvider(
				scheme,
				new ReadOnlyFiles({ '/story.md': text }),
				{ isReadonly: true },
			);
			try {
				const fixed = vscode.Uri.from({ scheme, path: '/story.md' });
				const [good, gone] = [await scratch.write('good.md', text), await scratch.write('gone.md', text)];
				const entries = [await seen(fixed), await seen(good), await seen(gone)];
				await vscode.workspace.fs.delete(gone);
				expect(
					await edits.apply(
						entries.map((entry) => ({ entry, change: tagInfluence })),
						'Tag',
					),
				).to.equal(false);
				expect(await textOf(good)).to.equal(text.replace(...inFrontMatter));
				expect((await vscode.workspace.openTextDocument(fixed)).getText()).to.equal(text);
				await vscode.commands.executeCommand('notifications.clearAll');
			} finally {
				registration.dispose();
			}
		},
	);

	itInCurrentNode('follow from the rows of the tree: untag under a competency asks nothing', async () => {
		const text = (await soundStory()).replace(...inFrontMatter);
		const uri = await scratch.write('row.md', text);
		const entry = await seen(uri);
		const row = {
			kind: 'story',
			id: 'row',
			entry,
			tag: 'technical-influence',
			parent: { kind: 'competency', id: 'c', coverage: { competency: { id: 'technical-influence' } } },
		};
		await vscode.commands.executeCommand(commands.untagStory, row, [row]);
		await eventuallyEquals(() => textOf(uri), text.replace(inFrontMatter[1], inFrontMatter[0]));
	});

	itInCurrentNode('say how far several stories reached, by one choice', async () => {
		const text = (await soundStory()).replace(/^scope: .*\n/mu, '');
		const files = [await scratch.write('one.md', text), await scratch.write('two.md', text)];
		const entries = [await seen(files[0] as vscode.Uri), await seen(files[1] as vscode.Uri)];
		const rows = entries.map((entry, index) => ({ kind: 'story', id: `row ${index}`, entry }));
		await withProposed(() => vscode.commands.executeCommand(commands.setScope, rows[0], rows), undefined);
		for (const uri of files)
			await eventually(
				() => textOf(uri),
				(after) => /^scope: team$/mu.test(after) && after.replace(/^scope: team\n/mu, '') === text,
			);
	});

	itInCurrentNode('are copied as Markdown: the story alone', async () => {
		await showFile(await scratch.write('copied.md', '---\ncompetencies: [mentorship]\n---\n\n# One\n\nWords.\n'));
		await vscode.commands.executeCommand(commands.copyAsMarkdown);
		await eventuallyEquals(async () => vscode.env.clipboard.readText(), '# One\n\nWords.\n');
	});

	itInCurrentNode('are copied as Markdown with their names only where that is chosen', async () => {
		const uri = await scratch.write(
			'named.md',
			'---\ncompetencies: [mentorship]\nteam: Nightowls\n---\n\n# Nightowls\n',
		);
		await scratch.untilCaughtUp();
		const row = { kind: 'story', id: 'row', entry: await seen(uri), tag: 'mentorship' };
		// The bank has a story whose front matter cannot be read, so that names may be missing.
		await copiedAs(/^nothing yet$/u, commands.copyAsMarkdown, chooseSecond, row, [row]);
		await copiedAs(/^# Nightowls\n$/u, commands.copyAsMarkdown, undefined, row, [row]);
	});
});

inCurrentNode('opportunities', () => {
	let files: OpportunityFiles;
	let workspace: VscodeWorkspace;
	let history: EditHistory;
	let language: LanguageClient;
	const uri = () => vscode.Uri.joinPath(bankFolder(), 'stories/opportunities.md');

	before(() => {
		const extension = vscode.extensions.getExtension('star-stories.star-stories');
		if (!extension) throw new Error('The extension is not there');
		workspace = new VscodeWorkspace({ error: throwOn });
		language = new LanguageClient((listener) => startWorker(extension.extensionUri, listener));
		history = new EditHistory(workspace);
		files = new OpportunityFiles({
			workspace,
			history,
			frameworks: {
				lookupsFor: () => new Lookups([staff]),
				onDidChange: () => new vscode.Disposable(() => undefined),
			},
			language: {
				readOpportunities: (...args) => language.call('readOpportunities', args, { urgent: true }),
				planOpportunity: (...args) => language.call('planOpportunity', args, { urgent: true }),
				tickOpportunity: (...args) => language.call('tickOpportunity', args, { urgent: true }),
			},
			log: { error: () => undefined },
			showError: (message) => void vscode.window.showErrorMessage(message),
		});
	});

	afterEach(closeEditors);

	after(async () => {
		files.dispose();
		workspace.dispose();
		language.dispose();
		await vscode.workspace.fs.delete(uri());
	});

	const plans = () => files.for('mentorship').map(({ what, done }) => `${done ? 'x' : '-'} ${what}`);

	it('are planned, ticked, followed on the disk and in the editor', async () => {
		expect(
			await files.plan(bankFolder().toString(), {
				what: 'Take an intern',
				by: '2027-02',
				competency: 'mentorship',
			}),
		).to.equal(true);
		expect(await textOf(uri())).to.equal(
			'# Opportunities\n\n- [ ] Take an intern (by 2027-02) — Mentorship & Knowledge Sharing\n',
		);
		expect(plans()).to.deep.equal(['- Take an intern']);
		await files.plan(bankFolder().toString(), { what: 'Teach a class', competency: 'mentorship' });
		const [first] = files.for('mentorship');
		if (!first) throw new Error('nothing planned');
		await files.tick(first, true);
		const text =
			'# Opportunities\n\n- [x] Take an intern (by 2027-02) — Mentorship & Knowledge Sharing\n- [ ] Teach a class — Mentorship & Knowledge Sharing\n';
		expect(await textOf(uri())).to.equal(text);
		expect(plans()).to.deep.equal(['- Teach a class', 'x Take an intern']);

		const document = await showFile(uri());
		await typeInstead(document, 'Teach a class', 'Teach two classes');
		await eventuallyEquals(plans, ['- Teach two classes', 'x Take an intern']);
		await closeEditors();
		await eventuallyEquals(plans, ['- Teach a class', 'x Take an intern']);
		await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(text.replace('Teach', 'Hold')));
		await eventuallyEquals(plans, ['- Hold a class', 'x Take an intern']);
		await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(text.replace('Teach', 'Give')));
		expect(
			await files.plan(bankFolder().toString(), { what: 'Pair with a newcomer', competency: 'mentorship' }),
		).to.equal(true);
		expect(plans()).to.deep.equal(['- Give a class', '- Pair with a newcomer', 'x Take an intern']);
	});

	it('are taken back, one after the other: a tick, a plan, and the first of a file', async () => {
		await showFile(bankFile('README.md'));
		await vscode.workspace.fs.delete(uri());
		await eventuallyEquals(plans, []);
		await files.plan(bankFolder().toString(), { what: 'Take an intern', competency: 'mentorship' });
		await files.plan(bankFolder().toString(), { what: 'Teach a class', competency: 'mentorship' });
		const [first] = files.for('mentorship');
		if (!first) throw new Error('nothing planned');
		await files.tick(first, true);
		await eventuallyEquals(plans, ['- Teach a class', 'x Take an intern']);
		expect(await history.undo()).to.equal(undefined);
		await eventuallyEquals(plans, ['- Take an intern', '- Teach a class']);
		expect(await history.undo()).to.equal(undefined);
		await eventuallyEquals(plans, ['- Take an intern']);
		expect(await history.undo()).to.equal(undefined);
		await eventuallyEquals(async () => [plans(), await textOf(uri())], [[], '']);
	});

	it('are no story, and a story of that name is no list of them', async () => {
		const task = '- [ ] Take an intern — mentorship\n';
		const story = (await soundStory()).replace('technical-initiative', 'nothing of the kind');
		await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(`# Plans\n\n${task}`));
		await eventually(plans, ([only]) => only === '- Take an intern');
		await showFile(uri());
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
			'vscode.executeCodeLensProvider',
			uri(),
			10,
		);
		expect(lenses.filter(({ command }) => command?.command.startsWith('starStories'))).to.deep.equal([]);
		expect(vscode.languages.getDiagnostics(uri())).to.deep.equal([]);
		await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(`${story}\n${task}`));
		await eventually(
			() => vscode.languages.getDiagnostics(uri()),
			(found) => found.some(({ source }) => source === 'STAR Stories'),
		);
		await eventuallyEquals(plans, []);
	});
});
