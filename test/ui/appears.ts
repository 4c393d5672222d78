import type { Locator } from 'playwright-core';

/** Whether something shows within the time, for what may rightly not show. */
export async function appears(locator: Locator, timeoutMilliseconds: number): Promise<boolean> {
	return succeeds(locator.waitFor({ timeout: timeoutMilliseconds }));
}

/** Whether a step can be taken, for one that may rightly fail. */
export async function succeeds(step: Promise<void>): Promise<boolean> {
	try {
		await step;
		return true;
	} catch {
		return false;
	}
}
