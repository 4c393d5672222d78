import { expect } from 'chai';
import * as vscode from 'vscode';
import { StoryIndex } from '../../src/core/library/storyIndex.ts';
import { registerMcpServer, type ServersOfVscode } from '../../src/vscode/features/chat/mcpServer.ts';
import { eventually, eventuallyEquals } from './eventually.ts';
import { inCurrentNode, inEveryHost } from './hosts.ts';

const set = (name: 'enabled' | 'redact', value: boolean | undefined) =>
	vscode.workspace
		.getConfiguration('starStories.languageModelTools')
		.update(name, value, vscode.ConfigurationTarget.Global);

inEveryHost('activation', 'offering a server of the Model Context Protocol', () => {
	const extension = () => {
		const found = vscode.extensions.getExtension('star-stories.star-stories');
		if (!found) throw new Error('The extension is not there');
		return found;
	};
	/** What is logged where a VS Code is one of these. */
	const errorsWith = (servers: ServersOfVscode): readonly string[] => {
		const errors: string[] = [];
		const log = { error: (error: unknown) => void errors.push(String(error)) };
		const index = new StoryIndex(() => undefined);
		registerMcpServer(extension(), { index }, log, servers).dispose();
		return errors;
	};
	class Definition {
		readonly label = '';
		readonly command = '';
		readonly args: string[] = [];
	}
	const refusing = (version: string): ServersOfVscode => ({
		version,
		McpStdioServerDefinition: Definition,
		lm: {
			registerMcpServerDefinitionProvider: () => {
				throw new Error('No');
			},
		},
	});

	it('leaves alone a VS Code that has none, or only proposes it', () => {
		const { version } = vscode;
		expect(errorsWith({ version })).to.deep.equal([]);
		expect(errorsWith({ version, lm: {} })).to.deep.equal([]);
		expect(errorsWith({ ...refusing(version), lm: {} })).to.deep.equal([]);
		for (const old of ['1.99.3', '1.100.0', '1.100.3']) expect(errorsWith(refusing(old))).to.deep.equal([]);
	});

	it('goes on where an editor refuses it, and logs why', () => {
		const wanted = globalThis.process?.execPath === undefined ? [] : ['Error: No'];
		for (const version of ['1.101.0', '1.139.1', '2.0.0'])
			expect(errorsWith(refusing(version)), version).to.deep.equal(wanted);
	});
});

inCurrentNode('the server of the Model Context Protocol', () => {
	afterEach(async () => {
		await set('enabled', undefined);
		await set('redact', undefined);
	});

	it('is offered to VS Code once language models are switched on, and answers', async () => {
		await start();
		expect(toolNames()).to.deep.equal([]);
		await set('enabled', true);
		const names = await eventually(
			async () => {
				await start();
				return toolNames();
			},
			(found) => found.length > 0,
		);
		expect(names.map((name) => /[a-z]+$/u.exec(name)?.[0]).toSorted()).to.deep.equal([
			'card',
			'check',
			'coverage',
			'find',
			'probes',
			'questions',
		]);
		const coverage = names.find((name) => name.endsWith('coverage')) ?? '';
		const ask = async () => {
			const { content } = await vscode.lm.invokeTool(coverage, { input: {}, toolInvocationToken: undefined });
			return JSON.stringify(content);
		};
		// The sample bank has front matter that cannot be read.
		expect(await ask()).to.include('Nothing is shared');
		await set('enabled', false);
		await eventuallyEquals(toolNames, []);
	});
});

function start(): Thenable<unknown> {
	return vscode.commands.executeCommand('workbench.mcp.startServer', '*');
}

/** The tools of the server that VS Code knows. */
function toolNames(): readonly string[] {
	return vscode.lm.tools
		.map(({ name }) => name)
		.filter((name) => name.startsWith('mcp_') && /star.?stories/iu.test(name));
}
