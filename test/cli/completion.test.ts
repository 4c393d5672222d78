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

	it('is read by zsh without a complaint, and has every command', async function () {
		if (!(await hasShell('zsh'))) this.skip();
		const file = await script('zsh');
		const { code, stdout, stderr } = await run(
			'zsh',
			[
				'-fc',
				`autoload -U compinit; compinit -D -u; source "${file}"; print -r -- $_comps[star-stories]; functions _star-stories`,
			],
			{ cwd: folder.path, env: { HOME: folder.path, ZDOTDIR: folder.path } },
		);
		expect([code, stderr]).to.deep.equal([0, '']);
		expect(stdout)
			.to.match(/^_star-stories\n/u)
			.and.include('coverage:tell which competencies are covered');
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
