import fs from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const pollEveryMilliseconds = 250;

/** Whether a process of this machine is alive. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Runs `work` while no other process of this machine does the same under the same lock file. A lock whose owner has
 * died is taken over. The lock saves double work only: `work` itself must be safe to run twice.
 */
export async function withInstallLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
	while (!(await tryToLock(lockFile))) {
		await pause(pollEveryMilliseconds);
	}
	try {
		return await work();
	} finally {
		await fs.rm(lockFile, { force: true });
	}
}

async function tryToLock(lockFile: string): Promise<boolean> {
	// A link to a complete file: unlike a file created in place, it is never seen without its owner's number.
	const claim = `${lockFile}.${process.pid}`;
	try {
		await fs.writeFile(claim, String(process.pid));
		await fs.link(claim, lockFile);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
			throw error;
		}
	} finally {
		await fs.rm(claim, { force: true });
	}
	const owner = Number(await fs.readFile(lockFile, 'utf8').catch(() => ''));
	if (owner > 0 && !isAlive(owner)) {
		await fs.rm(lockFile, { force: true });
	}
	return false;
}
