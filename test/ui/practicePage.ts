import type { Locator } from 'playwright-core';
import { eventually } from '../host/eventually.ts';
import { WebviewPage } from './webviewPage.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** The page of practice, in the words of the person in front of it. */
export class PracticePage extends WebviewPage {
	get heading(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}

	/** The question that is asked, once it has the focus and keys are for it. */
	async question(): Promise<string> {
		return this.questionAfter([]);
	}

	/** The same for one that is none of those before. */
	async questionAfter(before: readonly string[]): Promise<string> {
		await this.page.getByRole('button', { name: 'Show Story' }).waitFor();
		return eventually(
			() => this.focused(),
			(words) => words.length > 20 && !before.includes(words),
		);
	}
}

/** Answers both follow-ups of a story that was told and rated, each by a key. */
export async function answerFollowUps(
	practice: PracticePage,
	workbench: WorkbenchPage,
	keys: readonly [string, string] = ['p', '3'],
): Promise<void> {
	for (const [index, key] of keys.entries()) {
		await practice.page.getByText(`Follow-up ${index + 1} of 2`, { exact: true }).waitFor();
		await workbench.press(key);
	}
}

/** Opens practice from the palette and waits for where one chooses. */
export async function showPractice(workbench: WorkbenchPage): Promise<PracticePage> {
	await workbench.runCommand('STAR Stories: Practice / Mock Interview…');
	const practice = new PracticePage(workbench);
	await practice.page.getByRole('heading', { name: 'Practise', exact: true }).waitFor();
	return practice;
}
