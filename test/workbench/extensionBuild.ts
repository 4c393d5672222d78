import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OneLineError } from './oneLineError.ts';
import { projectFolder } from './projectFolders.ts';

/**
 * Builds the extension's bundles into dist/.
 *
 * @throws OneLineError with esbuild's account when the code does not build
 */
export async function buildExtension(...options: string[]): Promise<void> {
	try {
		await promisify(execFile)(process.execPath, ['esbuild.mjs', ...options], { cwd: projectFolder });
	} catch (error) {
		throw new OneLineError(
			`The extension does not build.\n${(error as { stderr?: string }).stderr ?? String(error)}`,
		);
	}
}
