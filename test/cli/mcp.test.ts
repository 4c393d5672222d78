import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { agentSession, sessionPath } from '../workbench/agentSession.ts';
import { copySampleBank } from '../workbench/sampleBank.ts';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, program, run, sound, starStories, temporaryFolder } from './commandLine.ts';
import { type McpClient, mcpClient, mcpClientInEditor } from './mcpClient.ts';

describe('star-stories mcp', () => {
	const folder = temporaryFolder();
	const open: McpClient[] = [];
	const connect = async (args: readonly string[] = []) => {
		const client = await mcpClient(folder.path, args);
		open.push(client);
		return client;
	};
	afterEach(async () => {
		for (const client of open.splice(0)) await client.close();
	});

	it('offers tools, prompts and resources that only read', async () => {
		await folder.write('stories/thirty.md', sound);
		const { client } = await connect();
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name)).to.deep.equal([
			'check',
			'find',
			'coverage',
			'card',
			'questions',
			'probes',
		]);
		for (const { annotations, inputSchema } of tools) {
			expect(annotations).to.include({ readOnlyHint: true, openWorldHint: false });
			expect(inputSchema).to.include({ type: 'object', additionalProperties: false });
		}
		const { prompts } = await client.listPrompts();
		expect(prompts.map(({ title }) => title)).to.deep.equal(['Review my story', 'Mock interview']);
		const { resources } = await client.listResources();
		expect(resources).to.deep.equal([
			{
				uri: 'star-stories:///stories/thirty.md',
				name: 'Thirty days with Inês',
				mimeType: 'text/markdown',
			},
		]);
		expect(client.getInstructions()).to.include('Never invent a number');
	});

	it('answers what the command line answers, and follows what changes', async () => {
		await folder.write('stories/thirty.md', misspelt);
		const { ask, client } = await connect();
		expect(await ask('check')).to.match(
			/^stories\/thirty\.md:2:16: error: .* \(competency-unknown\)\n\n1 story in 1 Markdown file: 1 error\.$/u,
		);
		await folder.write('stories/thirty.md', sound);
		expect(await ask('check')).to.equal('1 story in 1 Markdown file: no problems.');
		expect(await ask('check', { file: 'stories/thirty.md' })).to.equal('1 story in 1 Markdown file: no problems.');
		expect(await ask('check', { text: misspelt })).to.include('draft.md:2:16: error:');
		expect(await ask('find', { question: 'Whom did you mentor?' })).to.include('1. Thirty days with Inês (strong)');
		expect(await ask('coverage', { competency: 'mentorship' })).to.include(
			'Mentorship & Knowledge Sharing: single, 1 ready',
		);
		expect(await ask('card', { story: 'thirty DAYS with inês' }))
			.to.match(/^Thirty days with Inês\nMentorship & Knowledge Sharing · ready · strength 4 · /u)
			.and.include('stories/thirty.md:8');
		expect(await ask('questions')).to.match(/^.+\n {2}Probes: .+\n {2}No story yet\./u);
		expect(await ask('probes', { story: 'stories/thirty.md' })).to.match(/^Thirty days with Inês .*\n.*\?/u);
		const read = await client.readResource({ uri: 'star-stories:///stories/thirty.md' });
		expect(read.contents).to.deep.equal([
			{ uri: 'star-stories:///stories/thirty.md', mimeType: 'text/markdown', text: sound },
		]);
		await folder.write('stories/two.md', sound.replace('# Thirty days', '# Sixty days'));
		expect(await ask('card', { story: 'Thirty days with Ines' })).to.equal(
			'Error: No single story is called that. Is one of these meant? Thirty days with Inês (stories/thirty.md:8); ' +
				'Sixty days with Inês (stories/two.md:8)',
		);
		await fs.rm(path.join(folder.path, 'stories/thirty.md'));
		expect(await ask('card', { story: 'stories/two.md' })).to.include('Sixty days with Inês');
		await folder.write('.vscode/settings.json', '{ "starStories.exclude": ["stories/**"] }');
		expect(await ask('check')).to.equal('No stories in 0 Markdown files: no problems.');
	});

	it('answers in data what the command line answers in JSON, and leaves every byte of the folder', async () => {
		await copySampleBank(folder.path);
		await folder.write('.vscode/settings.json', '{}');
		const before = await bytesOf(folder.path);
		const { client } = await connect(['--plain']);
		for (const [name, given, args] of [
			['check', {}, []],
			['find', { question: 'Whom did you mentor?' }, ['Whom did you mentor?']],
			['coverage', {}, []],
			['card', { story: 'Retiring the nightly reindex' }, ['Retiring the nightly reindex']],
			['questions', {}, []],
			['probes', {}, []],
		] as const) {
			const { structuredContent } = await client.callTool({ name, arguments: given });
			const { stdout } = await starStories([name, ...args, '--format', 'json'], { cwd: folder.path });
			expect(structuredContent, name).to.deep.equal(JSON.parse(stdout));
		}
		expect(await bytesOf(folder.path)).to.deep.equal(before);
	});

	it('gives prompts with the findings before the story', async () => {
		await folder.write('stories/thirty.md', misspelt);
		const { client } = await connect();
		const textOf = async (name: string, given: Record<string, string>) => {
			const { messages } = await client.getPrompt({ name, arguments: given });
			return messages.map(({ content }) => (content.type === 'text' ? content.text : '')).join('');
		};
		const review = await textOf('review-my-story', { story: 'Thirty days with Inês' });
		expect(review).to.include('Never invent a number');
		expect(review.indexOf('(competency-unknown)')).to.be.within(1, review.indexOf('# Thirty days with Inês'));
		expect(await textOf('mock-interview', { competency: 'mentorship' }))
			.to.include('You are the interviewer')
			.and.include('Probes: Mentorship & Knowledge Sharing');
	});

	it('hides what files list to be hidden, in everything, and lets nobody try out names', async () => {
		const named = sound
			.replace('date: 2026-01', 'company: Halyard\nconfidential: [Inês]')
			.replace('The team had lost', 'Halyard had lost');
		await folder.write('stories/halyard.md', named);
		const { ask, client, log } = await connect();
		const said = [
			await ask('check'),
			await ask('find', { question: 'Tell me about Inês at Halyard, whom did you mentor?' }),
			await ask('coverage'),
			await ask('card', { story: 'Thirty days with [Name A]' }),
			await ask('questions'),
			await ask('probes'),
			await ask('check', { file: 'stories/[Company A].md' }),
			JSON.stringify(await client.listResources()),
			JSON.stringify(await client.readResource({ uri: 'star-stories:///stories/%5BCompany%20A%5D.md' })),
			JSON.stringify(
				await client.getPrompt({ name: 'review-my-story', arguments: { story: 'stories/[Company A].md' } }),
			),
		].join('\n');
		expect(said)
			.to.include('Thirty days with [Name A]')
			.and.include('[Company A] had lost')
			.and.not.match(/halyard|inês/iu);
		expect(await ask('card', { story: 'stories/halyard.md' })).to.match(/^Error: No story is called that/u);
		expect(await ask('check', { file: 'stories/halyard.md' })).to.equal('Error: No story stands in such a file.');
		expect(log()).to.equal('');
		const nothing = (await ask('find', { question: 'qqqq' })).replace('qqqq', '');
		for (const tried of ['Halyard', 'halyards', 'HALYARDED', 'inesin', 'MyHalyard', 'Hal\u00ADyard’s'])
			expect((await ask('find', { question: tried })).replace(tried, ''), tried).to.equal(nothing);
		const plain = await connect(['--plain']);
		expect(await plain.ask('card', { story: 'Thirty days with Inês' })).to.include('halyard.md');
	});

	it('hides the names of interviews, and says who has heard a story', async () => {
		const today = new Date().toISOString().slice(0, 10);
		await folder.write('stories/thirty.md', sound.replace('The team had lost', 'Globex and Priya Nair had lost'));
		const { ask, client } = await connect();
		const found = () => ask('find', { question: 'Whom did you mentor?' });
		expect(await found()).not.to.include('Told to');
		await folder.write(
			'stories/interviews.md',
			`## ${today}, Globex, round 1 (Priya Nair)\n\n- Asked: Whom did you mentor?\n  - Told: Thirty days with Inês\n`,
		);
		expect(await found()).to.match(/Told to \[Company A\] in round 1 \(\[Name A\]\)/u);
		const { contents } = await client.readResource({ uri: 'star-stories:///stories/thirty.md' });
		expect(JSON.stringify(contents))
			.to.include('[Company A] and [Name A] had lost')
			.and.not.match(/globex|priya/iu);
		const plain = await connect(['--plain']);
		expect(await plain.ask('find', { question: 'Whom did you mentor?' })).to.include('Told to Globex in round 1');
	});

	it('tells nothing where a name may be missing, and tells its author alone where', async () => {
		await folder.write('stories/halyard.md', '---\ncompetencies: [mentorship]\ncompany: [Halyard\n---\n# A\n');
		const { ask, client, log } = await connect();
		expect(await ask('coverage'))
			.to.match(/^Error: Nothing is shared: .* could not be read in 1 file\./u)
			.and.not.include('halyard');
		expect(await client.listResources().then(() => '', String)).to.include('Nothing is shared');
		await eventually(log, (said) => said.includes('stories/halyard.md: '));
		// A draft that is not saved may list names too.
		await fs.rm(path.join(folder.path, 'stories/halyard.md'));
		expect(await ask('check', { text: '---\ncompany: [Halyard\ncompetencies: x\n---\n# A\n' })).to.include(
			'Nothing is shared',
		);
	});

	it('reads nothing outside the folder', async () => {
		await folder.write('secret.md', sound.replace('# Thirty days', '# Secret days'));
		await folder.write('bank/own.md', sound);
		await fs.symlink(path.join(folder.path, 'secret.md'), path.join(folder.path, 'bank/link.md'));
		await fs.symlink(folder.path, path.join(folder.path, 'bank/up'));
		await fs.symlink('/', path.join(folder.path, 'bank/all'));
		const inBank = await mcpClient(path.join(folder.path, 'bank'));
		open.push(inBank);
		const { ask, client } = inBank;
		expect(await ask('check')).to.equal('1 story in 1 Markdown file: no problems.');
		for (const outside of [
			'../secret.md',
			path.join(folder.path, 'secret.md'),
			'link.md',
			'up/secret.md',
			'.',
			'..',
		]) {
			expect(await ask('check', { file: outside })).to.equal('Error: No story stands in such a file.');
			expect(await ask('card', { story: outside })).to.match(/^Error: No/u);
			for (const uri of [`star-stories:///${outside}`, `file://${outside}`, outside])
				expect(await client.readResource({ uri }).then(() => 'read', String)).to.include('no such story');
		}
		const { resources } = await client.listResources();
		expect(resources.map(({ uri }) => uri)).to.deep.equal(['star-stories:///own.md']);
		expect(await fs.readdir(path.join(folder.path, 'bank'))).to.have.members(['own.md', 'link.md', 'up', 'all']);
	});

	for (const [name, text] of [
		['star-framework.yaml', 'extends: staff\nname: Secret\n'],
		['stories/interviews.md', '## 2026-11-01, Globex, round 1\n'],
		['stories/opportunities.md', '## Globex\n'],
		['.vscode/settings.json', '{ "starStories.exclude": ["none"] }'],
		['.gitignore', 'none.md\n'],
		['stories/.ignore', 'none.md\n'],
	] as const)
		it(`reads no ${name} that leads out of the folder, and tells nothing without it`, async () => {
			await folder.write('outside', text);
			await folder.write('bank/stories/own.md', sound);
			const client = await mcpClient(path.join(folder.path, 'bank'));
			open.push(client);
			const { ask, log } = client;
			expect(await ask('check')).to.equal('1 story in 1 Markdown file: no problems.');
			const link = path.join(folder.path, 'bank', name);
			await fs.mkdir(path.dirname(link), { recursive: true });
			await fs.symlink(path.join(folder.path, 'outside'), link);
			expect(await ask('check')).to.match(/^Error: Nothing is shared: the folder cannot be read as it is\./u);
			await eventually(log, (said) => said.includes(`${path.basename(name)} leads out of the folder`));
			// What leads to a place in the folder is read.
			await fs.rm(link);
			await folder.write('bank/inside', text);
			await fs.symlink(path.join(folder.path, 'bank/inside'), link);
			expect(await ask('check')).to.match(/^1 story in [12] Markdown file/u);
		});

	it('makes something of whatever a client sends, or says what is wrong with it', async () => {
		await folder.write('stories/thirty.md', sound);
		const { ask, client } = await connect();
		const strange = [5, true, [], {}, ['x'], { a: { b: 1 } }, Number.MAX_VALUE, ''];
		const names = ['question', 'limit', 'competency', 'story', 'file', 'text', 'toString', '__proto__'];
		for (const tool of ['check', 'find', 'coverage', 'card', 'questions', 'probes']) {
			for (const value of strange) {
				const given = Object.fromEntries(names.map((name) => [name, value]));
				expect(await ask(tool, given), tool).to.be.a('string');
			}
		}
		expect(await ask('find')).to.equal('Error: Say in `question` what was asked.');
		expect(await ask('find', { question: 5 })).to.equal('Error: `question` is a text.');
		for (const limit of [-1, 2.5, 21, 50])
			expect(await ask('find', { question: 'Whom did you mentor?', limit })).to.equal(
				'Error: `limit` is a whole number from 1 to 20.',
			);
		expect(await ask('card', { story: 'x'.repeat(1_000_000) })).to.equal(
			'Error: `story` has 1000000 characters: at most 500 make sense.',
		);
		expect(await ask('check', { text: 'x'.repeat(5_000_000) })).to.include('at most 1048576 make sense');
		expect(await ask('check', { text: `# A\n\n${'> '.repeat(20_000)}\n` })).to.be.a('string');
		expect(await client.callTool({ name: 'delete', arguments: {} }).then(() => '', String)).to.include(
			'no such tool',
		);
		expect(await client.getPrompt({ name: 'other', arguments: {} }).then(() => '', String)).to.include(
			'no such prompt',
		);
		expect(await ask('check')).to.equal('1 story in 1 Markdown file: no problems.');
	});

	it('passes over lines that are no message, and answers the next', async () => {
		const child = spawn(process.execPath, [program, 'mcp', '-C', folder.path], { stdio: ['pipe', 'pipe', 'pipe'] });
		let [answers, log] = ['', ''];
		child.stdout.setEncoding('utf8').on('data', (text: string) => (answers += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
		const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
		const call = (id: unknown, method: string, params: unknown) =>
			JSON.stringify({ jsonrpc: '2.0', id, method, params });
		const client = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } };
		const lines = [
			'no JSON',
			'',
			'[]',
			'5',
			'{"jsonrpc":"2.0"}',
			call(null, 'ping', {}),
			call(1, 'initialize', client),
			call(2, 'tools/call', { name: 'check', arguments: 'x' }),
			call(3, 'tools/call', { name: 5 }),
			call(4, 'resources/read', { uri: 5 }),
			call(5, 'no/method', {}),
			call(7, 'tools/call', {}),
			call(8, 'prompts/get', { name: 'mock-interview', arguments: { competency: [1] } }),
			call(6, 'tools/call', { name: 'coverage', arguments: { competency: 'juggling' } }),
		];
		child.stdin.write(`${lines.join('\n')}\n`);
		await eventually(
			() => answers,
			(text) => text.includes('There is no competency of that name'),
		);
		child.stdin.end();
		expect(await ended).to.equal(0);
		const all = answers
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { id: unknown; error?: { code: number; message: string } });
		expect(new Map(all.map(({ id, error }) => [id, error?.code]))).to.deep.equal(
			new Map([
				[1, undefined],
				[2, -32602],
				[3, -32602],
				[4, -32602],
				[5, -32601],
				[7, -32602],
				[8, -32602],
				[6, undefined],
			]),
		);
		expect(new Map(all.flatMap(({ id, error }) => (error ? [[id, error.message]] : [])))).to.deep.equal(
			new Map([
				[2, '`params.arguments` is an object, not a text.'],
				[3, '`params.name` is a text, not a number.'],
				[4, '`params.uri` is a text, not a number.'],
				[5, 'Method not found'],
				[7, '`params.name` is missing: it is a text.'],
				[8, '`params.arguments.competency` is a text, not a list.'],
			]),
		);
		// A line for each, not a page.
		expect(log).to.include('This is no message of the protocol (JSON-RPC 2.0), and was left aside.');
		expect(log).not.to.include('"invalid_union"');
	});

	it('ends with a line and no answer where a message is larger than any makes sense', async () => {
		const { code, stdout } = await starStories(['mcp', '-C', folder.path], {
			cwd: folder.path,
			input: `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x', params: { x: 'x'.repeat(11_000_000) } })}\n`,
		});
		expect({ code, stdout }).to.deep.equal({ code: 0, stdout: '' });
	});

	it('answers thousands of calls, of two clients at once, while stories change', async () => {
		await copySampleBank(folder.path);
		for (const name of ['broken-front-matter.md', 'tab-indented-tags.md'])
			await fs.rm(path.join(folder.path, 'later', name));
		const clients = [await connect(), await connect()];
		// A pipe that is full is waited for by each call; Node takes that for a leak.
		EventEmitter.defaultMaxListeners = 0;
		const answers = await Promise.all(
			clients
				.flatMap(({ ask }) =>
					Array.from({ length: 1000 }, (_, number) =>
						number % 3 === 0
							? ask('find', { question: `Whom did you mentor? ${number}` })
							: number % 3 === 1
								? ask('coverage', { competency: 'mentorship' })
								: ask('card', { story: 'Retiring the nightly reindex' }),
					),
				)
				.concat(folder.write('late.md', sound).then(() => 'written')),
		);
		expect(answers.filter((answer) => answer.startsWith('Error'))).to.deep.equal([]);
		const [one, two] = await Promise.all(clients.map(({ ask }) => ask('coverage')));
		expect(one)
			.to.equal(two)
			.and.match(/^23 stories\n/u);
	});

	it('answers the same in the VSIX, with the core that the worker has', async () => {
		await copySampleBank(folder.path);
		const [own, inEditor] = [await connect(['--plain']), await mcpClientInEditor(folder.path, ['--plain'])];
		open.push(inEditor);
		for (const [tool, given] of [
			['check', {}],
			['find', { question: 'Whom did you mentor?' }],
			['coverage', {}],
			['card', { story: 'Retiring the nightly reindex' }],
			['questions', { competency: 'mentorship' }],
			['probes', { story: 'Retiring the nightly reindex' }],
		] as const)
			expect(await inEditor.ask(tool, given), tool).to.equal(await own.ask(tool, given));
		// VS Code shows answers of such tools before it passes them on.
		const { tools } = await inEditor.client.listTools();
		for (const { annotations } of tools)
			expect(annotations).to.include({ readOnlyHint: true, openWorldHint: true });
		const redacting = await mcpClientInEditor(folder.path);
		open.push(redacting);
		expect(await redacting.ask('coverage')).to.include('Nothing is shared');
	});

	it('answers what the session in the documentation shows (node test/workbench/agentSession.ts writes it)', async () => {
		expect(await fs.readFile(path.join(projectFolder, sessionPath), 'utf8')).to.equal(await agentSession());
	});

	it('says at once where there is no such folder', async () => {
		const { code, stderr } = await starStories(['mcp', '-C', 'nowhere'], { cwd: folder.path });
		expect(code).to.equal(2);
		expect(stderr).to.include('The folder nowhere cannot be opened');
	});

	it('ends with its client', async () => {
		const { code, stdout } = await run(process.execPath, [program, 'mcp'], { cwd: folder.path, input: '' });
		expect({ code, stdout }).to.deep.equal({ code: 0, stdout: '' });
	});
});

describe('star-stories skill', () => {
	const folder = temporaryFolder();

	it('prints the skill that ships, whose front matter agents read', async () => {
		const { code, stdout, stderr } = await starStories(['skill'], { cwd: folder.path });
		expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
		expect(stdout).to.equal(await fs.readFile(path.join(projectFolder, 'skills/star-stories/SKILL.md'), 'utf8'));
		const [, name, description = ''] = /^---\nname: (.+)\ndescription: (.+)\n/u.exec(stdout) ?? [];
		// As https://agentskills.io/specification wants them.
		expect(name).to.equal('star-stories');
		expect(description.length).to.be.within(1, 1024);
	});

	it('names commands and options that exist', async () => {
		const skill = await fs.readFile(path.join(projectFolder, 'skills/star-stories/SKILL.md'), 'utf8');
		const named = [...skill.matchAll(/`star-stories ([a-z]+)([^`]*)`/gu)];
		expect(named.length).to.be.above(6);
		for (const [whole, command = '', rest = ''] of named) {
			const { code, stdout } = await starStories([command, '--help'], { cwd: folder.path });
			expect(code, whole).to.equal(0);
			for (const [option] of rest.matchAll(/--[a-z-]+/gu)) expect(stdout, whole).to.include(option);
		}
	});
});

/** Every file of a folder with its bytes, in base 64. */
async function bytesOf(folder: string): Promise<ReadonlyMap<string, string>> {
	const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
	return new Map(await Promise.all(files.map(async (file) => [file, await fs.readFile(file, 'base64')] as const)));
}
