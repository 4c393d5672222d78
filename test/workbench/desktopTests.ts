// npm run test:desktop: the host suite inside a desktop VS Code, which @vscode/test-electron downloads once.
// It needs a display; on Linux without one: xvfb-run -a npm run test:desktop.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildExtension } from './extensionBuild.ts';
import { bundleHostSuite } from './hostBundle.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { cacheFolder, outFolder, projectFolder } from './projectFolders.ts';
import { copySampleBank } from './sampleBank.ts';
import { serverBuilds } from './serverBuilds.ts';

runEntry(async () => {
	await buildExtension();
	const tests = await bundleHostSuite('node', outFolder);
	const temporary = await fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), 'star-stories-'));
	try {
		const folder = path.join(temporary, 'sample-bank');
		await copySampleBank(folder);
		const userData = path.join(temporary, 'user-data');
		await writeSettings(userData);
		await runTests({
			version: serverBuilds.current.vscode,
			cachePath: cacheFolder,
			extensionDevelopmentPath: projectFolder,
			extensionTestsPath: tests,
			launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', userData],
		});
	} catch (error) {
		throw new OneLineError(`The suite did not pass in a desktop VS Code: ${(error as Error).message}`);
	} finally {
		await fs.rm(temporary, { recursive: true, force: true, maxRetries: 10 });
	}
});

async function writeSettings(userData: string): Promise<void> {
	const settings = { 'workbench.startupEditor': 'none' };
	await fs.mkdir(path.join(userData, 'User'), { recursive: true });
	await fs.writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(settings));
}
