import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { tree } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('the first five minutes', () => {
	const shared = workbenchForFile();

	it('lead from the welcome over sample stories to a first one that is ready, without the mouse', async () => {
		const workbench = await shared.open({ fill: async () => undefined, viewport: { width: 1280, height: 1000 } });
		await runByKeys(workbench, 'STAR Stories: Focus on Competencies View');
		await workbench.welcome.getByText('No stories here yet.').waitFor();
		await tabTo(workbench, 'Try with Sample Stories');
		await workbench.press('Enter');
		await workbench.quickInput.accept('Where to put the folder sample-stories?');
		await workbench.treeRow(tree, /^Technical Initiative, .*rich/).waitFor();

		await runByKeys(workbench, 'STAR Stories: New Story…');
		await workbench.quickInput.row('Technical Initiative').waitFor();
		await workbench.type('Technical Initiative');
		await workbench.quickInput.focusedRow.getByText('Technical Initiative').first().waitFor();
		await workbench.press('Enter');
		await workbench.quickInput.title.getByText('New Story: Technical Initiative').waitFor();
		await workbench.type('A cache that nobody had asked for');
		await workbench.press('Enter');
		await workbench.tab('a-cache-that-nobody-had-asked-for.md').waitFor();
		await workbench.editor.waitForFocus('a-cache-that-nobody-had-asked-for.md');
		await lens(workbench, /^10 of 10 questions open/);
		await eventuallyEquals(() => squiggles(workbench), { error: 0, warning: 0, info: 0 });
		await workbench.screenshot('first-minutes-begun');

		// Each answer takes the place of its question; day and strength come last.
		for (const [number, answer] of [...answers, '2026-03', '4'].entries()) {
			if (number > 0) await workbench.press('Tab');
			await workbench.page.keyboard.insertText(answer);
		}
		await workbench.press('Control+s');
		const file = path.join(workbench.folder ?? '', 'stories/a-cache-that-nobody-had-asked-for.md');
		const saved = () => fs.readFile(file, 'utf8');
		await eventually(saved, (text) => text.includes('\nstrength: 4\n') && text.includes('date: 2026-03'));
		await workbench.editor.goTo({ line: 1, column: 1 });
		await lens(workbench, /Mark as Ready/);
		await eventuallyEquals(() => squiggles(workbench), { error: 0, warning: 0, info: 0 });
		await workbench.screenshot('first-minutes-told');

		await chooseFix(workbench, 'Mark as Ready');
		await workbench.press('Control+s');
		await eventually(saved, (text) => text.includes('\nstatus: ready\n'));
		await workbench.treeRow(tree, /^A cache that nobody had asked for, ready, .*no problems/).waitFor();
		await workbench.screenshot('first-minutes-ready');
	});
});

const answers: readonly string[] = [
	'Our release dashboard took eleven seconds to open, and forty engineers opened it before every deploy.',
	'Nobody owned it; everyone had learned to get a coffee.',
	'I decided that it had to open within one second.',
	'I wanted that before the autumn freeze, without a new server.',
	'I traced a week of requests and wrote a two-page note, with which I won the platform lead, who gave me Fridays for a month.',
	'I designed a small cache in front of the build index and wrote it in three evenings. I asked two sceptics to break it, and I fixed the stale entries that they found.',
	'I rolled it out to one team first, watched the hit rate for a week, and only then switched it on for everyone. I kept the note up to date so that the next owner could follow every choice.',
	'The dashboard now opens in 0.8 seconds instead of 11, and deploys start six minutes earlier on average.',
	'I measured a month before and a month after.',
	'I would ask the sceptics in week one, not in week three.',
];

/** Runs a command from the palette by its full title, with keys alone. */
async function runByKeys(workbench: WorkbenchPage, title: string): Promise<void> {
	await workbench.quickInput.enterInPalette(`>${title}`, title);
}

/** Presses Tab until something of that name has the focus. */
async function tabTo(workbench: WorkbenchPage, name: string): Promise<void> {
	const seen: string[] = [];
	for (let step = 0; step < 40; step++) {
		const focused = await workbench.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		if (focused === name) return;
		seen.push(focused.slice(0, 40));
		await workbench.press('Tab');
	}
	throw new Error(`Tab never leads to ${name}, only to ${seen.join('; ')}`);
}

async function lens(workbench: WorkbenchPage, wanted: RegExp): Promise<void> {
	await eventually(
		() => workbench.editor.lenses(),
		(lenses) => lenses.some((line) => wanted.test(line)),
	);
}

/** How much is underlined in the active editor, by severity. */
async function squiggles({ editor }: WorkbenchPage): Promise<Record<'error' | 'warning' | 'info', number>> {
	const [error, warning, info] = await Promise.all(
		(['error', 'warning', 'info'] as const).map((severity) => editor.squiggles(severity).count()),
	);
	return { error: error ?? 0, warning: warning ?? 0, info: info ?? 0 };
}

/** Walks down the menu of code actions to one of them, and takes it. */
async function chooseFix(workbench: WorkbenchPage, title: string): Promise<void> {
	const titles = await workbench.editor.openQuickFixes();
	expect(titles).to.include(title);
	const focused = workbench.page.locator('.action-widget .monaco-list-row.action.focused .title');
	for (const _ of titles) {
		if ((await focused.innerText()) === title) break;
		await workbench.press('ArrowDown');
	}
	await workbench.editor.takeQuickFix();
}
