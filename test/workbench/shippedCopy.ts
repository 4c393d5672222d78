import fs from 'node:fs/promises';
import path from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';
import { projectFolder } from './projectFolders.ts';

/**
 * Copies what the VSIX would hold.
 *
 * @param target an empty folder
 * @param change is made to the manifest
 * @returns the same folder
 */
export async function copyShipped(
	target: string,
	change: (manifest: Record<string, unknown>) => void,
): Promise<string> {
	for (const file of await listFiles({ cwd: projectFolder, packageManager: PackageManager.None })) {
		await fs.cp(path.join(projectFolder, file), path.join(target, file));
	}
	const manifest = path.join(target, 'package.json');
	const fields = JSON.parse(await fs.readFile(manifest, 'utf8')) as Record<string, unknown>;
	change(fields);
	await fs.writeFile(manifest, JSON.stringify(fields, undefined, '\t'));
	return target;
}

/**
 * Copies what the VSIX would hold and takes from its manifest what lets it run in Node, so that VS Code runs it in the
 * web worker host, as on vscode.dev.
 *
 * @param target an empty folder
 * @returns the same folder
 */
export function copyForWebHost(target: string): Promise<string> {
	return copyShipped(target, (manifest) => {
		// With a preference for the workspace's side VS Code would look there for what it can only run on the web's.
		delete manifest['main'];
		delete manifest['extensionKind'];
	});
}
