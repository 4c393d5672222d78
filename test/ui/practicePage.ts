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

	/** Whether a story that was just rated has so many follow-ups: else what comes next has nothing to be rated. */
	async asksFollowUp(number: number): Promise<boolean> {
		const asked = this.page.getByText(new RegExp(`^Follow-up ${number} of `, 'u'));
		const rating = this.page.getByRole('button', { name: 'Again' });
		const [shown] = await eventually(
			async () => [await asked.count(), await rating.count()] as const,
			([follows, ratings]) => follows > 0 || ratings === 0,
		);
		return shown > 0;
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

/** Answers the follow-ups of a story that was told and rated, each by a key; a story may have none. */
export async function answerFollowUps(
	practice: PracticePage,
	workbench: WorkbenchPage,
	keys: readonly [string, string] = ['p', '3'],
): Promise<void> {
	for (const [index, key] of keys.entries()) {
		if (!(await practice.asksFollowUp(index + 1))) return;
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

/** Deletes what was practised, for the next test that has the window: a day has only so many new questions. */
export async function forgetPractice(workbench: WorkbenchPage): Promise<void> {
	await workbench.runCommand('STAR Stories: Delete Practice History…');
	const dialog = workbench.page.locator('.monaco-dialog-box');
	await dialog.getByRole('button', { name: 'Delete History', exact: true }).click();
	await dialog.waitFor({ state: 'hidden' });
}
