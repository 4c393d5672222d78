import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { projectFolder } from '../workbench/projectFolders.ts';
import { misspelt, program, run, temporaryFolder } from './commandLine.ts';

/** The settings of other editors, as the page about them prints them. */
describe('the settings for other editors', () => {
	const folder = temporaryFolder();
	let searchPath = '';
	beforeEach(async function () {
		if (process.platform === 'win32') this.skip();
		await folder.write('bin/star-stories', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
		await fs.chmod(path.join(folder.path, 'bin/star-stories'), 0o755);
		searchPath = `${path.join(folder.path, 'bin')}:${process.env['PATH']}`;
		await folder.write('star-framework.yaml', 'extends: staff\nnmae: x\n');
		await folder.write('a.md', misspelt.replace('strength: 4', 'strength: 9'));
	});

	const documented = async (language: string) => {
		const page = await fs.readFile(path.join(projectFolder, 'docs/editors.md'), 'utf8');
		const [, block] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(page) ?? [];
		return block ?? '';
	};
	const isThere = (command: string) =>
		run(command, ['--version'], { cwd: folder.path }).then(
			() => true,
			() => false,
		);

	it('show in Neovim what check finds, where it finds it', async function () {
		if (!(await isThere('nvim'))) this.skip();
		// nvim-lint runs the command and hands its output to the parser; so does this.
		await folder.write(
			'try.lua',
			`package.loaded.lint = { linters = {}, linters_by_ft = {}, try_lint = function() end }
${await documented('lua')}
vim.cmd('edit a.md')
local linter = require('lint').linters.star_stories
local args = {}
for _, arg in ipairs(linter.args) do
  table.insert(args, type(arg) == 'function' and arg() or arg)
end
local lines = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n') .. '\\n'
local output = vim.fn.system({ linter.cmd, unpack(args) }, lines)
vim.diagnostic.set(vim.api.nvim_create_namespace('x'), 0, linter.parser(output, 0))
vim.fn.writefile({ vim.json.encode(vim.diagnostic.get(0)) }, 'found.json')
vim.cmd('qall!')
`,
		);
		const { stderr } = await run('nvim', ['--headless', '--clean', '-n', '-S', 'try.lua'], {
			cwd: folder.path,
			env: { PATH: searchPath, XDG_STATE_HOME: folder.path, XDG_DATA_HOME: folder.path },
		});
		const found = JSON.parse(await fs.readFile(path.join(folder.path, 'found.json'), 'utf8').catch(() => '[]')) as {
			readonly lnum: number;
			readonly col: number;
			readonly severity: number;
			readonly code: string;
		}[];
		expect(
			found.map(({ lnum, col, severity, code }) => `${lnum}:${col} ${severity} ${code}`),
			stderr,
		).to.deep.equal(['1:15 1 competency-unknown', '3:10 1 front-matter-value']);
	});

	it('are read by Helix, which then asks efm-langserver', async function () {
		if (!(await isThere('hx'))) this.skip();
		await folder.write('config/helix/languages.toml', await documented('toml'));
		const { stdout, stderr } = await run('hx', ['--health', 'markdown'], {
			cwd: folder.path,
			env: { XDG_CONFIG_HOME: path.join(folder.path, 'config'), XDG_CACHE_HOME: folder.path },
		});
		expect(stdout, stderr).to.include('efm');
		expect(stderr).to.equal('');
	});

	it('show through efm-langserver what check finds', async function () {
		if (!(await isThere('efm-langserver'))) this.skip();
		await folder.write('efm.yaml', await documented('yaml'));
		const server = spawn('efm-langserver', ['-q', '-c', path.join(folder.path, 'efm.yaml')], {
			cwd: folder.path,
			env: { ...process.env, PATH: searchPath },
		});
		const send = (message: object) => {
			const text = JSON.stringify({ jsonrpc: '2.0', ...message });
			server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
		};
		const uri = pathToFileURL(path.join(folder.path, 'a.md')).href;
		const published = new Promise<string>((resolve, reject) => {
			let output = '';
			server.once('error', reject).once('close', () => reject(new Error(`It ended: ${output}`)));
			server.stdout.setEncoding('utf8').on('data', (text: string) => {
				output += text;
				const [found] = /\{"method":"textDocument\/publishDiagnostics".*"jsonrpc":"2\.0"\}/u.exec(output) ?? [];
				if (found) resolve(found);
			});
		});
		send({ id: 1, method: 'initialize', params: { rootUri: pathToFileURL(folder.path).href, capabilities: {} } });
		send({ method: 'initialized', params: {} });
		const text = await fs.readFile(path.join(folder.path, 'a.md'), 'utf8');
		send({
			method: 'textDocument/didOpen',
			params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
		});
		try {
			const { params } = JSON.parse(await published) as {
				params: { diagnostics: { range: { start: { line: number } }; severity: number; message: string }[] };
			};
			expect(
				params.diagnostics.map(({ range, severity, message }) => [
					range.start.line,
					severity,
					/\((.*?)\)$/u.exec(message)?.[1],
				]),
			).to.deep.equal([
				[1, 1, 'competency-unknown'],
				[3, 1, 'front-matter-value'],
			]);
		} finally {
			server.removeAllListeners('close');
			server.kill();
		}
	});
});
