import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { run, starStories, temporaryFolder } from './commandLine.ts';

describe('star-stories completion', () => {
	const folder = temporaryFolder();
	const script = async (shell: string) => {
		const { code, stdout } = await starStories(['completion', shell], { cwd: folder.path });
		expect(code).to.equal(0);
		await folder.write(`script.${shell}`, stdout);
		return path.join(folder.path, `script.${shell}`);
	};
	const hasShell = async (shell: string) =>
		run(shell, ['-c', 'true'], { cwd: folder.path }).then(
			({ code }) => code === 0,
			() => false,
		);

	it('completes commands, options and their values in bash', async function () {
		if (!(await hasShell('bash'))) this.skip();
		const file = await script('bash');
		const completed = async (...words: readonly string[]) => {
			const typed = ['star-stories', ...words].map((word) => `"${word}"`).join(' ');
			const { stdout, stderr } = await run(
				'bash',
				[
					'-c',
					`source "${file}"; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _star_stories; echo "\${COMPREPLY[@]}"`,
				],
				{ cwd: folder.path },
			);
			expect(stderr).to.equal('');
			return stdout.trim().split(' ');
		};
		expect(await completed('c')).to.deep.equal(['check', 'coverage', 'card', 'completion']);
		expect(await completed('find', 'x', '--l')).to.deep.equal(['--limit']);
		expect(await completed('coverage', '--fail-on', '')).to.deep.equal(['gap', 'weak', 'single', 'none']);
		expect(await completed('completion', '')).to.deep.equal(['bash', 'zsh', 'fish']);
		await folder.write('story.md', '');
		expect(await completed('card', 'st')).to.deep.equal(['story.md']);
	});

	it('completes in zsh', async function () {
		if (!(await hasShell('zsh'))) this.skip();
		const file = await script('zsh');
		// What is typed before the line editor is ready completes nothing.
		await folder.write(
			'try.zsh',
			`zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "autoload -U compinit; compinit -D -u; source '${file}'; PROMPT="
zpty -w shell 'compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- $found >>found.txt; builtin compadd "$@" }'
zpty -w shell "zle-line-init() { print -r -- read'y' }; zle -N zle-line-init"
zpty -r shell out '*ready*'
zpty -w -n shell "star-stories $1"$'\t'
zpty -w shell $'\\C-u'"print -r -- en'd'"
zpty -r shell out '*end*'
zpty -d shell
`,
		);
		const completed = async (typed: string) => {
			await folder.write('found.txt', '');
			const { code, stderr } = await run('zsh', ['-f', 'try.zsh', typed], {
				cwd: folder.path,
				env: { HOME: folder.path, ZDOTDIR: folder.path, TERM: 'dumb' },
			});
			expect([code, stderr]).to.deep.equal([0, '']);
			const found = await fs.readFile(path.join(folder.path, 'found.txt'), 'utf8');
			return [...new Set(found.split('\n').filter((word) => word !== ''))];
		};
		expect(await completed('co')).to.have.members(['completion', 'coverage']);
		expect(await completed('coverage --fail-on ')).to.have.members(['gap', 'none', 'single', 'weak']);
		expect(await completed('find x --li')).to.deep.equal(['--limit']);
		expect(await completed('find x --format ')).to.have.members(['json', 'text']);
	});

	it('completes in fish', async function () {
		if (!(await hasShell('fish'))) this.skip();
		const file = await script('fish');
		const completed = async (line: string) => {
			const { stdout, stderr } = await run('fish', ['-N', '-c', `source "${file}"; complete -C "${line}"`], {
				cwd: folder.path,
				env: { HOME: folder.path, XDG_CONFIG_HOME: folder.path, XDG_DATA_HOME: folder.path },
			});
			expect(stderr).to.equal('');
			return stdout
				.trimEnd()
				.split('\n')
				.map((each) => each.split('\t')[0]);
		};
		expect(await completed('star-stories co')).to.have.members(['completion', 'coverage']);
		expect(await completed('star-stories coverage --fail-on ')).to.have.members(['gap', 'none', 'single', 'weak']);
		expect(await completed('star-stories find x --li')).to.deep.equal(['--limit']);
	});
});
