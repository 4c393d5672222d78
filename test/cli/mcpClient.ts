import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { projectFolder } from '../workbench/projectFolders.ts';
import { program } from './commandLine.ts';

/** A client of `star-stories mcp`, as an agent has one. */
export interface McpClient {
	readonly client: Client;
	/** What the server said to its author so far. */
	log(): string;
	/** The text that a tool answered with; a failure begins with `Error: `. */
	ask(tool: string, given?: Record<string, unknown>): Promise<string>;
	close(): Promise<void>;
}

/** Starts a server as a process, with the SDK's own client. */
export function mcpClient(folder: string, args: readonly string[] = []): Promise<McpClient> {
	return clientOf([program, 'mcp', '-C', folder, ...args]);
}

/** The same of the server that the VSIX ships. */
export function mcpClientInEditor(folder: string, args: readonly string[] = []): Promise<McpClient> {
	return clientOf([path.join(projectFolder, 'dist/mcp/server.mjs'), folder, ...args]);
}

async function clientOf(args: readonly string[]): Promise<McpClient> {
	const transport = new StdioClientTransport({ command: process.execPath, args: [...args], stderr: 'pipe' });
	let log = '';
	transport.stderr?.on('data', (chunk: Uint8Array) => (log += new TextDecoder().decode(chunk)));
	const client = new Client({ name: 'test', version: '1' });
	await client.connect(transport);
	return {
		client,
		log: () => log,
		ask: async (name, given = {}) => {
			const { content, isError } = await client.callTool({ name, arguments: given });
			const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
			return isError === true ? `Error: ${text}` : text;
		},
		close: () => client.close(),
	};
}
