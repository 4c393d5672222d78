import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Log, logError } from '../../../core/library/log.ts';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import { mcpServers, settingsSection } from '../../ids.ts';
import { readSettings } from '../../settings.ts';

/** How to start a server, as `vscode.McpStdioServerDefinition` since VS Code 1.101. */
export interface ServerDefinition {
	readonly label: string;
	readonly command: string;
	readonly args: string[];
	readonly env?: Record<string, string | number | null>;
	readonly version?: string;
}

/** What of VS Code offers servers of the Model Context Protocol, where it does. */
export interface ServersOfVscode {
	readonly version: string;
	readonly lm?: {
		registerMcpServerDefinitionProvider?(
			id: string,
			provider: {
				readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
				provideMcpServerDefinitions(): readonly ServerDefinition[];
			},
		): vscode.Disposable;
	};
	readonly McpStdioServerDefinition?: new (
		label: string,
		command: string,
		args: string[],
		env: Record<string, string | number | null>,
		version: string,
	) => ServerDefinition;
}

/** Path of the server from the extension's folder. */
const serverProgram = 'dist/mcp/server.mjs';

/**
 * Offers the same answers as a server of the Model Context Protocol, one a folder, where VS Code knows those, its host
 * can start processes, there are stories, and the author has switched language models on.
 */
export function registerMcpServer(
	extension: vscode.Extension<unknown>,
	{ index }: Pick<StoryFiles, 'index'>,
	log: Pick<Log, 'error'>,
	servers = vscode as unknown as ServersOfVscode,
): vscode.Disposable {
	const disposables = new Disposables();
	const { lm, McpStdioServerDefinition: Definition } = servers;
	const program = globalThis.process?.execPath;
	if (!lm?.registerMcpServerDefinitionProvider || !Definition || program === undefined) return disposables;
	if (onlyProposes(servers)) return disposables;
	const changed = new vscode.EventEmitter<void>();
	disposables.add(changed);
	disposables.add(
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(`${settingsSection}.languageModelTools`)) changed.fire();
		}),
	);
	disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()));
	const hasStories = () => index.taggedFiles.length > 0;
	let had = hasStories();
	disposables.add(
		index.onDidChange(() => {
			const has = hasStories();
			if (has !== had) changed.fire();
			had = has;
		}),
	);
	const { version } = extension.packageJSON as { readonly version: string };
	const provider = {
		onDidChangeMcpServerDefinitions: changed.event,
		provideMcpServerDefinitions: () =>
			(hasStories() ? offeredServers(extension.extensionUri, program) : []).map(
				({ label, command, args, env }) => new Definition(label, command, args, env ?? {}, version),
			),
	};
	try {
		disposables.add(lm.registerMcpServerDefinitionProvider(mcpServers.stories, provider));
	} catch (error) {
		// An editor that is made of VS Code may refuse it; nothing else has to do with it.
		logError(log)(error);
	}
	return disposables;
}

/** VS Code 1.100 has what offers servers as a proposal, which wants another entry of the manifest. */
function onlyProposes({ version }: ServersOfVscode): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major === 1 && minor <= 100;
}

/**
 * The servers for the folders that are open on the disk; none while language models are off.
 *
 * @param program Node, or a VS Code that can be it
 */
export function offeredServers(extensionUri: vscode.Uri, program: string): readonly ServerDefinition[] {
	const { enabled, redact } = readSettings(undefined).languageModelTools;
	const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
	if (!enabled) return [];
	const server = vscode.Uri.joinPath(extensionUri, serverProgram).fsPath;
	return folders.map(({ uri, name }) => ({
		label: folders.length === 1 ? 'STAR Stories' : `STAR Stories: ${name}`,
		command: program,
		args: [server, uri.fsPath, ...(redact ? [] : ['--plain'])],
		env: { ELECTRON_RUN_AS_NODE: '1' },
	}));
}
