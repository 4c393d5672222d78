import { expect } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../src/vscode/ids.ts';
import { bankFile, textOf } from './bankFolder.ts';
import { closeEditors, showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import { scratchFolder } from './scratchFolder.ts';
import { shownReport } from './shownReport.ts';
import { soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

const earlier = 'star-stories-report.json';

inEveryHost('files', 'the command Export Report', () => {
	const scratch = scratchFolder();

	const begins: Readonly<Record<string, RegExp>> = {
		markdown: /^# STAR Stories\n/u,
		html: /^<!DOCTYPE html>/u,
		csv: /^Title,Competencies,/u,
		json: /^\{\n\t"version": 1,/u,
		anki: /^#separator:tab\n/u,
	};
	for (const [format, beginning] of Object.entries(begins)) {
		// Every host writes them in the same way, and shows HTML as a page.
		(format === 'html' ? it : itInCurrentNode)(
			`writes ${format} to the file that was chosen, and shows it`,
			async () => {
				const target = scratch.file(`out.${format === 'markdown' ? 'md' : format}`);
				await create({ format, target: target.toString() });
				expect(await textOf(target))
					.to.match(beginning)
					.and.contain('Retiring the nightly reindex');
				// HTML as a page and Markdown as a preview: as one reads them.
				const isPage = (input: unknown) =>
					format === 'html'
						? input instanceof vscode.TabInputWebview
						: format === 'markdown'
							? input instanceof vscode.TabInputCustom
							: input instanceof vscode.TabInputText;
				await eventually(
					() => vscode.window.tabGroups.activeTabGroup.activeTab,
					(tab) => tab !== undefined && tab.label === target.path.split('/').at(-1) && isPage(tab.input),
				);
				const isMarked =
					Array.from(await vscode.workspace.fs.readFile(target))
						.slice(0, 3)
						.join() === '239,187,191';
				expect(isMarked, 'a byte order mark').to.equal(format === 'csv');
			},
		);
	}

	it('opens a report that cannot be written, so that it is not lost', async () => {
		const files = new ReadOnlyFiles({ '/note.md': '# Note\n' });
		const registration = vscode.workspace.registerFileSystemProvider('star-stories-read-only-report', files, {
			isReadonly: true,
		});
		try {
			const target = vscode.Uri.from({ scheme: 'star-stories-read-only-report', path: '/report.html' });
			await create({ format: 'html', target: target.toString() });
			const shown = await eventually(
				() => vscode.window.activeTextEditor?.document,
				(document) => document?.isUntitled === true,
			);
			expect(shown?.languageId).to.equal('html');
			expect(shown?.getText()).to.contain('Retiring the nightly reindex');
		} finally {
			registration.dispose();
		}
	});
});

inCurrentNode('what the command Export Report tells', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	afterEach(async () => {
		await vscode.workspace.fs.delete(bankFile(earlier)).then(undefined, () => undefined);
	});

	it('links from where it is written to where the stories are', async () => {
		const target = scratch.file('out/report.md');
		await create({ format: 'markdown', target: target.toString() });
		const link = /\[Retiring the nightly reindex\]\(([^)]+)#L19\)/u.exec(await textOf(target))?.[1] ?? '';
		expect(link).to.equal('../../stories/retiring-the-nightly-reindex.md');
	});

	it('hides every listed name in a document that still follows the stories', async () => {
		const text = (await soundStory())
			.replaceAll('Retiring the nightly reindex', 'Wiring Vantablue')
			.replace('---\n', '---\nconfidential: [Vantablue, "Zig (zag)"]\n');
		const uri = await scratch.write('vantablue.md', text);
		await create({ format: 'markdown', hide: ['company', 'confidential'] });
		const report = await eventually(shownReport, (shown) => shown !== undefined);
		await eventually(
			() => linesWith(report, 'Wiring'),
			(lines) => /Wiring \\\[Name [A-Z]\\\]/u.test(lines),
		);
		expect(report?.getText()).not.to.match(/vantablue|lensgate/iu);
		expect(report?.getText())
			.to.contain('names are hidden behind placeholders')
			.and.match(/\\\[Company [A-Z]\\\] sells used cameras/u);
		const story = await showFile(uri);
		await typeInstead(story, 'Wiring Vantablue', 'Wiring Zig (zag) again');
		await eventually(
			() => linesWith(report, 'Wiring'),
			(lines) => /Wiring \\\[Name [A-Z]\\\] again/u.test(lines),
		);
	});

	it('says in every format that nothing was hidden where nothing is asked to be', async () => {
		const target = scratch.file('none.json');
		await create({ format: 'json', hide: [], target: target.toString() });
		expect(JSON.parse(await textOf(target))).to.have.deep.property('redaction', { listed: 0, replaced: [] });
	});

	it('tells of a folder alone, and what has changed since the report that was saved there', async () => {
		await create({ format: 'json', target: bankFile(earlier).toString() });
		await scratch.write(
			'story.md',
			(await soundStory()).replaceAll('Retiring the nightly reindex', 'A story that is new'),
		);
		await vscode.commands.executeCommand(commands.showReport);
		const report = await eventually(shownReport, (shown) => shown !== undefined);
		await eventually(
			() => linesWith(report, 'New: '),
			(lines) => lines.includes('- New: A story that is new'),
		);
		expect(report?.getText()).to.match(/## Since \d{4}-\d\d-\d\d\n/u);
		await closeEditors();
		await create({ format: 'markdown', scope: 'later' });
		const later = await eventually(shownReport, (shown) => shown !== undefined);
		expect(later?.getText())
			.to.match(/^# STAR Stories: later\n/u)
			.and.not.contain('## Since')
			.and.not.contain('Retiring the nightly reindex');
	});

	it('tells what is planned for a gap and not done', async () => {
		const list = bankFile('stories/opportunities.md');
		await vscode.workspace.fs.writeFile(
			list,
			new TextEncoder().encode(
				'# Plans\n\n- [ ] Lead the **schema** guild (by 2027-01, with Priya) — Cross-Team Alignment\n- [x] Something done — Cross-Team Alignment\n',
			),
		);
		try {
			await vscode.commands.executeCommand(commands.showReport);
			const report = await eventually(shownReport, (shown) => shown !== undefined);
			await eventuallyEquals(() => linesWith(report, 'schema'), '- Lead the schema guild, with Priya · 2027-01');
			expect(report?.getText()).not.to.contain('Something done');
			// What is ticked meanwhile leaves the report that is open.
			await vscode.workspace.fs.writeFile(
				list,
				new TextEncoder().encode(
					'- [x] Lead the schema guild — Cross-Team Alignment\n- [ ] Chair the review — Cross-Team Alignment\n',
				),
			);
			await eventuallyEquals(
				() => linesWith(report, 'schema') + linesWith(report, 'Chair'),
				'- Chair the review',
			);
		} finally {
			await vscode.workspace.fs.delete(list);
		}
	});

	it('names the day unless that is switched off', async () => {
		await vscode.commands.executeCommand(commands.showReport);
		const report = await eventually(shownReport, (shown) => shown !== undefined);
		expect(report?.getText()).to.match(/^# STAR Stories\n\nMade on \d{4}-\d\d-\d\d\.\n/u);
		await settings.replace({ 'starStories.reportDate': false });
		await eventuallyEquals(() => linesWith(report, 'Made on'), '');
	});

	it('takes any answers', async () => {
		for (const answers of [
			{ format: 'docx' },
			{ lens: 7, scope: [], hide: 'company' },
			{ scope: 'no/such/folder' },
			{ lens: 'nobody' },
		]) {
			await create(answers);
			await eventually(shownReport, (shown) => shown !== undefined);
			await closeEditors();
		}
	});
});

/** Gives the answers that a keybinding can give. */
function create(answers: Readonly<Record<string, unknown>>): Thenable<unknown> {
	return vscode.commands.executeCommand(commands.createReport, answers);
}

function linesWith(report: vscode.TextDocument | undefined, words: string): string {
	return (report?.getText() ?? '')
		.split('\n')
		.filter((line) => line.includes(words))
		.join('\n');
}
