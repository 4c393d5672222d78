import { pathToFileURL } from 'node:url';
import type { WorkbenchVisit } from './workbenchOptions.ts';

/** The address that opens a server's workbench on a folder, with what to load beside it. */
export function workbenchAddress(port: number, visit: WorkbenchVisit): string {
	const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
	const payload: [string, string][] = [];
	if (visit.extension !== undefined) {
		payload.push(['skipWelcome', 'true'], ['extensionDevelopmentPath', remote(visit.extension)]);
	}
	if (visit.tests !== undefined) {
		payload.push(['extensionTestsPath', remote(visit.tests)]);
	}
	const address = new URL(`http://127.0.0.1:${port}/`);
	// Not through searchParams, which would write %2F for every slash: people read this.
	address.search = whatOpens(visit);
	if (payload.length > 0) {
		address.searchParams.set('payload', JSON.stringify(payload));
	}
	return address.href;
}

function whatOpens({ folder, workspaceFile }: WorkbenchVisit): string {
	if (workspaceFile !== undefined) {
		return `workspace=${pathToFileURL(workspaceFile).pathname}`;
	}
	return folder === undefined ? 'ew=true' : `folder=${pathToFileURL(folder).pathname}`;
}
