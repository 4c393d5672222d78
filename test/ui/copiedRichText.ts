import { eventually } from '../host/eventually.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** What lies on the clipboard, by its types. */
export async function clipboard(workbench: WorkbenchPage): Promise<Readonly<Record<string, string>>> {
	// Only a document with the focus may read it, which a page in a frame has taken from the workbench.
	await workbench.press('F1');
	await workbench.quickInput.input.waitFor();
	return workbench.page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const types = await Promise.all(
			(item?.types ?? []).map(async (type) => [type, await ((await item?.getType(type))?.text() ?? '')] as const),
		);
		return Object.fromEntries(types);
	});
}

/** Waits for the line in the status bar; where the browser wants a click first, as some do, it clicks. */
export async function copied(workbench: WorkbenchPage, said: string): Promise<void> {
	const button = workbench.page
		.frameLocator('iframe.webview.ready')
		.frameLocator('#active-frame')
		.getByRole('button', { name: 'Copy', exact: true });
	const status = workbench.page.locator('.part.statusbar').getByText(said);
	await eventually(
		async () => {
			if (await status.isVisible()) return true;
			await button.click({ timeout: 1000 }).catch(() => undefined);
			return status.isVisible();
		},
		(isThere) => isThere,
	);
}
