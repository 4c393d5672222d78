import type { Page } from 'playwright-core';
import type { WorkbenchPage } from './workbenchPage.ts';

/** Has the page remember every text that a welcome view showed, however briefly. */
export async function watchForWelcome(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Reflect.set(globalThis, 'welcomesSeen', seen);
		new MutationObserver(() => {
			for (const welcome of document.querySelectorAll('.welcome-view-content')) {
				const text = welcome.textContent ?? '';
				if (/stories/i.test(text) && welcome.getBoundingClientRect().height > 0) {
					seen.push(text);
				}
			}
		}).observe(document, { childList: true, subtree: true, attributes: true });
	});
}

/** What a page that was told to watch has seen since it was opened. */
export async function welcomesSeen({ page }: WorkbenchPage): Promise<string[]> {
	return page.evaluate(() => Reflect.get(globalThis, 'welcomesSeen') as string[]);
}
