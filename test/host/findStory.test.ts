import { expect } from 'chai';
import * as vscode from 'vscode';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { answerRows } from '../../src/vscode/features/commands/answerRows.ts';
import { commands } from '../../src/vscode/ids.ts';
import { bankStory } from '../core/bankStories.ts';
import { bankFile } from './bankFolder.ts';
import { chooseSecond, copiedAs } from './copied.ts';
import { closeEditors, showFile, showUntitled } from './editors.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost, itInCurrentNode } from './hosts.ts';
import { scratchFolder } from './scratchFolder.ts';
import { soundStory } from './soundStory.ts';
import { workspaceSettings } from './workspaceSettings.ts';

inEveryHost('worker', 'finding a story for a question', () => {
	const scratch = scratchFolder();

	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		await closeEditors();
	});

	it('shows the best one while it is only looked at, and opens it at its heading', async () => {
		await vscode.commands.executeCommand(
			commands.findStory,
			'How did you stop engineers from adopting a trendy service mesh?',
		);
		await eventuallyEquals(shownFile, 'no-mesh-this-year.md');
		// A preview is italic in the tabs, and the next one takes its place.
		await eventuallyEquals(() => vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, true);
		await eventuallyEquals(async () => {
			// Where the list is just being filled again, there is nothing to accept.
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return lineOfCaret();
		}, '# Talking us out of a service mesh');
	});

	itInCurrentNode(
		'takes a question from the selection of any editor, and puts back what was there when it is left',
		async () => {
			const notes = await showUntitled(
				'They asked: when was a build\nof yours full of flaky tests?',
				'plaintext',
			);
			const editor = vscode.window.activeTextEditor;
			if (editor) editor.selection = new vscode.Selection(0, 12, 1, 29);
			await vscode.commands.executeCommand(commands.findStory);
			await eventuallyEquals(shownFile, 'flaky-test-quarantine.md');
			await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
			await eventuallyEquals(() => vscode.window.activeTextEditor?.document.uri.toString(), notes.uri.toString());
			await eventuallyEquals(() => vscode.window.activeTextEditor?.selection.start.character, 12);
			await eventuallyEquals(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
		},
	);

	itInCurrentNode('finds what was written a moment ago', async () => {
		const story =
			'---\ncompetencies: [mentorship]\nstatus: ready\nstrength: 5\n---\n\n# The zither\n\n## Action\n\nI taught two zookeepers the zither.\n';
		await scratch.write('zither.md', story);
		await scratch.untilCaughtUp();
		await vscode.commands.executeCommand(commands.findStory, 'Who learned the zither?');
		await eventuallyEquals(shownFile, 'zither.md');
	});
});

inCurrentNode('a row of a found story', () => {
	it('says its angle, and takes along what it is told for, by which its card is copied', () => {
		const [asked, other] = staff.competencies;
		if (!asked || !other) throw new Error('The framework has lost its competencies');
		const angle = 'Lead with the pager';
		const entry = bankStory({ title: 'One', tags: [other.id] });
		const competencies = [{ competency: asked, confidence: 'likely', likelihood: 1, active: true }] as const;
		const stories = [
			{ entry, fit: 'strong', angle, mentions: [], proves: { competency: other, as: 'secondary' } },
			{ entry, fit: 'stretch', mentions: [] },
		] as const;
		const { rows } = answerRows({ competencies, stories }, false, [], () => 'told to Acme');
		expect(rows[0]?.detail).to.match(/^Told to Acme · “Lead with the pager” · /u);
		expect(rows.slice(0, 2).map((row) => row.asked)).to.deep.equal([[other, asked], [asked]]);
		const [unknown] = answerRows({ competencies: [], stories }, false, []).rows.slice(1);
		expect(unknown).not.to.have.property('asked');
	});
});

inEveryHost('worker', 'a cue card', () => {
	const scratch = scratchFolder();
	const settings = workspaceSettings();

	afterEach(closeEditors);

	itInCurrentNode('is copied for the story around the caret, and for one of a bank', async () => {
		await showFile(bankFile('stories/amara-and-the-theatre-scheduler.md'));
		await vscode.commands.executeCommand(commands.copyCueCard, undefined, 'card');
		await eventually(clipboard, (text) =>
			text.startsWith('**Amara and the theatre scheduler**\n\nMentorship & Knowledge Sharing · 2 min'),
		);
		expect(await clipboard())
			.to.contain('**2 double bookings a month to 0**')
			.and.contain('- **Learnings:** Silence was my hardest skill.');

		await vscode.commands.executeCommand(
			commands.copyCueCard,
			{
				file: bankFile('stories/bank.md').toString(),
				index: 1,
			},
			'card',
		);
		await eventually(clipboard, (text) => text.startsWith('**Captions for the whole archive**'));
	});

	itInCurrentNode('is copied with the story told in the length that is chosen or given', async () => {
		const place = { file: bankFile('stories/amara-and-the-theatre-scheduler.md').toString(), index: 0 };
		await copiedAs(
			/^\*\*Amara and the theatre scheduler\*\*\n\nMentorship & Knowledge Sharing · \d+ s\n/u,
			commands.copyCueCard,
			chooseSecond,
			place,
		);
		const short = await copiedAs(/- \*\*Action:\*\* /u, commands.copyCueCard, undefined, place, '30');
		const whole = await copiedAs(/ · 2 min/u, commands.copyCueCard, undefined, place, 'whole');
		expect(whole.length).to.be.greaterThan(2 * short.length);
		for (const card of [short, whole]) expect(card).to.contain('**Be ready for:**');
	});

	itInCurrentNode(
		'is copied with the names it holds where that is chosen, and not at all where some to be hidden are not known',
		async () => {
			const uri = await scratch.write(
				'card.md',
				(await soundStory())
					.replace('---\n', '---\nteam: Nightowls\n')
					.replaceAll('reindex', 'Nightowls reindex'),
			);
			await scratch.untilCaughtUp();
			const place = { file: uri.toString(), index: 0 };
			// The bank has a story whose front matter cannot be read.
			await copiedAs(/^nothing yet$/u, commands.copyCueCard, chooseSecond, place, 'card');
			await copiedAs(
				/^\*\*Retiring the nightly Nightowls reindex\*\*/u,
				commands.copyCueCard,
				undefined,
				place,
				'card',
			);
		},
	);

	it('is copied with its names hidden where that is chosen and all of them are known', async () => {
		await settings.replace({ 'starStories.exclude': ['later/**'] });
		const uri = await scratch.write(
			'hidden.md',
			(await soundStory()).replace('---\n', '---\nteam: Nightowls\n').replaceAll('reindex', 'Nightowls reindex'),
		);
		await scratch.untilCaughtUp();
		const hidden = await copiedAs(
			/^\*\*Retiring the nightly \\\[Team A\\\] reindex\*\*/u,
			commands.copyCueCard,
			chooseSecond,
			{ file: uri.toString(), index: 0 },
			'card',
		);
		expect(hidden).not.to.match(/nightowls/iu);
	});

	itInCurrentNode("shows in the hover of a story's heading and of its title field", async () => {
		for (const [file, words] of [
			['stories/bank.md', '## Captions for the whole archive'],
			['stories/retiring-the-nightly-reindex.md', 'Retiring the nightly reindex'],
		] as const) {
			const document = await showFile(bankFile(file));
			const at = document.positionAt(document.getText().indexOf(words) + words.length - 2);
			const shown = () =>
				vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
			await eventually(shown, (hovers) =>
				hovers.some(({ contents }) =>
					contents.some((content) => typeof content === 'object' && content.value.includes('**Situation:**')),
				),
			);
		}
	});
});

async function clipboard(): Promise<string> {
	return vscode.env.clipboard.readText();
}

function shownFile(): string | undefined {
	return vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);
}

function lineOfCaret(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	return editor?.document.lineAt(editor.selection.active.line).text;
}
