import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isAlive, withInstallLock } from './installLock.ts';
import { npmInstall } from './npmInstall.ts';
import { OneLineError } from './oneLineError.ts';
import { cacheFolder, projectFolder } from './projectFolders.ts';
import type { ServerBuild } from './serverBuilds.ts';

/** A server build on this machine's disk, ready to run. */
export interface InstalledServer {
	readonly build: ServerBuild;
	/** The Node executable that this build runs on. */
	readonly node: string;
	/** The script that starts the server. */
	readonly entry: string;
}

const underway = new Map<string, Promise<InstalledServer>>();

/**
 * The server build, installed into the project's cache on first use. Installing happens under a temporary name that is
 * renamed when all is there, so an interrupted install is never taken for a whole one.
 *
 * @throws OneLineError when npm cannot get it
 */
export function ensureServer(build: ServerBuild): Promise<InstalledServer> {
	let server = underway.get(build.vscode);
	if (!server) {
		server = installOnce(build);
		underway.set(build.vscode, server);
	}
	return server;
}

async function installOnce(build: ServerBuild): Promise<InstalledServer> {
	const folder = path.join(cacheFolder, `vscode-${build.vscode}`);
	await fs.mkdir(cacheFolder, { recursive: true });
	await removeAbandoned(folder);
	if (!existsSync(folder)) {
		await withInstallLock(`${folder}.lock`, async () => {
			if (!existsSync(folder)) {
				await installInto(folder, build);
			}
		});
	}
	return { build, node: nodeIn(folder, build), entry: path.join(serverIn(folder), 'out/server-main.js') };
}

async function installInto(folder: string, build: ServerBuild): Promise<void> {
	const where = path.relative(projectFolder, folder);
	console.log(`Getting VS Code ${build.vscode} from the npm registry into ${where}, once …`);
	const partial = `${folder}.partial-${process.pid}`;
	await fs.mkdir(partial, { recursive: true });
	try {
		await fs.writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
		const packages = [`code-server@${build.codeServer}`];
		if (!runsOnOurNode(build)) {
			packages.push(`${nodePackage()}@${build.nodeMajor}`);
		}
		if (build.lacksRipgrep) {
			packages.push('@vscode/ripgrep-universal@1');
		}
		await npmInstall(partial, packages);
		await npmInstall(serverIn(partial), [], ['--omit=dev']);
		if (build.lacksRipgrep) {
			await supplyRipgrep(partial);
		}
		await fs.rename(partial, folder);
	} catch (error) {
		await fs.rm(partial, { recursive: true, force: true, maxRetries: 3 });
		if (existsSync(folder)) {
			return; // Another process took over the lock and was first.
		}
		throw error instanceof OneLineError
			? new OneLineError(
					`VS Code ${build.vscode} is not installed: ${error.message}. Does the registry answer? npm ping`,
				)
			: error;
	}
}

/** Removes what interrupted installs left. Not only before an install: npm may go on for a moment after we are killed. */
async function removeAbandoned(folder: string): Promise<void> {
	const prefix = `${path.basename(folder)}.partial-`;
	for (const name of await fs.readdir(cacheFolder)) {
		if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
			// Where npm is still at it this fails, and the next time will do.
			await fs.rm(path.join(cacheFolder, name), { recursive: true, force: true }).catch(() => undefined);
		}
	}
}

async function supplyRipgrep(partial: string): Promise<void> {
	const executable = process.platform === 'win32' ? 'rg.exe' : 'rg';
	const source = path.join(
		partial,
		'node_modules/@vscode/ripgrep-universal/bin',
		`${process.platform}-${process.arch}`,
		executable,
	);
	const target = path.join(serverIn(partial), 'node_modules/@vscode/ripgrep/bin', executable);
	await fs.mkdir(path.dirname(target), { recursive: true });
	await fs.copyFile(source, target);
	await fs.chmod(target, 0o755);
}

function serverIn(folder: string): string {
	return path.join(folder, 'node_modules/code-server/lib/vscode');
}

function runsOnOurNode(build: ServerBuild): boolean {
	return Number(process.versions.node.split('.')[0]) === build.nodeMajor;
}

function nodeIn(folder: string, build: ServerBuild): string {
	const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
	const own = path.join(folder, 'node_modules', nodePackage(), executable);
	return existsSync(own) || !runsOnOurNode(build) ? own : process.execPath;
}

/** The npm package that carries the Node executable for this machine: what the package `node` would install. */
function nodePackage(): string {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	return `${prefix}-${platform}-${process.arch}`;
}
