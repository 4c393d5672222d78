// Runs as a process of its own, in its own process group, between us and one VS Code server. When the channel to us
// closes, because we asked or because we died, however we died, it kills the server's whole process group and
// removes the server's folder.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import path from 'node:path';
import type { ServerCommand, WardenReport } from './wardenMessages.ts';

const folder = process.argv[2] ?? missing();
/** How much of what a server prints is kept, in UTF-16 code units. */
const maxHeard = 2000;

let server: ChildProcess | undefined;

process.on('message', (message) => startServer(message as ServerCommand));
process.once('disconnect', () => void cleanUp());
// The terminal's Ctrl-C is for our parent, which closes the channel in its own time.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => process.connected && process.disconnect());
}

function startServer({ command, args, env }: ServerCommand): void {
	const started = spawn(command, args, {
		env,
		detached: process.platform !== 'win32',
		windowsHide: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	server = started;
	const log = createWriteStream(path.join(folder, 'server.log'));
	// Its last words, in case it ends.
	let heard = '';
	let listening = false;
	const listen = (text: string): void => {
		log.write(text);
		heard = (heard + text).slice(-maxHeard);
		if (listening) {
			return;
		}
		const port = /listening on (\d+)/.exec(heard)?.[1];
		if (port !== undefined) {
			listening = true;
			report({ listening: Number(port) });
		}
	};
	started.stdout.setEncoding('utf8').on('data', listen);
	started.stderr.setEncoding('utf8').on('data', listen);
	started.once('error', (error) => report({ ended: error.message }));
	started.once('exit', (code, signal) => report({ ended: `code ${code ?? signal}. ${heard}` }));
}

function missing(): never {
	throw new Error('serverWarden is started by workbenchServer, which names the folder to remove');
}

function report(message: WardenReport): void {
	if (process.connected) {
		process.send?.(message);
	}
}

async function cleanUp(): Promise<void> {
	if (server?.pid !== undefined) {
		await killGroup(server, server.pid);
	}
	rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	process.exit(0);
}

/** Returns when the server itself is gone: of those it started nobody can tell who is dead and who waits to be buried. */
async function killGroup(leader: ChildProcess, pid: number): Promise<void> {
	if (process.platform === 'win32') {
		try {
			execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
		} catch {
			// It had ended already.
		}
		return;
	}
	const gone = leader.exitCode === null && leader.signalCode === null ? once(leader, 'exit') : undefined;
	signalGroup(pid);
	await gone;
	// What it started in its last moment.
	signalGroup(pid);
}

function signalGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody is left.
	}
}
