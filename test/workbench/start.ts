// npm start: the extension in a VS Code of its own, open on a copy of the sample bank, until Ctrl-C.
import { once } from 'node:events';
import { openInBrowser } from './defaultBrowser.ts';
import { buildExtension } from './extensionBuild.ts';
import { ensureServer } from './installedServer.ts';
import { OneLineError, runEntry } from './oneLineError.ts';
import { portWanted } from './portWanted.ts';
import { projectFolder } from './projectFolders.ts';
import { copySampleBankForReaders } from './sampleBank.ts';
import { serverBuilds } from './serverBuilds.ts';
import { WorkbenchServer } from './workbenchServer.ts';

runEntry(async () => {
	const port = await portWanted();
	await buildExtension();
	const installed = await ensureServer(serverBuilds.current);
	const server = await WorkbenchServer.start(installed, {
		...(port === undefined ? {} : { port }),
		// Rather than as extension under development, which would make a long address and a title that speaks of it.
		linkedExtension: projectFolder,
	});
	try {
		const folder = await server.temporaryFolder('sample-bank');
		await copySampleBankForReaders(folder);
		const address = server.address({ folder });
		console.log(
			`\nSTAR Stories in VS Code ${installed.build.vscode}, on a copy of the sample bank:\n\n  ${address}\n`,
		);
		console.log('Ctrl-C ends it and removes the copy.');
		openInBrowser(address);
		const ctrlC = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
		await Promise.race([ctrlC, server.ended.then(failUnexpectedly)]);
	} finally {
		await server.dispose();
	}
});

function failUnexpectedly(): never {
	throw new OneLineError('The VS Code server ended by itself.');
}
