/** How to start npm: what to spawn, and the arguments before npm's own. */
export interface NpmCommand {
	readonly command: string;
	readonly leading: readonly string[];
	readonly shell: boolean;
}

/** The npm that runs this script, else the one on the PATH. */
export function npmCommand(): NpmCommand {
	const cli = process.env['npm_execpath'];
	return cli !== undefined && cli.endsWith('.js')
		? { command: process.execPath, leading: [cli], shell: false }
		: { command: 'npm', leading: [], shell: process.platform === 'win32' };
}
