import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { expectationsIn } from '../expectations.ts';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { sampleBankFolder } from '../workbench/projectFolders.ts';
import { lineInSampleBank } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** Files of the sample bank that are no stories, for all their words. */
const others = ['README.md', 'the-star-method.md', 'engineering-ladder.md', 'team-notes.md'];

describe('writing a story', () => {
	const shared = workbenchForFile();

	it('has every flaw of the sample bank listed at its place, underlined, and put right with two keystrokes', async () => {
		// So high that every row of the list is on the screen.
		const workbench = await shared.open({ viewport: { width: 1280, height: 1100 } });
		await workbench.openFile('tomasz-reads-the-query-plan.md');
		await squiggles(workbench, 'error', ['Mentorshp', '2024-13']);
		await workbench.screenshot('story-with-errors');

		// The status bar lists the problems of the story, and a click goes from one to the next.
		const figures = workbench.page
			.locator('.part.statusbar')
			.getByRole('button', { name: /takes .+ to tell\. \d+ problems(?: and \d+ hints?)?\.$/ });
		await workbench.hoverOver(figures, /did you mean Mentorship & Knowledge Sharing\?/);
		await workbench.screenshot('status-bar-problems');
		for (const [line, message] of [
			[2, /did you mean Mentorship/],
			[5, /“2024-13” is no date/],
		] as const) {
			await figures.click();
			await eventually(
				() => workbench.editor.caret(),
				(caret) => caret?.line === line,
			);
			await workbench.page
				.locator('.monaco-editor .monaco-hover:visible')
				.filter({ hasText: message })
				.first()
				.waitFor();
			await workbench.screenshot(`problem-in-line-${line}`);
		}
		await workbench.openFile('thirty-days-with-ines.md');
		await squiggles(workbench, 'warning', ['Mentorship & Knowledge Sharing', 'Task']);
		await workbench.problems();
		await workbench.runCommand('View: Toggle Maximized Panel');
		await eventuallyEquals(async () => (await listedProblems(workbench)).toSorted(), expected.toSorted());
		await workbench.screenshot('problems');

		// Two keystrokes put one right, and one takes that back.
		await workbench.runCommand('View: Toggle Maximized Panel');
		await workbench.runCommand('View: Hide Panel');
		await workbench.openFile('tomasz-reads-the-query-plan.md');
		await squiggles(workbench, 'error', ['Mentorshp', '2024-13']);
		await workbench.editor.goTo({ line: 2, column: 15 });
		const titles = await workbench.editor.openQuickFixes();
		expect(titles).to.deep.equal(['Change to Mentorship & Knowledge Sharing']);
		await workbench.screenshot('quick-fix');
		await workbench.editor.takeQuickFix();
		await squiggles(workbench, 'error', ['2024-13']);
		expect(await workbench.visibleText()).to.match(
			/^---\ncompetency: Mentorship & Knowledge Sharing\nstatus: draft\n/,
		);
		await workbench.screenshot('quick-fix-applied');
		await workbench.editor.waitForFocus();
		await workbench.press('Control+z');
		await squiggles(workbench, 'error', ['Mentorshp', '2024-13']);
		expect(await workbench.visibleText()).to.match(/^---\ncompetency: Mentorshp\nstatus: draft\n/);

		// A missing section comes in its place, with the questions of the story’s competency.
		await workbench.openFile('the-kotlin-house-rules.md');
		await squiggles(workbench, 'warning', ['The Kotlin house rules', 'TODO']);
		const line = await lineInSampleBank('stories/the-kotlin-house-rules.md', '# The Kotlin house rules');
		await workbench.editor.goTo({ line, column: 5 });
		expect(await workbench.editor.openQuickFixes()).to.include('Insert Result');
		await workbench.screenshot('section-missing');
		await workbench.editor.takeQuickFix();
		await squiggles(workbench, 'warning', ['TODO']);
		const text = await workbench.visibleText();
		expect(text).to.match(
			/### 4\. Result\n\nWhat can they do now[^\n]+\nHow did the team benefit\?\n\n### 5\. Learnings\n/,
		);
		await workbench.screenshot('section-inserted');
		await workbench.editor.waitForFocus();
		await workbench.press('Control+z');
		await squiggles(workbench, 'warning', ['The Kotlin house rules', 'TODO']);

		// What only looked like a story becomes one.
		await workbench.openFile('the-address-format-truce.md');
		await workbench.editor.squiggles('hint').first().waitFor();
		await workbench.editor.goTo({ line: 1, column: 5 });
		expect(await workbench.editor.openQuickFixes()).to.deep.equal([
			'Tag this story…',
			'Not a story',
			'Add front matter for a story',
		]);
		await workbench.screenshot('candidate');
		await workbench.press('ArrowDown');
		await workbench.press('ArrowDown');
		await workbench.editor.takeQuickFix();
		await squiggles(workbench, 'warning', ['competencies']);
		await workbench.editor.goTo({ line: 2, column: 3 });
		const tags = await workbench.editor.openQuickFixes();
		expect(tags).to.deep.equal([
			'Tag with Technical Initiative',
			'Tag with Technical Influence',
			'Tag with Mentorship & Knowledge Sharing',
			'Tag with Cross-Team Alignment',
		]);
		await workbench.screenshot('candidate-tags');
		await workbench.press('ArrowDown');
		await workbench.editor.takeQuickFix();
		await squiggles(workbench, 'warning', []);
		expect(await workbench.visibleText()).to.match(/^---\ncompetencies: \[technical-influence\]\n/);
	});

	it('marks a TODO while it is typed, and nothing in files that are no stories', async () => {
		const workbench = await shared.open();
		for (const name of others) {
			await workbench.openFile(name);
			await workbench.press('Control+Home');
			await workbench.type('TODO ');
		}
		await workbench.openFile('amara-and-the-theatre-scheduler.md');
		const line = await lineInSampleBank('stories/amara-and-the-theatre-scheduler.md', '- **Task:**');
		await workbench.editor.goTo({ line, column: 13 });
		await workbench.type('TODO ');
		await squiggles(workbench, 'warning', ['TODO']);
		await workbench.screenshot('typed-todo');
		// The story was typed in last. Had the others anything to show, they would show it by now.
		for (const name of others) {
			await workbench.showTab(name);
			await eventually(
				() => workbench.visibleText(),
				(text) => text.includes('TODO '),
			);
			for (const severity of ['error', 'warning', 'info', 'hint'] as const) {
				expect(await workbench.editor.squiggledTexts(severity), `${severity} in ${name}`).to.deep.equal([]);
			}
			if (name === 'the-star-method.md') {
				await workbench.screenshot('no-story-no-squiggle');
			}
		}
	});
});

/** Waits until the texts over the squiggles on the screen are those. */
async function squiggles(
	workbench: WorkbenchPage,
	severity: 'error' | 'warning',
	texts: readonly string[],
): Promise<void> {
	await eventuallyEquals(() => workbench.editor.squiggledTexts(severity), texts);
}

/** The problems on the screen, as `file rule line:column`. */
async function listedProblems(workbench: WorkbenchPage): Promise<string[]> {
	const rows = await workbench.page
		.locator('.markers-panel-container .monaco-list-row[role=treeitem]')
		.evaluateAll((elements) =>
			elements
				.toSorted((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
				.map((row) => ({
					spoken: row.getAttribute('aria-label') ?? '',
					rule: row.querySelector('.marker-code')?.textContent ?? '',
				})),
		);
	let file = '';
	return rows.flatMap(({ spoken, rule }) => {
		file = /problems? in file (\S+) of folder/.exec(spoken)?.[1] ?? file;
		const place = /at line (\d+) and character (\d+)/.exec(spoken);
		return place ? [`${file} ${rule} ${place[1]}:${place[2]}`] : [];
	});
}

/** What the fixtures themselves say is wrong with them, hints aside, which the panel leaves out. */
const expected: string[] = [];

before(async () => {
	for await (const file of fs.glob('**/*.md', { cwd: sampleBankFolder })) {
		const text = (await fs.readFile(path.join(sampleBankFolder, file), 'utf8')).replace(/^\uFEFF/, '');
		for (const { rule, start } of expectationsIn(text).filter((expectation) => expectation.rule !== 'candidate')) {
			const above = text.slice(0, start).split('\n');
			expected.push(`${path.basename(file)} ${rule} ${above.length}:${(above.at(-1) ?? '').length + 1}`);
		}
	}
});
