import type { Clock } from '../core/library/workspace.ts';

/** The time of this machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	schedule(action, milliseconds) {
		const timer: unknown = setTimeout(action, milliseconds);
		return { dispose: () => clearTimeout(timer) };
	},
};
