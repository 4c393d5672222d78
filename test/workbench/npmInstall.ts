import { spawn } from 'node:child_process';
import { npmCommand } from './npmCommand.ts';
import { OneLineError } from './oneLineError.ts';

/** npm describes the script that it runs in the environment; an npm inside that script must not take it for its own. */
export function environmentOfAnOuterShell(): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^npm_(package|lifecycle|command|config_(local_)?prefix$|config_global$)/i.test(name),
	);
	return Object.fromEntries(inherited);
}

/**
 * Runs `npm install` in a folder that has its own package.json, without install scripts.
 *
 * @param folder where to install
 * @param packages names with versions; none installs what the folder's own package.json asks for
 * @throws OneLineError naming the packages and npm's reason
 */
export async function npmInstall(
	folder: string,
	packages: readonly string[],
	options: readonly string[] = [],
): Promise<void> {
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const { command, leading, shell } = npmCommand();
	const child = spawn(command, [...leading, 'install', '--prefix', folder, ...quiet, ...options, ...packages], {
		cwd: folder,
		env: environmentOfAnOuterShell(),
		stdio: ['ignore', 'ignore', 'pipe'],
		shell,
	});
	let complaints = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
	const outcome = await new Promise<number | string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code ?? `stopped by ${signal}`));
	});
	if (outcome === 0) {
		return;
	}
	const what = packages.length > 0 ? packages.join(' ') : `the dependencies in ${folder}`;
	throw new OneLineError(`npm could not get ${what}: ${reasonFrom(complaints) || `npm ended with ${outcome}`}`);
}

/** npm's own account has many lines; the first that is neither a code nor a number says what went wrong. */
function reasonFrom(complaints: string): string {
	const lines = complaints
		.split('\n')
		.map((line) => line.replace(/^npm (error|ERR!)\s*/i, '').trim())
		.filter((line) => line !== '' && !/^npm warn/i.test(line));
	return lines.find((line) => !/^(code|errno|syscall|path|network|type)\s/i.test(line)) ?? lines[0] ?? '';
}
