// Writes docs/agent-session.md: what an agent asks `star-stories mcp` about the sample stories, and what it is answered.
//   npm run build && node test/workbench/agentSession.ts
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type McpClient, mcpClient } from '../cli/mcpClient.ts';
import { projectFolder } from './projectFolders.ts';
import { copySampleBankForReaders } from './sampleBank.ts';

/** Where the transcript stands, from the root of the project. */
export const sessionPath = 'docs/agent-session.md';

const head = `# An agent's session

What an agent that prepares an interview with somebody asks \`star-stories mcp\` about the sample stories, word for word. The SDK's own
client made it (\`node test/workbench/agentSession.ts\`), and a test holds it against the server. Companies, projects and teams are
hidden, as they are unless \`--plain\` says otherwise. More about the server: [agents.md](agents.md).
`;

/** A draft as an author might dictate it: begun, with a number still to be asked for. */
const draft = `---
competencies: [cross-team-alignment]
---

# One address format for four teams

## Situation

Four teams stored addresses in four ways, and every parcel that crossed two of them was looked at by hand.

## Task

I wanted one format before the autumn, without anybody stopping their own work.

## Action

I asked each team for its ten strangest addresses and wrote the format around those forty.

## Result

[N] fewer parcels a week are looked at by hand.
`;

/** Files whose front matter cannot be read: names may be missing there, and nothing would be told. */
const unreadable = ['later/broken-front-matter.md', 'later/tab-indented-tags.md'];

/**
 * Holds the session.
 *
 * @returns the transcript, the same each time
 */
export async function agentSession(): Promise<string> {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'star-stories-session-'));
	let client: McpClient | undefined;
	try {
		await copySampleBankForReaders(folder);
		for (const file of unreadable) await fs.rm(path.join(folder, file));
		client = await mcpClient(folder);
		return [head, ...(await turns(client))].join('\n');
	} finally {
		await client?.close();
		await fs.rm(folder, { recursive: true, force: true });
	}
}

async function turns({ client, ask }: McpClient): Promise<readonly string[]> {
	const call = async (why: string, tool: string, given: Record<string, string | number>) =>
		turn(why, `${tool} ${JSON.stringify(given)}`, await ask(tool, given));
	const { tools } = await client.listTools();
	const { resources } = await client.listResources();
	const story = resources.find(({ name }) => name === 'Postgres, not Dynamo: the ledger decision');
	const { contents } = await client.readResource({ uri: story?.uri ?? '' });
	const text = contents.map((each) => ('text' in each ? each.text : '')).join('');
	return [
		turn('What is there?', 'tools/list', tools.map(({ name, title }) => `${name}: ${title}`).join('\n')),
		await call('What is missing?', 'coverage', { competency: 'cross-team-alignment' }),
		await call('What will be asked about it?', 'questions', { competency: 'cross-team-alignment' }),
		await call('Which story answers a question that was asked?', 'find', {
			question: 'Tell me about a time you disagreed about a technical decision.',
			limit: 2,
		}),
		await call('The first of them, at a glance', 'card', { story: story?.name ?? '' }),
		await call('What will they ask next?', 'probes', { story: story?.name ?? '' }),
		turn('And in its own words', `resources/read ${story?.uri}`, text.trim()),
		await call('Something new, as the author has told it: is it a story yet?', 'check', {
			file: 'stories/one-address-format.md',
			text: draft,
		}),
	];
}

function turn(why: string, asked: string, answer: string): string {
	return `## ${why}\n\n${fenced(asked)}\n\n${fenced(answer)}\n`;
}

/** A story may hold a fence itself. */
function fenced(text: string): string {
	return `~~~~text\n${text}\n~~~~`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	await fs.writeFile(path.join(projectFolder, sessionPath), await agentSession());
