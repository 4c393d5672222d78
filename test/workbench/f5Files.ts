// npm run build:f5: what .vscode/launch.json starts: the bundles, the host tests as one bundle, and copies of the sample bank.
import fs from 'node:fs/promises';
import path from 'node:path';
import { buildExtension } from './extensionBuild.ts';
import { bundleHostSuite } from './hostBundle.ts';
import { runEntry } from './oneLineError.ts';
import { outFolder } from './projectFolders.ts';
import { copySampleBank, copySampleBankForReaders } from './sampleBank.ts';

runEntry(async () => {
	await buildExtension();
	await bundleHostSuite('node', outFolder);
	const folder = path.join(outFolder, 'f5');
	await fs.rm(folder, { recursive: true, force: true, maxRetries: 10 });
	await fs.mkdir(folder, { recursive: true });
	await copySampleBankForReaders(path.join(folder, 'stories'));
	await copySampleBank(path.join(folder, 'tests'));
});
