import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually, eventuallyEquals } from '../host/eventually.ts';
import { lineInSampleBank } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const showReport = 'STAR Stories: Show Report';

const report = 'STAR Stories Report.md';

describe('the report', () => {
	const shared = workbenchForFile();

	it('leads to each story, reads well as a preview and follows the stories', async () => {
		// So high that the whole report is on the screen.
		const settings = { '[markdown]': { 'editor.wordWrap': 'off' } };
		const workbench = await shared.open({ viewport: { width: 1280, height: 1700 }, settings });
		await workbench.runCommand(showReport);
		await workbench.tab(report).waitFor();
		const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
		const rows = preview.locator('table').first().locator('tbody tr');
		await rows.first().waitFor();
		await workbench.screenshot('report');
		await preview.getByRole('link', { name: 'Amara and the theatre scheduler' }).first().click();
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor();
		await workbench.tab(report).click();
		await rows.first().waitFor();
		await workbench.runCommand('Markdown: Reopen as source file');
		const text = await eventually(
			() => workbench.visibleText(),
			(shown) => shown.includes('## Not counted'),
		);
		expect(text).to.match(
			/\| Mentorship & Knowledge Sharing \| 1 \| 2–3 \| 7 \| weak \|\n\| Cross-Team Alignment \| 0 \| 1–2 \| 0 \| gap \|/,
		);
		await workbench.screenshot('report-source');
		await workbench.editor.followLink('amara-and-the-theatre-scheduler');
		await workbench.tab('amara-and-the-theatre-scheduler.md').waitFor();
		await caretIsAt(workbench, 'stories/amara-and-the-theatre-scheduler.md', '# Amara and the theatre scheduler');

		await workbench.showTab(report);
		await workbench.restPointer();
		const line = text.split('\n').findIndex((shown) => shown.includes('Talking us out of a service mesh')) + 1;
		await workbench.editor.goTo({ line, column: 60 });
		// Where VS Code has not found it yet, the command does nothing.
		await workbench.editor.link('no-mesh-this-year').waitFor();
		await workbench.runCommand('Open Link');
		await workbench.tab('no-mesh-this-year.md').waitFor();
		await caretIsAt(workbench, 'stories/no-mesh-this-year.md', '# Talking us out of a service mesh');

		await workbench.tab(report).click();
		await workbench.restPointer();
		await workbench.runCommand(showReport);
		await rows.first().waitFor();
		const coverage = async () =>
			rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
		await eventuallyEquals(coverage, [
			['Technical Initiative', '8', '1–2', '11', 'rich'],
			['Technical Influence', '2', '1–2', '4', 'covered'],
			['Mentorship & Knowledge Sharing', '1', '2–3', '7', 'weak'],
			['Cross-Team Alignment', '0', '1–2', '0', 'gap'],
		]);
		await workbench.screenshot('report-preview');

		// As another program would, while nobody looks at the file.
		const file = path.join(workbench.folder ?? '', 'later/what-delivered-means.md');
		await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('Alignmnet', 'Alignment'));
		await eventually(
			async () => (await coverage()).at(-1),
			(row) => row?.join(' ') === 'Cross-Team Alignment 1 1–2 1 covered',
		);
		await workbench.screenshot('report-follows');
	});
});

async function caretIsAt(workbench: WorkbenchPage, file: string, heading: string): Promise<void> {
	const line = await lineInSampleBank(file, heading);
	await eventually(
		() => workbench.editor.caret(),
		(caret) => caret?.line === line,
	);
}
