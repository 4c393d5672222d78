import type { Page } from 'playwright-core';

/**
 * Has a page draw less, as nobody looks at it and its drawing takes more of a processor than the tests in the extension
 * host: it is transparent, so that nothing is painted, and what waits for a frame waits until several can be done in
 * one. All else is as ever: sizes, focus and what the extension host is told.
 *
 * @returns makes the page visible, for a picture of it
 */
export async function drawLess(page: Page): Promise<() => Promise<void>> {
	await page.addInitScript((pause) => {
		window.requestAnimationFrame = (callback) => window.setTimeout(() => callback(performance.now()), pause);
		window.cancelAnimationFrame = (handle) => window.clearTimeout(handle);
		const hide = (): void => document.documentElement.style.setProperty('opacity', '0');
		if (document.documentElement) hide();
		else document.addEventListener('DOMContentLoaded', hide);
	}, pauseMilliseconds);
	return () => page.evaluate(() => document.documentElement.style.removeProperty('opacity')).then(() => undefined);
}

/** Between two frames, in milliseconds. */
const pauseMilliseconds = 50;
