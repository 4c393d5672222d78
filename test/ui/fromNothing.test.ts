import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

describe('a story written from an empty file', () => {
	const shared = workbenchForFile();

	it('with completion, snippets and fixes alone ends without a problem', async () => {
		const fill = async (folder: string) => fs.writeFile(path.join(folder, 'review-clinic.md'), '');
		const workbench = await shared.open({ fill, viewport: { width: 1280, height: 1000 } });
		await workbench.openFile('review-clinic.md');

		// Front matter, with competencies and status completed.
		await workbench.type('---\ncompetencies: [');
		await choose(workbench, 'Technical Initiative');
		await workbench.press('End');
		await workbench.type('\nstatus: ');
		await choose(workbench, 'draft');
		await workbench.press('End');
		await workbench.type('\n---\n\n# A cache that nobody had asked for\n');
		await has(workbench, 'competencies: [technical-initiative]');
		await has(workbench, 'status: draft');

		// The sections, inserted by the fix with their prompts.
		await eventually(
			() => workbench.editor.squiggles('warning').count(),
			(count) => count > 0,
		);
		await workbench.editor.goTo({ line: 6, column: 5 });
		expect(await workbench.editor.openQuickFixes()).to.include('Insert the four sections');
		await workbench.editor.takeQuickFix();
		await has(workbench, '## Result');
		await eventually(
			() => workbench.editor.squiggles('hint').count(),
			(count) => count > 0,
		);
		await workbench.editor.goTo({ line: 6, column: 5 });
		expect(await workbench.editor.openQuickFixes()).to.include('Insert Learnings');
		await workbench.editor.takeQuickFix();
		await has(workbench, '## Learnings');
		await workbench.screenshot('from-nothing-prompts');

		// The answers, in the author's own words, over the prompts of each section.
		for (const [section, answer] of answers) await answerSection(workbench, section, answer);
		const problems = () =>
			workbench.page
				.locator('.part.statusbar')
				.getByLabel(/^(?:No Problems|Errors?:|Warnings?:|\d)/u)
				.first()
				.getAttribute('aria-label');
		await eventually(problems, (label) => label === 'No Problems');
		// The status bar counts no hints: they may go after the rest.
		for (const severity of ['hint', 'info'] as const)
			await eventually(
				() => workbench.editor.squiggles(severity).count(),
				(count) => count === 0,
			);
		// Nothing is open any more.
		await workbench.editor.goTo({ line: 3, column: 1 });
		const markReady = workbench.page.locator('.codelens-decoration').getByText('Mark as Ready', { exact: true });
		await markReady.waitFor();
		await workbench.screenshot('from-nothing-finished');
		await markReady.click();
		await has(workbench, 'status: ready');
		await markReady.waitFor({ state: 'detached' });
		await eventually(problems, (label) => label === 'No Problems');
		await workbench.screenshot('from-nothing-ready');
	});
});

const answers: readonly (readonly [section: string, answer: string])[] = [
	[
		'Situation',
		'Our release dashboard took eleven seconds to open, and forty engineers opened it before every deploy. Nobody owned it; everyone had learned to get a coffee.',
	],
	['Task', 'I decided that it had to open within one second before the autumn freeze, without a new server.'],
	[
		'Action',
		'I traced a week of requests and found that nine of ten asked for the same builds. I wrote a two-page note with the trace and showed it to the platform lead, who gave me Fridays for a month. I designed a small cache in front of the build index and wrote it in three evenings. I asked two sceptics to break it, and I fixed the stale entries that they found. I rolled it out to one team first, watched the hit rate for a week, and only then switched it on for everyone. I kept the note up to date so that the next owner could follow every choice.',
	],
	[
		'Result',
		'The dashboard now opens in 0.8 seconds instead of 11. Deploys start six minutes earlier on average, and the index serves 70% fewer queries.',
	],
	['Learnings', 'I would ask the sceptics in week one, not in week three.'],
];

/** Picks a suggestion by its label, once the list shows it. */
async function choose(workbench: WorkbenchPage, label: string): Promise<void> {
	const suggestion = workbench.editor.suggestions().filter({ hasText: label }).first();
	await workbench.press('Control+Space');
	await suggestion.waitFor();
	await suggestion.click();
}

async function has(workbench: WorkbenchPage, text: string): Promise<void> {
	await eventually(
		() => workbench.visibleText(),
		(shown) => shown.includes(text),
	);
}

/** Writes over the prompts below a heading. Lines are counted in the saved file: on the screen they wrap. */
async function answerSection(workbench: WorkbenchPage, section: string, answer: string): Promise<void> {
	const text = await eventually(
		() => saved(workbench),
		(onDisk) => onDisk.includes(`## ${section}\n`) && isAnswered(onDisk, section),
	);
	const lines = text.split('\n');
	const first = lines.indexOf(`## ${section}`) + 2;
	let last = first;
	while (lines[last + 1]?.trim()) last++;
	await workbench.editor.goTo({ line: first + 1, column: 1 });
	for (let line = first; line < last; line++) await workbench.press('Shift+ArrowDown');
	await workbench.press('Shift+End');
	await workbench.page.keyboard.insertText(answer);
	await eventually(
		() => saved(workbench),
		(onDisk) => onDisk.includes(`## ${section}\n\n${answer}\n`),
	);
}

/** Whether every section before this one has its answer in the file. */
function isAnswered(text: string, section: string): boolean {
	const before = answers.slice(
		0,
		answers.findIndex(([each]) => each === section),
	);
	return before.every(([, answer]) => text.includes(answer)) && text.includes('## Learnings\n');
}

async function saved(workbench: WorkbenchPage): Promise<string> {
	await workbench.press('Control+s');
	return fs.readFile(path.join(workbench.folder ?? '', 'review-clinic.md'), 'utf8');
}
