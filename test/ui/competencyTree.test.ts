import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { competencies, lineInSampleBank, showCompetencies, tree } from './competencies.ts';
import type { TreeRow } from './treeRows.ts';
import { watchForWelcome, welcomesSeen } from './welcomesSeen.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** How long the tree may lag behind an edit, in milliseconds: the “second or two” of a person. */
const lagLimitMilliseconds = 2500;

const uncounted = 'Not Counted, 3 with no known tag. Stories without a tag that an active framework knows.';

describe('the competency tree', () => {
	const shared = workbenchForFile();

	it('shows where each competency stands, in words and in shapes, and is walked with the keyboard alone', async () => {
		const workbench = await shared.open({ prepare: watchForWelcome });
		const rows = await showCompetencies(workbench);
		// Nor did it ever claim that there are no stories, while it was still looking.
		expect(await welcomesSeen(workbench)).to.deep.equal([]);
		expect(rows.map(({ label, description, icon }) => [label, description, icon])).to.deep.equal([
			['Technical Initiative', '8 of 1–2 · rich', 'codicon-pass-filled'],
			['Technical Influence', '2 of 1–2 · covered', 'codicon-pass'],
			['Mentorship & Knowledge Sharing', '1 of 2–3 · weak', 'codicon-warning'],
			['Cross-Team Alignment', '0 of 1–2 · gap', 'codicon-circle-slash'],
			['Not Counted', '3 with no known tag', 'codicon-question'],
		]);
		expect(rows.map(({ spoken }) => spoken)).to.deep.equal([
			'Technical Initiative, 8 of 1–2, rich. 8 are ready: choose the ones you would tell.',
			'Technical Influence, 2 of 1–2, covered. Enough stories are ready.',
			'Mentorship & Knowledge Sharing, 1 of 2–3, weak. 1 more ready story wanted.',
			'Cross-Team Alignment, 0 of 1–2, gap. No story yet.',
			uncounted,
		]);
		await workbench.screenshot('tree');

		await workbench.treeRow(tree, 'Mentorship').hover();
		const hover = await workbench.hover('Tell first').innerText();
		expect(hover).to.match(/^Mentorship & Knowledge Sharing · 1 of 2–3 · weak\n/);
		expect(hover).to.include('Makes other engineers better, one at a time and as a team.');
		expect(hover).to.match(/Tell first:\s+Amara and the theatre scheduler\s+Debugging Fridays$/);
		await workbench.screenshot('tree-hover');
		await workbench.restPointer();

		await workbench.runCommand('STAR Stories: Focus on Competencies View');
		await pressUntil(workbench, 'ArrowDown', /^Mentorship/);
		await workbench.press('ArrowRight');
		await workbench.treeRow(tree, 'Debugging Fridays').waitFor();
		const stories = under('Mentorship & Knowledge Sharing', await competencies(workbench));
		expect(stories.map(({ label, icon }) => [label, icon])).to.deep.equal([
			['Amara and the theatre scheduler', 'codicon-star-full'],
			['Debugging Fridays', 'codicon-edit'],
			['Incident reviews people wanted to read', 'codicon-edit'],
			['Thirty days with Inês', 'codicon-edit'],
			['The Kotlin house rules', 'codicon-edit'],
			['Sunniva\'s first pager week', 'codicon-edit'],
			['A glossary for the actuaries\' code', 'codicon-edit'],
		]);
		expect(stories[0]?.description).to.equal('ready · strength 4');
		expect(stories[0]?.spoken).to.equal('Amara and the theatre scheduler, ready, strength 4, tell first');
		expect(stories[2]?.description).to.equal('draft · strength 3 · 1 problem');
		await workbench.screenshot('tree-expanded');

		await pressUntil(workbench, 'ArrowDown', /^Amara/);
		await workbench.press('Enter');
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor();
		await caretIsAt(workbench, 'stories/amara-and-the-theatre-scheduler.md', '# Amara and the theatre scheduler');
	});

	it('opens each story at its own heading, and follows what is written there', async () => {
		const workbench = await shared.open();
		await showCompetencies(workbench);
		await workbench.treeRow(tree, /^Mentorship/).click();
		await workbench.treeRow(tree, /^Incident reviews/).click();
		await workbench.tab('bank.md').waitFor();
		await caretIsAt(workbench, 'stories/bank.md', '## Incident reviews');
		await workbench.screenshot('tree-bank-story');
		await workbench.treeRow(tree, /^Mentorship/).click();
		await workbench.treeRow(tree, /^Technical Initiative/).click();
		await workbench.treeRow(tree, /^The map tiles/).click();
		await caretIsAt(workbench, 'stories/bank.md', '## The map tiles');
		await workbench.treeRow(tree, /^Technical Initiative/).click();

		await workbench.treeRow(tree, /^Not Counted/).click();
		await workbench.treeRow(tree, /^Tomasz/).waitFor();
		const lost = under('Not Counted', await competencies(workbench)).map(({ label }) => label);
		expect(lost).to.have.members(['What "delivered" means', 'Federation or one graph', 'Tomasz reads the query plan']);
		await workbench.treeRow(tree, /^Cross-Team/).click();
		await workbench.treeRow(tree, /^Sunsetting/).waitFor();
		const [retired] = under('Cross-Team Alignment', await competencies(workbench));
		expect(retired).to.include({ label: 'Sunsetting the SOAP gateway', icon: 'codicon-archive' });
		await workbench.screenshot('tree-not-counted');

		// The misspelt tag put right, the gap closes, and the rest stays as it was unfolded.
		await workbench.treeRow(tree, /^What "delivered"/).click();
		await workbench.tab('what-delivered-means.md').waitFor();
		await workbench.press('Control+1');
		const line = await lineInSampleBank('later/what-delivered-means.md', 'Alignmnet');
		await workbench.editor.goTo({ line, column: 10 });
		await workbench.editor.openQuickFixes();
		await workbench.editor.takeQuickFix();
		const rows = await eventually(
			() => competencies(workbench),
			(now) => now.some(({ label, description }) => label === 'Cross-Team Alignment' && description === '1 of 1–2 · covered'),
			lagLimitMilliseconds,
		);
		expect(under('Cross-Team Alignment', rows).map(({ label }) => label)).to.deep.equal(['What "delivered" means', 'Sunsetting the SOAP gateway']);
		expect(under('Not Counted', rows).map(({ label }) => label)).to.have.length(2);
		expect(rows.find(({ label }) => label === 'Cross-Team Alignment')?.icon).to.equal('codicon-pass');
		await workbench.screenshot('tree-gap-closed');
	});
});

/** The rows one level below the row with the label. */
function under(label: string, rows: readonly TreeRow[]): TreeRow[] {
	const start = rows.findIndex((row) => row.label === label) + 1;
	const end = rows.findIndex((row, index) => index >= start && row.level === 1);
	return rows.slice(start, end < 0 ? rows.length : end);
}

/** Walks with a key until the row that has the focus says what is wanted. */
async function pressUntil(workbench: WorkbenchPage, key: string, spoken: RegExp): Promise<void> {
	const focused = workbench.page.getByRole('tree', { name: tree }).locator('.monaco-list-row.focused');
	const steps: string[] = [];
	for (let step = 0; step < 10; step++) {
		const now = (await focused.count()) > 0 ? ((await focused.getAttribute('aria-label')) ?? '') : '';
		if (spoken.test(now)) {
			return;
		}
		steps.push(now);
		await workbench.press(key);
	}
	throw new Error(`${key} never leads to ${spoken.source}, only to ${steps.join('; ')}`);
}

async function caretIsAt(workbench: WorkbenchPage, file: string, heading: string): Promise<void> {
	const line = await lineInSampleBank(file, heading);
	await eventually(
		() => workbench.editor.caret(),
		(caret) => caret?.line === line,
	);
}
