/** What the warden is told to run, once. */
export interface ServerCommand {
	readonly command: string;
	readonly args: string[];
	readonly env: NodeJS.ProcessEnv;
}

/** What the warden tells: the port that the server listens on, or how the server ended and its last words. */
export type WardenReport = { readonly listening: number } | { readonly ended: string };
