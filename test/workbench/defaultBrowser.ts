import { spawn } from 'node:child_process';

/** Opens an address in the user's browser where there is one, and says nothing where there is none. */
export function openInBrowser(address: string): void {
	const opener = openerOfThisMachine();
	if (!opener) {
		return;
	}
	const [command, ...args] = opener;
	const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
	child.on('error', () => undefined);
	child.unref();
}

function openerOfThisMachine(): [string, ...string[]] | undefined {
	const chosen = process.env['BROWSER'];
	if (chosen !== undefined && chosen !== '') {
		return chosen === 'none' ? undefined : [chosen];
	}
	switch (process.platform) {
		case 'darwin':
			return ['open'];
		case 'win32':
			// `start` would take the & in the address for the end of the command.
			return ['rundll32', 'url.dll,FileProtocolHandler'];
		default:
			return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
	}
}
