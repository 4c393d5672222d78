/** A server build of VS Code, as the npm package code-server carries it. */
export interface ServerBuild {
	/** Version of VS Code. */
	readonly vscode: string;
	/** Version of the npm package that carries it. */
	readonly codeServer: string;
	/** Major version of Node that this build runs on. */
	readonly nodeMajor: number;
	/** Its ripgrep comes as an install script that would download; the binary is taken from another package. */
	readonly lacksRipgrep: boolean;
}

/** The versions under test. `oldest` is what package.json's engines.vscode promises. */
export const serverBuilds = {
	current: { vscode: '1.139.1', codeServer: '4.139.1', nodeMajor: 24, lacksRipgrep: false },
	oldest: { vscode: '1.100.3', codeServer: '4.100.3', nodeMajor: 20, lacksRipgrep: true },
} as const satisfies Record<string, ServerBuild>;
