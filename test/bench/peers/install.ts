import fs from 'node:fs/promises';
import path from 'node:path';
import { npmInstall } from '../../workbench/npmInstall.ts';
import { OneLineError } from '../../workbench/oneLineError.ts';
import { projectFolder } from '../../workbench/projectFolders.ts';
import type { Peer } from './peer.ts';

/** What the peers are made of; none of it is part of the project. */
const cacheFolder = path.join(projectFolder, '.bench');

/** A peer that is installed, in which folder. */
export interface InstalledPeer {
	readonly peer: Peer;
	readonly folder: string;
}

/** Installs peers, each in a folder of its own, and names those that can't be had. */
export async function installPeers(peers: readonly Peer[]): Promise<readonly InstalledPeer[]> {
	const installed: InstalledPeer[] = [];
	const missing: string[] = [];
	for (const peer of peers) {
		const folder = path.join(
			cacheFolder,
			peer.packages
				.join('+')
				.replaceAll(/[^\w.@+-]/gu, '-')
				.slice(0, 60),
		);
		try {
			await ensureInstalled(folder, peer.packages);
			installed.push({ peer, folder });
		} catch (error) {
			if (!(error instanceof OneLineError)) throw error;
			missing.push(peer.name);
		}
	}
	if (missing.length > 0) console.log(`Not to be had, and left out: ${missing.join('; ')}.`);
	return installed;
}

async function ensureInstalled(folder: string, packages: readonly string[]): Promise<void> {
	const stamp = path.join(folder, 'installed');
	const isInstalled = await fs.access(stamp).then(
		() => true,
		() => false,
	);
	if (isInstalled) return;
	await fs.mkdir(folder, { recursive: true });
	await fs.writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
	await npmInstall(folder, packages);
	await fs.writeFile(stamp, '');
}
