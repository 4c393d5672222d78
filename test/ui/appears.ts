import type { Locator } from 'playwright-core';

/** Whether something shows within the time, for what may rightly not show. */
export async function appears(locator: Locator, timeoutMilliseconds: number): Promise<boolean> {
	try {
		await locator.waitFor({ timeout: timeoutMilliseconds });
		return true;
	} catch {
		return false;
	}
}
