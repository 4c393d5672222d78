import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { stepLimitMilliseconds } from '../limits.ts';
import { OneLineError } from './oneLineError.ts';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * A headless Chromium: an installed Chrome, Chromium or Edge, else Playwright's own, else, on Debian as root, the
 * distribution's. The first that really starts.
 *
 * @throws OneLineError naming the command that gets one
 */
export async function launchBrowser(): Promise<Browser> {
	for (const executables of [installedBrowsers, playwrightBrowser, debianBrowser]) {
		for await (const executablePath of executables()) {
			try {
				return await chromium.launch({ executablePath, args: flags, timeout: stepLimitMilliseconds });
			} catch {
				// Present but unable to run, for example for want of a library: the next one may do.
			}
		}
	}
	const remedy = 'npx playwright-core install --with-deps chromium';
	throw new OneLineError(`No Chrome, Chromium or Edge that runs was found. Get one with: ${remedy}`);
}

async function* installedBrowsers(): AsyncIterable<string> {
	const named = process.env['CHROME_PATH'];
	if (named !== undefined) {
		yield named;
	}
	for (const candidate of (usualPlaces[process.platform] ?? onThePath)()) {
		if (existsSync(candidate)) {
			yield candidate;
		}
	}
}

function onThePath(): string[] {
	const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
	const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
	return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

const usualPlaces: Partial<Record<NodeJS.Platform, () => string[]>> = {
	darwin: () =>
		['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
			(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
		),
	win32: () => {
		const products = ['Google/Chrome/Application/chrome', 'Chromium/Application/chrome'];
		const programs = [...products, 'Microsoft/Edge/Application/msedge'];
		const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((variable) => process.env[variable]);
		const present = roots.filter((root) => root !== undefined);
		return present.flatMap((root) => programs.map((program) => path.join(root, `${program}.exe`)));
	},
};

async function* playwrightBrowser(): AsyncIterable<string> {
	const executable = chromium.executablePath();
	if (!existsSync(executable)) {
		const manifest = fileURLToPath(import.meta.resolve('playwright-core/package.json'));
		await attempt(process.execPath, [
			path.join(path.dirname(manifest), 'cli.js'),
			'install',
			'--no-shell',
			'chromium',
		]);
	}
	if (existsSync(executable)) {
		yield executable;
	}
}

async function* debianBrowser(): AsyncIterable<string> {
	if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
		return;
	}
	console.log('Installing Debian’s chromium …');
	await attempt('apt-get', ['update']);
	await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
	if (existsSync('/usr/bin/chromium')) {
		yield '/usr/bin/chromium';
	}
}

async function attempt(command: string, args: string[]): Promise<void> {
	try {
		await promisify(execFile)(command, args, {
			timeout: 300_000,
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
	} catch {
		// Whether the browser is there afterwards decides.
	}
}
