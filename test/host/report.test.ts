import { expect } from 'chai';
import * as vscode from 'vscode';
import { bankFolder, textOf } from './bankFolder.ts';
import { showFile, typeInstead } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode } from './hosts.ts';
import { diagnosticsOf } from './problems.ts';
import { scratchFolder } from './scratchFolder.ts';
import { shownReport } from './shownReport.ts';
import { soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

/** A row of the table of coverage: ready stories, target, stories that are not retired, state. */
type Coverage = readonly [ready: string, target: string, stories: string, state: string];

const coverageOfSampleBank: Readonly<Record<string, Coverage>> = {
	'Technical Initiative': ['8', '1–2', '11', 'rich'],
	'Technical Influence': ['2', '1–2', '4', 'covered'],
	'Mentorship & Knowledge Sharing': ['1', '2–3', '7', 'weak'],
	'Cross-Team Alignment': ['0', '1–2', '0', 'gap'],
};

inCurrentNode('the report', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	it('is one Markdown document whose table agrees with what is in the bank', async () => {
		const report = await showReport();
		expect(report.uri.scheme).to.equal('star-stories');
		expect(report.languageId).to.equal('markdown');
		expect(report.isDirty).to.equal(false);
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);
		expect(sectionOf(report, 'Gaps'))
			.to.include('### Mentorship & Knowledge Sharing: weak')
			.and.include('### Cross-Team Alignment: gap');
		expect(sectionOf(report, 'Gaps')).not.to.include('Technical');
		expect(sectionOf(report, 'Best stories')).to.match(
			/### Technical Initiative\n\n1\. \[Retiring the nightly reindex\]/u,
		);
		expect(sectionOf(report, 'Not counted')).to.include('“Mentorshp”').and.include('no tags');

		expect(await showReport()).to.equal(report);
		expect(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)).to.have.length(1);
	});

	it('is no story itself', async () => {
		const report = await showReport();
		await scratch.untilCaughtUp();
		expect(diagnosticsOf(report.uri)).to.deep.equal([]);
	});

	it('follows files that come, change and go, and what is typed', async () => {
		const report = await showReport();
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);
		const story = (await soundStory()).replace('[technical-initiative]', '[mentorship]');

		const uri = await scratch.write('story.md', story);
		await eventuallyEquals(
			() => coverageIn(report)['Mentorship & Knowledge Sharing'],
			['2', '2–3', '8', 'covered'],
		);
		await scratch.write('story.md', story.replace('status: ready', 'status: draft'));
		await eventuallyEquals(() => coverageIn(report)['Mentorship & Knowledge Sharing'], ['1', '2–3', '8', 'weak']);
		await scratch.write('story.md', story.replace('status: ready', 'status: retired'));
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);

		const document = await showFile(uri);
		await typeInstead(document, 'status: retired', 'status: ready');
		await typeInstead(document, '[mentorship]', '[alignment, mentorship]');
		await eventuallyEquals(() => coverageIn(report)['Cross-Team Alignment'], ['1', '1–2', '1', 'covered']);
		expect(coverageIn(report)['Mentorship & Knowledge Sharing']).to.deep.equal(['2', '2–3', '8', 'covered']);

		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.workspace.fs.delete(uri);
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);
	});

	it('leaves out stories that are excluded', async () => {
		const report = await showReport();
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);
		await settings.replace({ 'starStories.exclude': ['**/bank.md', 'later'] });
		await eventuallyEquals(() => coverageIn(report)['Technical Initiative'], ['6', '1–2', '8', 'rich']);
		await eventually(
			() => report.getText(),
			(text) => !text.includes('delivered'),
		);
		await settings.replace({});
		await eventuallyEquals(() => coverageIn(report), coverageOfSampleBank);
	});

	it('links every story that it names to its heading, whatever its file is called', async () => {
		const names = ['a #1 (50%) [x]', 'überflüssig & ,;=+@!', 'قصة', "it's 🎯 {y} ~`^"];
		for (const [index, name] of names.entries()) {
			const story = (await soundStory()).replaceAll(
				'Retiring the nightly reindex',
				`The [${index}] story_of *mine*`,
			);
			await scratch.write(`${name}.md`, story.replace('[technical-initiative]', '[no such thing]'));
		}
		const report = await showReport();
		await eventually(
			() => report.getText(),
			(text) => [0, 1, 2, 3].every((index) => text.includes(`The \\[${index}\\] story\\_of \\*mine\\*`)),
		);

		// The links are those of an older report until VS Code has read the newer one.
		const links = await eventually(
			() => linksIn(report),
			(found) => found.length === [...report.getText().matchAll(/(?<!\\)\]\(/gu)].length,
		);
		const titles = new Set<string>();
		for (const { range, target } of links) {
			const line = report.lineAt(range.start.line).text;
			const title = /(?<!\\)\[(.+)(?<!\\)\]\(/u.exec(line)?.[1]?.replaceAll(/\\(.)/gu, '$1') ?? '';
			expect(target?.path.startsWith(`${bankFolder().path}/`), line).to.equal(true);
			const place = /:(\d+)$/u.exec(title)?.[1];
			if (place !== undefined) {
				expect(target?.fragment, line).to.match(new RegExp(`^L${place}(?:,1)?$`, 'u'));
				continue;
			}
			const { led, told } = await placeOf(target, title);
			expect(led, line).to.equal(told);
			titles.add(title);
		}
		expect(titles)
			.to.include('Retiring the nightly reindex')
			.and.include('The [0] story_of *mine*')
			.and.include('The [3] story_of *mine*');
	});

	it('has no second link for the same place', async () => {
		const places = (await linksIn(await showReport())).map(
			({ range }) => `${range.start.line}:${range.start.character}`,
		);
		expect(new Set(places).size).to.equal(places.length);
	});
});

/** Runs the command and waits for the document that it shows. */
async function showReport(): Promise<vscode.TextDocument> {
	await vscode.commands.executeCommand('starStories.showReport');
	return (await eventually(shownReport, (shown) => shown !== undefined)) as vscode.TextDocument;
}

/** The rows of the table of coverage by their first cells. */
function coverageIn(report: vscode.TextDocument): Readonly<Record<string, Coverage>> {
	const [coverage = ''] = sectionOf(report, 'Coverage').split('\n### ');
	const rows = coverage
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2);
	return Object.fromEntries(
		rows.map((row) => {
			const [name = '', ready = '', target = '', stories = '', state = ''] = row
				.split('|')
				.slice(1)
				.map((cell) => cell.trim());
			return [name, [ready, target, stories, state]] as const;
		}),
	);
}

/** What stands under a heading of level 2. */
function sectionOf(report: vscode.TextDocument, heading: string): string {
	return (
		report
			.getText()
			.split(/^## /mu)
			.find((section) => section.startsWith(`${heading}\n`)) ?? ''
	);
}

/** The links that VS Code finds in a document. Its Markdown extension may still be starting. */
async function linksIn(document: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
	const ask = () =>
		vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
	return eventually(ask, (links) => links.length > 0);
}

/**
 * The line that a link leads to, by a fragment of `L` and the line's number, and the line where the story of that title
 * begins: its heading, or what stands first where the title is in the front matter alone.
 */
async function placeOf(
	target: vscode.Uri | undefined,
	title: string,
): Promise<{ led: string | undefined; told: string | undefined }> {
	if (!target) {
		throw new Error(`The link of ${title} leads nowhere`);
	}
	const lines = (await textOf(target.with({ fragment: '' }))).split(/\r?\n/u);
	const number = Number(/^L(\d+)(?:,1)?$/u.exec(target.fragment)?.[1]);
	const body = lines.slice(lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0);
	const heading = body.find((line) => line.replace(/^#+ /u, '') === title);
	return { led: lines[number - 1], told: heading ?? body.find((line) => line !== '') };
}
