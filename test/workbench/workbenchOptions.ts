/** How a workbench differs from a fresh one. */
export interface WorkbenchOptions {
	/** Port to listen on; a free one when absent. */
	readonly port?: number;
	/** User settings on top of those that keep a fresh workbench quiet. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** A packaged extension to install before the start. */
	readonly vsix?: string;
	/** Absolute path of an extension's folder that counts as installed, from where it is. */
	readonly linkedExtension?: string;
	/** Leave workspace trust as a user has it, so that folders open in Restricted Mode. */
	readonly workspaceTrust?: boolean;
}

/** A folder and what to load with it. */
export interface WorkbenchVisit {
	/** Absolute path of the workspace folder; none, and no workspace file, opens an empty window. */
	readonly folder?: string;
	/** Absolute path of a .code-workspace file, in place of a folder. */
	readonly workspaceFile?: string;
	/** Absolute path of an extension's folder, loaded as extension under development. */
	readonly extension?: string;
	/** Absolute path of a bundle whose `run` the extension host calls, and ends. */
	readonly tests?: string;
}
