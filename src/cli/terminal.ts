import { styleText } from 'node:util';
import type { Paint } from '../core/check/textFormat.ts';

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan', faint: 'gray' } as const;

/** Colours for standard output where it shows them. */
export function paintFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Paint {
	return showsColours(stream, environment) ? (text, as) => styleText(styles[as], text) : (text) => text;
}

/** As https://no-color.org and https://force-color.org say: set and not empty; who says no has the last word. */
function showsColours(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
	const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: terminal } = environment;
	if (no !== '') return false;
	if (force !== '') return force !== '0' && force !== 'false';
	return stream.isTTY && terminal !== 'dumb';
}

/** Says something to the person at the terminal, apart from the output that a program may read. */
export function tell(text: string): void {
	process.stderr.write(`${text}\n`);
}

/**
 * Ends quietly when whoever reads the output has had enough, as in `star-stories check | head -1`. The exit code is that
 * which was set before.
 */
export function endOnBrokenPipe(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
			process.exit();
		});
	}
}
