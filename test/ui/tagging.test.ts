import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { appears, succeeds } from './appears.ts';
import { showSampleCompetencies, tree, unfold } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('tagging by hand', () => {
	const shared = workbenchForFile();

	it('drags stories onto a competency, and changes their tags alone; the keyboard does the same, and undo takes it back; plans an opportunity for a gap', async () => {
		const workbench = await shared.open();
		const before = await texts(workbench);
		await showSampleCompetencies(workbench);
		await unfold(workbench, /^Mentorship/);

		// A story of its own and one of a bank, both at once; neither is open.
		await row(workbench, /^Thirty days/).click({ modifiers: ['Control'] });
		await row(workbench, /^Incident reviews/).click({ modifiers: ['Control'] });
		await drag(workbench, /^Thirty days/, /^Cross-Team/, 'tagging-drag');
		const [ines, bank] = ['stories/thirty-days-with-ines.md', 'stories/bank.md'] as const;
		// A file that is just being written is empty for a moment.
		await eventuallyEquals(async () => differences(before, await texts(workbench)), {
			[bank]: ['-**Competencies:** mentorship', '+**Competencies:** mentorship; cross-team-alignment'],
			[ines]: ['+  - cross-team-alignment\r'],
		});
		const tagged = await texts(workbench);
		await row(workbench, /^Cross-Team Alignment, 0 ready, 1–2 wanted, weak/).waitFor();
		await workbench.screenshot('tagging-dropped');

		// From the keyboard, on the story around the caret, which is open: it waits to be saved, and undo takes it back.
		await workbench.openFile('amara-and-the-theatre-scheduler.md');
		await workbench.runCommand('STAR Stories: Set Strength…');
		await workbench.quickInput.row('2').waitFor();
		await workbench.screenshot('tagging-strength');
		await workbench.quickInput.pick('2');
		await eventually(
			() => workbench.visibleText(),
			(text) => text.includes('strength: 2'),
		);
		await workbench.editor.waitForFocus();
		await workbench.press('Control+z');
		await eventually(
			() => workbench.visibleText(),
			(text) => text.includes('strength: 4'),
		);
		// On a busy machine VS Code has saved it in between, and saves again.
		await eventuallyEquals(() => texts(workbench), tagged);

		// In the view the key takes back what was done there, in every file.
		await row(workbench, /^Mentorship/).click();
		await workbench.press('Control+z');
		await eventually(
			async () => Object.keys(differences(before, await texts(workbench))),
			(changed) => changed.length === 0,
		);
		await unfold(workbench, /^Mentorship/);
		await row(workbench, /^Cross-Team Alignment, 0 ready, 1–2 wanted, gap/).waitFor();

		await row(workbench, /^Debugging Fridays/).click({ button: 'right' });
		await workbench.page.locator('.monaco-menu:visible').getByText('Tag Story…').waitFor();
		await workbench.screenshot('tagging-menu');
		await workbench.press('Escape');
		await workbench.page.locator('.monaco-menu:visible').waitFor({ state: 'hidden' });

		// An opportunity is planned for the gap and ticked there; the view follows the editor.
		await row(workbench, /^Cross-Team/).click({ button: 'right' });
		const item = workbench.page.locator('.monaco-menu:visible').getByText('Plan an Opportunity…');
		await item.waitFor();
		// A menu takes no click that comes while it opens.
		await eventually(
			async () => {
				await succeeds(item.click({ timeout: 1000 }));
				return appears(workbench.quickInput.input, 1000);
			},
			(isAsked) => isAsked,
		);
		await workbench.quickInput.title.getByText('Cross-Team Alignment').waitFor();
		const answers = {
			'What could you do': 'Run the incident review for payments',
			'By when?': '2026-01',
			'With whom?': 'Priya',
		};
		for (const [question, answer] of Object.entries(answers)) {
			await workbench.quickInput.message.getByText(question).waitFor();
			await workbench.quickInput.answer(answer);
		}
		const opportunity = row(
			workbench,
			/^Opportunity: Run the incident review for payments, planned, overdue since 2026-01, with Priya/,
		);
		await opportunity.waitFor();
		await workbench.screenshot('opportunity-planned');
		const file = 'stories/opportunities.md';
		const planned =
			'# Opportunities\n\n- [ ] Run the incident review for payments (by 2026-01, with Priya) — Cross-Team Alignment\n';
		await eventuallyEquals(() => utf8(workbench, file), planned);
		await opportunity.getByRole('checkbox').click();
		await eventually(
			() => utf8(workbench, file),
			(text) => text === planned.replace('[ ]', '[x]'),
		);
		await row(workbench, /^Opportunity: Run the incident review for payments, done/).waitFor();
		await workbench.screenshot('opportunity-ticked');

		await row(workbench, /^Cross-Team/).click();
		await workbench.press('Control+z');
		await eventually(
			() => utf8(workbench, file),
			(text) => text === planned,
		);
		await unfold(workbench, /^Cross-Team/);
		await opportunity.waitFor();

		await workbench.openFile('debugging-fridays.md');
		await workbench.page
			.locator('.monaco-list-row.selected')
			.and(row(workbench, /^Debugging Fridays/))
			.waitFor();
		await workbench.chooseTheme('Dark High Contrast');
		await workbench.screenshot('opportunity-high-contrast');
	});
});

/** The Markdown files of the workspace by their paths. */
async function texts({ folder }: WorkbenchPage): Promise<Readonly<Record<string, string>>> {
	const names = await fs.readdir(folder ?? '', { recursive: true });
	const files = names.filter((name) => name.endsWith('.md'));
	return Object.fromEntries(
		await Promise.all(
			files.map(async (file) => [file, await fs.readFile(path.join(folder ?? '', file), 'latin1')] as const),
		),
	);
}

async function utf8({ folder }: WorkbenchPage, file: string): Promise<string> {
	return fs.readFile(path.join(folder ?? '', file), 'utf8');
}

/** What changed, by file: the lines that went, and those that came. */
function differences(
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
	const changed = Object.keys(after).filter((file) => before[file] !== after[file]);
	return Object.fromEntries(
		changed.map((file) => {
			const [old, now] = [before[file], after[file]].map((text) => (text ?? '').split('\n'));
			const gone = (old ?? []).filter((line) => !now?.includes(line)).map((line) => `-${line}`);
			return [file, [...gone, ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `+${line}`)]];
		}),
	);
}

function row(workbench: WorkbenchPage, name: RegExp) {
	return workbench.treeRow(tree, name).first();
}

/** Drags a row onto another as a hand does: in steps, with a rest over the target. */
async function drag(workbench: WorkbenchPage, from: RegExp, to: RegExp, picture: string): Promise<void> {
	const [start, end] = [await row(workbench, from).boundingBox(), await row(workbench, to).boundingBox()];
	if (!start || !end) throw new Error('The rows are not on the screen');
	const { mouse } = workbench.page;
	await mouse.move(start.x + 60, start.y + start.height / 2);
	await mouse.down();
	await mouse.move(start.x + 70, start.y + start.height / 2 + 4, { steps: 4 });
	await mouse.move(end.x + 60, end.y + end.height / 2, { steps: 12 });
	await workbench.treeRow(tree, to).and(workbench.page.locator('.drop-target')).waitFor();
	await workbench.screenshot(picture);
	await mouse.up();
}
