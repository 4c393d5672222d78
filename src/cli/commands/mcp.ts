import { Command } from 'commander';
import type { McpOptions } from '../actions/mcp.ts';
import { addFolderOptions } from '../options.ts';

const help = `
A client that speaks the Model Context Protocol, such as an agent or an editor,
starts it and asks over standard input and output. It only reads, nothing but
the folder, and opens no connection. Names that stories and star-framework.yaml
list (company, project, team, confidential) are hidden, and where some could not
be read nothing is told.

  tools      check, find, coverage, card, questions, probes
  prompts    review-my-story, mock-interview
  resources  every story

Exit codes:
  0  the client has left
  2  wrong usage, or the folder cannot be opened

Example, as most clients are told:
  { "mcpServers": { "star-stories": {
      "command": "npx", "args": ["-y", "star-stories", "mcp", "-C", "/path/to/folder"] } } }
`;

/** `star-stories mcp`: the same answers for language models. */
export function mcpCommand(): Command {
	const command = new Command('mcp')
		.summary('answer language models over the Model Context Protocol')
		.description('Serves what the other commands answer to language models, over standard input and output.')
		.option('--plain', 'hide no names')
		.option('--show-answers', 'have clients that can do so show each answer to you before the model gets it');
	return addFolderOptions(command)
		.addHelpText('after', help)
		.action(async (options: McpOptions) => (await import('../actions/mcp.ts')).mcp(options));
}
