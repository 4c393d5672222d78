import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { competencies, lineInSampleBank, showCompetencies, showSampleCompetencies, tree } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const newStory = 'STAR Stories: New Story…';

/** VS Code shows so many suggestions at a time; the others come when the list is scrolled. */
const rowsOfSuggestions = 12;

describe('a new story', () => {
	const shared = workbenchForFile();

	it('is begun from the palette, competency first, title second, prompts third', async () => {
		const workbench = await shared.open();
		await workbench.runCommand(newStory);
		await workbench.quickInput.rows.first().waitFor();
		const choices = workbench.quickInput.rows.locator('.quick-input-list-label-meta, .label-description');
		// Where the choice is made matters: what each competency has so far stands beside it, from the first moment.
		expect((await choices.allInnerTexts()).filter((text) => text.includes(' wanted'))).to.deep.equal([
			'8 ready, 1–2 wanted · rich',
			'2 ready, 1–2 wanted · covered',
			'1 ready, 2–3 wanted · weak',
			'0 ready, 1–2 wanted · gap',
		]);
		const focused = (name: string) => workbench.quickInput.focusedRow.getByText(name, { exact: true }).waitFor();
		await focused('Technical Initiative');
		await workbench.press('ArrowDown');
		await workbench.press('ArrowDown');
		await focused('Mentorship & Knowledge Sharing');
		await workbench.screenshot('new-story-competency');
		await workbench.press('Enter');
		await workbench.quickInput.title.getByText('New Story: Mentorship & Knowledge Sharing').waitFor();
		await workbench.screenshot('new-story-title');
		await workbench.press('Enter');
		await workbench.quickInput.message.getByText('A title of a few words is enough.').waitFor();
		await workbench.type('Reading lessons for Nils');
		await workbench.press('Enter');
		await workbench.tab('reading-lessons-for-nils.md').waitFor();
		await seesText(
			workbench,
			/^---\ncompetencies: \[mentorship\]\nstatus: draft\ndate: \nstrength: \n---\n\n# Reading lessons for Nils\n\n## Situation\n/,
		);
		const lens = (wanted: RegExp) =>
			eventually(
				() => workbench.editor.lenses(),
				(lenses) => lenses.some((line) => wanted.test(line)),
			);
		await lens(/^8 of 8 questions open/);
		for (const severity of ['error', 'warning', 'info'] as const)
			await eventuallyEquals(() => workbench.editor.squiggles(severity).count(), 0);
		const status = workbench.page.locator('.part.statusbar [id$="starStories.story"]:visible');
		const statusText = async () => (await status.innerText()).trim();
		await eventuallyEquals(statusText, '8 of 8 questions open');
		await workbench.screenshot('new-story-prompts');

		await workbench.editor.waitForFocus('reading-lessons-for-nils.md');
		await workbench.type('Nils could not read the pricing code.');
		// The question stays in sight while it is answered.
		await eventuallyEquals(() => workbench.editor.textsBehindLines(), ['Whom did you mentor or teach?']);
		await lens(/7 of 8 questions open/);
		await eventuallyEquals(statusText, '5 s');
		await workbench.screenshot('new-story-answering');
		await workbench.press('Tab');
		await workbench.type('He had shipped a wrong premium.');
		await seesText(
			workbench,
			/## Situation\n\nNils could not read the pricing code\.\nHe had shipped a wrong premium\.\n\n## Task\n/,
		);
		await eventuallyEquals(
			() => workbench.editor.textsBehindLines(),
			['Whom did you mentor or teach? What was the need?'],
		);
		await workbench.press('Control+s');
		const file = path.join(workbench.folder ?? '', 'stories/reading-lessons-for-nils.md');
		await eventually(
			() => fs.readFile(file, 'utf8'),
			(text) => text.includes('He had shipped a wrong premium.'),
		);
		await showCompetencies(workbench);
		await workbench.treeRow(tree, /^Mentorship & Knowledge Sharing/).waitFor();
		// It unfolds what the caret is in.
		await workbench.treeRow(tree, /^Reading lessons for Nils, draft/).waitFor();
		await workbench.restPointer();
		await workbench.screenshot('new-story-in-tree');

		// What stands between and behind the author's lines goes by a setting.
		const settings = path.join(workbench.folder ?? '', '.vscode/settings.json');
		await fs.mkdir(path.dirname(settings), { recursive: true });
		await fs.writeFile(settings, '{ "starStories.answeredPrompts": false, "starStories.codeLens": false }');
		await eventuallyEquals(() => workbench.editor.textsBehindLines(), []);
		await eventuallyEquals(() => workbench.editor.lenses(), []);
	});

	it('switches on the framework of its competency, where that is another', async () => {
		const workbench = await shared.open({ fill: async () => undefined });
		await workbench.runCommand(newStory);
		await workbench.quickInput.rows.first().waitFor();
		await workbench.quickInput.input.fill('dive deep');
		await workbench.quickInput.row('Dive Deep').waitFor();
		await workbench.quickInput.focusedRow.getByText('Amazon Leadership Principles · switches it on').waitFor();
		await workbench.screenshot('new-story-other-framework');
		await workbench.quickInput.pick('Dive Deep');
		await workbench.quickInput.title.getByText('New Story: Dive Deep').waitFor();
		const settings = path.join(workbench.folder ?? '', '.vscode/settings.json');
		expect(JSON.parse(await fs.readFile(settings, 'utf8'))).to.deep.equal({
			'starStories.frameworks': ['staff', 'amazon-lp'],
		});
		await workbench.quickInput.answer('The leap second');
		await workbench.tab('the-leap-second.md').waitFor();
		await seesText(workbench, /^---\ncompetencies: \[dive-deep\]\n/);
		await eventuallyEquals(() => workbench.editor.squiggles('error').count(), 0);
		await showCompetencies(workbench);
		await workbench.treeRow(tree, /^The leap second, draft/).waitFor();
	});

	it('begins at a row of the tree, not at all when Escape is pressed, takes any title, and never leaves its folder', async () => {
		const workbench = await shared.open();
		await showSampleCompetencies(workbench);
		const before = await filesIn(workbench);
		await workbench.runCommand(newStory);
		await workbench.quickInput.row('Technical Initiative').waitFor();
		await workbench.press('Escape');
		await workbench.quickInput.input.waitFor({ state: 'hidden' });
		await workbench.runCommand(newStory);
		await workbench.quickInput.pick('Technical Initiative');
		await workbench.quickInput.title.getByText('New Story: Technical Initiative').waitFor();
		await workbench.type('Never mind');
		await workbench.press('Escape');
		await workbench.quickInput.input.waitFor({ state: 'hidden' });

		const row = workbench.treeRow(tree, /^Cross-Team/);
		await row.hover();
		await workbench.screenshot('new-story-inline');
		await row.getByRole('button', { name: 'New Story for This Competency' }).click();
		await workbench.quickInput.title.getByText('New Story: Cross-Team Alignment').waitFor();
		await workbench.quickInput.answer('One word for delivered');
		await workbench.tab('one-word-for-delivered.md').waitFor();
		await seesText(workbench, /^---\ncompetencies: \[cross-team-alignment\]\n/);
		// It is shown in the view at once, and one writes on.
		const begun = workbench.treeRow(tree, /^One word for delivered, draft/);
		await eventuallyEquals(() => begun.getAttribute('aria-selected'), 'true');
		await workbench.editor.waitForFocus('one-word-for-delivered.md');
		await workbench.screenshot('new-story-revealed');
		// What was given up before this one would be on the disk by now.
		expect((await filesIn(workbench)).filter((file) => !before.includes(file))).to.deep.equal([
			'stories/one-word-for-delivered.md',
		]);
		const rows = await eventually(
			() => competencies(workbench),
			(now) => now.some(({ label, icon }) => label === 'Alignment' && icon === 'codicon-warning'),
		);
		expect(rows.find(({ label }) => label === 'Alignment')?.spoken).to.include('1 draft, none ready to tell.');

		const begunBefore = await filesIn(workbench);
		const title = '../../etc/passwd: <b>x</b> ${1:y} 文字 *? $(trash)';
		const heading = title.replaceAll(/[<*]/g, '\\$&');
		await begin(workbench, 'Technical Influence', title);
		const hostile = 'etc-passwd-b-x-b-1-y-文字-trash.md';
		await workbench.tab(hostile).waitFor();
		await seesText(workbench, new RegExp(`\\n# ${heading.replaceAll(/[.*?$()[\]{}|\\^/]/g, '\\$&')}\\n`));
		await workbench.screenshot('new-story-hostile-title');
		await begin(workbench, 'Technical Influence', title);
		await workbench.tab('etc-passwd-b-x-b-1-y-文字-trash-2.md').waitFor();
		const added = (await filesIn(workbench)).filter((file) => !begunBefore.includes(file));
		expect(added).to.have.members([`stories/${hostile}`, 'stories/etc-passwd-b-x-b-1-y-文字-trash-2.md']);
		await workbench.runCommand('STAR Stories: Find a Story for a Question…');
		await workbench.quickInput.input.fill('Who read etc/passwd?');
		await workbench.quickInput.row(title).waitFor();
		await workbench.screenshot('find-story-hostile-title');
		await workbench.press('Escape');
	});

	it('gets a section where it lacks one, and all of it from a snippet', async () => {
		const withoutTask = async (folder: string) => {
			await copySampleBank(folder);
			await fs.writeFile(path.join(folder, 'empty.md'), '');
		};
		const workbench = await shared.open({ fill: withoutTask });
		await workbench.openFile('feature-store-build-or-buy.md');
		const line = await lineInSampleBank('stories/feature-store-build-or-buy.md', '# Build or buy');
		await workbench.editor.goTo({ line, column: 1 });
		await workbench.runCommand('STAR Stories: Insert Section');
		await workbench.quickInput.focusedRow.filter({ hasText: /^Task\s*missing/ }).waitFor();
		await workbench.screenshot('insert-section');
		await workbench.press('Enter');
		await seesText(workbench, /> \*\*Task:\*\* What did you want the decision to achieve\?/);
		await workbench.type('A number that we could defend.');
		await seesText(
			workbench,
			/> \*\*Task:\*\* A number that we could defend\. Why was it yours to influence\?\n>\n> \*\*Action:\*\*/,
		);
		await workbench.screenshot('inserted-section');

		await workbench.openFile('empty.md');
		await workbench.type('star');
		await workbench.press('Control+Space');
		await workbench.editor.suggestions().getByText('star', { exact: true }).first().waitFor();
		await eventuallyEquals(
			async () => (await workbench.editor.suggestions().allInnerTexts()).toSorted(),
			(await snippetPrefixes()).toSorted().slice(0, rowsOfSuggestions),
		);
		await workbench.screenshot('snippet-suggestions');
		await workbench.press('Enter');
		await seesText(workbench, /^---\ncompetencies: \[technical-initiative\]\nstatus: draft\n/);
		// The choice of the competency is the first tab stop.
		await workbench.editor.suggestions().getByText('cross-team-alignment').waitFor();
		await workbench.screenshot('snippet-choice');
		await workbench.press('ArrowDown');
		// Having chosen, one stands at the next tab stop already.
		await workbench.press('Enter');
		await seesText(workbench, /^---\ncompetencies: \[technical-influence\]\n/);
		await workbench.type('Maps for couriers');
		await workbench.press('Tab');
		await workbench.type('Couriers got lost.');
		await seesText(
			workbench,
			/^---\ncompetencies: \[technical-influence\][^]*# Maps for couriers\n\n## Situation\n\nCouriers got lost\.\n\n## Task\n/,
		);
		await workbench.screenshot('snippet-filled');
	});
});

/** Begins a story from the palette. */
async function begin(workbench: WorkbenchPage, competency: string, title: string): Promise<void> {
	await workbench.runCommand(newStory);
	await workbench.quickInput.pick(competency);
	await workbench.quickInput.title.getByText(`New Story: ${competency}`).waitFor();
	await workbench.type(title);
	await workbench.press('Enter');
}

async function seesText(workbench: WorkbenchPage, text: RegExp): Promise<void> {
	await eventually(
		() => workbench.visibleText(),
		(shown) => text.test(shown),
	);
}

/** What one types for each snippet. */
async function snippetPrefixes(): Promise<readonly string[]> {
	const text = await fs.readFile(path.join(projectFolder, 'snippets/star-stories.json'), 'utf8');
	return Object.values(JSON.parse(text) as Readonly<Record<string, { prefix: string }>>).map(({ prefix }) => prefix);
}

/** Every file below the workspace's folder, and beside it where a title could lead. */
async function filesIn({ folder = '' }: WorkbenchPage): Promise<string[]> {
	const entries = await fs.readdir(path.dirname(folder), { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
	return files.map((file) => path.relative(folder, file).replaceAll(path.sep, '/')).toSorted();
}
